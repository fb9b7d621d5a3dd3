import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import {
  insertKeyLineWording,
  keyLineWordings,
  type WrittenKeyLine,
} from '~/db/tables/key-line-wordings.server'
import { lockKeyLine } from '~/db/tables/key-lines.server'
import { visitById } from '~/db/tables/visits.server'
import { no, type Refusal } from '~/domain/decision'
import {
  canWriteKeyLines,
  isSameKeyLine,
  type KeyLine,
  type KeyLinePart,
  keyLineParts,
  mergeKeyLine,
} from '~/domain/plan/key-lines'
import type { editKeyLineForm } from './key-line.form'
import { restsOnWhatIsThere } from './key-line-choices.query.server'

/** What others saved while she typed, where it cannot stand beside what she typed. */
export interface KeyLineConflict {
  collisions: { part: KeyLinePart; theirs: string; yours: string; byName: string }[]
  /** hers where they collide, theirs elsewhere: what her form goes on with */
  merged: KeyLine
  version: number
}

export type KeyLineEdited = { allowed: true } | (Refusal & { conflict?: KeyLineConflict })

/**
 * Writes a key line anew. What others wrote meanwhile is kept beside it; where both wrote the same part,
 * nothing is saved and she is shown both (decision 0010).
 */
export async function editKeyLine(
  context: Context,
  visitId: number,
  keyLineId: number,
  { version, line, notAnIdentifier }: z.output<typeof editKeyLineForm>,
): Promise<KeyLineEdited | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx): Promise<KeyLineEdited | undefined> => {
    await lockKeyLine(tx, keyLineId)
    const wordings = await keyLineWordings(tx, { keyLineId })
    const current = wordings.at(-1)
    const base = wordings.find((one) => one.version === version)
    const visit = await visitById(tx, visitId)
    if (!visit || !current || !base || current.visitId !== visitId || current.isWithdrawn) {
      return undefined
    }
    const decision = canWriteKeyLines(actor, visit)
    if (!decision.allowed) return decision

    const { merged, collisions } = mergeKeyLine(base, current, line)
    const next = linesOf(merged)
    if (collisions.length > 0) {
      return {
        ...no('Somebody else wrote the same part while you were typing.'),
        conflict: {
          collisions: collisions.map((part) => ({
            part,
            theirs: current[part],
            yours: line[part],
            byName: current.writtenByName,
          })),
          merged: next,
          version: current.version,
        },
      }
    }
    const isThere = await restsOnWhatIsThere({ ...context, db: tx }, next)
    if (!isThere.allowed) return isThere
    if (isSameKeyLine(current, next)) return { allowed: true }

    const wording = { keyLineId, version: current.version + 1 }
    await insertKeyLineWording(tx, wording, next, {
      writtenById: actor.personId,
      writtenAt: now,
    })
    await recordEvent(tx, {
      what: 'visit.key-line-written-anew',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      before: partsOf(current),
      after: { ...partsOf(next), ...(notAnIdentifier && { notAnIdentifier }) },
    })
    return { allowed: true }
  })
}

const partsOf = (line: KeyLine) =>
  Object.fromEntries(keyLineParts.map((part) => [part, line[part]]))

const linesOf = ({
  question,
  known,
  howKnown,
  nextStep,
  evidenceIds,
  actionIds,
}: KeyLine | WrittenKeyLine): KeyLine => ({
  ...{ question, known, howKnown, nextStep },
  ...{ evidenceIds, actionIds },
})
