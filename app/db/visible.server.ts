/** What a person may see: the `where` that every read of such rows starts from. */
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, may } from '~/domain/access/permissions'
import type { DB } from './schema'

/**
 * Evidence that the actor may see, in a query that calls the table `e`. What is restricted, only the
 * person who added it, managers and leaders see.
 */
export function evidenceVisibleTo(actor: Actor): Expression<SqlBool> {
  const eb = expressionBuilder<{ e: DB['evidence'] }, 'e'>()
  if (!may(actor, 'evidence.read').allowed) return eb.lit(false)
  if (may(actor, 'evidence.read-restricted').allowed) return eb.lit(true)
  return eb.or([
    eb.and([eb('e.restricted', '=', false), sql<SqlBool>`not ${isRestrictedNow}`]),
    eb('e.addedById', '=', actor.personId),
  ])
}

/**
 * Files of evidence that the actor may see, in a query that calls the tables `f` and `e`. A file that is
 * held, only the person who added it sees, whatever the others' roles.
 */
export function fileVisibleTo(actor: Actor): Expression<SqlBool> {
  const eb = expressionBuilder<{ e: DB['evidence']; f: DB['evidenceFiles'] }, 'e' | 'f'>()
  return eb.or([eb('e.addedById', '=', actor.personId), eb.not(isHeld())])
}

/**
 * Whether a file is held today, in a query that calls the table `f`. As at a past day, too: a file that is
 * held now is not read by way of a day on which nobody had looked into it.
 */
export const isHeld = (): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (
    select from public.evidence_file_holds as hold where hold.file_id = f.id and hold.ended_at is null)`

/** A past day was open to all; what was restricted since is not, on that day's page either. */
const isRestrictedNow = sql<SqlBool>`exists (
  select from public.evidence as today where today.id = e.id and today.restricted)`
