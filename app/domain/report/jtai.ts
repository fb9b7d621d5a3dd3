import { councilName } from './council-name'
import { daysNamed, firstAndLastDay } from './dates'
import { folded } from './folding'
import { bodyLines } from './furniture'
import { headingWords, typeOfBody } from './headings'
import { improvementsIn, type SectionRules } from './improvement-sections'
import { joinLines } from './paragraphs'
import type { Reading } from './reading'
import { sectionFindings, type FindingRules } from './section-findings'
import { sectionsOf, type Section } from './sections'
import type { SourceDocument, SourceLine } from './source'

/** A JTAI letter: what must improve stands under "What needs to improve?", "Areas for improvement" and
 *  "Area(s) for priority action"; "Next steps" names the principal authority and the day its statement is due.
 *  Source: DOMAIN 1.3 (anatomy), 1.5 (the written statement). */
export function readJtai(source: SourceDocument): Reading {
  const lines = bodyLines(source)
  const body = typeOfBody(lines)
  const sections = sectionsOf(lines, body)
  const warnings: string[] = []
  const opening = joinLines(
    lines.filter((line) => line.page <= 2 || source.format !== 'pdf').map((line) => line.text),
  )
  const period = periodOf(opening)
  if (!period) warnings.push('The dates of the inspection were not found.')

  const recommendations = improvementsIn(sections, rules)
  if (recommendations.length === 0) warnings.push('No areas for improvement were found.')

  const next = sections.find((section) => headingWords(section.title) === 'next steps')
  const steps = next ? joinLines(next.lines.map((line) => line.text)) : ''
  const principalAuthority = principalAuthorityIn(steps)
  const statementDue = statementDueIn(steps)
  if (!principalAuthority) warnings.push('The letter names no principal authority.')
  if (!statementDue) warnings.push('The letter states no day for the written statement.')

  return {
    kind: 'jtai',
    framework: 'jtai',
    council: councilOf(lines, sections),
    inspectedFrom: period?.from ?? null,
    inspectedTo: period?.to ?? null,
    leadInspector: null,
    judgements: [],
    recommendations,
    findings: sectionFindings(sections, findingRules, null),
    principalAuthority,
    statementDue,
    warnings,
  }
}

const rules: SectionRules = {
  opens: [
    [/^areas? for priority action$/, 'area-for-priority-action'],
    [/^what needs to improve$/, 'area-for-improvement'],
    [/^areas? for improvement$/, 'area-for-improvement'],
  ],
  closes:
    /^(?:(?:key |multi-agency )?strengths|headline findings|main findings|next steps|context|yours sincerely)$/,
}

const findingRules: FindingRules = {
  opens:
    /^(?:(?:key |multi-agency )?strengths|headline findings|main findings)$|^(?:practice|case) stud/,
  strengths: /^(?:key |multi-agency )?strengths$/,
  closes:
    /^(?:what needs to improve|areas? for (?:improvement|priority action)|next steps|context|yours sincerely)$/,
}

function periodOf(opening: string): { from: string; to: string } | undefined {
  const spans = [
    /took place (?:from|between|on)\s+([^.]{5,90})/i,
    /\bbetween\s+(\d{1,2}\b[^.,]{5,80}(?:19|20)\d{2})/i,
    /\bfrom\s+(\d{1,2}\b[^.]{5,60}?(?:19|20)\d{2})/i,
  ]
  for (const span of spans) {
    const words = span.exec(opening)?.[1]
    const days = words ? firstAndLastDay(upToYear(words)) : undefined
    if (days) return days
  }
  return undefined
}

/** Later dates in the sentence belong to something else. */
const upToYear = (words: string): string => {
  const years = [...words.matchAll(/\b(?:19|20)\d{2}\b/g)]
  const first = years[0]
  const second = years[1]
  if (!first) return words
  const isRange = second && /^\s*(?:to|and|–|-)\s*\d/.test(words.slice(first.index + 4))
  const last = isRange ? second : first
  return words.slice(0, last.index + 4)
}

function principalAuthorityIn(steps: string): string | null {
  const named =
    /\bdetermined that (.{3,120}?),?\s+is the principal authority/i.exec(steps)?.[1] ??
    /(?:^|\.\s+)([^.]{3,120}?) (?:should|must) prepare (?:and submit )?a written statement/i.exec(
      steps,
    )?.[1]
  return named?.trim() ?? null
}

function statementDueIn(steps: string): string | null {
  const said = /\b(?:by|no later than|before)\s+((?:\w+day,?\s+)?\d{1,2}[^.,]{3,20}?\d{4})/i.exec(
    steps,
  )
  return said ? (daysNamed(said[1]!)[0] ?? null) : null
}

const title = /^joint targeted area inspection of\s+(.+)$/i

function councilOf(lines: readonly SourceLine[], sections: readonly Section[]): string | null {
  const heading = sections.find((section) => title.test(section.title))?.title
  const line = lines.find((one) => title.test(one.text))?.text
  const named = title.exec(heading ?? line ?? '')?.[1]
  if (!named) return null
  if (!/multi-agency response/i.test(folded(named))) return councilName(named)
  return councilName(named.slice(named.toLowerCase().lastIndexOf(' in ') + 4))
}
