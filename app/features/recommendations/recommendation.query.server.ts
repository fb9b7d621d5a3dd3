import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { type JudgedAction, judgedActions } from '~/db/action-facts.server'
import { countingVerdict, isReplaced } from '~/db/evidence-facts.server'
import { linkedMeasures } from '~/db/measure-facts.server'
import { bragTableAt } from '~/db/tables/brag-tables.server'
import { knownShelfLives } from '~/db/tables/shelf-lives.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { may } from '~/domain/access/permissions'
import { actionStanding, type ActionStanding, evidenceOn } from '~/domain/action/standing'
import type { EvidenceKind } from '~/domain/evidence/kinds'
import { type EvidenceStanding, evidenceStanding } from '~/domain/evidence/standing'
import { type KindShown, triangulationOf } from '~/domain/evidence/triangulation'
import { areaTitle, frameworkById } from '~/domain/inspection/frameworks'
import { type InspectionKind, inspectionKindTitles } from '~/domain/inspection/kinds'
import { daysInWords, inspectionName, shortAreaName } from '~/domain/inspection/names'
import type { ProgressVerdict } from '~/domain/inspection/progress-verdicts'
import type { RecommendationKind } from '~/domain/inspection/recommendation-kinds'
import { type MeasureInBrief, measuresOfRecommendation } from '~/domain/measure/effect'
import { frameworksIn } from '~/db/frameworks.server'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { VisitSaid } from './what-visits-said'

export interface RecommendationView {
  today: CalendarDate
  id: number
  kind: RecommendationKind
  printedNumber: string | null
  text: string
  isReworded: boolean
  originalText: string | null
  heading: string
  page: number | null
  areaName: string
  areaTitle: string
  nationalFramework: string[]
  inspection: { id: number; name: string; days: string; hasSource: boolean }
  /** area SEND: whom the report asks */
  responsibleBodies: string[]
  /** newest first */
  visitsSaid: VisitSaid[]
  actions: {
    id: number
    title: string
    ownerName: string | null
    dueOn: CalendarDate | null
    originalDueOn: CalendarDate | null
    standing: ActionStanding
  }[]
  measures: MeasureInBrief[]
  /** how each of the four kinds stands, in evidence for its actions and for itself */
  triangulation: KindShown[]
  /** evidence for the recommendation itself, as far as the reader may see it, newest first */
  evidence: { id: number; title: string; standing: EvidenceStanding }[]
  mayAddEvidence: boolean
  canCreateActions: boolean
}

/** One recommendation in its own words, and the actions that answer it. */
export async function recommendationView(
  { db, actor, now, today }: Context,
  id: number,
): Promise<RecommendationView | undefined> {
  const row = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .where('r.id', '=', id)
    .select(['r.id', 'r.kind', 'r.printedNumber', 'r.text', 'r.wording', 'r.originalText'])
    .select(['r.heading', 'r.page', 'r.area', 'r.nationalFramework', 'r.inspectionId'])
    .select(['i.kind as inspectionKind', 'i.council', 'i.inspectedFrom', 'i.inspectedTo'])
    .select(['i.frameworkId', 'i.importId', 'r.responsibleBodies'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('progressVerdicts as v')
          .innerJoin('inspections as said', 'said.id', 'v.inspectionId')
          .whereRef('v.recommendationId', '=', 'r.id')
          .orderBy('said.inspectedTo', 'desc')
          .orderBy('v.id')
          .select(['v.id', 'v.verdict', 'v.quote', 'v.page', 'v.inspectionId'])
          .select(['said.kind', 'said.inspectedFrom', 'said.inspectedTo']),
      ).as('visitsSaid'),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const framework = frameworkById(await frameworksIn(db), row.frameworkId ?? '')
  const actions = await judgedActions(db, { recommendationId: id })
  const bragTable = await bragTableAt(db, now)
  return {
    today,
    id,
    kind: row.kind as RecommendationKind,
    printedNumber: row.printedNumber,
    text: row.text,
    isReworded: row.wording === 'reworded',
    originalText: row.originalText,
    heading: row.heading,
    page: row.page,
    areaName: shortAreaName(row.area),
    areaTitle: framework ? areaTitle(framework, row.area) : shortAreaName(row.area),
    nationalFramework: row.nationalFramework,
    inspection: {
      id: row.inspectionId,
      name: inspectionName({ kind: row.inspectionKind, council: row.council }),
      days: daysInWords(row.inspectedFrom as CalendarDate, row.inspectedTo as CalendarDate),
      hasSource: row.importId !== null,
    },
    responsibleBodies: row.responsibleBodies,
    visitsSaid: row.visitsSaid.map(({ kind, inspectedFrom, inspectedTo, verdict, ...rest }) => ({
      ...rest,
      verdict: verdict as ProgressVerdict,
      visit: `${inspectionKindTitles[kind as InspectionKind]}, ${daysInWords(inspectedFrom as CalendarDate, inspectedTo as CalendarDate)}`,
    })),
    actions: actions.map((action) => ({
      id: action.id,
      title: action.title,
      ownerName: action.ownerName,
      dueOn: action.dueOn,
      originalDueOn: action.originalDueOn,
      standing: actionStanding(action, today, bragTable),
    })),
    measures: measuresOfRecommendation(id, actions, await linkedMeasures(db, today)),
    ...(await evidenceFor({ db, actor, today }, id, actions)),
    mayAddEvidence: may(actor, 'evidence.add').allowed,
    canCreateActions: may(actor, 'action.create').allowed,
  }
}

/** What shows how it stands: what is for its actions counts, and what is for itself. */
async function evidenceFor(
  { db, actor, today }: Pick<Context, 'db' | 'actor' | 'today'>,
  id: number,
  actions: readonly JudgedAction[],
): Promise<Pick<RecommendationView, 'triangulation' | 'evidence'>> {
  const lives = await knownShelfLives(db)
  const rows = await db
    .selectFrom('evidenceRecommendations as er')
    .innerJoin('evidence as e', 'e.id', 'er.evidenceId')
    .where('er.recommendationId', '=', id)
    .orderBy('e.addedAt', 'desc')
    .orderBy('e.id', 'desc')
    .select(['e.id', 'e.title', 'e.kind', 'e.periodTo'])
    .select([countingVerdict().as('verdict'), isReplaced().as('isReplaced')])
    .select((eb) => eb.and([evidenceVisibleTo(actor)]).as('isVisible'))
    .$narrowType<{ kind: EvidenceKind | null; periodTo: CalendarDate | null }>()
    .execute()
  const own = rows
    .filter((one) => !one.isReplaced)
    .map(({ kind, periodTo, verdict }) => ({
      ...{ kind, periodTo },
      review: verdict && { verdict, reviewedOn: today },
    }))
  const ofActions = actions.flatMap((action) => evidenceOn(action, today))
  return {
    triangulation: triangulationOf([...ofActions, ...own], today, lives),
    evidence: rows
      .filter(({ isVisible }) => isVisible)
      .map((one) => ({
        ...{ id: one.id, title: one.title },
        standing: evidenceStanding(one, today, lives),
      })),
  }
}
