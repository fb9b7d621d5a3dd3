import { type Db, inTransaction, type Tx } from '~/db/db.server'
import { holdText } from '~/db/tables/evidence-file-held-texts.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import {
  forgetVirusCheck,
  keepVirusCheck,
  waitingForVirusCheck,
} from '~/db/tables/virus-checks.server'
import { isHeld } from '~/db/visible.server'
import { blobExists, longestScanned, scanBlob } from '~/storage/storage.server'

const atOnce = 50

/**
 * Asks the virus scanner again of files that it could not be asked of when they came. One that is infected
 * is given to nobody from then on, and held, so that whoever added it is told and can remove it.
 */
export async function checkForViruses({
  db,
  now,
}: {
  db: Db
  now: Date
}): Promise<{ clean: number; infected: string[]; because?: string }> {
  const said = { clean: 0, infected: [] as string[] }
  const longest = longestScanned()
  if (longest === undefined) return said
  for (const { sha256, bytes } of await waitingForVirusCheck(db, { most: atOnce, longest })) {
    const verdict = await scanBlob(sha256, bytes)
    if (!verdict) {
      // of a form that was refused: swept away since
      if (!(await blobExists(sha256))) await forgetVirusCheck(db, sha256)
      continue
    }
    if (verdict.outcome === 'unknown') {
      // to the end of those that wait, so that one of which it can say nothing holds up nobody
      await keepVirusCheck(db, { sha256, outcome: null, found: null, at: now })
      return { ...said, because: verdict.because }
    }
    const found = verdict.outcome === 'infected' ? verdict.found : null
    await inTransaction({ db, now }, async (tx) => {
      if (found !== null) await lockEvidenceWith(tx, sha256)
      await keepVirusCheck(tx, { sha256, outcome: verdict.outcome, found, at: now })
      if (found !== null) await holdInfected(tx, sha256, now)
    })
    if (found === null) said.clean += 1
    else said.infected.push(sha256)
  }
  return said
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

/** Every file with these bytes, whoever added it; one that is held already stays held as it is. */
async function holdInfected(tx: Tx, sha256: string, now: Date): Promise<void> {
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
}
