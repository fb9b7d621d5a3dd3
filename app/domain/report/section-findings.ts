import { isListed, wordsWithLists } from './bullets'
import { headingWords } from './headings'
import { paragraphsIn } from './prose'
import type { ReadFinding } from './reading'
import type { Section } from './sections'
import type { SourceLine } from './source'

/** Letters and area SEND reports number no paragraphs: each paragraph and each list item of the sections that say what
 *  was found is kept, with its heading and page. A heading below such a section belongs to it until another one closes it.
 *  Source: DOMAIN 1.3 (headings of JTAI letters, area SEND reports and both visit letters). */

export type FindingRules = {
  /** Sections that say what was found. */
  opens: RegExp
  /** Those whose every statement is a strength. */
  strengths: RegExp
  /** Headings about something else: what must improve is kept as recommendations. */
  closes: RegExp
}

export function sectionFindings(
  sections: readonly Section[],
  rules: FindingRules,
  area: string | null,
): ReadFinding[] {
  let open = false
  let strong = false
  return sections.flatMap((section) => {
    const words = headingWords(section.title)
    if (rules.opens.test(words)) {
      open = true
      strong = rules.strengths.test(words)
    } else if (rules.closes.test(words)) open = false
    if (!open) return []
    return statementsIn(section.lines).map((lines) => ({
      paragraph: null,
      area,
      kind: strong ? ('strength' as const) : ('paragraph' as const),
      heading: section.title,
      text: wordsWithLists(lines),
      page: lines[0]!.page,
    }))
  })
}

/** Paragraphs; in a list each item with its parts. A line without a whole word says nothing. */
function statementsIn(lines: readonly SourceLine[]): SourceLine[][] {
  const worded = lines.filter((line) => /\p{L}{2}/u.test(line.text))
  const marks = worded.filter((line) => isListed(line.text))
  const left = marks.reduce((least, line) => Math.min(least, line.x), Infinity)
  const statements: SourceLine[][] = []
  for (const paragraph of paragraphsIn(worded)) {
    for (const [index, line] of paragraph.entries()) {
      const isPart = isListed(line.text) && line.x > left + 7
      const last = statements.at(-1)
      if (last && (isPart || (index > 0 && !isListed(line.text)))) last.push(line)
      else statements.push([line])
    }
  }
  return statements.filter((statement) => wordsWithLists(statement).split(' ').length > 2)
}
