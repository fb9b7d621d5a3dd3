/**
 * Deleting evidence takes two people: one proposes it and says why, another confirms it, or declines with a
 * reason. What is on hold is kept whatever its age, until somebody lifts the hold. What remains is the hash
 * of each file, who and why; what rested on it drops, and whoever decides reads that before.
 *
 * Source: issue 4, "retention with legal hold; deletion by two people, leaving a tombstone"; decision 0029.
 * In SQL: evidence_deletions_take_two_people, evidence_deletions_say_why,
 * evidence_deletions_not_while_it_is_held, evidence_holds_say_why, evidence_holds_one_at_a_time.
 */
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'

export const deletionSteps = ['propose', 'confirm', 'decline', 'hold', 'lift'] as const
export type DeletionStep = (typeof deletionSteps)[number]

export interface DeletionFacts {
  isDeleted: boolean
  isHeld: boolean
  /** who proposed to delete it, while nobody has decided */
  proposedById: number | undefined
}

const whyNeeded: Record<DeletionStep, string | undefined> = {
  propose: 'Say why the evidence is to be deleted.',
  decline: 'Say why it is kept.',
  hold: 'Say why it must be kept.',
  lift: 'Say why it need not be kept any longer.',
  confirm: undefined,
}

/** Whether the actor may take this step; with a reason, whether that will do. */
export const canTakeStep = (
  actor: Actor,
  { isDeleted, isHeld, proposedById }: DeletionFacts,
  step: DeletionStep,
  reason?: string,
): Decision => {
  const isOpen = proposedById !== undefined
  const needed = whyNeeded[step]
  return all(
    may(actor, 'evidence.delete'),
    isDeleted ? no('This evidence is deleted already.') : yes,
    isHeld && (step === 'propose' || step === 'confirm')
      ? no('This evidence is on hold: it must be kept until the hold is lifted.')
      : yes,
    step === 'propose' && isOpen ? no('Somebody has proposed to delete it already.') : yes,
    (step === 'confirm' || step === 'decline') && !isOpen
      ? no('Nobody has proposed to delete it.')
      : yes,
    step === 'confirm' && proposedById === actor.personId
      ? no('Somebody other than the person who proposed it must confirm it.')
      : yes,
    step === 'hold' && isHeld ? no('It is on hold already.') : yes,
    step === 'lift' && !isHeld ? no('It is not on hold.') : yes,
    reason !== undefined && needed && reason.trim() === '' ? no(needed, 'reason') : yes,
  )
}
