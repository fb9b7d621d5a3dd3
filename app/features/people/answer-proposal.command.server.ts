import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { giveAction, lockActions } from '~/db/tables/actions.server'
import { recordEvent, recordEvents } from '~/db/tables/events.server'
import {
  answerProposal as writeAnswer,
  heldForPerson,
  lockProposals,
  type Proposal,
  proposalById,
} from '~/db/tables/invitation-proposals.server'
import { canAnswerProposal, rolesOfProposed } from '~/domain/access/proposal'
import type { ActionEvent } from '~/domain/action/history'
import { type Refusal, yes } from '~/domain/decision'
import type { answerProposalForm } from './answer-proposal.form'
import { type Invited, makePerson } from './invite-person.command.server'

/**
 * An administrator invites whom a manager proposed, as a social worker, and what was held for them
 * becomes theirs; or declines, and it stays nobody's.
 */
export function answerProposal(
  context: Context,
  proposalId: number,
  { answer, reason }: z.output<typeof answerProposalForm>,
): Promise<Invited | { allowed: true; personId: undefined } | Refusal | undefined> {
  const { actor, now } = context
  const by = { answeredById: actor.personId, answeredAt: now }
  return inTransaction(context, async (tx) => {
    await lockProposals(tx, proposalId)
    const proposal = await proposalById(tx, proposalId)
    if (!proposal) return undefined
    const decision = canAnswerProposal(actor, proposal)
    if (!decision.allowed) return decision

    if (answer === 'declined') {
      await writeAnswer(tx, proposal, { answer, reason, ...by })
      await recordEvent(tx, {
        what: 'bring-in.invitation-declined',
        subject: { kind: 'bring-in', id: proposal.bringInId },
        actorId: actor.personId,
        happenedAt: now,
        after: { name: proposal.name, email: proposal.email, reason },
      })
      return { ...yes, personId: undefined } as const
    }
    const { name, email, proposedBy, held } = proposal
    const invited = await makePerson(
      tx,
      { name, email, jobTitle: '', teamId: null, roles: rolesOfProposed },
      { now, actor, proposedBy, held },
    )
    await writeAnswer(tx, proposal, { answer, personId: invited.personId, ...by })
    await giveWhatIsHeld(tx, context, { id: invited.personId, name }, proposal)
    return invited
  })
}

/** What somebody else has come to own meanwhile stays theirs. Lock, then read. */
async function giveWhatIsHeld(
  tx: Tx,
  { actor, now }: Context,
  person: { id: number; name: string },
  { proposedBy, file }: Proposal,
): Promise<void> {
  await lockActions(tx, await heldForPerson(tx, person.id))
  const given = []
  for (const id of await heldForPerson(tx, person.id)) {
    const version = await giveAction(tx, id, person.id)
    const event: ActionEvent = {
      what: 'action.given-as-held',
      before: { owner: null, version: version - 1 },
      after: { owner: person, version, proposedBy, file },
    }
    given.push({
      ...event,
      subject: { kind: 'action' as const, id },
      actorId: actor.personId,
      happenedAt: now,
    })
  }
  await recordEvents(tx, given)
}
