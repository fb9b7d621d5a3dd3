import type { ReadJudgement } from '~/domain/report/reading'
import type { Tx } from '../db.server'

export async function insertJudgements(
  tx: Tx,
  inspection: { inspectionId: number; frameworkId: string },
  judgements: readonly ReadJudgement[],
): Promise<void> {
  if (judgements.length === 0) return
  await tx
    .insertInto('judgements')
    .values(judgements.map(({ area, grade }) => ({ ...inspection, area, grade })))
    .execute()
}
