import { type Expression, type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import type { DB } from '~/db/schema'
import { teamAndBelow } from '~/db/team-and-below.server'
import { foundInWords, foundOnDay, type Reach } from '~/db/tables/past-words.server'
import { allVisits } from '~/db/tables/visits.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { type Actor, may } from '~/domain/access/permissions'
import { idFrom } from '~/domain/id'
import { visitAhead } from '~/domain/plan/visits'
import { addDays, type CalendarDate } from '~/domain/time/calendar-date'
import {
  type DueWindow,
  type Flag,
  recommendationIn,
  referenceIn,
  type RegisterFilter,
} from './register-filter'

type Standings = { s: DB['actionStandings'] }
type Builder = ExpressionBuilder<Standings & DB, 's'>
type Condition = (eb: Builder) => Expression<SqlBool>

/** What Postgres looks for where these words are asked for. */
export const searchFor = (q: string): RawBuilder<unknown> =>
  sql`websearch_to_tsquery('plan_words', ${q})`

/** Whether there is anything to look for in these words: not in "the of", nor in "&|!". */
export async function saysAnything(db: Db, q: string): Promise<boolean> {
  if (referenceIn(q)) return true
  const { rows } = await sql<{ nodes: number }>`select numnode(${searchFor(q)}) as nodes`.execute(
    db,
  )
  return rows[0]!.nodes > 0
}

/** The conditions of a filter over action_standings called `s`, all of which must hold. */
export async function conditionsOf(
  { db, actor, today, asAt }: Context,
  filter: RegisterFilter,
): Promise<Condition[]> {
  const all: (Condition | undefined)[] = [
    filter.q && (await saysAnything(db, filter.q))
      ? await speaksOf({ db, actor, asAt }, filter.q)
      : undefined,
    // What the address names wrongly is nowhere: 0 is nobody's id.
    filter.inspection ? holds('s.inspectionIds', idFrom(filter.inspection) ?? 0) : undefined,
    filter.recommendation
      ? holds('s.recommendationIds', recommendationIn(filter.recommendation) ?? 0)
      : undefined,
    filter.area ? holds('s.areas', filter.area) : undefined,
    filter.outcome ? holds('s.nationalFramework', filter.outcome) : undefined,
    filter.theme ? isOrNone('s.themeId', filter.theme, 'none') : undefined,
    filter.team ? ofTeam(filter.team) : undefined,
    filter.owner ? (filter.owner === 'nobody' ? isUnowned : isOwnedBy(filter.owner)) : undefined,
    equals('s.delivery', filter.status),
    equals('s.assurance', filter.assurance),
    equals('s.impact', filter.impact),
    equals('s.brag', filter.brag),
    filter.due ? dueIn(filter.due, today, await nextVisitOn(db, filter.due, today)) : undefined,
    filter.dueFrom ? (eb) => eb('s.dueOn', '>=', filter.dueFrom!) : undefined,
    filter.dueTo ? (eb) => eb('s.dueOn', '<=', filter.dueTo!) : undefined,
    filter.id ? isAmong(filter.id) : undefined,
    ...(filter.show ?? []).map((flag) => conditionOf(flag, today)),
  ]
  return all.filter((one) => one !== undefined)
}

const equals = (
  column: 's.delivery' | 's.assurance' | 's.impact' | 's.brag',
  value: string | undefined,
): Condition | undefined => (value === undefined ? undefined : (eb) => eb(column, '=', value))

const isAmong =
  (ids: readonly string[]): Condition =>
  (eb) =>
    sql<SqlBool>`${eb.ref('s.actionId')} = any(${ids.map((id) => idFrom(id) ?? 0)}::integer[])`

const isOrNone =
  (column: 's.themeId', value: string, none: string): Condition =>
  (eb) =>
    value === none ? eb(column, 'is', null) : eb(column, '=', idFrom(value) ?? 0)

/** Of a team and those below it. */
const ofTeam =
  (team: string): Condition =>
  (eb) =>
    team === 'none'
      ? eb('s.teamId', 'is', null)
      : eb('s.teamId', 'in', teamAndBelow(idFrom(team) ?? 0))

const isOwnedBy =
  (owner: string): Condition =>
  (eb) =>
    eb('s.ownerId', '=', idFrom(owner) ?? 0)

/** As domain/action/ownership.ts says: nobody owns it, or its owner has left. */
export const isUnowned: Condition = (eb) =>
  eb.or([eb('s.ownerId', 'is', null), eb('s.ownerLeft', '=', true)])

const holds =
  (
    column: 's.inspectionIds' | 's.recommendationIds' | 's.areas' | 's.nationalFramework',
    value: string | number,
  ): Condition =>
  (eb) => {
    const type = sql.raw(typeof value === 'number' ? 'integer[]' : 'text[]')
    return sql<SqlBool>`${eb.ref(column)} @> ${[value]}::${type}`
  }

const dueIn =
  (window: DueWindow, today: CalendarDate, visitOn: CalendarDate | undefined): Condition =>
  (eb) => {
    if (window === 'none') return eb('s.dueOn', 'is', null)
    const days = { week: 7, month: 30, quarter: 90 }
    // Without a visit ahead there is no day before it.
    const to = window === 'visit' ? (visitOn ?? today) : addDays(today, days[window])
    return eb.and([
      eb('s.isDelivered', '=', false),
      eb('s.dueOn', '>=', today),
      eb('s.dueOn', window === 'visit' ? '<' : '<=', to),
    ])
  }

async function nextVisitOn(db: Db, window: DueWindow, today: CalendarDate) {
  return window === 'visit' ? visitAhead(await allVisits(db), today)?.expectedFrom : undefined
}

const conditionOf =
  (flag: Flag, today: CalendarDate): Condition =>
  (eb) => {
    const delivered = eb('s.delivery', '=', 'delivered')
    switch (flag) {
      case 'late':
        return isLate(today)(eb)
      case 'milestone-late':
        return hasLateMilestone(today)(eb)
      case 'differs':
        return eb('s.differs', '=', true)
      case 'silent':
        return eb('s.silent', '=', true)
      case 'owner-left':
        return eb('s.ownerLeft', '=', true)
      case 'moved':
        return eb('s.timesMoved', '>', 0)
      case 'unassured':
        return eb.and([delivered, eb('s.assurance', '<>', 'accepted')])
      case 'no-impact':
        return eb('s.impact', '=', 'not-shown')
      case 'no-recommendation':
        return sql<SqlBool>`cardinality(${eb.ref('s.recommendationIds')}) = 0`
    }
  }

/** Open, and its date has passed. */
export const isLate =
  (today: CalendarDate): Condition =>
  (eb) =>
    eb.and([eb('s.isDelivered', '=', false), eb('s.dueOn', '<', today)])

/** Open, and a milestone of it is open whose date has passed. */
const hasLateMilestone =
  (today: CalendarDate): Condition =>
  (eb) =>
    eb.and([
      eb('s.isDelivered', '=', false),
      eb.exists(
        eb
          .selectFrom('milestones as m')
          .whereRef('m.actionId', '=', 's.actionId')
          .where('m.dueOn', '<', today)
          .where((open) => open.or([open('m.doneOn', 'is', null), open('m.doneOn', '>', today)]))
          .select('m.id'),
      ),
    ])

/** How much of the words laid down for an action this reader's search may reach. */
export function reachOf(actor: Actor): Reach {
  if (!may(actor, 'evidence.read').allowed) return 'plan'
  return may(actor, 'evidence.read-restricted').allowed ? 'all' : 'shown'
}

/** Whether an action is called so, or these words are in what may be read of it. */
async function speaksOf(
  { db, actor, asAt }: Pick<Context, 'db' | 'actor' | 'asAt'>,
  q: string,
): Promise<Condition> {
  const reference = referenceIn(q)
  const query = searchFor(q)
  const reach = reachOf(actor)
  const laidDown = asAt
    ? await foundOnDay(db, { day: asAt, reach, query })
    : foundInWords(sql`action_words where reach = ${sql.lit(reach)}`, query)
  return (eb) =>
    eb.or([
      laidDown,
      ...(reach === 'shown' ? [saidByMe(actor, query)(eb)] : []),
      ...(reference?.kind === 'a' ? [eb('s.actionId', '=', reference.id)] : []),
      ...(reference?.kind === 'r' ? [holds('s.recommendationIds', reference.id)(eb)] : []),
    ])
}

/** What is restricted, the person who added it sees all the same. */
const saidByMe =
  (actor: Actor, query: RawBuilder<unknown>): Condition =>
  (eb) =>
    eb(
      's.actionId',
      'in',
      eb
        .selectFrom('evidence as e')
        .innerJoin('evidenceActions as ea', 'ea.evidenceId', 'e.id')
        .where('e.addedById', '=', actor.personId)
        .where('e.restricted', '=', true)
        .where(evidenceVisibleTo(actor))
        .where(
          sql<SqlBool>`to_tsvector('plan_words', concat_ws(' ', e.title, e.shows)) @@ ${query}`,
        )
        .select('ea.actionId'),
    )
