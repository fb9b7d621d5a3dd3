import { readLists, wholeText, type ListItem } from './bullets'
import { headingWords } from './headings'
import { nationalFrameworkIn } from './national-framework'
import type { ReadRecommendation, RecommendationKind } from './reading'
import type { Section } from './sections'
import type { SourceLine } from './source'
import { saysNone, unmarkedItems } from './unmarked-list'

/** Sections that say what must improve, in letters: a heading that opens one, themes inside it, a heading that closes it.
 *  Source: DOMAIN 1.3 (JTAI letters, focused-visit letters). */

export type SectionRules = {
  opens: readonly (readonly [RegExp, RecommendationKind])[]
  /** Headings about something else. */
  closes: RegExp
}

export function improvementsIn(
  sections: readonly Section[],
  { opens, closes }: SectionRules,
): ReadRecommendation[] {
  const found: ReadRecommendation[] = []
  let open: { kind: RecommendationKind; heading: string; left: number } | undefined
  for (const section of sections) {
    const words = headingWords(section.title)
    const kind = opens.find(([pattern]) => pattern.test(words))?.[1]
    const left = section.line?.x ?? 0
    if (kind) open = { kind, heading: section.title, left }
    else if (closes.test(words)) open = undefined
    if (!open) continue
    // A box with a case study interrupts the list; what comes back to the left edge belongs to the list again.
    const inBox = isBox(words) || (!kind && left > open.left + 3)
    const lines = inBox ? afterBox(section.lines, open.left) : section.lines
    for (const item of itemsIn(lines)) {
      found.push({ number: '', kind: open.kind, ...item, heading: open.heading })
    }
  }
  return numberedByKind(found)
}

const isBox = (words: string): boolean => /^(?:case|practice) stud/.test(words)

function afterBox(lines: readonly SourceLine[], left: number): SourceLine[] {
  const back = lines.findIndex((line) => Math.abs(line.x - left) < 2)
  return back === -1 || lines[back]!.x === lines[0]?.x ? [] : lines.slice(back)
}

type Item = Pick<ReadRecommendation, 'text' | 'page' | 'nationalFramework' | 'subItems' | 'because'>

function itemsIn(lines: readonly SourceLine[]): Item[] {
  // Prose between two lists says something about them; it is no item of its own.
  const items: Item[] = readLists(lines).flat().map(itemOf)
  if (items.length === 0) {
    items.push(
      ...unmarkedItems(lines).map((item) => ({
        ...itemOf(item),
        because: 'The section is prose, so one paragraph may hold several things to improve.',
      })),
    )
  }
  return items.filter((item) => /\p{L}{3}/u.test(item.text) && !saysNone(item.text))
}

function itemOf(item: ListItem): Item {
  const text = wholeText(item)
  return {
    text,
    page: item.page,
    nationalFramework: nationalFrameworkIn(text),
    ...(item.parts.length > 0 ? { subItems: item.parts.map((part) => wholeText(part)) } : {}),
  }
}

/** Letters do not number their items: each list counts from one. */
function numberedByKind(items: readonly ReadRecommendation[]): ReadRecommendation[] {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const number = (counts.get(item.kind) ?? 0) + 1
    counts.set(item.kind, number)
    return { ...item, number: String(number) }
  })
}
