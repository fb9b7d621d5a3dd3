import type { ListItem } from './bullets'
import { joinLines } from './paragraphs'
import { columnOf, paragraphsIn } from './prose'
import type { SourceLine } from './source'

/** Marks that are drawn as pictures are no letters, and some sections are prose. Then an item is a paragraph, or a line that
 *  hangs out over the lines below it; what is set in below words that lead up to it is a part. Each is uncertain.
 *  Source: DOMAIN 1.3 (North Lincolnshire 2022: a heading, then prose). */
export function unmarkedItems(lines: readonly SourceLine[]): ListItem[] {
  const paragraphs = hangingParagraphs(lines)
  const items: ListItem[] = []
  for (const paragraph of paragraphs) {
    const first = paragraph[0]!
    const text = joinLines(paragraph.map((line) => line.text))
    const item: ListItem = { page: first.page, lines: paragraph, text, parts: [] }
    const last = items.at(-1)
    const leadsUp = last !== undefined && (last.parts.length > 0 || /[:;]$/.test(last.text))
    if (leadsUp && first.x > last.lines[0]!.x + 7) last.parts.push(item)
    else items.push(item)
  }
  return items.filter((item) => /\p{L}{3}/u.test(item.text) && !saysNone(item.text))
}

/** Where the lines below the first are set in, each line at the left edge begins another paragraph. */
function hangingParagraphs(lines: readonly SourceLine[]): SourceLine[][] {
  const paragraphs = paragraphsIn(lines, columnOf(lines, true))
  const several = paragraphs.filter((paragraph) => paragraph.length > 1)
  const hanging = several.filter((paragraph) => paragraph[1]!.x > paragraph[0]!.x + 6)
  if (hanging.length === 0 || hanging.length < several.length / 2) return paragraphs
  return paragraphs.flatMap((paragraph) => {
    const left = paragraph[0]!.x
    const split: SourceLine[][] = []
    for (const line of paragraph) {
      if (split.length === 0 || line.x < left + 3) split.push([line])
      else split.at(-1)!.push(line)
    }
    return split
  })
}

/** "There are no areas for priority action." */
export const saysNone = (text: string): boolean =>
  text.length < 110 &&
  /^(?:there (?:are|were) no\b|no (?:areas?|priority|recommendations?)\b|none\b|(?:the inspection|inspectors|this inspection|we) (?:did not|found no|identified no|have not|has not)\b)/i.test(
    text,
  )
