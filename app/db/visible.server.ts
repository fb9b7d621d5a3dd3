import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { type Actor, may } from '~/domain/access/permissions'

/**
 * The `where` that every read of evidence starts from; `evidence` is the table's name or alias in
 * the query. The rule is domain/access/visibility.ts.
 */
export function evidenceVisibleTo(actor: Actor, evidence = 'evidence'): RawBuilder<SqlBool> {
  if (!may(actor, 'evidence.read').allowed) return sql<SqlBool>`false`
  if (may(actor, 'evidence.read-restricted').allowed) return sql<SqlBool>`true`
  const [restricted, addedBy] = [`${evidence}.restricted`, `${evidence}.addedById`]
  return sql<SqlBool>`(not ${sql.ref(restricted)} or ${sql.ref(addedBy)} = ${actor.personId})`
}
