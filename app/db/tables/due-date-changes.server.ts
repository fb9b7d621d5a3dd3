import { sql } from 'kysely'
import type { DueDateAnswer, DueDateChangeFacts } from '~/domain/action/due-date-change'
import type { DueDateFacts, Occasion, OccasionSince } from '~/domain/action/due-date-change'
import { type VisitKind, visitKindTitles } from '~/domain/inspection/visit-kinds'
import { inSentence } from '~/domain/plan/checkpoints'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'
import { boardMeetings } from './board-meetings.server'

/** What a change of an action's due date is judged by; undefined where there is no such action. */
export async function dueDateFacts(db: Db, actionId: number): Promise<DueDateFacts | undefined> {
  const row = await db
    .selectFrom('actions as a')
    .where('a.id', '=', actionId)
    .select(['a.startOn', 'a.dueOn', 'a.originalDueOn', 'a.deliveredOn'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('actionRecommendations as ar')
            .innerJoin('recommendations as r', 'r.id', 'ar.recommendationId')
            .whereRef('ar.actionId', '=', 'a.id')
            .where('r.kind', '=', 'area-for-priority-action')
            .select('r.id'),
        )
        .as('priorityAction'),
      // What it no longer answers is only in history.
      sql<boolean>`exists (
        select 1 from history.action_recommendations gone
        join recommendations r on r.id = gone.recommendation_id
        where gone.action_id = a.id and r.kind = 'area-for-priority-action'
      )`.as('priorityActionBefore'),
      eb
        .selectFrom('dueDateChanges as c')
        .whereRef('c.actionId', '=', 'a.id')
        .where('c.decision', 'in', ['agreed', 'not-needed'])
        .select(({ fn }) => fn.countAll<number>().as('made'))
        .as('changesMade'),
      eb
        .exists(
          eb
            .selectFrom('dueDateChanges as c')
            .whereRef('c.actionId', '=', 'a.id')
            .where('c.decision', 'is', null)
            .select('c.id'),
        )
        .as('changeWaiting'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  return {
    startOn: row.startOn as CalendarDate | null,
    dueOn: row.dueOn as CalendarDate | null,
    originalDueOn: row.originalDueOn as CalendarDate | null,
    deliveredOn: row.deliveredOn as CalendarDate | null,
    priorityAction: Boolean(row.priorityAction),
    everPriorityAction: Boolean(row.priorityAction) || row.priorityActionBefore,
    changesMade: Number(row.changesMade),
    changeWaiting: Boolean(row.changeWaiting),
  }
}

/** The visits and board meetings that the plan is read for, past and planned, each on its first day. */
export async function occasions(db: Db): Promise<Occasion[]> {
  const [visits, boards] = await Promise.all([
    db.selectFrom('visits').select(['kind', 'expectedFrom', 'heldFrom']).execute(),
    boardMeetings(db),
  ])
  return [
    ...visits.map(({ kind, expectedFrom, heldFrom }) => visitAs(kind, heldFrom ?? expectedFrom)),
    ...boards.map(({ name, heldOn }) => ({ on: heldOn, title: inSentence(name) })),
  ]
}

// The columns hold what the checks of the table allow.
const visitAs = (kind: string, on: string): Occasion => ({
  on: on as CalendarDate,
  title: `the ${visitKindTitles[kind as VisitKind].toLowerCase()}`,
})

/** The same, each with what was known of it before: a visit's kind is corrected, its day moves or is found. */
export async function occasionsSince(db: Db): Promise<OccasionSince[]> {
  const [{ rows: visits }, boards] = [
    await sql<{ id: number; kind: string; startsOn: string; recordedAt: Date }>`
      select id, kind, coalesce(held_from, expected_from) as starts_on, recorded_at from public.visits
      union all
      select id, kind, coalesce(held_from, expected_from), recorded_at from history.visits
       order by recorded_at`.execute(db),
    await db.selectFrom('boardMeetings').select(['name', 'heldOn', 'addedAt']).execute(),
  ]
  return [
    ...[...new Set(visits.map(({ id }) => id))].map((visitId) => {
      const versions = visits.filter(({ id }) => id === visitId)
      const { kind, startsOn } = versions.at(-1)!
      const before = versions.findLastIndex((version) => version.startsOn !== startsOn)
      return {
        ...visitAs(kind, startsOn),
        since: calendarDateIn(versions[before + 1]!.recordedAt, 'Europe/London'),
        everKnownAs: versions.map((version) => visitAs(version.kind, version.startsOn)),
      }
    }),
    ...boards.map(({ name, heldOn, addedAt }) => {
      const meeting = { on: heldOn as CalendarDate, title: inSentence(name) }
      const since = calendarDateIn(addedAt, 'Europe/London')
      return { ...meeting, since, everKnownAs: [meeting] }
    }),
  ]
}

/**
 * Whoever asks for a date by the occasions that are known, and whoever changes those, follow one another:
 * no move slips through between the two. Many may ask at once. Lock, then read.
 */
export async function keepOccasions(tx: Tx, by: 'asked-for' | 'changed'): Promise<void> {
  const lock = sql.raw(by === 'changed' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await sql`select ${lock}(hashtext('occasions'))`.execute(tx)
}

/** Why a change called `c` counts as a late move: as was known when it was asked for, and since. */
export const lateReasons = () => sql<string[]>`c.late_move || c.late_since`

export async function setLateSince(
  tx: Tx,
  id: number,
  lateSince: readonly string[],
): Promise<void> {
  await tx
    .updateTable('dueDateChanges')
    .set({ lateSince: [...lateSince] })
    .where('id', '=', id)
    .execute()
}

/** A change that waits for a leader, with what a decision of it is judged by. */
export interface WaitingChange extends DueDateChangeFacts {
  id: number
  fromOn: CalendarDate
  reason: string
  askedByName: string
  askedAt: Date
  agreementNeeded: string[]
  lateMove: string[]
}

/** The latest change that was asked for, decided or not; undefined where there has been none. */
export async function latestDueDateChange(
  db: Db,
  actionId: number,
): Promise<WaitingChange | undefined> {
  const row = await db
    .selectFrom('dueDateChanges as c')
    .innerJoin('people as p', 'p.id', 'c.askedById')
    .innerJoin('actions as a', 'a.id', 'c.actionId')
    .where('c.actionId', '=', actionId)
    .orderBy('c.id', 'desc')
    .limit(1)
    .select([
      'c.id',
      'c.fromOn',
      'c.toOn',
      'c.reason',
      'c.askedById',
      'p.name as askedByName',
      'c.askedAt',
      'c.agreementNeeded',
      'c.decision',
      'a.deliveredOn',
    ])
    .select(lateReasons().as('lateMove'))
    .executeTakeFirst()
  // The columns hold what the checks of the table allow.
  return row as unknown as WaitingChange | undefined
}

/** Records a change of date: waiting for a leader, or in effect at once where nothing asks for one. */
export async function insertDueDateChange(
  tx: Tx,
  change: {
    actionId: number
    fromOn: CalendarDate
    toOn: CalendarDate
    reason: string
    askedById: number
    askedAt: Date
    agreementNeeded: readonly string[]
    lateMove: readonly string[]
  },
): Promise<number> {
  const waits = change.agreementNeeded.length > 0
  const { id } = await tx
    .insertInto('dueDateChanges')
    .values({
      ...change,
      agreementNeeded: [...change.agreementNeeded],
      lateMove: [...change.lateMove],
      decision: waits ? null : 'not-needed',
      decidedAt: waits ? null : change.askedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Records moves that were made in an old plan, before it was brought in: they took effect there, on a
 * day that nobody knows. Asked by and at are who brought them in, and when.
 */
export async function insertMovesOfOldPlan(
  tx: Tx,
  moves: readonly {
    actionId: number
    fromOn: CalendarDate
    toOn: CalendarDate
    reason: string
    askedById: number
    askedAt: Date
  }[],
): Promise<void> {
  if (moves.length === 0) return
  await tx
    .insertInto('dueDateChanges')
    .values(
      moves.map((move) => ({
        ...move,
        ...{ decision: 'not-needed', decidedAt: move.askedAt, inOldPlan: true },
      })),
    )
    .execute()
}

export async function decideDueDateChange(
  tx: Tx,
  id: number,
  answer: DueDateAnswer & { decidedById: number; decidedAt: Date },
): Promise<void> {
  const { reason, ...decided } = answer
  await tx
    .updateTable('dueDateChanges')
    .set({ ...decided, decisionReason: reason })
    .where('id', '=', id)
    .execute()
}
