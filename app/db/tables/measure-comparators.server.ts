import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

/** One figure for a kind and a year: a corrected one takes its place, and the old one is history. */
export async function giveMeasureComparator(
  tx: Tx,
  comparator: Insertable<DB['measureComparators']>,
): Promise<void> {
  const { value, source, givenById, givenAt } = comparator
  await tx
    .insertInto('measureComparators')
    .values(comparator)
    .onConflict((conflict) =>
      conflict
        .constraint('measure_comparators_one_of_a_kind_and_year')
        .doUpdateSet({ value, source, givenById, givenAt }),
    )
    .execute()
}
