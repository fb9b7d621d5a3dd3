import type { Ending } from '~/domain/plan/board-decisions'
import type { Tx } from '../db.server'

/** Writes how a decision of the board ended. */
export async function insertBoardDecisionEnding(
  tx: Tx,
  ending: { decisionId: number; ending: Ending; words: string; endedById: number; endedAt: Date },
): Promise<void> {
  await tx.insertInto('boardDecisionEndings').values(ending).execute()
}
