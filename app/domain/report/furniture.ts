import { folded } from './folding'
import { withOneMargin } from './page-margins'
import type { SourceDocument, SourceLine } from './source'

/** What stands on every page is not the report: page numbers, running heads and footnotes are left out.
 *  Source: DOMAIN 1.3 (headers, footers and footnote text stand in the middle of lists). */

export function bodyLines(source: SourceDocument): SourceLine[] {
  if (source.format === 'text') return withoutPastedFurniture(source)
  if (source.format !== 'pdf') return source.lines
  const bodySize = prevailingSize(source.lines)
  const running = runningHeads(source)
  const kept: SourceLine[] = []
  for (const page of linesByPage(source.lines)) {
    const height = pageHeight(source, page[0]!.page)
    const footnotesFrom = footnoteStart(page, bodySize, height)
    for (const line of page) {
      if (isPageNumber(line, height) || running.has(keyOf(line, height))) continue
      if (line.y >= footnotesFrom && line.size < 0.95 * bodySize) continue
      kept.push(line)
    }
  }
  return [...withOneMargin(kept)]
}

/** Words copied out of a PDF bring the page numbers along, each on a line of its own, and beside them or at the ends of
 *  pages the running heads. */
function withoutPastedFurniture(source: SourceDocument): SourceLine[] {
  const { lines } = source
  const isNumber = (line: SourceLine | undefined): boolean =>
    line !== undefined && /^\d{1,3}$/.test(line.text)
  const isAtEnd = (index: number): boolean => {
    const line = lines[index]!
    const near = [index - 2, index - 1, index + 1, index + 2].map((at) => lines[at])
    return near.some((other) => other?.page !== line.page || isNumber(other))
  }
  const key = (line: SourceLine): string => folded(line.text).replace(/\d+/g, '').trim()
  const times = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    if (isAtEnd(index)) times.set(key(line), (times.get(key(line)) ?? 0) + 1)
  }
  const running = (line: SourceLine, index: number): boolean =>
    line.text.length > 15 && (times.get(key(line)) ?? 0) >= 3 && isAtEnd(index)
  return lines.filter((line, index) => !isNumber(line) && !running(line, index))
}

export const pageHeight = (source: SourceDocument, page: number): number =>
  source.pageSizes?.[page - 1]?.height ?? 842

/** The size that most letters are set in. */
export function prevailingSize(lines: readonly SourceLine[]): number {
  const letters = new Map<number, number>()
  for (const line of lines) {
    letters.set(line.size, (letters.get(line.size) ?? 0) + line.text.length)
  }
  let best = 12
  let most = 0
  for (const [size, count] of letters) {
    if (count > most) {
      best = size
      most = count
    }
  }
  return best
}

export function linesByPage(lines: readonly SourceLine[]): SourceLine[][] {
  const pages: SourceLine[][] = []
  for (const line of lines) {
    const page = pages.at(-1)
    if (page && page[0]!.page === line.page) page.push(line)
    else pages.push([line])
  }
  return pages
}

const inMargin = (line: SourceLine, height: number): boolean =>
  line.y < 0.11 * height || line.y > 0.88 * height

const isPageNumber = (line: SourceLine, height: number): boolean =>
  inMargin(line, height) && /^(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?$/i.test(line.text)

/** Which end of the page, and the words without their numbers. */
const keyOf = (line: SourceLine, height: number): string =>
  `${inMargin(line, height) ? (line.y < height / 2 ? 'top' : 'foot') : ''}:${folded(line.text).replace(/\d+/g, '')}`

function runningHeads(source: SourceDocument): Set<string> {
  const pagesWith = new Map<string, Set<number>>()
  for (const line of source.lines) {
    const height = pageHeight(source, line.page)
    if (!inMargin(line, height)) continue
    const key = keyOf(line, height)
    const pages = pagesWith.get(key) ?? new Set()
    pages.add(line.page)
    pagesWith.set(key, pages)
  }
  const enough = source.pages <= 3 ? 2 : 3
  return new Set([...pagesWith].filter(([, pages]) => pages.size >= enough).map(([key]) => key))
}

/** The height from which a page holds footnotes: small type that opens with a raised number. */
function footnoteStart(page: readonly SourceLine[], bodySize: number, height: number): number {
  const first = page.find(
    (line, index) =>
      line.y > 0.4 * height &&
      line.size < 0.95 * bodySize &&
      (line.raised?.some((raised) => raised.atStart) ||
        /^\d{1,2}\s+\p{Lu}/u.test(line.text) ||
        // The number may stand on a line of its own, a little above the words.
        (/^\d{1,2}$/.test(line.text) && isSmall(page[index + 1]))),
  )
  return first ? first.y - 1 : Infinity

  function isSmall(line: SourceLine | undefined): boolean {
    return line !== undefined && line.size < 0.95 * bodySize && /\p{L}/u.test(line.text)
  }
}
