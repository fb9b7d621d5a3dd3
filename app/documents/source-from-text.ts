import type { SourceDocument, SourceLine } from '~/domain/report/source'
import { storable } from './storable-text'

/** Pasted words have no places of their own: they are given those of a typewriter, so that the same rules read them. */
const leading = 14
const letter = 6
const margin = 72

export function sourceFromText(text: string): SourceDocument {
  const lines: SourceLine[] = []
  let pages = 0
  for (const sheet of storable(text).replace(/\r\n?/g, '\n').split('\f')) {
    if (pages > 0 && sheet.trim() === '') continue
    pages += 1
    let count = 0
    for (const [row, printed] of sheet.split('\n').entries()) {
      for (const { words, column } of runsOf(printed)) {
        const x = margin + column * letter
        lines.push({
          page: pages,
          line: count++,
          text: words,
          x,
          y: margin + row * leading,
          size: 12,
          right: x + words.length * letter,
        })
      }
    }
  }
  return { format: 'text', pages: Math.max(pages, 1), lines }
}

/** Tabs and wide gaps part columns, except after a list mark or a number. */
function runsOf(printed: string): { words: string; column: number }[] {
  const runs: { words: string; column: number }[] = []
  for (const match of printed.matchAll(/\S+(?:(?: {1,2}|\u00A0)\S+)*/g)) {
    const before = runs.at(-1)
    if (before && /^(?:[^\p{L}\p{N}]{1,2}|\(?\w{1,3}[.)]|\d{1,3})$/u.test(before.words)) {
      before.words += ` ${match[0]}`
    } else {
      runs.push({ words: match[0].replace(/\s+/g, ' '), column: match.index })
    }
  }
  return runs
}
