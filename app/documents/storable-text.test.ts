import { expect, test } from 'vitest'
import { linesFromItems } from './lines-from-items'
import { sourceFromHtml } from './source-from-html'
import { sourceFromText } from './source-from-text'

const broken = 'Plans\0 for \uD800children'
const whole = 'Plans for \uFFFDchildren'

test.each([
  ['pasted words', () => sourceFromText(broken).lines],
  ['a web page', () => sourceFromHtml(`<p>${broken}</p>`, 'html').lines],
  [
    'a PDF',
    () =>
      linesFromItems(1, 800, [
        { text: broken, x: 72, y: 700, width: 200, size: 12, font: 'Ari\0al' },
      ]),
  ],
])('%s hold nothing that Postgres does not keep', (_what, lines) => {
  expect(lines().map(({ text }) => text)).toEqual([whole])
  expect(JSON.stringify(lines())).not.toMatch(/\\u0000|\\ud800/i)
})

test('signs of two halves stay as they are', () => {
  expect(sourceFromText('Well done 🎉').lines[0]?.text).toBe('Well done 🎉')
})
