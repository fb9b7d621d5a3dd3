import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

const kept = new WeakMap<Db, Map<string, { key: string; told: unknown }>>()

// Transactions may commit out of the order of their ids, so the last one alone would not tell.
const lastEvents = 50

/**
 * What a whole plan was derived to say, told again until a new day begins or something happens: every
 * change writes its event. For figures that stand on pages which everybody opens.
 * @param what names the figure; the same for every reader, so nothing that depends on who asks
 */
export async function untilSomethingHappens<Told>(
  db: Db,
  today: CalendarDate,
  what: string,
  derive: () => Promise<Told>,
): Promise<Told> {
  const events = await db
    .selectFrom('events')
    .orderBy('id', 'desc')
    .limit(lastEvents)
    .select('id')
    .execute()
  const key = `${today} ${events.map(({ id }) => id).join(' ')}`
  const ofDb = kept.get(db) ?? new Map<string, { key: string; told: unknown }>()
  kept.set(db, ofDb)
  const known = ofDb.get(what)
  if (known?.key === key) return known.told as Told
  const told = await derive()
  ofDb.set(what, { key, told })
  return told
}
