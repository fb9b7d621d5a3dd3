import { listMark } from './bullets'
import { withPlainMarks } from './folding'
import { bodyLines } from './furniture'
import { columnOrder } from './reading-order'
import type { SourceDocument, SourceLine } from './source'

/** A quotation is verbatim when its words and marks stand in the source in that order. White space, line breaks
 *  and hyphens at a line end are set aside, and so are the shapes of quotes and dashes; nothing else is.
 *  A list mark in the source may stand in the quotation as nothing or as a semicolon.
 *  Source: PRODUCT, "recommendation"; issue 2, step 1. */

/** `column` counts characters of the line's text from 0; `to.column` is the place after the last one. */
export type Place = { page: number; line: number; column: number }

export type FoundQuotation = {
  from: Place
  to: Place
  /** Exactly what to mark: running heads, footnotes and the other column between are left out. */
  pieces: { page: number; line: number; from: number; to: number }[]
}

export function findQuotation(source: SourceDocument, quote: string): FoundQuotation | undefined {
  const wanted = quoteStream(quote)
  if (wanted.letters === '') return undefined
  for (const stream of streamsOf(source)) {
    const found = findIn(stream, wanted)
    if (found) return found
  }
  return undefined
}

/** Letters and digits only, and before each (and after the last) the marks that stand there. */
type Stream = {
  letters: string
  gaps: Gap[]
  /** For each letter: which line, and where in it. */
  at: { line: SourceLine; column: number; width: number }[]
}

type Gap = {
  marks: string
  /** The same without hyphens at a line end. */
  withoutLineEndHyphens: string
  space: boolean
  listMark: boolean
}

const isLetter = /[\p{L}\p{N}]/u
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF\u0336]/

const emptyGap = (): Gap => ({
  marks: '',
  withoutLineEndHyphens: '',
  space: false,
  listMark: false,
})

class StreamWriter {
  letters: string[] = []
  gaps: Gap[] = [emptyGap()]
  at: Stream['at'] = []

  write(character: string, atLineEnd: boolean, place?: { line: SourceLine; column: number }): void {
    const gap = this.gaps[this.gaps.length - 1]!
    if (/\s/.test(character)) {
      gap.space = true
      return
    }
    if (invisible.test(character)) return
    const plain = withPlainMarks(character.normalize('NFKC'))
    for (const unit of plain) {
      if (isLetter.test(unit)) {
        for (const half of unit.split('')) {
          this.letters.push(half)
          this.gaps.push(emptyGap())
          if (place) this.at.push({ ...place, width: character.length })
        }
      } else {
        const last = this.gaps[this.gaps.length - 1]!
        last.marks += unit
        if (!(unit === '-' && atLineEnd)) last.withoutLineEndHyphens += unit
      }
    }
  }

  stream(): Stream {
    return { letters: this.letters.join(''), gaps: this.gaps, at: this.at }
  }
}

function quoteStream(quote: string): Stream {
  const writer = new StreamWriter()
  for (const text of quote.split(/\r\n?|\n/)) {
    const characters = [...text.trim()]
    for (const [index, character] of characters.entries()) {
      writer.write(character, index === characters.length - 1)
    }
    writer.write(' ', false)
  }
  return writer.stream()
}

function sourceStream(lines: readonly SourceLine[]): Stream {
  const writer = new StreamWriter()
  for (const line of lines) {
    const mark = listMark(line.text)
    if (mark !== '') writer.gaps[writer.gaps.length - 1]!.listMark = true
    let column = mark.length
    const text = line.text.slice(mark.length)
    const end = line.text.trimEnd().length
    for (const character of text) {
      writer.write(character, column + character.length >= end, { line, column })
      column += character.length
    }
    writer.write(' ', false)
  }
  return writer.stream()
}

const streams = new WeakMap<SourceDocument, Stream[]>()

/** As read, without what stands on every page; as printed, with it; and column by column. */
function streamsOf(source: SourceDocument): Stream[] {
  const known = streams.get(source)
  if (known) return known
  const body = bodyLines(source)
  const made = [body, source.lines, columnOrder(body)].map(sourceStream)
  streams.set(source, made)
  return made
}

function findIn(source: Stream, quote: Stream): FoundQuotation | undefined {
  const length = quote.letters.length
  let at = source.letters.indexOf(quote.letters)
  while (at !== -1) {
    if (sameWords(source, quote, at, length)) return placesOf(source, at, length)
    at = source.letters.indexOf(quote.letters, at + 1)
  }
  return undefined
}

function sameWords(source: Stream, quote: Stream, at: number, length: number): boolean {
  const before = source.gaps[at]!
  const after = source.gaps[at + length]!
  // A quotation does not begin or end inside a word.
  if (at > 0 && isInsideWord(before)) return false
  if (at + length < source.letters.length && isInsideWord(after)) return false
  if (!before.marks.endsWith(leadingMarks(quote.gaps[0]!.marks))) return false
  if (!after.marks.startsWith(quote.gaps[length]!.marks)) return false
  for (let index = 1; index < length; index++) {
    if (!sameGap(source.gaps[at + index]!, quote.gaps[index]!)) return false
  }
  return true
}

const isInsideWord = (gap: Gap): boolean => gap.marks === '' && !gap.space && !gap.listMark

/** A list mark copied along with the words is no part of them. */
const leadingMarks = (marks: string): string =>
  marks.replace(/^[\u25A0-\u25FF\u2022\uE000-\uF8FF\u00B7*-]+/, '')

function sameGap(source: Gap, quote: Gap): boolean {
  if (source.marks === quote.marks) return true
  if (source.withoutLineEndHyphens === quote.marks) return true
  if (source.withoutLineEndHyphens === quote.withoutLineEndHyphens) return true
  return (
    source.listMark &&
    source.marks ===
      quote.marks.replace(/;$/, '').replace(/[\u25A0-\u25FF\u2022\uE000-\uF8FF\u00B7*-]+$/, '')
  )
}

function placesOf(source: Stream, at: number, length: number): FoundQuotation {
  const pieces: FoundQuotation['pieces'] = []
  for (const { line, column, width } of source.at.slice(at, at + length)) {
    const last = pieces.at(-1)
    if (last && last.page === line.page && last.line === line.line) last.to = column + width
    else pieces.push({ page: line.page, line: line.line, from: column, to: column + width })
  }
  const first = pieces[0]!
  const last = pieces[pieces.length - 1]!
  // The full stop or bracket that closes the quotation is marked with it.
  const lastLine = source.at[at + length - 1]!.line
  const closing = /^[^\p{L}\p{N}\s]+/u.exec(lastLine.text.slice(last.to))?.[0] ?? ''
  last.to += closing.length
  return {
    from: { page: first.page, line: first.line, column: first.from },
    to: { page: last.page, line: last.line, column: last.to },
    pieces,
  }
}
