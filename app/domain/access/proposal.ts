/**
 * A manager who brings in an old plan may propose that somebody it names is invited; only an administrator
 * invites, and the person comes in as a social worker, whatever was proposed.
 *
 * Source: issue 3, "match owners to people (or invite them)"; decisions 0003 and 0021. In SQL:
 * invitation_proposals_that_invite_make_a_person, invitation_proposals_are_declined_with_a_reason.
 */
import { all, type Decision, no, yes } from '../decision'
import { type Actor, may, type Role } from './permissions'

export type ProposalAnswer = 'invited' | 'declined' | 'withdrawn'

/** The role of somebody who is invited because an old plan names them: the least that an owner needs. */
export const rolesOfProposed: readonly Role[] = ['practitioner']

/** Somebody of that address who is known already. */
export interface KnownAddress {
  name: string
  mayOwn: boolean
}

/** Whether the actor may propose an invitation to this address. */
export const canPropose = (actor: Actor, known: KnownAddress | undefined): Decision =>
  all(
    may(actor, 'plan.bring-in'),
    known?.mayOwn
      ? no(`${known.name} is here already under that address: choose them from the list.`)
      : yes,
    known
      ? no(
          `${known.name} is known under that address and cannot own an action now. Ask an administrator.`,
        )
      : yes,
  )

const answeredAlready: Record<ProposalAnswer, string> = {
  invited: 'They were invited already.',
  declined: 'This was declined already.',
  withdrawn: 'This is no longer proposed.',
}

/** Whether the actor may invite whom somebody proposed, or decline to. */
export const canAnswerProposal = (
  actor: Actor,
  { answer }: { answer: ProposalAnswer | null },
): Decision => all(may(actor, 'people.manage'), answer ? no(answeredAlready[answer]) : yes)
