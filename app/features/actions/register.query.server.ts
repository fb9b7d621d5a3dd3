import { type RawBuilder, sql } from 'kysely'
import type { Pieces } from '~/auth/as-at.server'
import type { Context } from '~/auth/context.server'
import { standingsFor } from '~/db/action-standings.server'
import type { Db } from '~/db/db.server'
import { may } from '~/domain/access/permissions'
import type { Delivery } from '~/domain/action/delivery'
import { canEditAction } from '~/domain/action/plan-action'
import type { Impact } from '~/domain/action/impact'
import type { Assurance } from '~/domain/evidence/assurance'
import type { Brag } from '~/domain/plan/brag'
import { type CalendarDate, daysBetween } from '~/domain/time/calendar-date'
import { type RegisterChoices, registerChoices } from './register-choices.query.server'
import type { RegisterFilter } from './register-filter'
import { type Passage, passagesFor } from './register-passages.query.server'
import {
  type FoundRecommendations,
  foundRecommendations,
} from './register-recommendations.query.server'
import { type Place, placeWord, type Sort, sorts, type SortName } from './register-sort'
import { conditionsOf, isLate, isUnowned, saysAnything } from './register-where.server'
import { savedViews } from './saved-views.query.server'

export const pageOfRegister = 100

export interface RegisterRow {
  id: number
  title: string
  ownerId: number | null
  ownerName: string | null
  ownerLeft: boolean
  teamName: string | null
  themeName: string | null
  recommendationIds: number[]
  dueOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  isLate: boolean
  timesMoved: number
  daysSlipped: number
  brag: Brag
  delivery: Delivery
  /** what the last update says, where that is better than what is derived */
  statedBetter: Delivery | null
  assurance: Assurance
  impact: Impact
  lastUpdateOn: CalendarDate | null
  /** days since the last update; null without one */
  updateAge: number | null
  silent: boolean
  evidenceCount: number
}

export interface RegisterView {
  today: CalendarDate
  filter: RegisterFilter
  sort: Sort
  rows: RegisterRow[]
  /** where the words looked for stand, by the id of the action; empty where none are looked for */
  passages: Record<number, Passage>
  /** recommendations that say what is looked for; undefined where nothing is, and on later pages */
  recommendations: FoundRecommendations | undefined
  /** the words looked for say nothing, such as "of the": the register is not narrowed by them */
  saysNothing: boolean
  /** how many actions there are, how many fit, and of those how many are late or nobody's */
  counts: { all: number; fitting: number; late: number; unowned: number }
  /** where the next page begins; undefined on the last */
  next: string | undefined
  /** whether this is a later page */
  isLater: boolean
  choices: RegisterChoices
  /** saved views that this reader may open */
  saved: { id: number; name: string }[]
  mayAdd: boolean
  mayChange: boolean
}

export interface RegisterAsked {
  filter: RegisterFilter
  sort: Sort
  after?: Place
}

/**
 * The register: one page of what fits the filter, in the order asked for, and true counts of all of
 * it. How an action stands is what the rules derived of it (decision 13), kept up to this very day.
 */
export async function registerView(
  context: Context,
  { filter, sort, after }: RegisterAsked,
): Promise<RegisterView> {
  const { db, actor, today } = context
  await standingsFor(context)
  const found = await registerPage(context, { filter, sort, after }, pageOfRegister)
  const says = filter.q === undefined || (await saysAnything(db, filter.q))
  const ids = found.rows.map(({ id }) => id)
  return {
    today,
    filter,
    sort,
    rows: found.rows,
    recommendations:
      filter.q && says && !after
        ? await foundRecommendations(context, filter.q, filter)
        : undefined,
    passages: filter.q && says ? await passagesFor(context, ids, filter.q) : {},
    saysNothing: !says,
    counts: await countsOf(context, filter),
    next: found.next && placeWord(found.next),
    isLater: after !== undefined,
    choices: await registerChoices(db),
    saved: (await savedViews(context)).map(({ id, name }) => ({ id, name })),
    mayAdd: may(actor, 'action.create').allowed,
    mayChange: canEditAction(actor).allowed,
  }
}

/**
 * Everything that fits, row by row in the order of the register, read by key a page at a time: for
 * what goes through all of it, such as an export, whatever its length.
 */
export async function* registerRows(
  { read }: Pieces,
  filter: RegisterFilter,
  sort: Sort = { by: 'due', descending: false },
): AsyncGenerator<RegisterRow> {
  let after: Place | undefined
  do {
    const page = await read(async (context) => {
      await standingsFor(context)
      return registerPage(context, { filter, sort, after }, 500)
    })
    yield* page.rows
    after = page.next
  } while (after)
}

/** What each order goes by; each has its index in migration 0015, and a value for every action. */
const keysOf: Record<SortName, readonly RawBuilder<unknown>[]> = {
  due: [sql`s.is_delivered`, sql`coalesce(s.due_on, 'infinity')`],
  ref: [],
  title: [sql`s.title collate "en-GB-x-icu"`],
  owner: [sql`coalesce(s.owner_name, '') collate "en-GB-x-icu"`],
  original: [sql`coalesce(s.original_due_on, 'infinity')`],
  slipped: [sql`s.days_slipped`],
  moved: [sql`s.times_moved`],
  brag: [sql`s.brag_rank`],
  delivery: [sql`s.delivery_rank`],
  assurance: [sql`s.assurance_rank`],
  impact: [sql`s.impact_rank`],
  updated: [sql`coalesce(s.last_update_on, '-infinity')`],
  evidence: [sql`s.evidence_count`],
}

/** One page of what fits, in an order, and where the next begins. Call standingsFor first. */
export async function registerPage(
  context: Context,
  { filter, sort, after }: RegisterAsked,
  size: number,
): Promise<{ rows: RegisterRow[]; next: Place | undefined }> {
  const { db, today } = context
  const keys = keysOf[sort.by]
  const order = [...keys, sql`s.action_id`]
  const conditions = await conditionsOf(context, filter)
  const rows = await db
    .selectFrom('actionStandings as s')
    .innerJoin('actions as a', 'a.id', 's.actionId')
    .leftJoin('teams as team', 'team.id', 's.teamId')
    .leftJoin('themes as theme', 'theme.id', 's.themeId')
    .where((eb) => eb.and(conditions.map((condition) => condition(eb))))
    .$if(after !== undefined, (query) => query.where(isBeyond(sort, order, after!)))
    .$call((query) =>
      order.reduce((by, key) => by.orderBy(key, sort.descending ? 'desc' : 'asc'), query),
    )
    .limit(size + 1)
    .select(['s.actionId as id', 's.title', 's.ownerId', 's.ownerName', 's.ownerLeft'])
    .select(['team.name as teamName', 'theme.name as themeName', 's.recommendationIds'])
    .select(['s.dueOn', 's.originalDueOn', 'a.deliveredOn', 's.timesMoved', 's.daysSlipped'])
    .select(['s.brag', 's.delivery', 's.statedDelivery', 's.differs', 's.assurance', 's.impact'])
    .select(['s.lastUpdateOn', 's.silent', 's.evidenceCount'])
    .select(
      sql<string[]>`array[${sql.join(keys.map((key) => sql`(${key})::text`))}]::text[]`.as('place'),
    )
    .$narrowType<{
      dueOn: CalendarDate | null
      originalDueOn: CalendarDate | null
      deliveredOn: CalendarDate | null
      lastUpdateOn: CalendarDate | null
      brag: Brag
      delivery: Delivery
      statedDelivery: Delivery | null
      assurance: Assurance
      impact: Impact
    }>()
    .execute()
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    rows: page.map(({ place: _, statedDelivery, differs, ...row }) => ({
      ...row,
      isLate: row.deliveredOn === null && row.dueOn !== null && row.dueOn < today,
      statedBetter: differs ? statedDelivery : null,
      updateAge: row.lastUpdateOn && daysBetween(row.lastUpdateOn, today),
    })),
    next: last && rows.length > size ? { id: last.id, values: last.place } : undefined,
  }
}

/** Whether an action comes after a place, by the index of this order. */
function isBeyond(sort: Sort, order: readonly RawBuilder<unknown>[], { id, values }: Place) {
  const types = sorts[sort.by]
  const at = values.map((value, i) => {
    const typed = sql`cast(${value} as ${sql.raw(types[i]!)})`
    return types[i] === 'text' ? sql`${typed} collate "en-GB-x-icu"` : typed
  })
  const beyond = sql.raw(sort.descending ? '<' : '>')
  return sql<boolean>`(${sql.join([...order])}) ${beyond} (${sql.join([...at, sql`${id}::integer`])})`
}

async function countsOf(context: Context, filter: RegisterFilter): Promise<RegisterView['counts']> {
  const { db, today } = context
  const conditions = await conditionsOf(context, filter)
  const { fitting, late, unowned } = await db
    .selectFrom('actionStandings as s')
    .where((eb) => eb.and(conditions.map((condition) => condition(eb))))
    .select((eb) => [
      eb.fn.countAll<number>().as('fitting'),
      eb.fn.countAll<number>().filterWhere(isLate(today)).as('late'),
      eb.fn.countAll<number>().filterWhere(isUnowned).as('unowned'),
    ])
    .executeTakeFirstOrThrow()
  return { all: await allActions(db), fitting, late, unowned }
}

const allActions = async (db: Db): Promise<number> => {
  const { all } = await db
    .selectFrom('actionStandings')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return all
}
