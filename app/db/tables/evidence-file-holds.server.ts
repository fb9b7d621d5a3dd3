import type { Hold, HeldFile, HeldReason } from '~/domain/evidence/held-file'
import type { FoundInFile, Unsearched } from '~/domain/evidence/identifiers-in-file'
import type { Db, Tx } from '../db.server'

/** Holds a file from now on: only the person who added it sees it. */
export async function holdFile(
  tx: Tx,
  { fileId, hold, heldAt }: { fileId: number; hold: Hold; heldAt: Date },
): Promise<void> {
  const { found, unsearched } = 'found' in hold ? hold : { found: [], unsearched: [] }
  await tx
    .insertInto('evidenceFileHolds')
    .values({
      fileId,
      reason: hold.reason,
      found: JSON.stringify(found),
      unsearched: JSON.stringify(unsearched),
      heldAt,
    })
    .execute()
}

export async function endHold(
  tx: Tx,
  {
    id,
    ...ended
  }: { id: number; endedAt: Date; endedById: number | null } & (
    { outcome: 'released'; statement: string | null } | { outcome: 'destroyed' }
  ),
): Promise<void> {
  await tx.updateTable('evidenceFileHolds').set(ended).where('id', '=', id).execute()
}

export interface KnownHold extends HeldFile {
  id: number
  hold: Hold
  heldAt: Date
}

/**
 * The latest hold of a file of this evidence; undefined where the evidence has no such file, or it was
 * never held.
 */
export async function latestHold(
  db: Db,
  { evidenceId, fileId }: { evidenceId: number; fileId: number },
): Promise<KnownHold | undefined> {
  const row = await db
    .selectFrom('evidenceFileHolds as h')
    .innerJoin('evidenceFiles as f', 'f.id', 'h.fileId')
    .innerJoin('evidence as e', 'e.id', 'f.evidenceId')
    .where('f.id', '=', fileId)
    .where('e.id', '=', evidenceId)
    .orderBy('h.id', 'desc')
    .select(['h.id', 'h.reason', 'h.outcome', 'h.heldAt', 'h.found', 'h.unsearched', 'e.addedById'])
    .$narrowType<{ reason: HeldReason; outcome: 'released' | 'destroyed' | null }>()
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { found, unsearched, outcome, ...known } = row
  return {
    ...known,
    outcome: outcome ?? undefined,
    hold: holdOf(row.reason, found, unsearched),
  }
}

/** A hold out of its columns, which holdFile wrote. */
export const holdOf = (reason: HeldReason, found: unknown, unsearched: unknown): Hold =>
  reason === 'identifiers-found' || reason === 'cannot-be-searched'
    ? { reason, found: found as FoundInFile[], unsearched: unsearched as Unsearched[] }
    : { reason }
