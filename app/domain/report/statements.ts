/**
 * What a text without headings says, and what a visit's letter says of earlier recommendations, is
 * proposed one statement at a time, each with its quote; only what a person accepts is kept.
 *
 * A statement is a strength, a concern, a judgement, or a verdict on recommendations of an earlier
 * inspection. What was set aside can be proposed again; nothing is thrown away.
 *
 * Source: PRODUCT "finding"; issue 3. In SQL: findings_kind_is_one_we_know,
 * progress_verdicts_verdict_is_one_we_know, progress_verdicts_are_on_another_inspection.
 */
import { all, type Decision, no, yes } from '../decision'
import { type Framework, frameworkById } from '../inspection/frameworks'
import type { ProgressVerdict } from '../inspection/progress-verdicts'
import { seemsToSpeakOf } from '../inspection/spoken-of'
import { areasToChoose, type Draft, type DraftStatement, type StatementMeaning } from './draft'
import { likelyArea } from './likely-area'
import type { ReadFinding, Reading } from './reading'
import { hasPages, type SourceDocument } from './source'

/** What a statement of progress seems to speak of, and the words that say so; see spoken-of.ts. */
export interface SpokenOf {
  recommendationIds: readonly number[]
  because: string
}

/** The statements that a reading proposes, in the order in which a person goes through them. `spokenOf` gives what each of the
 *  reading's verdicts seems to speak of, in their order. */
export function proposedStatements(
  reading: Reading,
  areas: readonly string[],
  source: Pick<SourceDocument, 'format'>,
  spokenOf: readonly SpokenOf[],
): DraftStatement[] {
  const proposals: Omit<DraftStatement, 'key' | 'revision' | 'state'>[] = []
  const placed = (page: number) => (hasPages(source) ? page : null)
  if (reading.proposalsOnly) {
    for (const { area, grade, quote, page } of reading.judgements) {
      proposals.push({
        quote: quote ?? '',
        page: placed(page ?? 1),
        means: { kind: 'judgement', area, grade },
        because: 'A grade that the text speaks of, read from its words.',
      })
    }
  }
  for (const [at, { verdict, quote, page }] of (reading.verdicts ?? []).entries()) {
    const { recommendationIds, because } = spokenOf[at] ?? seemsToSpeakOf([])
    proposals.push({
      quote,
      page: placed(page),
      means: { kind: 'verdict', verdict, recommendationIds },
      because,
    })
  }
  if (reading.proposalsOnly) {
    // What is proposed as progress on a recommendation need not be looked at twice.
    const spoken = new Set(
      (reading.verdicts ?? []).flatMap(({ quote }, at) =>
        spokenOf[at]?.recommendationIds.length ? [quote] : [],
      ),
    )
    for (const { kind, text, page, area } of reading.findings) {
      if (spoken.has(text)) continue
      proposals.push({
        quote: text,
        page: placed(page),
        means: {
          kind: kind === 'strength' ? 'strength' : 'concern',
          area: area ?? likelyArea(text, areas) ?? null,
        },
        because: 'A sentence of a text without headings, sorted by its words alone.',
      })
    }
  }
  return proposals.map((one, at) => ({
    ...one,
    key: `s${at + 1}`,
    revision: 1,
    state: 'proposed',
  }))
}

export const statementOf = (draft: Draft, key: string): DraftStatement | undefined =>
  draft.statements.find((statement) => statement.key === key)

/** A person says that the statement means this, and that it is to be kept. */
export const acceptStatement = (draft: Draft, key: string, means: StatementMeaning): Draft =>
  change(draft, key, (statement) => ({ ...statement, means, state: 'accepted' }))

export const setStatementAside = (draft: Draft, key: string): Draft =>
  change(draft, key, (statement) => ({ ...statement, state: 'set-aside' }))

export const proposeStatementAgain = (draft: Draft, key: string): Draft =>
  change(draft, key, (statement) => ({ ...statement, state: 'proposed' }))

function change(
  draft: Draft,
  key: string,
  how: (statement: DraftStatement) => DraftStatement,
): Draft {
  const revision = draft.revision + 1
  const statements = draft.statements.map((one) =>
    one.key === key ? { ...how(one), revision } : one,
  )
  return withAcceptedGrades({ ...draft, revision, statements })
}

/** The grades that a person accepted are the judgements of a text that has no table of them. */
function withAcceptedGrades(draft: Draft): Draft {
  const proposed = draft.statements.flatMap(({ means, state }) =>
    means.kind === 'judgement' ? [{ area: means.area, grade: means.grade, state }] : [],
  )
  if (proposed.length === 0) return draft
  const untouched = draft.details.judgements.filter(
    ({ area }) => !proposed.some((one) => one.area === area),
  )
  const accepted = proposed.filter(({ state }) => state === 'accepted')
  return {
    ...draft,
    details: {
      ...draft.details,
      judgements: [...untouched, ...accepted.map(({ area, grade }) => ({ area, grade }))],
    },
  }
}

/** Nobody has changed the statement since the person who asks saw the draft at `seenRevision`. */
export function canChangeStatement(draft: Draft, key: string, seenRevision: number): Decision {
  const statement = statementOf(draft, key)
  if (!statement) return no('This statement is not there any more.')
  return statement.revision > seenRevision
    ? no('Somebody else has changed this statement meanwhile. Look at it again.')
    : yes
}

/** Whether it can be kept with this meaning; `earlier` are the recommendations that a verdict can be on. */
export function canMean(
  draft: Draft,
  means: StatementMeaning,
  frameworks: readonly Framework[],
  earlier: readonly number[],
): Decision {
  switch (means.kind) {
    case 'strength':
    case 'concern':
      return means.area === null ||
        areasToChoose(draft.details, frameworks).some(({ area }) => area === means.area)
        ? yes
        : no('This framework has no such judgement area. Choose one from the list.')
    case 'judgement': {
      const framework = frameworkById(frameworks, draft.details.frameworkId ?? '')
      if (!framework)
        return no('Choose the framework in the details first: it says what is graded.')
      return all(
        framework.areas.some(({ area }) => area === means.area)
          ? yes
          : no('This framework has no such judgement area. Choose one from the list.'),
        framework.grades.some(({ grade }) => grade === means.grade)
          ? yes
          : no('This framework has no such grade. Choose one from the list.'),
      )
    }
    case 'verdict':
      return all(
        means.recommendationIds.length > 0
          ? yes
          : no('Choose the recommendation that this speaks of, or set the statement aside.'),
        means.recommendationIds.every((id) => earlier.includes(id))
          ? yes
          : no(
              'A verdict is on a recommendation of an earlier inspection. Choose one from the list.',
            ),
      )
  }
}

export interface KeptFinding {
  kind: ReadFinding['kind']
  paragraph: string | null
  heading: string
  area: string | null
  text: string
  page: number | null
}

/** What is kept of a report beside its recommendations: every paragraph that its reader took for one, and the strengths and
 *  concerns that a person accepted. */
export function keptFindings(
  draft: Draft,
  reading: Reading,
  source: Pick<SourceDocument, 'format'>,
): KeptFinding[] {
  const paragraphs = paragraphsKept(reading)
  const accepted = draft.statements.flatMap(({ means, state, quote, page }): KeptFinding[] =>
    state === 'accepted' && (means.kind === 'strength' || means.kind === 'concern')
      ? [{ ...means, paragraph: null, heading: '', text: quote, page }]
      : [],
  )
  return [
    ...paragraphs.map(({ page, ...one }) => ({ ...one, page: hasPages(source) ? page : null })),
    ...accepted,
  ]
}

/** The paragraphs of a report in a form that we know; a text without headings has statements instead. */
export const paragraphsKept = (reading: Reading): ReadFinding[] =>
  reading.proposalsOnly ? [] : reading.findings.filter(({ text }) => text.trim() !== '')

/** The verdicts that a person accepted, one for each recommendation that a statement speaks of, each said once. */
export function acceptedVerdicts(
  draft: Draft,
): { recommendationId: number; verdict: ProgressVerdict; quote: string; page: number | null }[] {
  const said = new Set<string>()
  return draft.statements.flatMap(({ means, state, quote, page }) => {
    if (state !== 'accepted' || means.kind !== 'verdict') return []
    const { verdict, recommendationIds } = means
    return recommendationIds.flatMap((recommendationId) => {
      const once = `${recommendationId} ${verdict} ${quote}`
      if (said.has(once)) return []
      said.add(once)
      return [{ recommendationId, verdict, quote, page }]
    })
  })
}

/** How many proposed statements nobody has decided on: they are not kept. */
export const undecided = (draft: Draft): number =>
  draft.statements.filter(({ state }) => state === 'proposed').length
