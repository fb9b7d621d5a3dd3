import type { Tx } from '../db.server'

/** Remembers for which visit a report is read as its letter. */
export async function insertVisitLetterImport(
  tx: Tx,
  letter: { importId: number; visitId: number },
): Promise<void> {
  await tx.insertInto('visitLetterImports').values(letter).execute()
}
