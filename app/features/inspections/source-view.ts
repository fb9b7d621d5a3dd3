import { listMark } from '~/domain/report/bullets'
import { findQuotation } from '~/domain/report/quotation'
import type { SourceDocument, SourceLine } from '~/domain/report/source'

/** A report's text as it is shown: pages, paragraphs, and in them the quotations marked. */
export interface SourceView {
  hasPages: boolean
  pages: SourcePage[]
}

export interface SourcePage {
  page: number
  /** pages left out before this one because nothing is quoted from them */
  leftOut: { from: number; to: number } | undefined
  paragraphs: SourceParagraph[]
}

export interface SourceParagraph {
  isHeading: boolean
  isListed: boolean
  pieces: SourcePiece[]
}

export interface SourcePiece {
  text: string
  /** the quotation that these words belong to */
  mark?: { key: string; number: number; isFirst: boolean }
}

export interface Quoted {
  key: string
  number: number
  text: string
}

/** Beyond this many pages, only those with quotations and their neighbours are shown at first. */
const shownWhole = 40

/** The source with what is quoted from it marked; and the keys of the quotations that it holds. */
export function sourceView(
  source: SourceDocument,
  quoted: readonly Quoted[],
  { everyPage = false }: { everyPage?: boolean } = {},
): { view: SourceView; found: Set<string> } {
  const marks = new Map<SourceLine, LineMark[]>()
  const found = new Set<string>()
  const lines = new Map(source.lines.map((line) => [`${line.page}.${line.line}`, line]))
  for (const { key, number, text } of quoted) {
    const place = findQuotation(source, text)
    if (!place) continue
    found.add(key)
    for (const [at, { page, line, from, to }] of place.pieces.entries()) {
      const on = lines.get(`${page}.${line}`)
      if (on)
        marks.set(on, [...(marks.get(on) ?? []), { key, number, from, to, isFirst: at === 0 }])
    }
  }
  const quotedPages = new Set([...marks.keys()].map(({ page }) => page))
  const pages = pagesOf(source.lines, marks)
  const isShown = ({ page }: SourcePage) =>
    everyPage ||
    source.pages <= shownWhole ||
    page <= 2 ||
    [page - 1, page, page + 1].some((near) => quotedPages.has(near))
  return {
    view: { hasPages: source.format === 'pdf', pages: withGaps(pages.filter(isShown)) },
    found,
  }
}

interface LineMark {
  key: string
  number: number
  from: number
  to: number
  isFirst: boolean
}

function withGaps(pages: SourcePage[]): SourcePage[] {
  return pages.map((page, at) => {
    const before = pages[at - 1]?.page ?? 0
    const isGap = page.page > before + 1
    return { ...page, leftOut: isGap ? { from: before + 1, to: page.page - 1 } : undefined }
  })
}

function pagesOf(
  lines: readonly SourceLine[],
  marks: ReadonlyMap<SourceLine, readonly LineMark[]>,
): SourcePage[] {
  const body = prevailingSize(lines)
  const pages: SourcePage[] = []
  let open: { paragraph: SourceParagraph; last: SourceLine }[] = []
  for (const line of lines) {
    if (pages.at(-1)?.page !== line.page) {
      pages.push({ page: line.page, leftOut: undefined, paragraphs: [] })
      open = []
    }
    const pieces = piecesOf(line.text, marks.get(line) ?? [])
    // The lines of two columns alternate: each goes on with the cell above it.
    const before = open.findLast(({ last }, at) => goesOn(last, line, at === open.length - 1))
    if (before) {
      append(before.paragraph.pieces, pieces)
      before.last = line
    } else {
      const isListed = listMark(line.text) !== ''
      const paragraph = { isHeading: isSetOff(line, body), isListed, pieces }
      pages.at(-1)!.paragraphs.push(paragraph)
      open = [...open.slice(-2), { paragraph, last: line }]
    }
  }
  return pages
}

function prevailingSize(lines: readonly SourceLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 12
}

const isSetOff = (line: SourceLine, body: number): boolean =>
  line.bold === true || line.size > 1.15 * body

/** Whether a line belongs to the paragraph of the line before it, or of the one above it in its column. */
function goesOn(before: SourceLine, line: SourceLine, isNext: boolean): boolean {
  const gap = line.y - before.y
  const shift = Math.abs(line.x - before.x)
  return (
    gap >= 1 &&
    gap <= 1.5 * Math.max(line.size, before.size) &&
    shift <= (isNext ? 60 : 8) && // a list hangs; a cell does not
    listMark(line.text) === '' &&
    Math.abs(line.size - before.size) <= 1 &&
    (line.bold ?? false) === (before.bold ?? false)
  )
}

/** A quotation that goes on over a line end goes on as one mark. */
function append(pieces: SourcePiece[], more: SourcePiece[]): void {
  const last = pieces.at(-1)
  const [first, ...rest] = more
  if (!last || !first) return
  const joint = last.text.endsWith('-') ? '' : ' '
  if (last.mark?.key === first.mark?.key) last.text += joint + first.text
  else {
    last.text += joint
    pieces.push(first)
  }
  pieces.push(...rest)
}

/** Where quotations lie over one another, the words belong to the first that claims them. */
function piecesOf(text: string, marks: readonly LineMark[]): SourcePiece[] {
  const pieces: SourcePiece[] = []
  let at = 0
  for (const { key, number, from, to, isFirst } of [...marks].sort((a, b) => a.from - b.from)) {
    const begin = Math.max(from, at)
    if (to <= begin) continue
    if (begin > at) pieces.push({ text: text.slice(at, begin) })
    pieces.push({ text: text.slice(begin, to), mark: { key, number, isFirst } })
    at = to
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at) })
  return pieces
}
