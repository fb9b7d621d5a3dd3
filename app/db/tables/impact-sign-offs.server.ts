import type { ImpactVerdict } from '~/domain/action/impact'
import type { Tx } from '../db.server'

export async function insertImpactSignOff(
  tx: Tx,
  signOff: {
    actionId: number
    verdict: ImpactVerdict
    words: string
    signedById: number
    signedAt: Date
  },
): Promise<void> {
  await tx.insertInto('impactSignOffs').values(signOff).execute()
}
