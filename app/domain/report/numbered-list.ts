import { isListed, unmarked, type ListItem } from './bullets'
import { joinLines } from './paragraphs'
import type { SourceLine } from './source'

/** Numbered items count on by one, from whatever number the report has reached; marks inside an item are its parts.
 *  Source: DOMAIN 1.3 (SIF numbering may continue from earlier paragraphs). */

export type NumberedItem = ListItem & { number: string }

const numbered = /^\(?(\d{1,3})[.)]\s+(?=\S)/

export const numberOf = (text: string): number | undefined => {
  const printed = numbered.exec(text)?.[1]
  return printed === undefined ? undefined : Number(printed)
}

export function readNumberedList(lines: readonly SourceLine[]): NumberedItem[] {
  const first = lines.findIndex((line) => numberOf(line.text) !== undefined)
  if (first === -1) return []
  const left = lines[first]!.x
  const items: NumberedItem[] = []
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!
    const number = numberOf(line.text)
    const last = items.at(-1)
    const expected = last ? Number(last.number) + 1 : number
    if (number !== undefined && number === expected && Math.abs(line.x - left) < 15) {
      items.push({ number: String(number), page: line.page, lines: [line], text: '', parts: [] })
      continue
    }
    if (!last) continue
    if (isListed(line.text) && line.x > left + 3) {
      last.parts.push({ page: line.page, lines: [line], text: '', parts: [] })
      continue
    }
    const outdented = line.x < left - 3 || (line.x < left + 3 && hangs(items))
    if (outdented && standsApart(lines[at - 1]!, line)) {
      // A theme may stand between two items; anything else ends the list.
      if (!isTheme(line, lines[at + 1], expected)) break
      continue
    }
    ;(last.parts.at(-1) ?? last).lines.push(line)
  }
  return items.map((item) => ({
    ...withText(item, (text) => text.replace(numbered, '')),
    number: item.number,
    parts: item.parts.map((part) => withText(part, unmarked)),
  }))
}

/** A short line without a full stop, with the next number right below it. */
const isTheme = (
  line: SourceLine,
  after: SourceLine | undefined,
  expected: number | undefined,
): boolean =>
  line.text.length < 90 &&
  !/[.;,]$/.test(line.text) &&
  after !== undefined &&
  numberOf(after.text) === expected

const hangs = (items: readonly NumberedItem[]): boolean =>
  items.some((item) => item.lines.length > 1 && item.lines[1]!.x > item.lines[0]!.x + 6)

const standsApart = (before: SourceLine, line: SourceLine): boolean =>
  before.page === line.page ? line.y - before.y > 1.45 * line.size : /[.?!)]$/.test(before.text)

function withText<T extends ListItem>(item: T, strip: (text: string) => string): T {
  const [first, ...rest] = item.lines
  return { ...item, text: joinLines([strip(first!.text), ...rest.map((line) => line.text)]) }
}
