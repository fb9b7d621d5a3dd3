import { type Db, inTransaction, type Tx } from '~/db/db.server'
import { lockBlobs } from '~/db/tables/blobs.server'
import { holdText } from '~/db/tables/evidence-file-held-texts.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { keepVirusCheck } from '~/db/tables/virus-checks.server'
import { isHeld } from '~/db/visible.server'

/**
 * Keeps what the scanner found in these bytes, and holds every file that has them, whoever added it; one that
 * is held already stays held as it is. Evidence that is being added with them at this moment is there by
 * then, or finds the virus when it comes to keep them (keepEvidenceFile).
 */
export async function holdInfected(
  { db, now }: { db: Db; now: Date },
  { sha256, found }: { sha256: string; found: string },
): Promise<void> {
  await inTransaction({ db, now }, async (tx) => {
    await lockEvidenceWith(tx, sha256)
    await lockBlobs(tx, [sha256])
    await keepVirusCheck(tx, { sha256, outcome: 'infected', found, at: now })
    const files = await tx
      .selectFrom('evidenceFiles as f')
      .where('f.blobSha256', '=', sha256)
      .where((eb) => eb.not(isHeld()))
      .orderBy('f.id')
      .select(['f.id', 'f.evidenceId'])
      .execute()
    for (const { id, evidenceId } of files) {
      await holdFile(tx, { fileId: id, hold: { reason: 'infected' }, heldAt: now })
      await holdText(tx, id)
      await recordEvent(tx, {
        what: 'evidence.file-held',
        subject: { kind: 'evidence', id: evidenceId },
        actorId: undefined,
        happenedAt: now,
        after: { fileId: id, held: 'infected' },
      })
    }
  })
}

/** Whoever judges, edits or removes evidence with these bytes comes before or after, not between. */
async function lockEvidenceWith(tx: Tx, sha256: string): Promise<void> {
  const pieces = await tx
    .selectFrom('evidenceFiles')
    .where('blobSha256', '=', sha256)
    .orderBy('evidenceId')
    .select('evidenceId')
    .distinct()
    .execute()
  for (const { evidenceId } of pieces) await lockEvidence(tx, evidenceId)
}
