/** An ILACS report: title, dates and lead inspector, a table of judgements, then the bullets under "What needs to improve".
 *  Source: DOMAIN 1.1 (names and eras), 1.3 (anatomy of the three eras). */
import { isListed, readLists, wholeText } from './bullets'
import { councilName } from './council-name'
import { firstAndLastDay } from './dates'
import { folded } from './folding'
import {
  areaPrintedAs,
  beginsAreaName,
  type Framework,
  frameworkJudging,
} from '../inspection/frameworks'
import { bodyLines } from './furniture'
import { gradeAtEnd } from './grades'
import { headingAsPrinted, headingWords, isSetOff, typeOfBody, type TypeOfBody } from './headings'
import { inspectorName } from './inspector-name'
import { ilacsArea } from './judgement-areas'
import { judgementTable } from './judgement-table'
import { nationalFrameworkIn } from './national-framework'
import { numberedFindings } from './numbered-findings'
import { joinLines } from './paragraphs'
import type { ReadJudgement, ReadRecommendation, Reading } from './reading'
import { sectionsOf } from './sections'
import type { SourceDocument, SourceLine } from './source'
import { unmarkedItems } from './unmarked-list'

export function readIlacs(source: SourceDocument, frameworks: readonly Framework[] = []): Reading {
  const known = frameworks.filter(({ kind }) => kind === 'ilacs')
  const lines = bodyLines(source)
  const body = typeOfBody(lines)
  const head = headOf(lines)
  const warnings: string[] = []

  const dates = labelled(head, /^inspection dates?\b\s*:?\s*/i)
  const period = dates === undefined ? undefined : firstAndLastDay(dates)
  if (!period) warnings.push('The dates of the inspection were not found.')

  const leader = labelled(head, /^lead inspectors?\b\s*:?\s*/i)
  const leadInspector = leader === undefined ? null : inspectorName(leader)
  if (!leadInspector) warnings.push('No lead inspector is named.')

  const judgements = judgementsOf(lines, body, known, warnings)
  const recommendations = recommendationsOf(lines, body, warnings)

  return {
    kind: 'ilacs',
    framework: frameworkOf(judgements, period?.from, known),
    council: councilOf(head, source),
    inspectedFrom: period?.from ?? null,
    inspectedTo: period?.to ?? null,
    leadInspector,
    judgements,
    recommendations,
    findings: numberedFindings(sectionsOf(lines, body), [], (heading) => areaNamed(heading, known)),
    warnings,
  }
}

/** What stands above the table of judgements. */
function headOf(lines: readonly SourceLine[]): SourceLine[] {
  const table = lines.findIndex(
    (line) => /^judge?ments?\b/i.test(line.text) && line.text.length < 40,
  )
  return lines.slice(0, table > 0 ? table : 25)
}

/** The words after a label, up to the next label; they may stand beside it or below it. */
function labelled(head: readonly SourceLine[], label: RegExp): string | undefined {
  const at = head.findIndex((line) => label.test(line.text))
  if (at === -1) return undefined
  const words = [head[at]!.text.replace(label, '')]
  for (const line of head.slice(at + 1, at + 4)) {
    if (/^(?:inspection dates?|lead inspectors?|judge?ments?)\b/i.test(line.text)) break
    words.push(line.text)
  }
  return joinLines(words)
}

const titleWithName =
  /\binspection of (.{1,80}?)(?:[’']s)?\s+(?:local authority[’']?s?\s+)?children(?:[’']?s[’']?|\s+and\s+families)\s+(?:social care\s+)?services\b/i

function councilOf(head: readonly SourceLine[], source: SourceDocument): string | null {
  const labels = head.findIndex((line) => /^(?:inspection dates?|lead inspector)/i.test(line.text))
  const title = head.slice(0, labels > 0 ? labels : 6)
  const named = titleWithName.exec(joinLines(title.map((line) => line.text)))
  const before = title.findIndex((line) =>
    /^inspection of (?:local authority )?children/i.test(folded(line.text)),
  )
  if (before > 0) return councilName(joinLines(title.slice(0, before).map((line) => line.text)))
  if (named) return councilName(named[1]!)
  const footer = source.lines
    .map((line) => titleWithName.exec(line.text)?.[1])
    .find((name) => name !== undefined)
  return footer ? councilName(footer) : null
}

const beginsRow =
  (known: readonly Framework[]) =>
  (text: string): boolean =>
    /^(?:the\s|overall\b)/i.test(text) || beginsAreaName(known, text)

/** The area that a framework prints by this name, or else the one that its words point to. */
function areaNamed(printed: string, known: readonly Framework[]): string | undefined {
  const name = printed.replace(gradeAfterName, '')
  return (
    known.map((framework) => areaPrintedAs(framework, name)?.area).find((area) => area) ??
    ilacsArea(printed)
  )
}

/** Headings of sections carry the grade: "The experiences and progress of care leavers: good". */
const gradeAfterName =
  /\s*(?::|\bis\b|\bare\b)\s*(?:outstanding|good|requires? improvement(?: to be good)?|inadequate)\s*$/i

function judgementsOf(
  lines: readonly SourceLine[],
  body: TypeOfBody,
  known: readonly Framework[],
  warnings: string[],
): ReadJudgement[] {
  const judgements: ReadJudgement[] = []
  for (const row of judgementTable(lines, beginsRow(known))) {
    const area = areaNamed(row.name, known)
    if (!area) warnings.push(`A judgement is not one we know: “${row.name}”.`)
    else if (!judgements.some((one) => one.area === area)) {
      judgements.push({ area, grade: row.grade })
    }
  }
  // Section headings repeat the grades: they fill what the table left open and show where the two differ.
  for (const { area, grade } of gradedHeadings(lines, body)) {
    const inTable = judgements.find((judgement) => judgement.area === area)
    if (!inTable && area !== 'overall') {
      judgements.push({ area, grade })
      warnings.push(`The grade for ${area} comes from a section heading, not from the table.`)
    } else if (inTable && inTable.grade !== grade) {
      warnings.push(
        `The table says ${inTable.grade} for ${area}, its section heading says ${grade}.`,
      )
    }
  }
  if (judgements.length === 0) warnings.push('No judgements were found.')
  return judgements
}

function gradedHeadings(lines: readonly SourceLine[], body: TypeOfBody): ReadJudgement[] {
  return lines.flatMap((line, index) => {
    if (!isSetOff(line, body) || !/^the\s/i.test(line.text)) return []
    for (let length = 1; length <= 3; length++) {
      const words = joinLines(lines.slice(index, index + length).map((part) => part.text))
      const grade = gradeAtEnd(words)
      const area = ilacsArea(words)
      if (grade && area) return [{ area, grade }]
    }
    return []
  })
}

const opensImprovements = (line: SourceLine): boolean =>
  line.text.length < 45 && /^what needs to improve\b/.test(headingWords(line.text))

function recommendationsOf(
  lines: readonly SourceLine[],
  body: TypeOfBody,
  warnings: string[],
): ReadRecommendation[] {
  const at = lines.findIndex((line) => opensImprovements(line))
  if (at === -1) {
    warnings.push('The report has no section “What needs to improve”.')
    return []
  }
  const heading = lines[at]!
  const section = sectionAfter(lines, at, body)
  const lists = readLists(section)
  const name = headingAsPrinted(heading.text)
  if (lists.length === 0) return fromProse(section, name, warnings)

  const items = lists.flatMap((list, index) => list.map((item) => ({ item, again: index > 0 })))
  return items.map(({ item, again }, index) => {
    const text = wholeText(item)
    return {
      number: String(index + 1),
      kind: 'area-for-improvement',
      text,
      heading: name,
      page: item.page,
      nationalFramework: nationalFrameworkIn(text),
      ...(item.parts.length > 0 ? { subItems: item.parts.map((part) => wholeText(part)) } : {}),
      ...(again ? { because: 'It stands in a second list, after other words.' } : {}),
    }
  })
}

/** Up to the next heading, or the first numbered paragraph. */
function sectionAfter(lines: readonly SourceLine[], at: number, body: TypeOfBody): SourceLine[] {
  const heading = lines[at]!
  const section: SourceLine[] = []
  for (const line of lines.slice(at + 1)) {
    if (isListed(line.text)) {
      section.push(line)
      continue
    }
    if (line.size > body.size + 0.9 && line.size >= heading.size - 0.6) break
    if (heading.size <= body.size + 0.9 && isSetOff(heading, body) && isSetOff(line, body)) break
    if (/^the (?:experiences? and progress|impact of leaders)\b/i.test(line.text)) break
    if (/^1\.\s/.test(line.text)) break
    section.push(line)
  }
  return section
}

/** A section in prose: each paragraph is put forward, and marked as uncertain. */
function fromProse(
  section: readonly SourceLine[],
  heading: string,
  warnings: string[],
): ReadRecommendation[] {
  warnings.push(`“${heading}” is followed by prose, not by a list.`)
  return unmarkedItems(section).map((item, index) => {
    const text = wholeText(item)
    return {
      number: String(index + 1),
      kind: 'area-for-improvement',
      text,
      heading,
      page: item.page,
      nationalFramework: nationalFrameworkIn(text),
      ...(item.parts.length > 0 ? { subItems: item.parts.map((part) => wholeText(part)) } : {}),
      because: 'The section is prose, so one paragraph may hold several things to improve.',
    }
  })
}

/** Which set of judgement areas the report uses; the dates decide only where the judgements do not. */
function frameworkOf(
  judgements: readonly ReadJudgement[],
  from: string | undefined,
  known: readonly Framework[],
): string {
  const areas = new Set(judgements.map((judgement) => judgement.area))
  const fitting = frameworkJudging(known, areas)
  if (fitting) return fitting.id
  if (areas.has('children-in-care-and-care-leavers')) return 'ilacs-2018'
  if (areas.has('care-leavers')) return areas.has('overall') ? 'ilacs-2023' : 'ilacs-2026'
  if (from === undefined || from >= '2026-04-01') return 'ilacs-2026'
  return from >= '2023-01-01' ? 'ilacs-2023' : 'ilacs-2018'
}
