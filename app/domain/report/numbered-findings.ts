import { headingAsPrinted, isSetOff, type TypeOfBody } from './headings'
import { joinLines } from './paragraphs'
import type { ReadFinding } from './reading'
import type { SourceLine } from './source'

/** Every numbered paragraph is kept, so that an action can cite "paragraph 38": number, page and the area of its section.
 *  Source: DOMAIN 1.3 (all ILACS bodies and SIF bodies have numbered paragraphs). */
export function numberedFindings(
  lines: readonly SourceLine[],
  body: TypeOfBody,
  areaOf: (heading: string) => string | undefined,
): ReadFinding[] {
  const findings: {
    number: number
    area: string | null
    heading: string
    lines: SourceLine[]
  }[] = []
  let area: string | null = null
  let under = ''
  let heading: string[] = []
  let next = 1
  let open = false
  let inHeading = false
  for (const line of lines) {
    const number = /^(\d{1,3})\.?\s+\S/.exec(line.text)?.[1]
    const isNext = number !== undefined && Number(number) >= next && Number(number) <= next + 1
    if (isNext && line.size <= body.size + 0.6) {
      area = areaOf(heading.join(' ')) ?? area
      if (heading.length > 0) under = headingAsPrinted(joinLines(heading))
      heading = []
      findings.push({ number: Number(number), area, heading: under, lines: [line] })
      next = Number(number) + 1
      open = true
    } else if (isSetOff(line, body) && line.size > body.size + 0.9) {
      if (!inHeading) heading = []
      heading.push(line.text)
      inHeading = true
      open = false
      continue
    } else if (open) {
      findings.at(-1)!.lines.push(line)
    }
    inHeading = false
  }
  return findings.map(({ number, area: about, heading: above, lines: paragraph }) => ({
    paragraph: String(number),
    area: about,
    kind: 'paragraph',
    heading: above,
    text: joinLines(paragraph.map((line) => line.text)).replace(/^\d{1,3}\.?\s+/, ''),
    page: paragraph[0]!.page,
  }))
}
