import { type Expression, expressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Actor } from '~/domain/access/permissions'
import type { Db } from '../db.server'
import type { DB } from '../schema'

/** What is known of some bytes: null while the scanner could not say. */
export type KnownVerdict = { outcome: 'clean' | 'infected' | null; found: string | null }

/**
 * Keeps what the scanner said of these bytes. That it could not say is kept where nothing is known of them
 * yet, and puts them behind the others that wait.
 */
export async function keepVirusCheck(
  db: Db,
  { sha256, outcome, found, at }: KnownVerdict & { sha256: string; at: Date },
): Promise<void> {
  const said = { outcome, found, checkedAt: outcome === null ? null : at }
  await db
    .insertInto('virusChecks')
    .values({ sha256, askedAt: at, ...said })
    .onConflict((conflict) =>
      outcome === null
        ? conflict
            .column('sha256')
            .doUpdateSet({ askedAt: at })
            .where('virusChecks.outcome', 'is', null)
        : conflict.column('sha256').doUpdateSet(said),
    )
    .execute()
}

/** Whether a virus was found in these bytes, now or by whoever brought them before. */
export async function isKnownInfected(db: Db, sha256: string): Promise<boolean> {
  const known = await db
    .selectFrom('virusChecks')
    .where('sha256', '=', sha256)
    .where('outcome', '=', 'infected')
    .select('sha256')
    .executeTakeFirst()
  return known !== undefined
}

/** What is made of some bytes is as they were: where they wait for the scanner, it waits. */
export async function copyVirusCheck(
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const known = await db
    .selectFrom('virusChecks')
    .where('sha256', '=', from)
    .select(['askedAt', 'outcome', 'found', 'checkedAt'])
    .executeTakeFirst()
  if (!known) return
  await db
    .insertInto('virusChecks')
    .values({ ...known, sha256: to })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** The bytes are not there any more. */
export async function forgetVirusCheck(db: Db, sha256: string): Promise<void> {
  await db.deleteFrom('virusChecks').where('sha256', '=', sha256).execute()
}

/**
 * Those that the scanner could say nothing of yet and that are not longer than it looks through; who has
 * waited longest first. Their length is 0 where no evidence rests on them, since their form was refused.
 */
export async function waitingForVirusCheck(
  db: Db,
  { most, longest }: { most: number; longest: number },
): Promise<{ sha256: string; bytes: number }[]> {
  return db
    .selectFrom('virusChecks as c')
    .leftJoin('blobs as b', 'b.sha256', 'c.sha256')
    .where('c.outcome', 'is', null)
    .where((eb) =>
      eb.or([eb('b.bytes', 'is', null), eb(eb.cast<number>('b.bytes', 'bigint'), '<=', longest)]),
    )
    .orderBy('c.askedAt')
    .limit(most)
    .select('c.sha256')
    .select((eb) => eb.fn.coalesce(eb.cast<number>('b.bytes', 'bigint'), eb.lit(0)).as('bytes'))
    .execute()
}

/**
 * Whether no scanner has anything against a file and none is still to be asked, in a query that calls the table
 * `f`: what everybody finds it by. As at a past day, too.
 */
export const isChecked = (): RawBuilder<SqlBool> =>
  sql<SqlBool>`not exists (
    select from public.virus_checks as said
     where said.sha256 = f.blob_sha256 and said.outcome is distinct from 'clean')`

/**
 * Whether the bytes of a file may be given to the actor, in a query that calls the files `f` and their
 * evidence `e`: what is infected to nobody, what is not checked yet to who added it alone.
 */
export function bytesMayBeGivenTo(actor: Actor): Expression<SqlBool> {
  const eb = expressionBuilder<
    DB & { f: DB['evidenceFiles']; e: DB['evidence']; c: DB['virusChecks'] },
    'f' | 'e'
  >()
  return eb.not(
    eb.exists(
      eb
        .selectFrom('virusChecks as c')
        .whereRef('c.sha256', '=', 'f.blobSha256')
        .where((check) =>
          check.or([
            check('c.outcome', '=', 'infected'),
            check.and([check('c.outcome', 'is', null), check('e.addedById', '<>', actor.personId)]),
          ]),
        )
        .select('c.sha256'),
    ),
  )
}
