import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { isOwned } from '~/db/owned.server'
import { frameworksIn } from '~/db/frameworks.server'
import { threadsIn } from '~/db/threads.server'
import { may } from '~/domain/access/permissions'
import type { StatementOwed } from '~/domain/inspection/duties'
import { daysInWords, inspectionName, shortAreaName } from '~/domain/inspection/names'
import { type ProgressVerdict, rankOfProgress } from '~/domain/inspection/progress-verdicts'
import type { RecommendationKind } from '~/domain/inspection/recommendation-kinds'
import { timeOf } from '~/domain/inspection/threads'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { type Graded, graded } from './graded'
import { statementsOf } from './statements'

export interface InspectionView {
  today: CalendarDate
  id: number
  name: string
  days: string
  frameworkTitle: string | undefined
  leadInspector: string
  receivedOn: CalendarDate | null
  confirmedByName: string
  hasSource: boolean
  judgements: Graded[]
  statements: readonly StatementOwed[]
  /** JTAI: who writes the statement for all partners */
  principalAuthority: string
  /** letters: what the visit looked at */
  areasCovered: string[]
  findings: number
  /** what it said of progress on earlier recommendations, worst first */
  verdicts: {
    id: number
    recommendationId: number
    recommendation: string
    verdict: ProgressVerdict
    quote: string
  }[]
  /** a visit grades nothing and owes nothing, and often tells nothing new */
  isVisit: boolean
  recommendations: {
    id: number
    kind: RecommendationKind
    text: string
    isReworded: boolean
    areaName: string
    page: number | null
    /** 1 for the first time that the council was told it */
    timeTold: number
    actions: number
    delivered: number
    withoutOwner: number
    withoutDate: number
  }[]
  canStateDates: boolean
  canCreateActions: boolean
}

/** One inspection: what was judged, what must improve, and what is owed by when. */
export async function inspectionView(
  { db, actor, today }: Context,
  id: number,
): Promise<InspectionView | undefined> {
  const row = await db
    .selectFrom('inspections as i')
    .leftJoin('frameworks as f', 'f.id', 'i.frameworkId')
    .innerJoin('people as p', 'p.id', 'i.confirmedById')
    .where('i.id', '=', id)
    .select(['i.id', 'i.kind', 'i.council', 'i.inspectedFrom', 'i.inspectedTo', 'i.frameworkId'])
    .select(['i.leadInspector', 'i.reportReceivedOn', 'i.importId'])
    .select(['i.principalAuthority', 'i.areasCovered'])
    .select(['f.title as frameworkTitle', 'p.name as confirmedByName'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('judgements as j')
          .whereRef('j.inspectionId', '=', 'i.id')
          .select(['j.area', 'j.grade']),
      ).as('judgements'),
      jsonArrayFrom(
        eb
          .selectFrom('inspectionDuties as d')
          .whereRef('d.inspectionId', '=', 'i.id')
          .select(['d.duty', 'd.statedOn', 'd.metOn']),
      ).as('recorded'),
      jsonArrayFrom(
        eb
          .selectFrom('progressVerdicts as v')
          .innerJoin('recommendations as on', 'on.id', 'v.recommendationId')
          .whereRef('v.inspectionId', '=', 'i.id')
          .orderBy('v.id')
          .select(['v.id', 'v.recommendationId', 'on.text as recommendation'])
          .select(['v.verdict', 'v.quote']),
      ).as('verdicts'),
      eb
        .selectFrom('findings as f')
        .whereRef('f.inspectionId', '=', 'i.id')
        .select(({ fn }) => fn.countAll<number>().as('findings'))
        .as('findings'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const [recommendations, threads] = await Promise.all([recommendationsOf(db, id), threadsIn(db)])
  return {
    today,
    id,
    name: inspectionName(row),
    days: daysInWords(row.inspectedFrom as CalendarDate, row.inspectedTo as CalendarDate),
    frameworkTitle: row.frameworkTitle ?? undefined,
    leadInspector: row.leadInspector,
    receivedOn: row.reportReceivedOn as CalendarDate | null,
    confirmedByName: row.confirmedByName,
    hasSource: row.importId !== null,
    principalAuthority: row.principalAuthority,
    areasCovered: row.areasCovered,
    isVisit: row.kind === 'monitoring-visit' || row.kind === 'focused-visit',
    findings: Number(row.findings ?? 0),
    verdicts: (row.verdicts as InspectionView['verdicts']).toSorted(
      (a, b) => rankOfProgress(a.verdict) - rankOfProgress(b.verdict),
    ),
    judgements: graded(await frameworksIn(db), row.frameworkId, row.judgements),
    statements: statementsOf(
      { ...row, recommendationKinds: recommendations.map(({ kind }) => kind) },
      today,
    ),
    recommendations: recommendations.map(({ area, wording, kind, ...one }) => ({
      ...one,
      kind: kind as RecommendationKind,
      areaName: shortAreaName(area),
      isReworded: wording === 'reworded',
      timeTold: timeOf(threads.get(one.id), one.id),
    })),
    canStateDates: may(actor, 'inspection.state-date').allowed,
    canCreateActions: may(actor, 'action.create').allowed,
  }
}

const recommendationsOf = (db: Context['db'], inspectionId: number) =>
  db
    .selectFrom('recommendations as r')
    .leftJoin('actionRecommendations as ar', 'ar.recommendationId', 'r.id')
    .leftJoin('actions as a', 'a.id', 'ar.actionId')
    .where('r.inspectionId', '=', inspectionId)
    // Every column by its name: the rows of a past day have no key that Postgres knows of.
    .groupBy(['r.id', 'r.position', 'r.kind', 'r.text', 'r.wording', 'r.area', 'r.page'])
    .orderBy('r.position')
    .select(['r.id', 'r.kind', 'r.text', 'r.wording', 'r.area', 'r.page'])
    .select(({ fn }) => [
      fn.count<number>('a.id').as('actions'),
      fn.count<number>('a.deliveredOn').as('delivered'),
      fn
        .count<number>('a.id')
        .filterWhere(sql<boolean>`not ${isOwned()}`)
        .as('withoutOwner'),
      fn.count<number>('a.id').filterWhere('a.dueOn', 'is', null).as('withoutDate'),
    ])
    .execute()
