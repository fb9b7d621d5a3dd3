import { asAt } from '~/db/db.server'
import { planBeganOn } from '~/db/plan-began.server'
import type { Permission } from '~/domain/access/permissions'
import { type AskedDay, askedDay } from '~/domain/plan/past-day'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'
import { type Asked, type Context, contextForReading, contextOf, dayIn } from './context.server'

/** The context of a past day: the plan, the clock and the reader's rights are those of its end. */
const on = (day: CalendarDate, context: Context, db: Context['db']): Context => ({
  db,
  // What the reader may see is judged by today's roles; that nothing is changed, by the day.
  actor: { ...context.actor, looksAt: day },
  now: endOfDay(day, 'Europe/London'),
  today: day,
  asAt: day,
})

/** Reads for somebody as at the end of a past day. Two days are read one after the other. */
export const readOn = <Result>(
  context: Context,
  day: CalendarDate,
  read: (then: Context) => Promise<Result>,
): Promise<Result> =>
  asAt(context.db, endOfDay(day, 'Europe/London'), (db) => read(on(day, context, db)))

/**
 * What a page tells a signed-in person who may do `permission`: as at the day that its address asks
 * for by ?on=2025-09-30, or else now. The one door through which a page is seen as at a past day.
 *
 * @throws Response as requireContext does; 404 with a sentence where there is no such day to see
 */
export async function readAsAsked<Result>(
  asked: Asked,
  permission: Permission,
  read: (context: Context) => Promise<Result>,
): Promise<Result> {
  return (await readPiecesAsAsked(asked, permission)).read(read)
}

/** What is read piece by piece, such as a long file after the answer has begun. */
export interface Pieces {
  /** today, or the past day */
  on: CalendarDate
  /** the past day, where it is one */
  asAt: CalendarDate | undefined
  read: <Result>(piece: (context: Context) => Promise<Result>) => Promise<Result>
}

export const piecesOf = (context: Context): Pieces => ({
  on: context.today,
  asAt: context.asAt,
  read: (piece) => piece(context),
})

/** As readAsAsked, each piece by itself: a past day does not change from one to the next. */
export async function readPiecesAsAsked(asked: Asked, permission: Permission): Promise<Pieces> {
  const context = await contextForReading(asked, permission)
  const day = await dayAskedFor(asked, context)
  if (day === undefined || 'today' in day) return piecesOf(context)
  if ('because' in day) throw Response.json(day, { status: 404 })
  return { on: day.day, asAt: day.day, read: (piece) => readOn(context, day.day, piece) }
}

const known = new WeakMap<object, Promise<AskedDay | undefined>>()

/** The day that a page's address asks for; undefined where it asks for none. */
function dayAskedFor({ request, context }: Asked, { db, today }: Context) {
  const text = dayIn(request)
  if (text === undefined) return undefined
  const remembered = known.get(context)
  if (remembered) return remembered
  const asking = planBeganOn(db).then((beganOn) => askedDay(text, { today, beganOn }))
  known.set(context, asking)
  return asking
}

/** The past day that the page shows, for the frame around it. */
export async function pastDayOf(asked: Asked): Promise<CalendarDate | undefined> {
  const context = await contextOf(asked)
  const day = context && (await dayAskedFor(asked, context))
  return day && 'day' in day ? day.day : undefined
}
