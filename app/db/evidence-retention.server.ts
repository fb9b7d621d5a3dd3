import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type EvidenceKind, evidenceKinds } from '~/domain/evidence/kinds'
import { type KeptFacts, type Retention, yearsKept } from '~/domain/evidence/retention'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db } from './db.server'
import type { DB } from './schema'

const eb = () => expressionBuilder<DB & { e: DB['evidence'] }, 'e'>()

/** The actions that it is for, itself or by a recommendation, in a query that calls the table `e`. */
const actionsOfIt = sql`(
  select a.delivered_on from evidence_actions ea join actions a on a.id = ea.action_id
   where ea.evidence_id = e.id
  union all
  select a.delivered_on from evidence_recommendations er
    join action_recommendations ar on ar.recommendation_id = er.recommendation_id
    join actions a on a.id = ar.action_id
   where er.evidence_id = e.id)`

/** Something that it is for is not finished: an action, or a recommendation that nothing answers yet. */
const isInUse = (): RawBuilder<boolean> => sql`(
  exists (select from ${actionsOfIt} as its where its.delivered_on is null)
  or exists (select from evidence_recommendations er where er.evidence_id = e.id and not exists (
       select from action_recommendations ar where ar.recommendation_id = er.recommendation_id)))`

const lastDeliveredOn = (): RawBuilder<CalendarDate | null> =>
  sql`(select max(its.delivered_on) from ${actionsOfIt} as its)`

const isOnHold = (): RawBuilder<boolean> =>
  sql`exists (select from evidence_holds h where h.evidence_id = e.id and h.lifted_at is null)`

/** What it takes to say until when a piece of evidence is kept. */
export async function keptFacts(db: Db, evidenceId: number): Promise<KeptFacts> {
  const { addedAt, ...facts } = await db
    .selectFrom('evidence as e')
    .where('e.id', '=', evidenceId)
    .select(['e.kind', 'e.periodTo', 'e.addedAt', isInUse().as('isInUse')])
    .select([lastDeliveredOn().as('lastDeliveredOn'), isOnHold().as('isHeld')])
    .$narrowType<{ kind: EvidenceKind | null; periodTo: CalendarDate | null }>()
    .executeTakeFirstOrThrow()
  return { ...facts, addedOn: calendarDateIn(addedAt, 'Europe/London') }
}

/** The same as isPastItsTime, for the database; on hold, what would be if it were not. */
export function keptPastItsTime(
  today: CalendarDate,
  retention: Retention,
  { onHold = false } = {},
): Expression<SqlBool> {
  const years = sql`case e.kind ${sql.join(
    evidenceKinds.map((kind) => sql`when ${kind} then ${yearsKept(kind, retention)}::integer`),
    sql` `,
  )} else ${yearsKept(null, retention)}::integer end`
  return eb().and([
    // follows from what is asked last, and spares looking for the actions of what is recent
    sql<SqlBool>`(e.period_to is null
                  or e.period_to + make_interval(years => ${years}) < ${today}::date)`,
    sql<SqlBool>`not ${isInUse()}`,
    onHold ? sql<SqlBool>`${isOnHold()}` : sql<SqlBool>`not ${isOnHold()}`,
    sql<SqlBool>`coalesce(greatest(e.period_to, ${lastDeliveredOn()}),
                          (e.added_at at time zone 'Europe/London')::date)
                 + make_interval(years => ${years}) < ${today}::date`,
  ])
}
