import type { Confidence } from '~/domain/action/confidence'
import type { Delivery } from '~/domain/action/delivery'
import type { Tx } from '../db.server'

export interface NewUpdate {
  actionId: number
  authorId: number
  saidAt: Date
  statedDelivery: Delivery
  confidence: Confidence
  words: string
}

export async function insertUpdate(tx: Tx, update: NewUpdate): Promise<number> {
  const { id } = await tx
    .insertInto('updates')
    .values(update)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Says how many actions stand at once. */
export async function insertUpdates(tx: Tx, updates: readonly NewUpdate[]): Promise<void> {
  if (updates.length === 0) return
  await tx
    .insertInto('updates')
    .values([...updates])
    .execute()
}
