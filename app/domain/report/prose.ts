import type { SourceLine } from './source'

/** The lines of one column: the usual distance between them and the right edge. In a column of items each item begins on
 *  a line of its own, even where no gap parts it from the item above. */
export type Column = { leading: number; right: number; ofItems: boolean }

export const columnOf = (lines: readonly SourceLine[], ofItems = false): Column => ({
  leading: ofItems ? leastLeading(lines) : usualLeading(lines),
  right: lines.reduce((furthest, line) => Math.max(furthest, line.right), 0),
  ofItems,
})

/** Where a section or a column is prose, a paragraph ends at a gap; where the gap is hardly wider than between lines,
 *  it ends where a sentence was finished and the line was left before its end. */
export function paragraphsIn(
  lines: readonly SourceLine[],
  column: Column = columnOf(lines),
): SourceLine[][] {
  const paragraphs: SourceLine[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || opensParagraph(before, line, column)) paragraphs.push([line])
    else paragraphs.at(-1)!.push(line)
  }
  return paragraphs
}

export function opensParagraph(
  before: SourceLine,
  line: SourceLine,
  { leading, right, ofItems }: Column,
): boolean {
  const finished = endsSentence(before.text) && !/^\p{Ll}/u.test(line.text)
  if (before.page !== line.page) return finished
  const gap = line.y - before.y
  // A sentence may go on after a gap: below a page's end, a picture or a box.
  if (gap > 1.3 * leading) return endsSentence(before.text) || !/^\p{Ll}/u.test(line.text)
  if (gap > 1.12 * leading && finished) return true
  if (!finished) return false
  return gap > leading + 0.3
    ? leftEarly(before, line, right, 0)
    : ofItems && leftEarly(before, line, right, 24)
}

/** The distance between lines that occurs most. */
function usualLeading(lines: readonly SourceLine[]): number {
  const gaps = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || before.page !== line.page) continue
    const gap = Math.round((line.y - before.y) * 4) / 4
    if (gap > 0.8 * line.size && gap < 2 * line.size) gaps.set(gap, (gaps.get(gap) ?? 0) + 1)
  }
  return (
    [...gaps].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1.2 * (lines[0]?.size ?? 12)
  )
}

/** The least distance between lines: where most items are one line long, the usual distance is that between items. */
function leastLeading(lines: readonly SourceLine[]): number {
  let least = usualLeading(lines)
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || before.page !== line.page) continue
    const gap = line.y - before.y
    if (gap > 0.95 * line.size && gap < least) least = gap
  }
  return least
}

const endsSentence = (text: string): boolean => /[.?!:;][’”'")\]]*\s*$/.test(text)

/** The first word of this line would have fitted at the end of the line before, with room to spare. */
function leftEarly(before: SourceLine, line: SourceLine, right: number, spare: number): boolean {
  const word = line.text.split(' ')[0] ?? ''
  const letter = (line.right - line.x) / Math.max(1, line.text.length)
  return before.right + (word.length + 1) * letter + spare < right
}
