import type { Context } from '~/auth/context.server'
import { openProposals, type Proposal, proposalById } from '~/db/tables/invitation-proposals.server'
import { canAnswerProposal } from '~/domain/access/proposal'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

export interface ProposalView extends Pick<
  Proposal,
  'id' | 'name' | 'email' | 'proposedBy' | 'file' | 'held'
> {
  proposedOn: CalendarDate
  decision: Decision
}

/** Whom managers propose to invite, for the administrators' page. */
export const proposalsView = async ({ db, actor }: Context): Promise<ProposalView[]> =>
  (await openProposals(db)).map((proposal) => shown(proposal, actor))

export async function proposalView(
  { db, actor }: Context,
  id: number,
): Promise<ProposalView | undefined> {
  const proposal = await proposalById(db, id)
  return proposal && shown(proposal, actor)
}

const shown = (
  { proposedAt, answer, bringInId: _, personId: __, reason: ___, ...proposal }: Proposal,
  actor: Context['actor'],
): ProposalView => ({
  ...proposal,
  proposedOn: calendarDateIn(proposedAt, 'Europe/London'),
  decision: canAnswerProposal(actor, { answer }),
})
