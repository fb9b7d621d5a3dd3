/**
 * Whoever reads the plan may save a view of the register for themselves; a manager or leader may share
 * it with everybody. A view that is neither one's own nor shared is not there.
 *
 * Source: issue 3 of the product, "saved views, private or shared, each with a link".
 * In SQL: saved_views_have_a_name, saved_views_name_is_used_once_by_a_person.
 */
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'

export interface SavedViewFacts {
  personId: number
  isShared: boolean
}

export const canSeeView = (actor: Actor, view: SavedViewFacts): boolean =>
  view.isShared || view.personId === actor.personId

/** Whether the actor may save a view, for themselves or for everybody. */
export const canSaveView = (actor: Actor, view?: { isShared: boolean }): Decision =>
  all(may(actor, 'plan.read'), view?.isShared ? may(actor, 'view.share') : yes)

/** Whether the actor may remove a view: what is shared, others may rely on, and it is still its maker's. */
export const canRemoveView = (actor: Actor, view: SavedViewFacts): Decision =>
  view.personId === actor.personId ? yes : no('Only the person who saved a view can remove it.')
