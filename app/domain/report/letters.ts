import { isListed, readList, wholeText } from './bullets'
import { councilName } from './council-name'
import { daysNamed } from './dates'
import { bodyLines } from './furniture'
import { headingWords, typeOfBody } from './headings'
import { improvementsIn, type SectionRules } from './improvement-sections'
import { inspectorName } from './inspector-name'
import { ordinalIn } from './ordinals'
import { joinLines } from './paragraphs'
import type { Reading } from './reading'
import { sectionFindings, type FindingRules } from './section-findings'
import { sectionsOf, type Section } from './sections'
import { sentencesIn } from './sentences'
import type { SourceDocument, SourceLine } from './source'
import { verdictsIn } from './verdicts'

/** A focused-visit or monitoring-visit letter: what was looked at, what was found of the earlier concerns, and in a
 *  focused visit what must improve and any area for priority action.
 *  Source: DOMAIN 1.3 (headings of both letters), 1.4 (monitoring visits; verdict words). */
export function readVisitLetter(
  source: SourceDocument,
  kind: 'focused-visit' | 'monitoring-visit',
): Reading {
  const lines = bodyLines(source)
  const sections = sectionsOf(lines, typeOfBody(lines))
  const warnings: string[] = []
  const opening = joinLines(lines.slice(0, 60).map((line) => line.text))

  const days = daysOfVisit(opening)
  if (days.length === 0) warnings.push('The dates of the visit were not found.')
  const leadInspector = leadInspectorOf(lines, opening)
  if (!leadInspector) warnings.push('No lead inspector is named.')
  const recommendations = improvementsIn(sections, rules)
  const verdicts = verdictsIn(sentencesIn(findingsOf(sections)))
  const areasCovered = areasCoveredIn(sections, opening)
  if (areasCovered.length === 0) warnings.push('The letter does not list the areas covered.')

  return {
    kind,
    framework: null,
    council: councilOf(opening),
    inspectedFrom: days[0] ?? null,
    inspectedTo: days.at(-1) ?? null,
    leadInspector,
    judgements: [],
    recommendations,
    findings: sectionFindings(sections, findingRules, null).filter(({ text }) => !isClosing(text)),
    areasCovered,
    verdicts,
    visit: { ordinal: ordinalIn(opening), month: null },
    warnings,
  }
}

const rules: SectionRules = {
  opens: [
    [/^areas? for priority action$/, 'area-for-priority-action'],
    [/^what needs to improve\b/, 'area-for-improvement'],
    [/^areas? for (?:improvement|development)$/, 'area-for-improvement'],
  ],
  closes:
    /^(?:headline findings|main findings|areas covered|findings\b.*|strengths|next steps|yours sincerely)/,
}

const findingRules: FindingRules = {
  opens:
    /^(?:headline findings|main findings|findings\b|(?:key )?strengths$|what (?:has improved|is working well))/,
  strengths: /^(?:key )?strengths$|^what (?:has improved|is working well)/,
  closes:
    /^(?:areas covered|what needs to improve|areas? for (?:improvement|development|priority action)|next steps|yours sincerely)\b/,
}

const isClosing = (text: string): boolean => /\bcopying this letter\b/i.test(text)

function daysOfVisit(opening: string): string[] {
  const spans = [
    /\bvisit to .{2,80}?\bchildren[’']s (?:social care )?services,?\s+(?:which took place )?(?:on|from|between)\s+([^.]{5,80}?\d{4})/i,
    /\bvisit\b[^.]{0,120}?\b(?:on|from|between|took place on)\s+(\d{1,2}\b[^.]{3,60}?\d{4})/i,
  ]
  for (const span of spans) {
    const said = span.exec(opening)?.[1]
    const days = said ? daysNamed(said).sort() : []
    if (days.length > 0) return days
  }
  return []
}

function councilOf(opening: string): string | null {
  const named =
    /\bvisit to (?:the )?(.{2,60}?)(?:[’']s?)? (?:local authority )?children[’']s (?:social care )?services\b/i.exec(
      opening,
    )?.[1] ?? /\bvisit (?:to|of) (.{2,60}?)(?: local authority| council)\b/i.exec(opening)?.[1]
  return named ? councilName(named) : null
}

/** The letter is signed by the inspector who led the visit. */
function leadInspectorOf(lines: readonly SourceLine[], opening: string): string | null {
  const office = lines.findLastIndex((line) =>
    /^(?:his|her) majesty[’']s inspector\b/i.test(line.text),
  )
  const signed = office > 0 ? inspectorName(lines[office - 1]!.text) : null
  if (signed) return signed
  const named = /\binspectors?(?: for this visit)? (?:was|were) ([^.,]{4,60}?)(?:,| and |\.)/i.exec(
    opening,
  )?.[1]
  return named ? inspectorName(named) : null
}

function areasCoveredIn(sections: readonly Section[], opening: string): string[] {
  const covered = sections.find((section) => /^areas covered\b/.test(headingWords(section.title)))
  if (covered?.lines.some((line) => isListed(line.text))) {
    return readList(covered.lines).items.map((item) => wholeText(item))
  }
  const said =
    /\b(?:looked at|evaluated|reviewed) the local authority[’']s arrangements for ([^.]{4,200})\./i.exec(
      opening,
    )?.[1] ??
    /\b(?:inspectors|we) (?:looked at|reviewed|focused on) ([^.]{4,200})\./i.exec(opening)?.[1]
  return said ? [said.replace(/^:\s*/, '')] : []
}

/** Where the letter speaks of progress. What it says before is the setting. */
function findingsOf(sections: readonly Section[]): SourceLine[] {
  const named = sections.filter((section) =>
    /^(?:headline findings|main findings|findings\b|what has improved)/.test(
      headingWords(section.title),
    ),
  )
  const chosen = named.length > 0 ? named : sections
  return chosen.flatMap((section) => section.lines)
}
