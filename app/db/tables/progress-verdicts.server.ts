import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

/** Writes what the letter of one visit said of earlier recommendations; a verdict is never changed. */
export async function insertProgressVerdicts(
  tx: Tx,
  verdicts: readonly Omit<Insertable<DB['progressVerdicts']>, 'toldByInspectionId'>[],
): Promise<void> {
  if (verdicts.length === 0) return
  await tx
    .insertInto('progressVerdicts')
    .values((eb) =>
      verdicts.map((verdict) => ({
        ...verdict,
        toldByInspectionId: eb
          .selectFrom('recommendations')
          .where('id', '=', verdict.recommendationId)
          .select('inspectionId'),
      })),
    )
    .execute()
}
