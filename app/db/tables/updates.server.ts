import type { Confidence } from '~/domain/action/confidence'
import type { Delivery } from '~/domain/action/delivery'
import type { Tx } from '../db.server'

export async function insertUpdate(
  tx: Tx,
  update: {
    actionId: number
    authorId: number
    saidAt: Date
    statedDelivery: Delivery
    confidence: Confidence
    words: string
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('updates')
    .values(update)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
