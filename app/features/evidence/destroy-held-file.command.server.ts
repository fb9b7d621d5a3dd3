import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { latestHold } from '~/db/tables/evidence-file-holds.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, yes } from '~/domain/decision'
import { canDestroyHeldFile, whyDestroyed } from '~/domain/evidence/held-file'
import { destroyFile, removeDestroyed } from './destroy-file.server'
import { keepEvidenceFile, type StoredFile, whyNotKept } from './keep-evidence-file.server'

type Answered = { allowed: true; heldFileId: number | undefined }

/**
 * Destroys a held file: its bytes, its words and what was read in it; a tombstone stays. With another
 * file, that one takes its place, and is held in its turn where something was found in it.
 */
export async function destroyHeldFile(
  context: Context,
  { evidenceId, fileId }: { evidenceId: number; fileId: number },
  replacement?: StoredFile,
): Promise<Answered | Extract<Decision, { allowed: false }> | undefined> {
  const { actor, now } = context
  let bytesToRemove: string | undefined
  const answer = await inTransaction(context, async (tx) => {
    await lockEvidence(tx, evidenceId)
    const held = await latestHold(tx, { evidenceId, fileId })
    if (!held || held.addedById !== actor.personId) return undefined
    const decision = canDestroyHeldFile(actor, held)
    if (!decision.allowed) return decision
    const gone = await whyNotKept(tx, replacement ? [replacement] : [])
    if (gone) return gone

    const kept =
      replacement &&
      (await keepEvidenceFile(tx, { evidenceId, file: replacement, now, replacesId: fileId }))
    const why = whyDestroyed(held.reason, kept !== undefined)
    const destroyed = await destroyFile(tx, { fileId, holdId: held.id, actor, now, why })
    bytesToRemove = destroyed.bytesToRemove
    await recordEvent(tx, {
      what: kept ? 'evidence.file-replaced' : 'evidence.file-destroyed',
      subject: { kind: 'evidence', id: evidenceId },
      actorId: actor.personId,
      happenedAt: now,
      before: { fileId, sha256: destroyed.sha256, held: held.reason },
      after: {
        why,
        ...(kept ? { fileId: kept.fileId, sha256: replacement!.sha256, held: kept.held } : {}),
      },
    })
    return { ...yes, heldFileId: kept?.held ? kept.fileId : undefined }
  })
  if (answer?.allowed && bytesToRemove) await removeDestroyed(context.db, [bytesToRemove])
  return answer
}
