import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { boardMeetings } from '~/db/tables/board-meetings.server'
import { lateReasons } from '~/db/tables/due-date-changes.server'
import { allVisits } from '~/db/tables/visits.server'
import { type Checkpoint, checkpointsOf, lastCheckpoint } from '~/domain/plan/checkpoints'
import { type CalendarDate, calendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { startOfDay } from '~/domain/time/end-of-day'

/** One request to move a date, and what became of it. */
export interface MoveRow {
  id: number
  actionId: number
  title: string
  originalDueOn: CalendarDate | null
  fromOn: CalendarDate
  toOn: CalendarDate
  reason: string
  askedByName: string
  askedOn: CalendarDate
  decision: 'agreed' | 'refused' | 'not-needed' | null
  decidedByName: string | null
  decisionReason: string
  lateMove: string[]
  /** moved before the old plan was brought in: asked by and on are then who brought it in, and when */
  inOldPlan: boolean
}

export interface MovesView {
  today: CalendarDate
  /** the day that is counted from, itself included; null for every move there ever was */
  since: CalendarDate | null
  /** the checkpoint that this day is */
  checkpoint: Checkpoint | undefined
  /** days that one may count from: the checkpoints before today, the latest first */
  checkpoints: Checkpoint[]
  onlyLate: boolean
  counts: { all: number; late: number; waiting: number; refused: number }
  /** The latest first. */
  moves: MoveRow[]
  /** where the next page goes on; null on the last */
  next: number | null
}

export interface MovesAsked {
  since: CalendarDate | undefined
  onlyLate: boolean
  before: number | undefined
}

const onOnePage = 50

/** What an address asks for; what it does not say, or says wrongly, is left out. */
export const movesIn = (search: URLSearchParams): MovesAsked => ({
  since: calendarDate(search.get('since') ?? ''),
  onlyLate: search.get('only') === 'late',
  before: /^\d{1,9}$/.test(search.get('before') ?? '') ? Number(search.get('before')) : undefined,
})

/** Every due date that moved, or was asked to, since a day: without one, since the last checkpoint. */
export async function movesView(
  { db, today }: Context,
  { since: asked, onlyLate, before }: MovesAsked,
): Promise<MovesView> {
  const [visits, boards] = await Promise.all([allVisits(db), boardMeetings(db)])
  const checkpoints = checkpointsOf(visits, boards).filter(({ on }) => on < today)
  const since = asked ?? lastCheckpoint(checkpoints, today)?.on ?? null
  const from = since && startOfDay(since, 'Europe/London')
  // What was asked before and decided since has moved since; what had moved in an old plan, nobody knows when.
  const moved = db
    .selectFrom('dueDateChanges as c')
    .$if(from !== null, (q) =>
      q
        .where('c.inOldPlan', '=', false)
        .where((eb) => eb.or([eb('c.askedAt', '>=', from), eb('c.decidedAt', '>=', from)])),
    )
  const isLate = sql<boolean>`cardinality(${lateReasons()}) > 0`
  const counts = await moved
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere(isLate).as('late'),
      fn.countAll<number>().filterWhere('c.decision', 'is', null).as('waiting'),
      fn.countAll<number>().filterWhere('c.decision', '=', 'refused').as('refused'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await moved
    .innerJoin('actions as a', 'a.id', 'c.actionId')
    .innerJoin('people as asker', 'asker.id', 'c.askedById')
    .leftJoin('people as decider', 'decider.id', 'c.decidedById')
    .$if(onlyLate, (q) => q.where(isLate))
    .$if(before !== undefined, (q) => q.where('c.id', '<', before!))
    .orderBy('c.id', 'desc')
    .limit(onOnePage + 1)
    .select(['c.id', 'c.actionId', 'a.title', 'a.originalDueOn', 'c.fromOn', 'c.toOn', 'c.reason'])
    .select(['asker.name as askedByName', 'c.askedAt', 'c.decision', 'c.decisionReason'])
    .select(['decider.name as decidedByName', 'c.inOldPlan', lateReasons().as('lateMove')])
    .execute()
  const moves = rows.slice(0, onOnePage).map(({ askedAt, ...row }) => ({
    ...(row as unknown as Omit<MoveRow, 'askedOn'>),
    askedOn: calendarDateIn(askedAt, 'Europe/London'),
  }))
  return {
    today,
    since,
    checkpoint: checkpoints.find(({ on }) => on === since),
    checkpoints,
    onlyLate,
    counts,
    moves,
    next: rows.length > onOnePage ? moves.at(-1)!.id : null,
  }
}
