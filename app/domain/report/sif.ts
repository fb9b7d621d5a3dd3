import { isListed, readLists, wholeText, type ListItem } from './bullets'
import { councilName } from './council-name'
import { firstAndLastDay } from './dates'
import { folded } from './folding'
import { bodyLines } from './furniture'
import { gradeOf, type Grade } from './grades'
import { headingWords, typeOfBody, type TypeOfBody } from './headings'
import { inspectorName } from './inspector-name'
import { sifArea } from './judgement-areas'
import { judgementRows } from './judgement-table'
import { numberedFindings } from './numbered-findings'
import { numberOf, readNumberedList } from './numbered-list'
import { joinLines } from './paragraphs'
import type {
  ReadFinding,
  ReadJudgement,
  ReadRecommendation,
  Reading,
  RecommendationKind,
} from './reading'
import { sectionsOf, type Section } from './sections'
import type { SourceDocument, SourceLine } from './source'
import { unmarkedItems } from './unmarked-list'

/** A SIF report: numbered judgements on the first page, the overall one as a sentence, and numbered items under
 *  "Priority and immediate action" and "Areas for improvement" (to early 2015) or "Recommendations"; the Local
 *  Safeguarding Children Board has a list of its own in the second part.
 *  Source: DOMAIN 1.1 (names), 1.3 (anatomy of both SIF eras). */
export function readSif(source: SourceDocument): Reading {
  const lines = bodyLines(source)
  const body = typeOfBody(lines)
  const front = frontOf(lines, source.pages)
  const sections = afterContents(sectionsOf(lines.slice(front.length), body))
  const warnings: string[] = []

  const label = /^inspection dates?\s*:?\s*/i
  const at = front.findIndex((line) => label.test(line.text))
  const period =
    at === -1
      ? undefined
      : (firstAndLastDay(front[at]!.text.replace(label, '')) ??
        firstAndLastDay(joinLines(front.slice(at, at + 2).map((line) => line.text))))
  if (!period) warnings.push('The dates of the inspection were not found.')

  const lead = lines.find((line) => /^lead inspectors?\s*:/i.test(line.text))
  const leadInspector = lead
    ? inspectorName(lead.text.replace(/^lead inspectors?\s*:\s*/i, ''))
    : null
  if (!leadInspector) warnings.push('No lead inspector is named.')

  const judgements = judgementsOf(front, lines)
  if (!judgements.some((one) => one.area === 'overall'))
    warnings.push('No overall judgement was found.')
  const recommendations = recommendationsOf(sections, body)
  if (recommendations.length === 0) warnings.push('No recommendations were found.')

  return {
    kind: 'sif',
    framework: 'sif-2013',
    council: councilOf(front),
    inspectedFrom: period?.from ?? null,
    inspectedTo: period?.to ?? null,
    leadInspector,
    judgements,
    recommendations,
    findings: findingsOf(sections, recommendations),
    warnings,
  }
}

/** The first page; in a document without pages, what stands above the contents or the first summary. */
function frontOf(lines: readonly SourceLine[], pages: number): SourceLine[] {
  if (pages > 1) return lines.filter((line) => line.page === 1)
  const at = lines.findIndex((line) =>
    /^(?:contents|executive summary|section 1\b.*|summary of (?:key )?findings.*|the local authority)$/i.test(
      line.text,
    ),
  )
  return lines.slice(0, at > 0 ? at : 60)
}

/** The table of contents names every heading of the report. It ends where prose begins, with the headings above that
 *  prose, which come for the second time. */
function afterContents(sections: readonly Section[]): readonly Section[] {
  const at = sections.findIndex((section) => headingWords(section.title) === 'contents')
  if (at === -1) return sections
  const isProse = ({ lines }: Section): boolean =>
    lines.filter((line) => line.text.length > 60).length >= 3 ||
    lines.some((line) => numberOf(line.text) !== undefined || isListed(line.text))
  let from = sections.findIndex((section, index) => index > at && isProse(section))
  if (from === -1) return sections
  const named = (index: number): boolean => {
    const words = headingWords(sections[index]!.title)
    const isNamed = (text: string): boolean => headingWords(text.replace(/[.\s\d]+$/, '')) === words
    return sections
      .slice(at, index)
      .some(({ title, lines }) => isNamed(title) || lines.some((line) => isNamed(line.text)))
  }
  while (from - 1 > at && sections[from - 1]!.lines.length === 0 && named(from - 1)) from -= 1
  return [...sections.slice(0, at), ...sections.slice(from)]
}

function judgementsOf(front: readonly SourceLine[], lines: readonly SourceLine[]): ReadJudgement[] {
  const judgements: ReadJudgement[] = []
  for (const row of judgementRows(front, (text) => /^[1-3](?:\.\d)?\.?\s+\p{L}/u.test(text))) {
    const area = sifArea(row.name)
    if (area && !judgements.some((known) => known.area === area)) {
      judgements.push({ area, grade: row.grade })
    }
  }
  const page = joinLines(front.map((line) => line.text))
  const overall = overallIn(page)
  if (overall) judgements.push({ area: 'overall', grade: overall })
  const board = boardIn(page) ?? boardIn(joinLines(lines.map((line) => line.text)))
  if (board) judgements.push({ area: 'lscb', grade: board })
  return judgements
}

const grade = '(outstanding|good|requires? improvement(?: to be good)?|inadequate)'
const short = (words: string): Grade | undefined => gradeOf(words.replace(/^require /, 'requires '))

function overallIn(page: string): Grade | undefined {
  const words = folded(page)
  const said =
    new RegExp(
      `overall judgement is (?:that )?(?:the )?(?:children's services )?(?:in .{2,60}? )?(?:are |is |as )?${grade}`,
    ).exec(words) ??
    new RegExp(`children's services in .{2,80}? (?:are |is |have been judged )?${grade}\\b`).exec(
      words,
    )
  return said ? short(said[1]!) : undefined
}

function boardIn(text: string): Grade | undefined {
  const words = folded(text)
  const said = new RegExp(
    `(?:effectiveness of the local safeguarding children board(?: \\(lscb\\))?|the (?:local safeguarding children board|lscb)(?: \\(lscb\\))?) (?:is |are |is judged to be |has been judged to be )?${grade}\\b(?! (?:at|in|with|work|practice|progress|understanding|partnership))`,
  ).exec(words)
  return said ? short(said[1]!) : undefined
}

const opens: readonly [RegExp, RecommendationKind][] = [
  [
    /^(?:areas? for )?(?:immediate and priority|priority(?: and immediate)?|immediate) actions?$/,
    'area-for-priority-action',
  ],
  [/^(?:other )?areas? for (?:further )?improvement$/, 'area-for-improvement'],
  [/^(?:(?:key|summary of) )?recommendations?(?:(?: for| to|:| -) .*)?$/, 'recommendation'],
  // Some reports put their items right below the question.
  [/^what do(?:es)? .* need to improve$/, 'area-for-improvement'],
]

const isAboutElse = (words: string): boolean =>
  /\bstrengths?\b|\bweakness|\bjudge?ments?\b|\bfindings\b|\binspection\b|\binformation\b|\bsummary\b|\bprogress since\b/.test(
    words,
  )

const isBoardPart = (words: string): boolean =>
  /\blocal safeguarding children board\b|\blscb\b/.test(words) &&
  !/^what the inspection/.test(words)

function recommendationsOf(sections: readonly Section[], body: TypeOfBody): ReadRecommendation[] {
  const found: ReadRecommendation[] = []
  let inBoardPart = false
  let open: { kind: RecommendationKind; heading: string; size: number } | undefined
  for (const section of sections) {
    const words = headingWords(section.title)
    const kind = opens.find(([pattern]) => pattern.test(words))?.[1]
    const size = section.line?.size ?? 0
    if (kind) open = { kind: inBoardPart ? 'lscb' : kind, heading: section.title, size }
    else if (
      open &&
      (size > open.size + 0.4 || open.size > body.size + 0.9 || isAboutElse(words))
    ) {
      open = undefined
    }
    if (isBoardPart(words)) inBoardPart = true
    if (!open) continue
    const items = itemsIn(section.lines)
    // A theme inside a list is set like the list's heading, and its items count on; anything else ends the list.
    const countsOn = Number(items[0]?.number) === Number(found.at(-1)?.number) + 1
    if (!kind && !countsOn) {
      open = undefined
      continue
    }
    for (const item of items) {
      found.push({ kind: open.kind, heading: open.heading, nationalFramework: [], ...item })
    }
  }
  return found
}

type Item = Pick<ReadRecommendation, 'number' | 'text' | 'page' | 'subItems' | 'because'>

function itemsIn(lines: readonly SourceLine[]): Item[] {
  const numbered = readNumberedList(lines)
  if (numbered.length > 0)
    return numbered.map((item) => ({ number: item.number, ...wordsOf(item) }))
  const listed = readLists(lines).flat()
  return (listed.length > 0 ? listed : unmarkedItems(lines)).map((item, index) => ({
    number: String(index + 1),
    ...wordsOf(item),
    because:
      listed.length > 0
        ? 'The report does not number this item.'
        : 'The section is prose, so one paragraph may hold several things to improve.',
  }))
}

const wordsOf = (item: ListItem): Omit<Item, 'number' | 'because'> => ({
  text: wholeText(item),
  page: item.page,
  ...(item.parts.length > 0 ? { subItems: item.parts.map((part) => wholeText(part)) } : {}),
})

/** The table of judgements on the first page is numbered like the paragraphs, and counts for itself. */
function findingsOf(
  sections: readonly Section[],
  recommendations: readonly ReadRecommendation[],
): ReadFinding[] {
  let inBoardPart = false
  const areaOf = (heading: string): string | null | undefined => {
    const words = folded(heading)
    if (isBoardPart(words)) inBoardPart = true
    if (inBoardPart) return 'lscb'
    if (
      /\bexperiences? and progress\b|\bgraded judge?ment\b|\bleadership, management\b/.test(words)
    )
      return sifArea(heading)
    return /^(?:recommendations|progress since|what does|information about)\b/.test(words)
      ? null
      : undefined
  }
  return numberedFindings(sections, recommendations, areaOf)
}

function councilOf(front: readonly SourceLine[]): string | null {
  const at = front.findIndex((line) =>
    /^(?:re-?)?inspection of services for children/i.test(line.text),
  )
  const above = front.slice(0, Math.max(at, 0)).filter((line) => !/^ofsted|^\d+$/i.test(line.text))
  if (above.length > 0) return councilName(joinLines(above.map((line) => line.text)))
  const named = /children's services in (.{2,60}?) (?:are|is|requires?)\b/i.exec(
    folded(joinLines(front.map((line) => line.text))),
  )?.[1]
  return named ? councilName(named) : null
}
