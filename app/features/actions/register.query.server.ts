import { type ExpressionBuilder, sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import type { Db } from '~/db/db.server'
import type { DB } from '~/db/schema'
import { may } from '~/domain/access/permissions'
import { type ActionStanding, actionStanding } from '~/domain/action/standing'
import { idFrom } from '~/domain/id'
import { shortAreaName } from '~/domain/inspection/names'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { fits, isLate, keyOf, type RegisterFilter } from './register-filter'

export const pageOfRegister = 50

export interface RegisterRow {
  id: number
  title: string
  ownerName: string | null
  recommendations: { id: number; text: string }[]
  dueOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  isLate: boolean
  standing: ActionStanding
}

export interface RegisterView {
  today: CalendarDate
  filter: RegisterFilter
  rows: RegisterRow[]
  /** how many actions there are, how many fit, and of those how many are late or nobody's */
  counts: { all: number; fitting: number; late: number; unowned: number }
  /** where the next page begins; undefined on the last */
  next: string | undefined
  /** whether this is a later page */
  isLater: boolean
  areas: { value: string; title: string }[]
  owners: { value: string; title: string }[]
  mayAdd: boolean
}

/**
 * The register: what fits the filter, one page of it, and true counts of all of it.
 *
 * Words, area and owner are looked for by Postgres. How an action stands is derived by the rules of
 * app/domain over the facts of those that are left, so that the register can never say other than the
 * page of the action does; a plan has some hundreds of actions (decision 0009).
 */
export async function registerView(
  { db, actor, today }: Context,
  filter: RegisterFilter,
  after?: string,
): Promise<RegisterView> {
  const ids = await idsThatFit(db, filter)
  const judged = await judgedActions(db, { actionIds: ids })
  const fitting = judged
    .map((action) => ({
      ...action,
      standing: actionStanding(action, today),
      isLate: isLate(action, today),
      key: keyOf(action),
    }))
    .filter((action) => fits(action, filter.show, today))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const ahead = after === undefined ? fitting : fitting.filter(({ key }) => key > after)
  const page = ahead.slice(0, pageOfRegister)
  return {
    today,
    filter,
    rows: page.map((action) => ({
      id: action.id,
      title: action.title,
      ownerName: action.ownerName,
      recommendations: action.recommendations.map(({ id, text }) => ({ id, text })),
      dueOn: action.dueOn,
      originalDueOn: action.originalDueOn,
      deliveredOn: action.deliveredOn,
      isLate: action.isLate,
      standing: action.standing,
    })),
    counts: {
      ...(await allActions(db)),
      fitting: fitting.length,
      late: fitting.filter((action) => action.isLate).length,
      unowned: fitting.filter(({ ownerId }) => ownerId === null).length,
    },
    next: ahead.length > page.length ? page.at(-1)?.key : undefined,
    isLater: after !== undefined,
    ...(await choicesOfRegister(db)),
    mayAdd: may(actor, 'action.create').allowed,
  }
}

async function idsThatFit(db: Db, { q, area, owner }: RegisterFilter): Promise<number[]> {
  // Whoever the address names wrongly owns nothing: 0 is nobody's id.
  const ownerId = owner === undefined || owner === 'nobody' ? undefined : (idFrom(owner) ?? 0)
  const rows = await db
    .selectFrom('actions as a')
    .$if(q !== undefined, (query) => query.where((eb) => speaksOf(eb, q!)))
    .$if(area !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('actionRecommendations as ar')
            .innerJoin('recommendations as r', 'r.id', 'ar.recommendationId')
            .whereRef('ar.actionId', '=', 'a.id')
            .where('r.area', '=', area!)
            .select('r.id'),
        ),
      ),
    )
    .$if(owner === 'nobody', (query) => query.where('a.ownerId', 'is', null))
    .$if(ownerId !== undefined, (query) => query.where('a.ownerId', '=', ownerId!))
    .select('a.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether an action, or a recommendation it answers, holds these words or is called so. */
function speaksOf(eb: ExpressionBuilder<{ a: DB['actions'] } & DB, 'a'>, q: string) {
  const reference = /^([ar])\s?(\d{1,9})$/i.exec(q)
  const kind = reference?.[1]?.toLowerCase()
  const number = Number(reference?.[2])
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return eb.or([
    eb('a.title', 'ilike', like),
    eb('a.outcome', 'ilike', like),
    eb('a.successMeasure', 'ilike', like),
    ...(kind === 'a' ? [eb('a.id', '=', number)] : []),
    eb.exists(
      eb
        .selectFrom('actionRecommendations as ar')
        .innerJoin('recommendations as r', 'r.id', 'ar.recommendationId')
        .whereRef('ar.actionId', '=', 'a.id')
        .where((inner) =>
          inner.or([
            inner('r.text', 'ilike', like),
            ...(kind === 'r' ? [inner('r.id', '=', number)] : []),
          ]),
        )
        .select(sql`1`.as('one')),
    ),
  ])
}

const allActions = (db: Db): Promise<{ all: number }> =>
  db
    .selectFrom('actions')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()

async function choicesOfRegister(db: Db): Promise<Pick<RegisterView, 'areas' | 'owners'>> {
  const areas = await db
    .selectFrom('recommendations')
    .select('area')
    .distinct()
    .orderBy('area')
    .execute()
  const owners = await db
    .selectFrom('people')
    .where('id', 'in', (eb) =>
      eb.selectFrom('actions').where('ownerId', 'is not', null).select('ownerId'),
    )
    .orderBy('name')
    .select(['id', 'name'])
    .execute()
  return {
    areas: areas.map(({ area }) => ({ value: area, title: shortAreaName(area) })),
    owners: owners.map(({ id, name }) => ({ value: String(id), title: name })),
  }
}
