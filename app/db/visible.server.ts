/** What a person may see: the `where` that every read of such rows starts from. */
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
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
  return eb.or([eb('e.restricted', '=', false), eb('e.addedById', '=', actor.personId)])
}
