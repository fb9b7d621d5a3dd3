import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedPieces, stretchesBetween } from './shared-words'

const shown = (pieces: ReturnType<typeof markedPieces>): string =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')

test('The words that both share are marked, and those by which a shared subject is known.', () => {
  const text = 'The turnover of staff, and how often they are supervised.'
  const often = { from: text.indexOf('often'), to: text.indexOf('often') + 5 }
  expect(shown(markedPieces(text, [often], ['a stable workforce', 'pathway plans']))).toBe(
    'The [turnover] of staff, and how [often] they are supervised.',
  )
})

test('What overlaps is marked once.', () => {
  const text = 'Return home interviews.'
  expect(shown(markedPieces(text, [{ from: 7, to: 11 }], ['return home interviews']))).toBe(
    '[Return home interviews].',
  )
})

test('Whatever is marked, the text stays as it is.', () => {
  const stretch = (most: number) =>
    fc
      .tuple(fc.nat(most), fc.nat(most))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(stretch(22)), (words) => {
      const text = 'Return home interviews.'
      expect(
        markedPieces(text, words, ['return home interviews'])
          .map((one) => one.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('Marks that were put into a text say where its words stand.', () => {
  const marked = 'Life <story> work, <told> well 🙂 <again>'
  const plain = marked.replace(/[<>]/g, '')
  expect(stretchesBetween(marked, '<', '>').map(({ from, to }) => plain.slice(from, to))).toEqual([
    'story',
    'told',
    'again',
  ])
})
