import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

/** Writes the findings of one inspection; their words are never rewritten afterwards. */
export async function insertFindings(
  tx: Tx,
  findings: readonly Insertable<DB['findings']>[],
): Promise<void> {
  if (findings.length === 0) return
  await tx.insertInto('findings').values(findings).execute()
}
