import { expect, test } from 'vitest'
import { keptFormIn } from './kept-form'
import { wayBack } from './way-back'

test('a path of our own is gone back to, with its query', () => {
  expect(wayBack('/actions/3?show=late')).toBe('/actions/3?show=late')
})

test.each([
  ['nothing', undefined],
  ['another site', 'https://elsewhere.example/'],
  ['a site without its scheme', '//elsewhere.example'],
  ['a site behind a dot', '/.//elsewhere.example'],
  ['a site behind a folder that is left', '/a/..//elsewhere.example'],
  ['a site behind a written dot', '/%2e//elsewhere.example'],
  ['a site behind a backslash', '/\\elsewhere.example'],
  ['a site behind a tab', '/\t/elsewhere.example'],
])('%s leads to the start', (_what, to) => {
  expect(wayBack(to)).toBe('/')
  const kept = JSON.stringify({ path: to ?? '', fields: [], filesLost: false })
  expect(keptFormIn(kept)).toBeUndefined()
})
