import type { SourceLine } from '~/domain/report/source'
import { storable } from './storable-text'

/** A run of letters as a PDF places it: baseline at `y` points from the bottom. */
export type PlacedText = {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
}

type Piece = PlacedText & { blank: boolean; raised?: boolean }
type Row = { y: number; size: number; pieces: Piece[] }

const listMarkOnly = /^\s*(?:[^\p{L}\p{N}\s]{1,2}|\(?\d{1,3}(?:\.\d{1,2})?[.)]?|\(?[a-z][.)])\s*$/u

/** Puts the runs of a page into lines: what shares a baseline is a row, and a row is cut where a gap
 *  is wider than any space between words, so that table columns stay apart. */
export function linesFromItems(
  page: number,
  pageHeight: number,
  items: readonly PlacedText[],
): SourceLine[] {
  const rows = withRaisedNumbers(rowsOf(items))
  const edges = columnEdges(rows)
  const lines: SourceLine[] = []
  for (const row of rows) {
    for (const pieces of columnsOf(row, edges)) {
      const line = lineOf(pieces, page, lines.length, pageHeight)
      if (line) lines.push(line)
    }
  }
  return lines
}

/** Where several rows are cut at the same place stands a column, and rows whose words nearly touch are cut there, too. */
function columnEdges(rows: readonly Row[]): number[] {
  const cuts = new Map<number, number>()
  for (const row of rows) {
    for (const column of columnsOf(row, []).slice(1)) {
      const x = column.find((piece) => !piece.blank)!.x
      const edge = [...cuts.keys()].find((known) => Math.abs(known - x) < 1.5) ?? x
      cuts.set(edge, (cuts.get(edge) ?? 0) + 1)
    }
  }
  return [...cuts].filter(([, times]) => times >= 2).map(([edge]) => edge)
}

function rowsOf(items: readonly PlacedText[]): Row[] {
  const pieces: Piece[] = items
    .map((item) => ({ ...item, text: storable(item.text), font: storable(item.font) }))
    .filter((item) => item.text !== '')
    .map((item) => ({ ...item, blank: item.text.trim() === '' }))
  const rows: Row[] = []
  const printed = pieces.filter((piece) => !piece.blank)
  printed.sort((a, b) => b.y - a.y || a.x - b.x)
  for (const piece of printed) {
    const row = rows.at(-1)
    if (row && row.y - piece.y <= 0.22 * Math.max(row.size, piece.size)) {
      row.pieces.push(piece)
      if (piece.size > row.size) row.size = piece.size
    } else {
      rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
    }
  }
  // A blank says only that two neighbours are separate words; it never makes a row.
  for (const blank of pieces.filter((piece) => piece.blank)) {
    rowAt(rows, blank.y)?.pieces.push(blank)
  }
  return rows
}

/** Rows are sorted from the top of the page down. */
function rowAt(rows: readonly Row[], y: number): Row | undefined {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.y > y + 1) low = middle + 1
    else high = middle
  }
  const row = rows[low]
  return row && Math.abs(row.y - y) <= 0.22 * row.size ? row : undefined
}

/** Footnote numbers stand a few points above the baseline that they belong to. */
function withRaisedNumbers(rows: Row[]): Row[] {
  const kept: Row[] = []
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1]
    const small = row.pieces.every(
      (piece) => piece.blank || /^\s*(?:\d{1,3}|st|nd|rd|th|\*)\s*$/.test(piece.text),
    )
    if (
      below &&
      small &&
      row.size < 0.8 * below.size &&
      row.y - below.y < 0.75 * below.size &&
      row.pieces.every((piece) => piece.blank || touches(piece, below))
    ) {
      for (const piece of row.pieces) below.pieces.push({ ...piece, raised: !piece.blank })
    } else {
      kept.push(row)
    }
  }
  return kept.map((row) => ({ ...row, pieces: row.pieces.map((piece) => raisedIn(row, piece)) }))
}

const touches = (piece: Piece, row: Row): boolean =>
  row.pieces.some(
    (other) =>
      !other.blank &&
      piece.x - (other.x + other.width) < 8 &&
      other.x - (piece.x + piece.width) < 8,
  )

const raisedIn = (row: Row, piece: Piece): Piece =>
  !piece.blank && piece.size <= 0.75 * row.size && /^\s*\d{1,3}\s*$/.test(piece.text)
    ? { ...piece, raised: true }
    : piece

function columnsOf(row: Row, edges: readonly number[]): Piece[][] {
  const pieces = [...row.pieces].sort((a, b) => a.x - b.x)
  const columns: Piece[][] = []
  let column: Piece[] = []
  let end = -Infinity
  let written = ''
  for (const piece of pieces) {
    if (piece.blank) {
      column.push(piece)
      continue
    }
    const gap = piece.x - end
    const atEdge = gap > 0.2 * row.size && edges.some((edge) => Math.abs(edge - piece.x) < 1.5)
    if (
      column.some((other) => !other.blank) &&
      (gap > 0.8 * row.size || atEdge) &&
      !listMarkOnly.test(written)
    ) {
      columns.push(column)
      column = []
      written = ''
    }
    column.push(piece)
    if (!piece.raised) written += piece.text
    end = Math.max(end, piece.x + piece.width)
  }
  if (column.length > 0) columns.push(column)
  return columns
}

function lineOf(
  pieces: Piece[],
  page: number,
  line: number,
  pageHeight: number,
): SourceLine | undefined {
  let text = ''
  let end: number | undefined
  let spaceAhead = false
  const raised: NonNullable<SourceLine['raised']> = []
  const printed: Piece[] = []
  for (const piece of pieces) {
    if (piece.blank) {
      spaceAhead ||= piece.width > 0
      continue
    }
    const before = printed.at(-1)
    if (before && isSecondCoat(before, piece)) continue
    if (piece.raised && /^\s*\d/.test(piece.text)) {
      raised.push({ text: piece.text.trim(), atStart: text.trim() === '' })
      end = end === undefined ? undefined : Math.max(end, piece.x + piece.width)
      continue
    }
    const gap = end === undefined ? 0 : piece.x - end
    if (text && (gap > 0.17 * piece.size || (spaceAhead && gap > 0.02 * piece.size))) text += ' '
    spaceAhead = false
    text += piece.text
    printed.push(piece)
    end = Math.max(end ?? -Infinity, piece.x + piece.width)
  }
  text = text.replace(/\s+/g, ' ').trim()
  const first = printed[0]
  if (!first || text === '') return undefined
  const longest = printed.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  const words = printed.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))
  const bold = letters(words.filter((piece) => isBold(piece.font))) > 0.6 * letters(words)
  return {
    page,
    line,
    text,
    x: round(first.x),
    y: round(pageHeight - longest.y),
    size: round(longest.size),
    right: round(end!),
    font: longest.font,
    ...(bold ? { bold } : {}),
    ...(raised.length > 0 ? { raised } : {}),
  }
}

/** Some programs print a word twice, a hair apart, to make it bold. */
const isSecondCoat = (before: Piece, piece: Piece): boolean =>
  before.text === piece.text && Math.abs(before.x - piece.x) < 1

const letters = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + piece.text.length, 0)

const isBold = (font: string): boolean => /bold|black|heavy|semibold|demi/i.test(font)

const round = (points: number): number => Math.round(points * 10) / 10
