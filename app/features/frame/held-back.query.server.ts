import type { Context } from '~/auth/context.server'
import { heldBackFacts } from '~/db/held-back-facts.server'
import { heldBack as heldBackBy } from '~/domain/plan/held-back'

const kept = new WeakMap<object, { key: string; count: number }>()

// Transactions may commit out of the order of their ids, so the last one alone would not tell.
const lastEvents = 50

/**
 * How many recommendations are not ready yet. It stands on every page, so it is told from the kept
 * standings, and only on a new day or after something happened: every change writes its event.
 */
export async function heldBack({ db, today }: Context): Promise<number> {
  const events = await db
    .selectFrom('events')
    .orderBy('id', 'desc')
    .limit(lastEvents)
    .select('id')
    .execute()
  const key = `${today} ${events.map(({ id }) => id).join(' ')}`
  const known = kept.get(db)
  if (known?.key === key) return known.count
  const count = heldBackBy(await heldBackFacts(db, today)).length
  kept.set(db, { key, count })
  return count
}
