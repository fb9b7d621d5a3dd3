import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { reviewFacts } from '~/db/tables/evidence-reviews.server'
import { lockEvidence, updateEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { no, type Refusal } from '~/domain/decision'
import {
  canEditEvidence,
  changedEvidence,
  type EvidenceField,
  type EvidenceInWords,
  mergeEvidenceEdit,
} from '~/domain/evidence/merge-edit'
import { titleOf } from './add-evidence.command.server'
import type { EvidenceEdit } from './edit-evidence.form'
import { evidenceInVersion, evidenceInWords } from './edit-evidence.query.server'

/** What was saved on another screen, where it cannot stand beside what she typed. */
export interface EvidenceConflict {
  collisions: EvidenceField[]
  theirs: EvidenceInWords
  /** hers where they collide, theirs elsewhere: what her form goes on with */
  merged: EvidenceInWords
  version: number
}

export type EvidenceEdited =
  | { allowed: true; /** where it was edited on another screen meanwhile */ mergedFrom?: number }
  | (Refusal & { conflict?: EvidenceConflict })

/**
 * Edits evidence: fills in what was missing, or puts right what a review asked. What was saved meanwhile
 * on another screen is kept beside it (decision 0010).
 */
export async function editEvidence(
  context: Context,
  evidenceId: number,
  { version, edited, notAnIdentifier }: EvidenceEdit,
): Promise<EvidenceEdited | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx): Promise<EvidenceEdited | undefined> => {
    await lockEvidence(tx, evidenceId)
    const facts = await reviewFacts(tx, actor, evidenceId)
    const current = facts && (await evidenceInWords(tx, evidenceId))
    if (!current) return undefined
    const mine = { ...edited, title: edited.title || titleOf(undefined, edited.shows) }
    const base =
      version === facts.version ? current : await evidenceInVersion(tx, evidenceId, version)
    if (!base) return no('Open the page again.')
    const { merged, collisions } = mergeEvidenceEdit(base, current, mine)
    const decision = canEditEvidence(actor, facts, today, { from: current, to: merged })
    if (!decision.allowed) return decision
    if (collisions.length > 0) {
      return {
        ...no('The same thing was edited on another screen meanwhile.'),
        conflict: { collisions, theirs: current, merged, version: facts.version },
      }
    }

    const fields = changedEvidence(current, merged)
    if (fields.length > 0) {
      await updateEvidence(tx, evidenceId, merged)
      const isHidden = current.restricted || merged.restricted
      const recorded = (evidence: EvidenceInWords) =>
        // The audit trail is read by people who may not see restricted evidence.
        isHidden ? {} : Object.fromEntries(fields.map((field) => [field, evidence[field]]))
      await recordEvent(tx, {
        what: 'evidence.edited',
        subject: { kind: 'evidence', id: evidenceId },
        actorId: actor.personId,
        happenedAt: now,
        before: { version: facts.version, ...recorded(current) },
        after: {
          version: facts.version + 1,
          fields,
          ...recorded(merged),
          ...(notAnIdentifier ? { notAnIdentifier } : {}),
        },
      })
    }
    return { allowed: true, ...(version === facts.version ? {} : { mergedFrom: version }) }
  })
}
