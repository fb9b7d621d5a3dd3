import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { markLateMoves } from '~/db/late-moves.server'
import { insertBoardMeeting } from '~/db/tables/board-meetings.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, yes } from '~/domain/decision'
import { canAddBoardMeeting } from '~/domain/plan/checkpoints'
import type { addBoardMeetingForm } from './add-board-meeting.form'

/** Puts a meeting of the board into the plan, past or to come. */
export async function addBoardMeeting(
  context: Context,
  { notAnIdentifier, ...meeting }: z.output<typeof addBoardMeetingForm>,
): Promise<Decision> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    const decision = canAddBoardMeeting(actor, meeting)
    if (!decision.allowed) return decision

    const by = { addedById: actor.personId, addedAt: now }
    const id = await insertBoardMeeting(tx, { ...meeting, ...by })
    await markLateMoves(tx)
    await recordEvent(tx, {
      what: 'board-meeting.added',
      subject: { kind: 'board-meeting', id },
      actorId: actor.personId,
      happenedAt: now,
      after: notAnIdentifier ? { ...meeting, notAnIdentifier } : meeting,
    })
    return yes
  })
}
