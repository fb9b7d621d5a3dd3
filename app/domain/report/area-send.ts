import { isListed, readList, unmarked, wholeText } from './bullets'
import { councilName } from './council-name'
import { firstAndLastDay } from './dates'
import { folded } from './folding'
import { bodyLines } from './furniture'
import { headingWords, typeOfBody } from './headings'
import { inspectorName } from './inspector-name'
import { nationalFrameworkIn } from './national-framework'
import { numberOf, readNumberedList } from './numbered-list'
import { joinLines } from './paragraphs'
import { columnOf, opensParagraph, paragraphsIn } from './prose'
import type { ReadRecommendation, Reading, RecommendationKind } from './reading'
import { sectionFindings, type FindingRules } from './section-findings'
import { sectionsOf, type Section } from './sections'
import type { SourceDocument, SourceLine } from './source'

/** An area SEND report: one of three outcomes, then tables of areas for priority action (responsible body at the left,
 *  the action at the right) and areas for improvement (one column, a row an item).
 *  Source: DOMAIN 1.3 (two-column tables whose columns interleave in a text extraction). */
export function readAreaSend(source: SourceDocument): Reading {
  const lines = bodyLines(source)
  const body = typeOfBody(lines)
  const sections = sectionsOf(lines, body)
  const warnings: string[] = []

  const label = /^inspection dates?\s*:?\s*/i
  const dates = lines.findIndex((line) => label.test(line.text))
  const period =
    dates === -1 ? undefined : firstAndLastDay(rowText(lines, dates).replace(label, ''))
  if (!period) warnings.push('The dates of the inspection were not found.')

  const outcome = outcomeOf(sections, lines)
  if (!outcome) warnings.push('The outcome is not one of the three that we know.')
  const recommendations = recommendationsOf(sections)
  if (recommendations.length === 0) warnings.push('No areas for improvement were found.')
  const leadInspector = leadInspectorOf(lines)
  if (!leadInspector) warnings.push('No lead inspector is named.')

  return {
    kind: 'area-send',
    framework: 'area-send',
    council: councilOf(lines),
    inspectedFrom: period?.from ?? null,
    inspectedTo: period?.to ?? null,
    leadInspector,
    judgements: outcome ? [{ area: 'send', grade: outcome }] : [],
    recommendations,
    findings: sectionFindings(sections, findingRules, 'send'),
    outcome,
    responsibleBodies: responsibleBodiesOf(sections),
    warnings,
  }
}

/** What stands on one height, columns joined. */
const rowText = (lines: readonly SourceLine[], at: number): string =>
  joinLines(
    lines
      .slice(at, at + 4)
      .filter((line) => Math.abs(line.y - lines[at]!.y) < 3 && line.page === lines[at]!.page)
      .map((line) => line.text),
  )

const outcomes: readonly [RegExp, string][] = [
  [/widespread and\/?\s*or systemic failings/, 'widespread-failings'],
  [/lead to inconsistent experiences and outcomes/, 'inconsistent'],
  [/typically lead to positive experiences and outcomes/, 'typically-positive'],
]

function outcomeOf(sections: readonly Section[], lines: readonly SourceLine[]): string | null {
  const section = sections.find((one) => headingWords(one.title) === 'inspection outcome')
  const text = folded(joinLines((section?.lines ?? lines.slice(0, 40)).map((line) => line.text)))
  return outcomes.find(([words]) => words.test(text))?.[1] ?? null
}

const opens: readonly [RegExp, RecommendationKind][] = [
  [/^areas? for priority action$/, 'area-for-priority-action'],
  [/^areas? for improvement$/, 'area-for-improvement'],
]

const findingRules: FindingRules = {
  opens:
    /^what is it like to be\b|^what (?:is|are) the .*\bdoing that (?:is|are) effective$|^what does the .*\bneed to do better$/,
  strengths: /\bdoing that (?:is|are) effective$/,
  closes:
    /^(?:areas? for (?:improvement|priority action)|inspection outcome|information about|local area partnership details|inspection team)\b/,
}

function recommendationsOf(sections: readonly Section[]): ReadRecommendation[] {
  const found: ReadRecommendation[] = []
  let open: { kind: RecommendationKind; heading: string } | undefined
  for (const section of sections) {
    const words = headingWords(section.title)
    const kind = opens.find(([pattern]) => pattern.test(words))?.[1]
    // The table's own headings repeat the section's.
    if (kind) open = { kind, heading: section.title }
    else if (!/^responsible bod(?:y|ies)$/.test(words)) open = undefined
    if (!open || section.lines.length === 0) continue
    for (const row of rowsOf(section.lines)) {
      const item = itemOf(row.action)
      const number = found.filter((other) => other.kind === open!.kind).length + 1
      if (!item) continue
      found.push({
        number: String(number),
        kind: open.kind,
        heading: open.heading,
        ...item,
        ...(row.bodies.length > 0 ? { responsibleBodies: bodiesIn(row.bodies) } : {}),
      })
    }
  }
  return found
}

type Row = { bodies: SourceLine[]; action: SourceLine[] }

/** Two columns stand side by side where many lines share a height with another; then a row begins where both begin anew. */
function rowsOf(lines: readonly SourceLine[]): Row[] {
  const edge = actionEdge(lines)
  const worded = lines.filter((line) => /[\p{L}\p{N}]/u.test(line.text))
  const action = worded.filter((line) => edge === undefined || line.x > edge - 8)
  const bodies = worded.filter((line) => edge !== undefined && line.x <= edge - 8)
  if (action.length === 0) return []
  const left = action.reduce((least, line) => Math.min(least, line.x), Infinity)
  // The rows have gaps of their own, so the usual distance is that between lines.
  const column = { ...columnOf(action), ofItems: true }
  const rows: Row[] = []
  for (const [index, line] of action.entries()) {
    const before = action[index - 1]
    if (!before || opensRow(before, line)) rows.push({ bodies: [], action: [line] })
    else rows.at(-1)!.action.push(line)
  }
  for (const line of bodies) {
    const row = rows.findLast((one) => startsAtOrAbove(one.action[0]!, line)) ?? rows[0]!
    row.bodies.push(line)
  }
  return rows

  function opensRow(before: SourceLine, line: SourceLine): boolean {
    if (line.x > left + 8 || isListed(line.text)) return false
    if (numberOf(line.text) !== undefined) return true
    const apart = opensParagraph(before, line, column)
    if (edge === undefined) return apart
    // Beside a new row the responsible body begins anew, too.
    const beside = bodies.find((body) => body.page === line.page && Math.abs(body.y - line.y) < 3)
    return apart && beside !== undefined
  }
}

const startsAtOrAbove = (first: SourceLine, line: SourceLine): boolean =>
  first.page < line.page || (first.page === line.page && first.y <= line.y + 3)

/** The left edge of the second column, if there are two. */
function actionEdge(lines: readonly SourceLine[]): number | undefined {
  const starts = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || before.page !== line.page || Math.abs(before.y - line.y) > 3) continue
    if (line.x < before.right) continue
    const edge = [...starts.keys()].find((x) => Math.abs(x - line.x) < 4) ?? line.x
    starts.set(edge, (starts.get(edge) ?? 0) + 1)
  }
  const best = [...starts].sort((a, b) => b[1] - a[1])[0]
  return best && best[1] >= 2 ? best[0] : undefined
}

type Item = Pick<ReadRecommendation, 'text' | 'page' | 'nationalFramework' | 'subItems'>

function itemOf(lines: readonly SourceLine[]): Item | undefined {
  const first = lines[0]!
  const listAt = lines.findIndex((line) => isListed(line.text))
  const numbered = numberOf(first.text) !== undefined
  const lead = numbered
    ? (readNumberedList(lines)[0]?.text ?? '')
    : joinLines(lines.slice(0, listAt === -1 ? undefined : listAt).map((line) => line.text))
  if (!numbered && listAt === 0) {
    return {
      text: unmarked(joinLines(lines.map((line) => line.text))),
      page: first.page,
      nationalFramework: [],
    }
  }
  const list = listAt === -1 || numbered ? undefined : readList(lines.slice(listAt))
  const after = list ? joinLines(lines.slice(listAt + list.end).map((line) => line.text)) : ''
  const parts = (list?.items ?? []).map((part) => wholeText(part))
  const text = [wholeTextOf(lead, parts), after].filter(Boolean).join(' ')
  if (text.length < 8) return undefined
  return {
    text,
    page: first.page,
    nationalFramework: nationalFrameworkIn(text),
    ...(parts.length > 0 ? { subItems: parts } : {}),
  }
}

function wholeTextOf(lead: string, parts: readonly string[]): string {
  let text = lead
  for (const [index, part] of parts.entries()) {
    text += (index === 0 || /[;,:]$|\b(?:and|or)$/.test(text) ? ' ' : '; ') + part
  }
  return text
}

/** "A County Council and NHS B Integrated Care Board" are two. */
function bodiesIn(lines: readonly SourceLine[]): string[] {
  return bodiesNamed(joinLines(lines.map((line) => line.text)))
}

const bodyEnding = /(?:council|board|icbs?|trust|first|authority|partnership|nhs|group)\b/i

function bodiesNamed(text: string): string[] {
  const pieces = text.split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
  const bodies: string[] = []
  for (const piece of pieces) {
    // "Derby and Derbyshire", "Luton and Milton Keynes": a piece that is not yet a body belongs to the next.
    const open = bodies.at(-1)
    if (open !== undefined && !isBody(open)) {
      const joint = new RegExp(
        `${escaped(open)}(\\s*,\\s*(?:and\\s+)?|\\s+and\\s+)${escaped(piece)}`,
      )
      bodies[bodies.length - 1] = joint.exec(text)?.[0] ?? `${open} and ${piece}`
    } else bodies.push(piece)
  }
  return bodies.map((body) => body.replace(/^the\s+/i, '').trim()).filter(Boolean)
}

const isBody = (name: string): boolean =>
  bodyEnding.test(name.replace(/^(?:the\s+)?nhs\b/i, '')) ||
  /^(?:the\s+)?(?:london|royal) borough of\b/i.test(name)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The bodies that the report says plan and commission services together. */
function responsibleBodiesOf(sections: readonly Section[]): string[] {
  const about = sections.find((section) =>
    /^information about the local area partnership/.test(headingWords(section.title)),
  )
  const text = joinLines((about?.lines ?? []).map((line) => line.text))
  const named =
    /(?:^|\.\s+)([^.]{5,260}?)\s*(?:\([^)]*\)\s*)?(?:are|is) (?:jointly )?responsible for\b/i.exec(
      text,
    )?.[1]
  if (named) return bodiesNamed(named.replace(/\s*\([^)]*\)/g, ''))
  return bodiesInDetails(sections)
}

/** Else the table at the end, which names them above the people who lead them. */
function bodiesInDetails(sections: readonly Section[]): string[] {
  const heads = sections.filter((section) =>
    /^(?:local authority|integrated care boards?)$/.test(headingWords(section.title)),
  )
  const lines = heads.at(-1)?.lines ?? []
  return heads.flatMap((head) => {
    const column = lines.filter((line) => Math.abs(line.x - head.line!.x) < 8)
    const name = paragraphsIn(column)[0]?.filter(
      (line) => !/\b(?:director|chief|ceo)\b/i.test(line.text),
    )
    const upTo = name?.findIndex((line) => bodyEnding.test(line.text)) ?? -1
    const words = name?.slice(0, Math.max(upTo, 0) + 1) ?? []
    return words.length > 0 ? [joinLines(words.map((line) => line.text))] : []
  })
}

function councilOf(lines: readonly SourceLine[]): string | null {
  const at = lines.findIndex((line) => /^area send (?:full )?inspection of\b/i.test(line.text))
  if (at === -1) return null
  const title: string[] = []
  for (const line of lines.slice(at, at + 4)) {
    if (/^inspection dates?/i.test(line.text)) break
    title.push(line.text)
  }
  const named = /inspection of\s+(.{1,100}?)(?:\s+local area(?: partnership)?)?$/i.exec(
    joinLines(title),
  )?.[1]
  return named ? councilName(named) : null
}

function leadInspectorOf(lines: readonly SourceLine[]): string | null {
  const team = lines.findIndex((line) => /^inspection team$/i.test(line.text))
  if (team === -1) return null
  const ofsted = lines
    .slice(team + 1)
    .find((line) => /\blead\b/i.test(line.text) && !/\bcqc\b/i.test(line.text))
  return ofsted
    ? inspectorName(
        ofsted.text.replace(/,?\s*\(?\b(?:(?:his|her) majesty|ofsted|hmi|lead)\b.*$/i, ''),
      )
    : null
}
