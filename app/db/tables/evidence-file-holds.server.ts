import type { Hold, HeldFile, HeldReason, Stated } from '~/domain/evidence/held-file'
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
    .innerJoin('people as p', 'p.id', 'e.addedById')
    .where('f.id', '=', fileId)
    .where('e.id', '=', evidenceId)
    .orderBy('h.id', 'desc')
    .select(['h.id', 'h.reason', 'h.outcome', 'h.heldAt', 'h.found', 'h.unsearched', 'e.addedById'])
    .select('p.suspendedAt')
    .$narrowType<{ reason: HeldReason; outcome: 'released' | 'destroyed' | null }>()
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { found, unsearched, outcome, suspendedAt, ...known } = row
  return {
    ...known,
    isLeftBehind: suspendedAt !== null,
    outcome: outcome ?? undefined,
    hold: holdOf(row.reason, found, unsearched),
  }
}

/** Held files that nobody sees any more, as whoever added them has left; those held longest first. */
export const heldAndLeftBehind = (db: Db) =>
  db
    .selectFrom('evidenceFileHolds as h')
    .innerJoin('evidenceFiles as f', 'f.id', 'h.fileId')
    .innerJoin('evidence as e', 'e.id', 'f.evidenceId')
    .innerJoin('people as p', 'p.id', 'e.addedById')
    .where('h.outcome', 'is', null)
    .where('p.suspendedAt', 'is not', null)
    .orderBy('h.heldAt')
    .select(['f.id as fileId', 'f.evidenceId', 'h.reason', 'h.heldAt'])
    .$narrowType<{ reason: HeldReason }>()
    .execute()

/** All that was said of a file before: what was found in it then and told nobody who a child is. */
export async function statedOf(db: Db, fileId: number): Promise<Stated> {
  const rows = await db
    .selectFrom('evidenceFileHolds')
    .where('fileId', '=', fileId)
    .where('outcome', '=', 'released')
    .select(['found', 'unsearched'])
    .execute()
  return {
    found: rows.flatMap(({ found }) => found as unknown as FoundInFile[]),
    unsearched: rows.flatMap(({ unsearched }) => unsearched as unknown as Unsearched[]),
  }
}

/** A hold out of its columns, which holdFile wrote. */
export const holdOf = (reason: HeldReason, found: unknown, unsearched: unknown): Hold =>
  reason === 'identifiers-found' || reason === 'cannot-be-searched'
    ? { reason, found: found as FoundInFile[], unsearched: unsearched as Unsearched[] }
    : { reason }
