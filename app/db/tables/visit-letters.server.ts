import type { Tx } from '../db.server'

export async function insertVisitLetter(
  tx: Tx,
  letter: { visitId: number; inspectionId: number; linkedById: number; linkedAt: Date },
): Promise<void> {
  await tx.insertInto('visitLetters').values(letter).execute()
}
