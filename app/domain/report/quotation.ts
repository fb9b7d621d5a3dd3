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

/** Letters and digits only; the marks that stand before each, and after the last, are kept beside them.
 *  Long documents have a million letters, so what each letter needs is a number in an array and not an object. */
type Stream = {
  letters: string
  /** By place before the letter of that index. */
  marks: Map<number, Marks>
  /** 1 where white space stands before the letter of that index. */
  spaced: Uint8Array
  lines: readonly SourceLine[]
  lineOf: Int32Array
  columnOf: Int32Array
  widthOf: Uint8Array
}

type Marks = { all: string; withoutLineEndHyphens: string; afterListMark: boolean }

const noMarks: Marks = { all: '', withoutLineEndHyphens: '', afterListMark: false }
const isLetter = /[\p{L}\p{N}]/u
const invisible = /[\u00AD\u200B\u200C\u2060\uFEFF]|\u200D|\u0336/

/** `lines` only where the letters have places to be marked. */
function streamOf(texts: readonly string[], lines: readonly SourceLine[] = []): Stream {
  const roof = texts.reduce((sum, text) => sum + text.length, 0) * 4 + 4
  const lineOf = lines.length > 0 ? new Int32Array(roof) : new Int32Array(0)
  const columnOf = lines.length > 0 ? new Int32Array(roof) : new Int32Array(0)
  const widthOf = lines.length > 0 ? new Uint8Array(roof) : new Uint8Array(0)
  const spaced = new Uint8Array(roof)
  const marks = new Map<number, Marks>()
  const pieces: string[] = []
  let count = 0
  const addMark = (mark: string, atLineEnd: boolean, listMarkBefore: boolean): void => {
    const before = marks.get(count) ?? noMarks
    marks.set(count, {
      all: before.all + mark,
      withoutLineEndHyphens: before.withoutLineEndHyphens + (mark === '-' && atLineEnd ? '' : mark),
      afterListMark: before.afterListMark || listMarkBefore,
    })
  }
  let run = ''
  const write = (written: string, line: number, column: number, width: number): void => {
    run += written
    for (let half = 0; half < written.length; half++) {
      if (lines.length > 0) {
        lineOf[count] = line
        columnOf[count] = column
        widthOf[count] = width
      }
      count += 1
    }
  }
  for (const [index, text] of texts.entries()) {
    const mark = lines.length > 0 ? listMark(text) : ''
    if (mark !== '') addMark('', false, true)
    const end = text.trimEnd().length
    let column = mark.length
    run = ''
    for (const character of text.slice(mark.length)) {
      const width = character.length
      const atLineEnd = column + width >= end
      if (isPlainLetter(character)) write(character, index, column, width)
      else if (/\s/.test(character)) spaced[count] = 1
      else if (!invisible.test(character)) {
        for (const unit of withPlainMarks(spelledOut(character))) {
          if (isLetter.test(unit)) write(unit, index, column, width)
          else addMark(unit, atLineEnd, false)
        }
      }
      column += width
    }
    pieces.push(run)
    spaced[count] = 1
  }
  return { letters: pieces.join(''), marks, spaced, lines, lineOf, columnOf, widthOf }
}

/** Ligatures letter by letter. A few signs stand for whole phrases; those stay as they are. */
function spelledOut(character: string): string {
  const letters = character.normalize('NFKC')
  return letters.length <= 4 ? letters : character
}

/** Nearly every letter is one of these, and they need no folding. */
function isPlainLetter(character: string): boolean {
  const code = character.charCodeAt(0)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

const quoteStream = (quote: string): Stream =>
  streamOf(quote.split(/\r\n?|\n/).map((line) => line.trim()))

type Streams = { body?: Stream; all?: Stream; columns?: Stream }
const known = new WeakMap<SourceDocument, Streams>()

/** As read, without what stands on every page; as printed, with it; and column by column. Each is made when it is needed. */
function* streamsOf(source: SourceDocument): Generator<Stream> {
  const streams = known.get(source) ?? {}
  known.set(source, streams)
  const sourceStream = (lines: readonly SourceLine[]): Stream =>
    streamOf(
      lines.map((line) => line.text),
      lines,
    )
  yield (streams.body ??= sourceStream(bodyLines(source)))
  yield (streams.all ??= sourceStream(source.lines))
  yield (streams.columns ??= sourceStream(columnOrder(bodyLines(source))))
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
  const before = source.marks.get(at) ?? noMarks
  const after = source.marks.get(at + length) ?? noMarks
  // A quotation does not begin or end inside a word.
  if (at > 0 && before === noMarks && !source.spaced[at]) return false
  const isEnd = at + length === source.letters.length
  if (!isEnd && after === noMarks && !source.spaced[at + length]) return false
  const opening = withoutListMark((quote.marks.get(0) ?? noMarks).all)
  if (!before.all.endsWith(opening)) return false
  if (!after.all.startsWith((quote.marks.get(length) ?? noMarks).all)) return false
  for (let index = 1; index < length; index++) {
    const printed = source.marks.get(at + index)
    const quoted = quote.marks.get(index)
    if (printed === quoted) continue
    if (!sameMarks(printed ?? noMarks, quoted ?? noMarks)) return false
  }
  return true
}

/** A list mark copied along with the words is no part of them. */
const withoutListMark = (marks: string): string =>
  marks.replace(/^[\u25A0-\u25FF\u2022\uE000-\uF8FF\u00B7*-]+/, '')

function sameMarks(source: Marks, quote: Marks): boolean {
  if (source.all === quote.all) return true
  if (source.withoutLineEndHyphens === quote.all) return true
  if (source.withoutLineEndHyphens === quote.withoutLineEndHyphens) return true
  if (!source.afterListMark) return false
  const bare = quote.all.replace(/;?[\u25A0-\u25FF\u2022\uE000-\uF8FF\u00B7*-]*$/, '')
  return source.all === bare || source.all === `${bare};`
}

function placesOf(source: Stream, at: number, length: number): FoundQuotation {
  const pieces: FoundQuotation['pieces'] = []
  for (let index = at; index < at + length; index++) {
    const line = source.lines[source.lineOf[index]!]!
    const column = source.columnOf[index]!
    const end = column + source.widthOf[index]!
    const last = pieces.at(-1)
    if (last && last.page === line.page && last.line === line.line) last.to = end
    else pieces.push({ page: line.page, line: line.line, from: column, to: end })
  }
  const first = pieces[0]!
  const last = pieces[pieces.length - 1]!
  // The full stop or bracket that closes the quotation is marked with it.
  const lastLine = source.lines[source.lineOf[at + length - 1]!]!
  last.to += /^[^\p{L}\p{N}\s]+/u.exec(lastLine.text.slice(last.to))?.[0].length ?? 0
  return {
    from: { page: first.page, line: first.line, column: first.from },
    to: { page: last.page, line: last.line, column: last.to },
    pieces,
  }
}
