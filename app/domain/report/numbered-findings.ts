import { isListed, wordsWithLists } from './bullets'
import { gradeOf } from './grades'
import { joinLines } from './paragraphs'
import { columnOf } from './prose'
import type { ReadFinding, ReadRecommendation } from './reading'
import type { Section } from './sections'
import type { SourceLine } from './source'

/** Every numbered paragraph is kept, so that an action can cite "paragraph 38": number, page, heading and the area of
 *  its section. A paragraph that is itself a recommendation is kept as that. Numbers count on through the whole report,
 *  and begin anew where the Board has a report of its own.
 *  Source: DOMAIN 1.3 (all ILACS bodies and SIF bodies have numbered paragraphs). */

type Paragraph = {
  number: number
  area: string | null
  heading: string
  lines: SourceLine[]
}

/** `areaOf` says which judgement area a heading opens: null where it ends one, undefined where it says nothing of it. */
export function numberedFindings(
  sections: readonly Section[],
  items: readonly ReadRecommendation[],
  areaOf: (heading: string) => string | null | undefined,
): ReadFinding[] {
  const paragraphs = numberedParagraphs(sections, areaOf)
  const asItems = new Set(items.map(({ page, number }) => `${page}:${number}`))
  return paragraphs
    .filter(({ number, lines }) => !asItems.has(`${lines[0]!.page}:${number}`))
    .map(({ number, area, heading, lines }) => ({
      paragraph: String(number),
      area,
      kind: 'paragraph' as const,
      heading,
      text: wordsWithLists(lines).replace(numbered, ''),
      page: lines[0]!.page,
    }))
    .filter(({ text }) => text !== '')
}

function numberedParagraphs(
  sections: readonly Section[],
  areaOf: (heading: string) => string | null | undefined,
): Paragraph[] {
  const { leading } = columnOf(sections.flatMap((section) => section.lines))
  const paragraphs: Paragraph[] = []
  let next = 1
  let numbersAt: number | undefined
  let area: string | null = null
  let above: Section[] = []
  for (const section of sections) {
    // A heading in several runs ("The experiences and progress of", "Good", "children who need …") is one heading.
    if (above.at(-1)?.lines.length !== 0) above = []
    above.push(section)
    const titles = above.map(({ title }) => title).filter((title) => gradeOf(title) === undefined)
    const opened = areaOf([...titles, ...keyJudgement(section)].join(' '))
    if (opened !== undefined) area = opened
    const heading = nearestHeading(above)
    let open: Paragraph | undefined
    let hang: number | undefined
    for (const [index, line] of section.lines.entries()) {
      const number = numberAt(line)
      // The column of numbers may shift a little from page to page.
      const away = numbersAt === undefined ? 0 : Math.abs(line.x - numbersAt)
      const follows =
        (number === next && away < (isStopped(line) ? 26 : 14)) ||
        (number === next + 1 && away < 14) ||
        (number === 1 && open === undefined && away < 14)
      if (number !== undefined && follows && !isAlone(line, section.lines[index + 1])) {
        open = { number, area, heading, lines: [line] }
        paragraphs.push(open)
        numbersAt = line.x
        next = number + 1
        continue
      }
      if (!open) continue
      const before = section.lines[index - 1]!
      if (open.lines.length > 1) hang ??= open.lines[1]!.x
      if (endsParagraph(before, line, open.lines[0]!.x, hang, leading)) {
        open = undefined
        continue
      }
      open.lines.push(line)
    }
  }
  return paragraphs
}

const numbered = /^(\d{1,3})(?:\.(?!\d)\s*|\s+)(?=\S|$)/

const numberAt = (line: SourceLine): number | undefined => {
  const printed = numbered.exec(line.text)?.[1]
  return printed === undefined ? undefined : Number(printed)
}

const isStopped = (line: SourceLine): boolean => /^\d{1,3}\./.test(line.text)

/** A year, an age or a page number at the start of a line has no full stop and goes on in small letters, or stands alone. */
function isAlone(line: SourceLine, after: SourceLine | undefined): boolean {
  if (/^\d{1,3}\.\s*$/.test(line.text)) return false
  if (/^\d{1,3}$/.test(line.text)) return after === undefined || Math.abs(after.y - line.y) > 3
  return /^\d{1,3}\s+\p{Ll}/u.test(line.text)
}

/** The words stand apart from the paragraph and back at its left edge, or are set smaller: what stands at the report's end
 *  belongs to no paragraph. */
function endsParagraph(
  before: SourceLine,
  line: SourceLine,
  left: number,
  hang: number | undefined,
  leading: number,
): boolean {
  const apart =
    before.page === line.page
      ? line.y - before.y > 1.3 * leading || line.y < before.y
      : /[.?!:)\]’”]$/.test(before.text)
  if (isListed(line.text)) return false
  if (line.size < 0.93 * before.size && line.x < (hang ?? Infinity) - 6) return true
  if (!apart) return false
  if (hang !== undefined && hang > left + 6) return line.x < hang - 6
  return Math.abs(line.x - left) < 6
}

/** Some reports print the area in a table below the words "Key judgement". */
const keyJudgement = (section: Section): string[] =>
  /^(?:key )?judge?ments?\b/i.test(section.title)
    ? section.lines.slice(0, 5).map((line) => line.text)
    : []

function nearestHeading(above: readonly Section[]): string {
  const size = above.at(-1)!.line?.size
  const from = above.findLastIndex(
    ({ title, line }) =>
      gradeOf(title) === undefined && (line === undefined || Math.abs(line.size - size!) > 0.6),
  )
  return joinLines(
    above
      .slice(from + 1)
      .filter(({ title }) => gradeOf(title) === undefined)
      .map(({ title }) => title),
  )
}
