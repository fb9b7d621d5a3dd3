import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { followedFacts } from '~/db/evidence-facts.server'
import { linkEvidence } from '~/db/tables/evidence-links.server'
import { answerEvidenceRequest, lockEvidenceRequest } from '~/db/tables/evidence-requests.server'
import { insertEvidence, lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import type { Refusal } from '~/domain/decision'
import { canAddEvidence } from '~/domain/evidence/adding'
import type { EvidenceAdded } from './add-evidence.form'
import { areThere } from './evidence-links.query.server'
import { keepEvidenceFile, type StoredFile, whyNotKept } from './keep-evidence-file.server'

/**
 * Adds a piece of evidence: files that are in the store already, a link, or words alone, for as many
 * actions and recommendations as it speaks of. The request that it answers is answered with it; a new
 * version is for all that the one before it is for. Where a file is held, says which one is the first.
 */
export async function addEvidence(
  context: Context,
  {
    requestId,
    supersedesId,
    'actionIds[]': actionIds,
    'recommendationIds[]': recommendationIds,
    link,
    notAnIdentifier,
    title: givenTitle,
    ...evidence
  }: EvidenceAdded,
  files: readonly StoredFile[] = [],
): Promise<
  { allowed: true; evidenceId: number; heldFileId: number | undefined } | Refusal | undefined
> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    if (!(await areThere(tx, { actionIds, recommendationIds }))) return undefined
    const answers = requestId === null ? null : await lockEvidenceRequest(tx, requestId)
    if (supersedesId !== null) await lockEvidence(tx, supersedesId)
    const follows = supersedesId === null ? undefined : await followedFacts(tx, actor, supersedesId)
    const decision = canAddEvidence(actor, today, {
      ...evidence,
      answers,
      ...(supersedesId === null ? {} : { follows: follows ?? null }),
    })
    if (!decision.allowed) return decision
    const gone = await whyNotKept(tx, files)
    if (gone) return gone

    const title = givenTitle || titleOf(files[0]?.originalName, evidence.shows)
    const linkUrl = link || null
    const evidenceId = await insertEvidence(tx, {
      ...evidence,
      title,
      linkUrl,
      supersedesId: follows?.id ?? null,
      addedById: actor.personId,
      addedAt: now,
    })
    await linkEvidence(tx, evidenceId, [
      ...actionIds.map((actionId) => ({ actionId })),
      ...recommendationIds.map((recommendationId) => ({ recommendationId })),
      ...(answers ? [{ actionId: answers.actionId }] : []),
      ...(follows?.links ?? []),
    ])
    const kept = []
    for (const file of files) kept.push(await keepEvidenceFile(tx, { evidenceId, file, now }))
    const held = kept.filter((one) => one.held)
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
        ...(actionIds.length > 0 ? { actionIds } : {}),
        ...(recommendationIds.length > 0 ? { recommendationIds } : {}),
        kind,
        periodFrom,
        periodTo,
        restricted,
        ...(follows ? { newVersionOf: follows.id } : {}),
        // The audit trail is read by people who may not see restricted evidence.
        ...(restricted ? {} : { title, shows, linkUrl }),
        files: files.map(({ sha256, bytes, originalName: name }) =>
          restricted ? { sha256, bytes } : { sha256, bytes, name },
        ),
        ...(held.length > 0 ? { held: held.map((one) => one.held) } : {}),
        ...(requestId === null ? {} : { requestId }),
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return { allowed: true as const, evidenceId, heldFileId: held[0]?.fileId }
  })
}

const longestTitle = 80

/** What a piece of evidence is called where nobody gave it a name: after its file, else its words. */
export function titleOf(fileName: string | undefined, shows: string): string {
  if (fileName)
    return (
      fileName
        .replace(/\.[^.]+$/, '')
        .replace(/_+/g, ' ')
        .trim() || fileName
    )
  const line = shows.split('\n', 1)[0]!.trim()
  if (line.length <= longestTitle) return line || 'Shared evidence'
  return `${line.slice(0, longestTitle).replace(/\s+\S*$/, '')}…`
}
