import { joinLines } from './paragraphs'
import type { SourceLine } from './source'

/** A list is told by its marks and by where they stand: a mark further to the right is a part of the item above it.
 *  Source: DOMAIN 1.3 (◼ or a private-use letter for items, dashes for parts). */

export type ListItem = {
  page: number
  lines: SourceLine[]
  /** The item's own words, without those of its parts. */
  text: string
  parts: ListItem[]
}

// Squares, circles, arrows, ticks and stars; dashes; and the letters that symbol typefaces leave behind in a text.
const mark =
  /^(?:[\u25A0-\u25FF\u2022\u2023\u2043\u204C\u204D\u2190-\u21FF\u2219\u22C5\u2605\u2606\u2610-\u2612\u2713-\u2718\u2731-\u2756\u2794-\u27BE\u2981\u29BF\u2B1B-\u2B24\uE000-\uF8FF\u00B7\u00BB\u203A]+|\*(?=\s)|[-\u2010-\u2015\u2212]\s*\u0336?|\u0336|[olnqu\u00D8\u00A7\u00FC\u00FE](?=\s))\s*(?=\S)/u

/** The mark at the start of a line, with the space after it; an empty string where there is none. */
export const listMark = (text: string): string => mark.exec(text)?.[0] ?? ''

/** Without its mark. */
export const unmarked = (text: string): string => text.slice(listMark(text).length)

export const isListed = (text: string): boolean => listMark(text) !== ''

/** Reads one list. Stops at the first line that belongs neither to an item nor to the list,
 *  and says where it stopped. Lines before the first mark are not part of it. */
export function readList(lines: readonly SourceLine[]): { items: ListItem[]; end: number } {
  const first = lines.findIndex((line) => isListed(line.text))
  if (first === -1) return { items: [], end: 0 }
  const left = lines[first]!.x
  const items: ListItem[] = []
  let hang: number | undefined
  let index = first
  for (; index < lines.length; index++) {
    const line = lines[index]!
    const before = lines[index - 1]
    if (isListed(line.text) && !isDashInWords(line, before, items.at(-1), left)) {
      if (line.x < left - 12) break
      const item: ListItem = { page: line.page, lines: [line], text: '', parts: [] }
      if (line.x > left + 7 && items.length > 0) items.at(-1)!.parts.push(item)
      else items.push(item)
      continue
    }
    if (before && endsList(before, line, left, hang)) break
    if (hang === undefined && line.x > left + 3 && items.at(-1)?.parts.length === 0) hang = line.x
    const item = items.at(-1)!
    ;(item.parts.at(-1) ?? item).lines.push(line)
  }
  return { items: items.map(withText), end: index }
}

/** All lists among these lines, in order; the prose between them is passed over. */
export function readLists(lines: readonly SourceLine[]): ListItem[][] {
  const lists: ListItem[][] = []
  let rest = lines
  while (rest.some((line) => isListed(line.text))) {
    const { items, end } = readList(rest)
    lists.push(items)
    rest = rest.slice(Math.max(end, 1))
  }
  return lists
}

/** A dash at the start of a line may be a dash of the sentence: it opens a part only where the words before lead up to one. */
function isDashInWords(
  line: SourceLine,
  before: SourceLine | undefined,
  item: ListItem | undefined,
  left: number,
): boolean {
  if (!/^[-\u2010-\u2015\u2212]/.test(line.text) || line.x <= left + 7 || !item) return false
  return item.parts.length === 0 && !/[:;]$|\b(?:and|or|including)$/.test(before?.text ?? '')
}

/** Words back at the left edge after a gap, or after a finished sentence, begin something else. */
function endsList(
  before: SourceLine,
  line: SourceLine,
  left: number,
  hang: number | undefined,
): boolean {
  // A footnote copied along begins with its number.
  const isNote = /^\d{1,2}\s+\p{Lu}/u.test(line.text)
  const outdented = isNote || (line.x <= left + 3 && (hang === undefined || hang > left + 6))
  if (!outdented) return false
  if (before.page !== line.page) return /[.?!)]$/.test(before.text)
  return line.y - before.y > 1.45 * Math.max(line.size, before.size)
}

function withText(item: ListItem): ListItem {
  const [first, ...rest] = item.lines
  return {
    ...item,
    text: joinLines([unmarked(first!.text), ...rest.map((line) => line.text)]),
    parts: item.parts.map(withText),
  }
}

/** The whole item in one sentence: parts follow, set off by semicolons, or by a space after "and". */
export function wholeText(item: ListItem): string {
  let text = item.text
  for (const [index, part] of item.parts.entries()) {
    const words = wholeText(part)
    const joint = index === 0 || /[;,:]$|\b(?:and|or)$/.test(text) ? ' ' : '; '
    text = `${text}${joint}${words}`
  }
  return text
}

/** Lines that hold a list of their own, in one sentence: its items are set off by semicolons, as in `wholeText`. */
export function wordsWithLists(lines: readonly SourceLine[]): string {
  const texts: string[] = []
  for (const line of lines) {
    if (!/[\p{L}\p{N}]/u.test(line.text)) continue
    const listed = isListed(line.text)
    const before = texts.at(-1)
    if (listed && before !== undefined && !/[;,:.]$|\b(?:and|or)$/.test(before)) {
      texts[texts.length - 1] = `${before};`
    }
    texts.push(listed ? unmarked(line.text) : line.text)
  }
  return joinLines(texts)
}
