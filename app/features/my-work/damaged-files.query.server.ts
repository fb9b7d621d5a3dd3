import type { Db } from '~/db/db.server'

/** How many files of the store are not what they were, or not there, as far as they were read back. */
export async function damagedFiles(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('blobChecks')
    .where('trouble', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
