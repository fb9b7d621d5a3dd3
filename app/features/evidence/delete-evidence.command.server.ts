import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { lockBlobs } from '~/db/tables/blobs.server'
import {
  decideDeletion,
  deletionFacts,
  forgetEvidence,
  proposeDeletion,
} from '~/db/tables/evidence-deletions.server'
import { liftHold, placeHold } from '~/db/tables/evidence-holds.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import type { Actor } from '~/domain/access/permissions'
import { type Decision, yes } from '~/domain/decision'
import { canTakeStep } from '~/domain/evidence/deleting'
import { destroyFile, removeDestroyed } from './destroy-file.server'
import type { DeletionStepTaken } from './delete-evidence.form'

/**
 * One step of deleting evidence, or of holding it back: proposed by one, confirmed or declined by another.
 * Once it is confirmed nothing of it can be read, not on a past day either.
 */
export async function deleteEvidence(
  context: Context,
  evidenceId: number,
  { step, reason, notAnIdentifier }: DeletionStepTaken,
): Promise<Decision | undefined> {
  const { actor, now } = context
  let bytesToRemove: string[] = []
  const answer = await inTransaction(context, async (tx) => {
    await lockEvidence(tx, evidenceId)
    const evidence = await tx
      .selectFrom('evidence as e')
      .where('e.id', '=', evidenceId)
      .where(evidenceVisibleTo(actor))
      .select('e.id')
      .executeTakeFirst()
    if (!evidence) return undefined
    const facts = await deletionFacts(tx, evidenceId)
    const decision = canTakeStep(actor, facts, step, reason)
    if (!decision.allowed) return decision

    const by = { evidenceId, at: now, actor }
    const record = (what: Parameters<typeof recordEvent>[1]['what']) =>
      recordEvent(tx, {
        what,
        subject: { kind: 'evidence', id: evidenceId },
        actorId: actor.personId,
        happenedAt: now,
        after: { reason, ...(notAnIdentifier ? { notAnIdentifier } : {}) },
      })
    switch (step) {
      case 'propose':
        await proposeDeletion(tx, {
          evidenceId,
          proposedById: actor.personId,
          proposedAt: now,
          reason,
        })
        await record('evidence.deletion-proposed')
        break
      case 'decline':
        await decideDeletion(tx, facts.deletionId!, decided('declined', by))
        await record('evidence.deletion-declined')
        break
      case 'hold':
        await placeHold(tx, { evidenceId, placedById: actor.personId, placedAt: now, reason })
        await record('evidence.held')
        break
      case 'lift':
        await liftHold(tx, evidenceId, { liftedById: actor.personId, liftedAt: now })
        await record('evidence.hold-lifted')
        break
      case 'confirm': {
        const files = await lockedFiles(tx, evidenceId)
        await decideDeletion(tx, facts.deletionId!, decided('confirmed', by))
        bytesToRemove = await destroy(tx, by, {
          files,
          reason: facts.reason,
          proposedById: facts.proposedById!,
        })
      }
    }
    return yes
  })
  await removeDestroyed(context.db, bytesToRemove)
  return answer
}

interface By {
  evidenceId: number
  actor: Actor
  at: Date
}

const decided = (decision: 'confirmed' | 'declined', { actor, at }: By) => ({
  decision,
  decidedById: actor.personId,
  decidedAt: at,
})

/**
 * The files whose bytes go. Their bytes are locked before anything is written, as by whoever adds the same:
 * so that neither waits for the other.
 */
async function lockedFiles(tx: Tx, evidenceId: number) {
  const files = await tx
    .selectFrom('evidenceFiles as f')
    .leftJoin('evidenceFileHolds as h', (join) =>
      join.onRef('h.fileId', '=', 'f.id').on('h.endedAt', 'is', null),
    )
    .where('f.evidenceId', '=', evidenceId)
    .where('f.blobSha256', 'is not', null)
    .orderBy('f.id')
    .select(['f.id as fileId', 'h.id as holdId', 'f.blobSha256'])
    .execute()
  await lockBlobs(
    tx,
    files.map(({ blobSha256 }) => blobSha256!),
  )
  return files
}

/** Answers the bytes that nothing rests on any more; they go once the transaction is over. */
async function destroy(
  tx: Tx,
  { evidenceId, actor, at }: By,
  {
    files,
    reason,
    proposedById,
  }: { files: Awaited<ReturnType<typeof lockedFiles>>; reason: string; proposedById: number },
): Promise<string[]> {
  const actions = await tx
    .selectFrom('evidenceActions')
    .where('evidenceId', '=', evidenceId)
    .select('actionId')
    .execute()
  const destroyed: Awaited<ReturnType<typeof destroyFile>>[] = []
  for (const { fileId, holdId } of files) {
    const by = { actor, agreedById: proposedById, now: at, why: reason }
    destroyed.push(await destroyFile(tx, { fileId, holdId: holdId ?? undefined, ...by }))
  }
  await forgetEvidence(tx, evidenceId)
  const happened = { what: 'evidence.deleted', actorId: actor.personId, happenedAt: at } as const
  await recordEvent(tx, {
    ...happened,
    subject: { kind: 'evidence', id: evidenceId },
    after: { reason, sha256s: destroyed.map(({ sha256 }) => sha256) },
  })
  // What it was for no longer leads to it, so each action says itself that something is gone.
  for (const { actionId } of actions) {
    const subject = { kind: 'action', id: actionId } as const
    await recordEvent(tx, { ...happened, subject, after: { evidenceId, reason } })
  }
  return destroyed.flatMap(({ bytesToRemove }) => bytesToRemove ?? [])
}
