/**
 * A change to many actions at once is shown first, action by action, and then does all of it or
 * nothing: what a rule refuses is listed with its reason, and has to be left out by the person.
 *
 * Source: issue 3 of the product, "Register": assign, change team, ask for an update, set theme.
 * In SQL: update_requests_are_due_after_they_are_asked, themes_name_is_used_once.
 */
import { type AssuredBy, canComeToOwn } from '../action/hand-over'
import { canEditAction } from '../action/plan-action'
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { type CalendarDate, counted, longDate } from '../time/calendar-date'

export const bulkChanges = ['assign', 'team', 'theme', 'update'] as const
export type BulkChangeKind = (typeof bulkChanges)[number]

export interface Named {
  id: number
  name: string
}

/** What is to become of every action chosen. */
export type BulkChange =
  | { kind: 'assign'; owner: Named & { isHere: boolean } }
  | { kind: 'team'; team: Named }
  /** a theme without id is a new one */
  | { kind: 'theme'; theme: { id: number | null; name: string } }
  | { kind: 'update'; dueOn: CalendarDate }

export interface BulkFacts {
  owner: (Named & { isHere: boolean }) | null
  team: Named | null
  theme: Named | null
  deliveredOn: CalendarDate | null
  /** who was asked for an update and has not given it yet */
  askedFor: { name: string; dueOn: CalendarDate } | null
  /** what whoever it would be given to did to assure it */
  assured: AssuredBy
}

export type BulkOutcome =
  | { does: 'changes'; from: string; to: string }
  | { does: 'nothing'; because: string }
  | { does: 'refused'; because: string }

/** More than anybody would read through before saying yes. */
export const mostAtOnce = 1000

/** Whether the actor may change so many actions at once. */
export const canChangeInBulk = (actor: Actor, kind: BulkChangeKind, count: number): Decision =>
  all(
    kind === 'update' ? may(actor, 'update.ask') : canEditAction(actor),
    count === 0 ? no('Choose the actions first.') : yes,
    count > mostAtOnce
      ? no(
          `Choose at most ${mostAtOnce.toLocaleString('en-GB')} actions: what happens to each is shown first, and nobody reads through ${count.toLocaleString('en-GB')}.`,
        )
      : yes,
  )

/** What the change does to one action. */
export function bulkOutcome(
  change: BulkChange,
  action: BulkFacts,
  today: CalendarDate,
): BulkOutcome {
  switch (change.kind) {
    case 'assign':
      return assigned(change.owner, action)
    case 'team':
      return named(action.team, change.team, 'It is that team’s already.')
    case 'theme':
      return named(action.theme, change.theme, 'It has that theme already.')
    case 'update':
      return asked(change.dueOn, action, today)
  }
}

const refused = (because: string): BulkOutcome => ({ does: 'refused', because })

function assigned(owner: Named & { isHere: boolean }, action: BulkFacts): BulkOutcome {
  if (action.owner?.id === owner.id) {
    return { does: 'nothing', because: `${owner.name} owns it already.` }
  }
  if (!owner.isHere) return refused(`${owner.name} has left.`)
  const decision = canComeToOwn(owner.name, action.assured)
  if (!decision.allowed) return refused(decision.because)
  return { does: 'changes', from: action.owner?.name ?? 'Nobody', to: owner.name }
}

const named = (
  from: Named | null,
  to: { id: number | null; name: string },
  already: string,
): BulkOutcome =>
  from !== null && from.id === to.id
    ? { does: 'nothing', because: already }
    : { does: 'changes', from: from?.name ?? 'None', to: to.name }

function asked(dueOn: CalendarDate, action: BulkFacts, today: CalendarDate): BulkOutcome {
  if (dueOn < today) return refused('That day has passed.')
  if (action.deliveredOn) return refused(`It was delivered on ${longDate(action.deliveredOn)}.`)
  if (!action.owner) return refused('Nobody owns it, so there is nobody to ask.')
  if (!action.owner.isHere) return refused(`Its owner, ${action.owner.name}, has left.`)
  if (action.askedFor) {
    const { name, dueOn: by } = action.askedFor
    return refused(`${name} was asked already, for ${longDate(by)}.`)
  }
  return {
    does: 'changes',
    from: 'Not asked',
    to: `${action.owner.name} is asked, by ${longDate(dueOn)}`,
  }
}

/** Whether a change may be made as it was shown: something is left to do, and nothing is refused. */
export function canConfirmBulk(outcomes: readonly BulkOutcome[]): Decision {
  const refusals = outcomes.filter(({ does }) => does === 'refused').length
  if (refusals > 0) {
    return no(
      `${counted(refusals, 'action is', 'actions are')} refused. Leave them out, or change what you ask.`,
    )
  }
  return outcomes.some(({ does }) => does === 'changes') ? yes : no('It would change nothing.')
}
