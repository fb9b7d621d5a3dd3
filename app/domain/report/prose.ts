import type { SourceLine } from './source'

/** Where a section or a column is prose, a paragraph ends at a gap; where the gap is hardly wider than between lines,
 *  it ends where a sentence was finished and the line was left before its end. */
export function paragraphsIn(lines: readonly SourceLine[]): SourceLine[][] {
  const leading = usualLeading(lines)
  const right = lines.reduce((furthest, line) => Math.max(furthest, line.right), 0)
  const paragraphs: SourceLine[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || opensParagraph(before, line, leading, right)) paragraphs.push([line])
    else paragraphs.at(-1)!.push(line)
  }
  return paragraphs
}

export function opensParagraph(
  before: SourceLine,
  line: SourceLine,
  leading: number,
  right: number,
): boolean {
  const finished = endsSentence(before.text) && !/^\p{Ll}/u.test(line.text)
  if (before.page !== line.page) return finished
  const gap = line.y - before.y
  if (gap > 1.3 * leading) return true
  if (gap > 1.12 * leading && finished) return true
  return finished && gap > leading + 0.3 && leftEarly(before, line, right)
}

/** The distance between lines that occurs most. */
export function usualLeading(lines: readonly SourceLine[]): number {
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

const endsSentence = (text: string): boolean => /[.?!:;][’”'")\]]*\s*$/.test(text)

/** The first word of this line would have fitted at the end of the line before. */
function leftEarly(before: SourceLine, line: SourceLine, right: number): boolean {
  const word = line.text.split(' ')[0] ?? ''
  const letter = (line.right - line.x) / Math.max(1, line.text.length)
  return before.right + (word.length + 1) * letter < right
}
