import { type Db, inTransaction } from '~/db/db.server'
import { markLateMoves } from '~/db/late-moves.server'

/**
 * Marks the moves that are late by a visit or a board meeting entered while nothing marked them yet, so
 * that none waits for the next change of an occasion. Where all are marked it changes nothing.
 */
export async function markEarlierLateMoves({ db, now }: { db: Db; now: Date }): Promise<void> {
  await inTransaction({ db, now }, markLateMoves)
}
