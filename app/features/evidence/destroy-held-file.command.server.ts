import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { type KnownHold, latestHold } from '~/db/tables/evidence-file-holds.server'
import { lockEvidence, renameEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { isKnownInfected } from '~/db/tables/virus-checks.server'
import { type Decision, no, yes } from '~/domain/decision'
import {
  canClearHeldFile,
  canDestroyHeldFile,
  type HowDestroyed,
  whyDestroyed,
} from '~/domain/evidence/held-file'
import { titleOf } from './add-evidence.command.server'
import { destroyFile, removeDestroyed } from './destroy-file.server'
import { keepEvidenceFile, type StoredFile, whyNotKept } from './keep-evidence-file.server'

type Answered = { allowed: true; heldFileId: number | undefined }
type Refused = Extract<Decision, { allowed: false }>
interface Ids {
  evidenceId: number
  fileId: number
}

/**
 * Destroys a held file: its bytes, its words and what was read in it; a tombstone stays. With another
 * file, that one takes its place, and is held in its turn where something was found in it. Answers
 * undefined to everybody but the person who added it.
 */
export async function destroyHeldFile(
  context: Context,
  ids: Ids,
  replacement?: StoredFile,
): Promise<Answered | Refused | undefined> {
  const { actor, now } = context
  const { evidenceId, fileId } = ids
  let bytesToRemove: string | undefined
  const answer = await inTransaction(context, async (tx) => {
    await lockEvidence(tx, evidenceId)
    const held = await latestHold(tx, ids)
    if (!held || held.addedById !== actor.personId) return undefined
    const decision = canDestroyHeldFile(actor, held)
    if (!decision.allowed) return decision
    const gone = await whyNotKept(tx, replacement ? [replacement] : [])
    if (gone) return gone
    if (replacement && (await isInfected(tx, replacement))) return infectedToo

    const kept =
      replacement &&
      (await keepEvidenceFile(tx, { evidenceId, file: replacement, now, replacesId: fileId }))
    bytesToRemove = await destroy(tx, context, ids, held, kept ? 'replaced' : 'removed', {
      ...(kept ? { fileId: kept.fileId, sha256: replacement!.sha256, held: kept.held } : {}),
    })
    await nameAnew(tx, ids, replacement?.originalName)
    return { ...yes, heldFileId: kept?.held ? kept.fileId : undefined }
  })
  if (answer?.allowed && bytesToRemove) await removeDestroyed(context.db, [bytesToRemove])
  return answer
}

/** As it came, or since; its bytes are locked, so nobody finds a virus in them meanwhile. */
const isInfected = async (tx: Tx, { hold, sha256 }: StoredFile): Promise<boolean> =>
  hold?.reason === 'infected' || (await isKnownInfected(tx, sha256))

const infectedToo = no(
  'A virus was found in this one too, so the file above was not destroyed for it. Choose a clean one.',
)

/**
 * Destroys a held file of somebody who has left, for an administrator, who is not shown it. Answers
 * undefined where no such file was ever held.
 */
export async function clearHeldFile(
  context: Context,
  fileId: number,
): Promise<Decision | undefined> {
  const file = await context.db
    .selectFrom('evidenceFiles')
    .where('id', '=', fileId)
    .select('evidenceId')
    .executeTakeFirst()
  if (!file) return undefined
  const ids = { evidenceId: file.evidenceId, fileId }
  let bytesToRemove: string | undefined
  const answer = await inTransaction(context, async (tx) => {
    await lockEvidence(tx, ids.evidenceId)
    const held = await latestHold(tx, ids)
    if (!held) return undefined
    const decision = canClearHeldFile(context.actor, held)
    if (!decision.allowed) return decision
    bytesToRemove = await destroy(tx, context, ids, held, 'left-behind')
    await nameAnew(tx, ids)
    return decision
  })
  if (bytesToRemove) await removeDestroyed(context.db, [bytesToRemove])
  return answer
}

/**
 * A title that was made of the file's name goes with the file: the evidence is called after the one in its
 * place, or after its own words. Files of many pieces are called "call", and those words tell them apart.
 */
async function nameAnew(tx: Tx, { evidenceId, fileId }: Ids, inItsPlace?: string): Promise<void> {
  const { title, shows, name } = await tx
    .selectFrom('evidence as e')
    .innerJoin('evidenceFiles as f', 'f.evidenceId', 'e.id')
    .where('e.id', '=', evidenceId)
    .where('f.id', '=', fileId)
    .select(['e.title', 'e.shows', 'f.name'])
    .executeTakeFirstOrThrow()
  const anew = titleOf(inItsPlace, shows)
  if (title === titleOf(name, shows) && title !== anew) await renameEvidence(tx, evidenceId, anew)
}

/** Answers the bytes that nothing rests on any more, to be removed once the change is kept. */
async function destroy(
  tx: Tx,
  { actor, now }: Context,
  { evidenceId, fileId }: Ids,
  held: KnownHold,
  how: HowDestroyed,
  inItsPlace: object = {},
): Promise<string | undefined> {
  const why = whyDestroyed(held.reason, how)
  const destroyed = await destroyFile(tx, { fileId, holdId: held.id, actor, now, why })
  await recordEvent(tx, {
    what: how === 'replaced' ? 'evidence.file-replaced' : 'evidence.file-destroyed',
    subject: { kind: 'evidence', id: evidenceId },
    actorId: actor.personId,
    happenedAt: now,
    before: { fileId, sha256: destroyed.sha256, held: held.reason },
    after: { why, ...inItsPlace },
  })
  return destroyed.bytesToRemove
}
