import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

/** One target from a day: setting another from the same day takes its place, and the old one is history. */
export async function setMeasureTarget(
  tx: Tx,
  target: Insertable<DB['measureTargets']>,
): Promise<void> {
  const { value, setById, setAt } = target
  await tx
    .insertInto('measureTargets')
    .values(target)
    .onConflict((conflict) =>
      conflict.constraint('measure_targets_one_from_a_day').doUpdateSet({ value, setById, setAt }),
    )
    .execute()
}
