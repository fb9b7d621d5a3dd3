import { councilName } from './council-name'
import { daysNamed } from './dates'
import { folded } from './folding'
import { bodyLines } from './furniture'
import { typeOfBody } from './headings'
import { improvementsIn, type SectionRules } from './improvement-sections'
import { ilacsArea } from './judgement-areas'
import { gradeOf, type Grade } from './grades'
import { ordinalIn } from './ordinals'
import type { ReadFinding, ReadJudgement, ReadRecommendation, Reading, ReportKind } from './reading'
import { sectionsOf } from './sections'
import { sentencesIn, type Sentence } from './sentences'
import type { SourceDocument } from './source'
import { verdictsIn } from './verdicts'

/** A news item, a minute or any text without a form that we know: sentences that say what should improve, what was
 *  found strong or weak, and the grades stated, each a proposal with its quote for a person to confirm.
 *  Source: issue 3; sources/*.txt show two such texts. */
export function readPlainText(source: SourceDocument): Reading {
  const lines = bodyLines(source)
  const sentences = sentencesIn(lines).filter(({ text }) => text.split(/\s+/).length > 3)
  const said = sentences.filter(({ text }) => !isSomebodyElsesView(text))
  const whole = sentences.map(({ text }) => text).join(' ')
  const judgements = judgementsIn(sentences)
  const ordinal = ordinalIn(whole)
  const kind = kindOf(whole, judgements, ordinal)
  const headed = improvementsIn(sectionsOf(lines, typeOfBody(lines)), rules)
  const recommendations = headed.length > 0 ? headed : improvementsSaid(said)
  const proposed = new Set(recommendations.map(({ text }) => text))
  const days = kind === 'other' ? [] : datesOfInspection(sentences)
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
    findings: findingsIn(said.filter(({ text }) => !proposed.has(text))),
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

/** What a politician or the council says of itself is not what inspectors found. */
const isSomebodyElsesView = (text: string): boolean =>
  /\b(?:cabinet member|councillor|cllr|lead member|council leader|chief executive|spokes\w+)\b/i.test(
    text,
  ) ||
  /\b(?:follow|send your|sign up|related topics|subscribe)\b/i.test(text) ||
  /^she (?:added|said)\b|^he (?:added|said)\b|^they (?:added|said)\b/i.test(text)

const asksForMore =
  /\bin order to improve\b|\bshould (?:also |now |continue to )?(?:be improved|improve|focus|ensure|strengthen|address|consider|develop|review|make sure)\b|\bneeds? to (?:be improved|improve|ensure|strengthen|focus|address|do more)\b|\bmust (?:improve|ensure|address|strengthen|make sure|take)\b|\brequires? improvement in\b|\bareas? for (?:improvement|development|priority action)\b/

function improvementsSaid(sentences: readonly Sentence[]): ReadRecommendation[] {
  return sentences
    .filter(({ text }) => asksForMore.test(folded(text)) && !/\?$/.test(text))
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

function findingsIn(sentences: readonly Sentence[]): ReadFinding[] {
  return sentences.flatMap(({ text, page }) => {
    const words = folded(text).replace(/strengths and weaknesses/g, '')
    if (isPast(words)) return []
    const kind = weak.test(words) ? 'concern' : strong.test(words) ? 'strength' : undefined
    if (!kind) return []
    return [{ paragraph: null, area: null, kind, heading: '', text, page }]
  })
}

const grade = '(outstanding|good|requires? improvement(?: to be good)?|inadequate)'
const isGraded = new RegExp(
  `\\b(?:(?:is|are|was|were)(?: (?:rated|judged|graded|found))?(?: to be| as)?|rated(?: as)?|judged(?: to be| as)?) ['"]?${grade}\\b`,
)

function judgementsIn(sentences: readonly Sentence[]): ReadJudgement[] {
  const found: ReadJudgement[] = []
  for (const { text, page } of sentences) {
    const words = folded(text)
    const area = ilacsArea(text)
    const said = area ? isGraded.exec(words) : undefined
    const overall = area
      ? undefined
      : new RegExp(
          `\\brat(?:ing|ed) (?:the |its |their )?(?:\\w+ ){0,3}?(?:authority|council|department|services?|children's services)(?: overall)? (?:as )?['"]?${grade}\\b|\\boverall (?:effectiveness )?(?:is|was|as) ['"]?${grade}\\b`,
        ).exec(words)
    const given = gradeFrom(said?.[1] ?? overall?.[1] ?? overall?.[2])
    const name = area ?? 'overall'
    if (!given || isPast(words) || found.some((known) => known.area === name)) continue
    found.push({ area: name, grade: given, quote: text, page })
  }
  return found
}

const gradeFrom = (words: string | undefined): Grade | undefined =>
  words ? gradeOf(words.replace(/^require /, 'requires ')) : undefined

/** "… since it was rated inadequate in 2019" speaks of an earlier inspection. */
const isPast = (words: string): boolean =>
  /\bsince\b[^.]*\b(?:rated|judged)\b|\bprevious(?:ly)?\b|\b(?:rated|judged)\b[^.]*\bin (?:19|20)\d{2}\b|\blast inspected\b/.test(
    words,
  )

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
  return judgements.some(({ area }) => area !== 'overall') ? 'ilacs' : 'other'
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
        !/^(?:Ofsted|Leaders?|Children|Social|Senior|Inspectors?|Managers?)\b/.test(name)
      ) {
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
