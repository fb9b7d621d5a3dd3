import { unmarked } from './bullets'
import { councilName } from './council-name'
import { daysNamed } from './dates'
import { folded } from './folding'
import { bodyLines } from './furniture'
import { typeOfBody } from './headings'
import { improvementsIn, type SectionRules } from './improvement-sections'
import { ilacsArea } from './judgement-areas'
import { gradeAtEnd } from './grades'
import { ledLists, type LedList } from './led-lists'
import { nationalFrameworkIn } from './national-framework'
import { ordinalIn } from './ordinals'
import type { ReadFinding, ReadJudgement, ReadRecommendation, Reading, ReportKind } from './reading'
import { sectionsOf } from './sections'
import { sentencesIn, type Sentence } from './sentences'
import type { SourceDocument, SourceLine } from './source'
import { speaksOfThePast, statedGrades } from './stated-grades'
import { verdictsIn } from './verdicts'

/** A news item, a minute or any text without a form that we know: sentences that say what should improve, what was
 *  found strong or weak, and the grades stated, each a proposal with its quote for a person to confirm.
 *  Source: issue 3; sources/*.txt show two such texts. */
export function readPlainText(source: SourceDocument): Reading {
  const lines = bodyLines(source)
  const sentences = sentencesIn(lines).filter(({ text }) => text.split(/\s+/).length > 3)
  const said = whatInspectorsSaid(sentences)
  const whole = sentences.map(({ text }) => text).join(' ')
  const judgements = statedGrades([...sentences, ...gradedLines(lines)])
  const ordinal = ordinalIn(whole)
  const kind = kindOf(whole, judgements, ordinal)
  const headed = improvementsIn(sectionsOf(lines, typeOfBody(lines)), rules)
  const lists = ledLists(lines)
  const listed = lists.flatMap(improvementsListed)
  const isAboutInspection = speaksOfInspection.test(whole)
  const recommendations = [
    ...(listed.length > 0 ? listed : headed),
    ...(headed.length === 0 && isAboutInspection ? improvementsSaid(said, lists) : []),
  ].map((item, index) => ({ ...item, number: String(index + 1) }))
  const proposed = [...recommendations.map(({ text }) => text), ...listedTexts(lists)]
  const days = kind === 'other' ? [] : datesOfInspection(sentences)
  const focus =
    /\b(?:inspectors|they|the visit) (?:focused on|looked at|concentrated on) ([^.]{4,200})\./i.exec(
      whole,
    )?.[1]
  const month =
    /\b(?:in|during) (january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d{4})/.exec(
      folded(whole),
    )?.[1]

  return {
    kind,
    framework: kind === 'ilacs' ? frameworkOf(judgements) : null,
    council: councilIn(whole),
    inspectedFrom: days[0] ?? null,
    inspectedTo: days.at(-1) ?? null,
    leadInspector: null,
    judgements,
    recommendations: recommendations.map((item) => ({ ...item, because: item.because ?? unsure })),
    findings: [
      ...lists.flatMap(findingsListed),
      ...findingsIn(
        said.filter(({ text }) => !proposed.some((item) => overlaps(item, text))),
      ).filter(({ text }) => !judgements.some(({ quote }) => quote === text)),
    ],
    ...(focus ? { areasCovered: [focus] } : {}),
    verdicts: verdictsIn(said),
    visit: { ordinal, month: month ? month[0]!.toUpperCase() + month.slice(1) : null },
    proposalsOnly: true,
    warnings: [
      'The text is not a report in a form that we know. Everything here is a proposal: confirm each one.',
      ...(days.length === 0 ? ['The text does not state full dates of an inspection.'] : []),
    ],
  }
}

const unsure = 'Taken from a text without headings, by its words alone.'

const rules: SectionRules = {
  opens: [
    [/^(?:areas? for priority action)$/, 'area-for-priority-action'],
    [
      /^(?:what needs to improve.*|areas? for improvement|areas? for development)$/,
      'area-for-improvement',
    ],
    [/^(?:(?:key |summary of |our )?recommendations)$/, 'recommendation'],
  ],
  closes:
    /^(?:introduction|background|context|summary|(?:key )?(?:strengths|findings|messages)|headline findings|main findings|conclusion|next steps|appendi.*|thank you|contact.*)$/,
}

const speaksOfInspection =
  /\binspect(?:ed|ors?|ion|orate)s?\b|\bofsted (?:has |have )?(?:said|says|found|finds|judged|rated|told|praised|warned)|\bpeer review\b|\bofsted(?:[’']s\b|:)/i

/** What a politician or the council says of itself is not what inspectors found, to the end of the quotation. */
function whatInspectorsSaid(sentences: readonly Sentence[]): Sentence[] {
  let open = false
  return sentences.filter(({ text }) => {
    const isTheirs = open || isSomebodyElsesView(text)
    const opened = (text.match(/[“"]/g) ?? []).length
    const closed = (text.match(/[”"]/g) ?? []).length
    const isEven = /["]/.test(text) ? opened % 2 === 0 : opened <= closed
    if (isTheirs) open = open ? !/[”"]/.test(text) : !isEven
    return !isTheirs
  })
}

const isSomebodyElsesView = (text: string): boolean =>
  /\b(?:cabinet member|councillor|cllr|lead member|portfolio holder|council leader|leader of the council|chief executive|mayor|opposition|spokes\w+|MP)\b/i.test(
    text,
  ) ||
  /\b(?:members (?:noted|asked|welcomed|agreed)|resolved)\b/i.test(text) ||
  /\b(?:follow|send your|sign up|related topics|subscribe)\b/i.test(text) ||
  /^she (?:added|said)\b|^he (?:added|said)\b|^they (?:added|said)\b/i.test(text) ||
  /\bdirector of (?:children|people)\b[^.]{0,40}\b(?:said|added)\b/i.test(text)

/** "Care leavers: Good" on a line of its own is no sentence. */
const gradedLines = (lines: readonly SourceLine[]): Sentence[] =>
  lines
    .filter(({ text }) => text.length < 120 && gradeAtEnd(text) !== undefined)
    .map(({ text, page }) => ({ text: unmarked(text), page }))

const kinds = {
  improvement: 'area-for-improvement',
  priority: 'area-for-priority-action',
  recommendation: 'recommendation',
} as const

const improvementsListed = ({ leadsTo, heading, items }: LedList): ReadRecommendation[] =>
  leadsTo === 'strength' || leadsTo === 'concern'
    ? []
    : items.map(({ text, page }) => ({
        number: '',
        kind: kinds[leadsTo],
        text,
        heading,
        page,
        nationalFramework: nationalFrameworkIn(text),
        because: `Taken from a list in a text without a form that we know, below “${heading}”.`,
      }))

const findingsListed = ({ leadsTo, heading, items }: LedList): ReadFinding[] =>
  leadsTo === 'strength' || leadsTo === 'concern'
    ? items.map(({ text, page }) => ({
        paragraph: null,
        area: null,
        kind: leadsTo,
        heading,
        text,
        page,
      }))
    : []

const listedTexts = (lists: readonly LedList[]): string[] =>
  lists.flatMap(({ heading, items }) => [heading, ...items.map(({ text }) => text)])

const overlaps = (item: string, sentence: string): boolean =>
  sentence.includes(item) || item.includes(sentence)

const asksForMore =
  /\bin order to improve\b|\bshould (?:also |now |continue to )?(?:be improved|improve|focus|ensure|strengthen|address|consider|develop|review|make sure)\b|\bneeds? to (?:be improved|improve|ensure|strengthen|focus|address|do more)\b|\bmust (?:improve|ensure|address|strengthen|make sure|take)\b|\brequires? improvement in\b|\b(?:areas?|things?|points?) (?:for|to) (?:improve|improvement|development|priority action)\b/

function improvementsSaid(
  sentences: readonly Sentence[],
  lists: readonly LedList[],
): ReadRecommendation[] {
  const listed = listedTexts(lists)
  return sentences
    .filter(({ text }) => asksForMore.test(folded(text)) && !/[?:]$/.test(text))
    .filter(({ text }) => !listed.some((item) => overlaps(item, text)))
    .map(({ text, page }, index) => ({
      number: String(index + 1),
      kind: 'recommendation',
      text,
      heading: '',
      page,
      nationalFramework: [],
      because: unsure,
    }))
}

const weak =
  /\bunallocated\b|\bvariable\b|\binconsistent|\btoo (?:many|few|often|long|slow|late|little)\b|\bwait(?:ing|ed|s)? too long\b|\b(?:staff |worker )?shortages?\b|\bdip(?:ped)?\b|\bdelays?\b|\bdrift\b|\bpoor\b|\bweak(?:ness|nesses|er)?\b|\bfail(?:ed|ing|ings|ures?)\b|\binadequate\b|\bconcern(?:s|ed|ing)?\b|\bnot (?:yet |always |consistently |sufficiently |enough )|\bturnover\b|\bdeclined?\b|\bdeteriorat/
const strong =
  /\bexemplary\b|\bimpressive\w*\b|\bstrong\b|\boutstanding\b|\beffective(?:ly)?\b|\bexcellent\b|\bwell\b|\btimely\b|\bthoughtful\b|\bpositive\b|\bpurposeful\b|\bimprove[ds]\b|\bclear(?:ly)?\b|\bembedded\b|\bflourish|\benduring\b|\bcomprehensive\b|\bconfident\b|\bcreative\w*\b|\bmanageable\b|\baccurate\b/

/** A list below "The experiences of care leavers are outstanding. Inspectors said:" is about care leavers. */
function findingsIn(sentences: readonly Sentence[]): ReadFinding[] {
  let above: string | null = null
  return sentences.flatMap(({ text, page, isListed }) => {
    const own = ilacsArea(text) ?? null
    if (own !== null || (!isListed && !/:$/.test(text))) above = own
    const area = own ?? (isListed ? above : null)
    const words = folded(text).replace(/strengths and weaknesses/g, '')
    if (speaksOfThePast(words)) return []
    const kind = weak.test(words) ? 'concern' : strong.test(words) ? 'strength' : undefined
    if (!kind) return []
    return [{ paragraph: null, area, kind, heading: '', text, page }]
  })
}

function kindOf(
  whole: string,
  judgements: readonly ReadJudgement[],
  ordinal: number | null,
): ReportKind {
  const words = folded(whole)
  if (/\bmonitoring visit\b/.test(words)) return 'monitoring-visit'
  const sinceInadequate =
    /\bsince\b[^.]{0,80}\b(?:rated|judged|found)\b[^.]{0,20}\binadequate\b/.test(words)
  if (ordinal !== null && ordinal > 1 && sinceInadequate) return 'monitoring-visit'
  if (/\bfocused visit\b/.test(words)) return 'focused-visit'
  const isChildrens = /\bchildren's (?:social care )?services\b/.test(words)
  return judgements.some(({ area }) => area !== 'overall' || isChildrens) ? 'ilacs' : 'other'
}

function frameworkOf(judgements: readonly ReadJudgement[]): string | null {
  const areas = new Set(judgements.map(({ area }) => area))
  if (areas.has('children-in-care-and-care-leavers')) return 'ilacs-2018'
  if (!areas.has('care-leavers')) return null
  return areas.has('overall') ? 'ilacs-2023' : null
}

function datesOfInspection(sentences: readonly Sentence[]): string[] {
  for (const { text } of sentences) {
    if (!/\binspect|\bvisit/i.test(text)) continue
    const days = daysNamed(text).sort()
    if (days.length > 0) return days
  }
  return []
}

const place = String.raw`((?:\p{Lu}[\p{L}-]+)(?:(?:\s+(?:and|of|upon|on|the))?\s+\p{Lu}[\p{L}-]+){0,4})`
const placeForms = [
  new RegExp(`\\bchildren[’']s (?:social care )?services in ${place}`, 'gu'),
  new RegExp(`\\bChildren[’']s (?:social care )?services in ${place}`, 'gu'),
  new RegExp(
    `${place}(?:[’']s?)? (?:children[’']s (?:social care )?services|leaders|should|council|model|is a)\\b`,
    'gu',
  ),
  new RegExp(`${place} (?:\\w+ )?Council\\b`, 'gu'),
]

/** The place that is named most in the ways in which such texts name a council. */
function councilIn(whole: string): string | null {
  const counts = new Map<string, number>()
  for (const form of placeForms) {
    for (const match of whole.matchAll(form)) {
      const name = councilName(
        match[1]!.replace(/^(?:The|In|But|And|When|Ofsted says|Ofsted)\s+/, ''),
      )
      if (
        name &&
        !/^(?:Ofsted|Schools?|Parents|Members|Leaders?|Children|Social|Senior|Inspectors?|Managers?)\b/.test(
          name,
        )
      ) {
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
