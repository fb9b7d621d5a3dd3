import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { answerEvidenceRequest, lockEvidenceRequest } from '~/db/tables/evidence-requests.server'
import { insertEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import type { Refusal } from '~/domain/decision'
import { canAddEvidence } from '~/domain/evidence/adding'
import type { EvidenceAdded } from './add-evidence.form'
import type { SearchedFile } from './search-evidence-file.server'

type StoredFile = Pick<SearchedFile, 'sha256' | 'bytes' | 'mediaType' | 'originalName' | 'text'>

/**
 * Adds a piece of evidence to an action: a file that is in the store already, a link, or words alone.
 * The request that it answers is answered with it.
 */
export async function addEvidence(
  context: Context,
  actionId: number,
  { requestId, link, notAnIdentifier, title: givenTitle, ...evidence }: EvidenceAdded,
  file?: StoredFile,
): Promise<{ allowed: true; evidenceId: number } | Refusal | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    if (!(await isAction(tx, actionId))) return undefined
    const answers =
      requestId === null ? null : await lockEvidenceRequest(tx, { id: requestId, actionId })
    const decision = canAddEvidence(actor, today, { ...evidence, answers })
    if (!decision.allowed) return decision

    const title = givenTitle || titleOf(file?.originalName, evidence.shows)
    const linkUrl = link || null
    const evidenceId = await insertEvidence(tx, {
      ...evidence,
      title,
      linkUrl,
      actionId,
      addedById: actor.personId,
      addedAt: now,
    })
    if (file) await keepFile(tx, evidenceId, file, now)
    if (requestId !== null) {
      await answerEvidenceRequest(tx, {
        id: requestId,
        answeredByEvidenceId: evidenceId,
        answeredAt: now,
      })
    }
    const { restricted, kind, periodFrom, periodTo, shows } = evidence
    await recordEvent(tx, {
      what: 'evidence.added',
      subject: { kind: 'evidence', id: evidenceId },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        actionId,
        kind,
        periodFrom,
        periodTo,
        restricted,
        // The audit trail is read by people who may not see restricted evidence.
        ...(restricted ? {} : { title, shows, linkUrl, fileName: file?.originalName }),
        ...(file ? { sha256: file.sha256, bytes: file.bytes } : {}),
        ...(requestId === null ? {} : { requestId }),
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return { allowed: true as const, evidenceId }
  })
}

const isAction = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.selectFrom('actions').where('id', '=', id).select('id').executeTakeFirst()) !==
  undefined

async function keepFile(tx: Tx, evidenceId: number, file: StoredFile, now: Date): Promise<void> {
  const { sha256, bytes, mediaType, originalName: name, text } = file
  await insertBlob(tx, { sha256, bytes, mediaType, storedAt: now })
  const ofEvidence = { evidenceId, blobSha256: sha256, name, mediaType, addedAt: now }
  const fileId = await insertEvidenceFile(tx, ofEvidence)
  if (text) await insertEvidenceFileText(tx, { fileId, text, readAt: now })
}

const longestTitle = 80

/** What a piece of evidence is called where nobody gave it a name: after its file, else its words. */
function titleOf(fileName: string | undefined, shows: string): string {
  if (fileName)
    return (
      fileName
        .replace(/\.[^.]+$/, '')
        .replace(/_+/g, ' ')
        .trim() || fileName
    )
  const line = shows.split('\n', 1)[0]!.trim()
  if (line.length <= longestTitle) return line
  return `${line.slice(0, longestTitle).replace(/\s+\S*$/, '')}…`
}
