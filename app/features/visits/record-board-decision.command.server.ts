import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { insertBoardDecision } from '~/db/tables/board-decisions.server'
import { boardMeeting } from '~/db/tables/board-meetings.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canRecordDecision } from '~/domain/plan/board-decisions'
import type { recordBoardDecisionForm } from './board-decision.form'
import { peopleToAsk } from './choices.query.server'

/** Writes down what a meeting of the board decided, and who sees to it. */
export async function recordBoardDecision(
  context: Context,
  meetingId: number,
  { about, notAnIdentifier, ...decided }: z.output<typeof recordBoardDecisionForm>,
): Promise<Decision | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    const meeting = await boardMeeting(tx, meetingId)
    if (!meeting) return undefined
    const decision = canRecordDecision(actor, meeting, today, decided)
    if (!decision.allowed) return decision
    const people = await peopleToAsk(tx)
    if (!people.some(({ value }) => value === String(decided.ownerId))) {
      return no('Choose somebody who is still here.')
    }
    if (about && !(await isThere(tx, about))) {
      return no('There is no such action or recommendation in the plan.')
    }

    const id = await insertBoardDecision(tx, {
      ...decided,
      meetingId,
      actionId: about?.kind === 'action' ? about.id : null,
      recommendationId: about?.kind === 'recommendation' ? about.id : null,
      writtenById: actor.personId,
      writtenAt: now,
    })
    await recordEvent(tx, {
      what: 'board-decision.recorded',
      subject: { kind: 'board-decision', id },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        ...decided,
        about,
        meeting: meeting.name,
        ...(notAnIdentifier && { notAnIdentifier }),
      },
    })
    return yes
  })
}

async function isThere(
  tx: Tx,
  { kind, id }: { kind: 'action' | 'recommendation'; id: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom(kind === 'action' ? 'actions' : 'recommendations')
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
