import { isListed } from './bullets'
import { headingAsPrinted, isSetOff, type TypeOfBody } from './headings'
import { joinLines } from './paragraphs'
import type { SourceLine } from './source'
import { isWordedHeading, mayRunOn } from './worded-headings'

/** A section is a heading and what stands below it, up to the next heading. A heading may run over several lines. */
export type Section = {
  /** As printed, without a footnote number; empty for what stands before the first heading. */
  title: string
  /** The heading's first line. */
  line: SourceLine | undefined
  lines: SourceLine[]
}

export function sectionsOf(lines: readonly SourceLine[], body: TypeOfBody): Section[] {
  const sections: Section[] = [{ title: '', line: undefined, lines: [] }]
  let heading: SourceLine[] = []
  for (const [index, line] of lines.entries()) {
    const before = heading.at(-1)
    const runsOn = before !== undefined && !isTyped(body) && continues(before, line, body)
    if (runsOn || isHeading(line, lines[index - 1], lines[index + 1], body)) {
      if (before && continues(before, line, body)) {
        heading.push(line)
        sections.at(-1)!.title = headingAsPrinted(joinLines(heading.map((part) => part.text)))
      } else {
        heading = [line]
        sections.push({ title: headingAsPrinted(line.text), line, lines: [] })
      }
    } else {
      heading = []
      sections.at(-1)!.lines.push(line)
    }
  }
  return sections
}

function isHeading(
  line: SourceLine,
  before: SourceLine | undefined,
  after: SourceLine | undefined,
  body: TypeOfBody,
): boolean {
  if (!isTyped(body) && isWordedHeading(line, before, after)) {
    return !isPageBeside(line, before) && !isPageBeside(line, after)
  }
  if (!isSetOff(line, body) || line.size < body.size - 1 || isListed(line.text)) return false
  if (/^\d{1,3}[.)]\s/.test(line.text) && line.size < body.size + 0.9) return false
  // A line of the table of contents has its page number beside it.
  return !isPageBeside(line, before) && !isPageBeside(line, after) && /\p{L}/u.test(line.text)
}

const isPageBeside = (line: SourceLine, other: SourceLine | undefined): boolean =>
  other !== undefined &&
  other.page === line.page &&
  Math.abs(other.y - line.y) < 3 &&
  /^[.\s]*\d{1,3}$/.test(other.text)

const isTyped = (body: TypeOfBody): boolean => body.knowsBold || body.font !== undefined

const continues = (before: SourceLine, line: SourceLine, body: TypeOfBody): boolean =>
  (isTyped(body) || mayRunOn(before.text)) &&
  before.page === line.page &&
  Math.abs(before.size - line.size) < 0.6 &&
  Math.abs(before.x - line.x) < 2 &&
  line.y > before.y &&
  line.y - before.y < 1.45 * line.size
