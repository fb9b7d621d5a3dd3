/**
 * What is to be made ready for a visit stands on a checklist, each item with who sees to it and by when.
 * That it is done is said by whoever sees to it, or by a manager or leader, and can be taken back; both
 * stay on record.
 *
 * Source: issue 6 "Preparing: a checklist with owners and dates"; PRODUCT rule 1. In SQL:
 * checklist_items_say_what_is_to_be_ready, checklist_completions_are_said_once,
 * checklist_completions_are_never_changed, checklist_reopenings_are_made_once,
 * checklist_reopenings_are_never_changed.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, longDate } from '../time/calendar-date'

export interface ChecklistItem {
  id: number
  what: string
  ownerId: number | null
  ownerName: string | null
  ownerLeft: boolean
  dueOn: CalendarDate | null
  /** null while it is to be done */
  done: { byName: string; on: CalendarDate } | null
}

/** Whether the actor may put something on the checklist, or change what stands there. */
export const canEditChecklist = (actor: Actor, visit: { heldTo: CalendarDate | null }): Decision =>
  all(
    may(actor, 'visit.plan'),
    visit.heldTo !== null
      ? no(`This visit was held until ${longDate(visit.heldTo)}, so its checklist stays as it is.`)
      : yes,
  )

const isTheirs = (actor: Actor, { ownerId }: Pick<ChecklistItem, 'ownerId'>): Decision =>
  ownerId === actor.personId || may(actor, 'visit.plan').allowed
    ? yes
    : no('Whoever sees to it says that it is done, or a manager or leader.')

/** Whether the actor may say that it is done. */
export const canSayDone = (actor: Actor, item: Pick<ChecklistItem, 'ownerId' | 'done'>): Decision =>
  all(
    may(actor, 'visit.prepare'),
    isTheirs(actor, item),
    item.done ? no(`${item.done.byName} said on ${longDate(item.done.on)} that it is done.`) : yes,
  )

/** Whether the actor may take back that it is done. */
export const canTakeBackDone = (
  actor: Actor,
  item: Pick<ChecklistItem, 'ownerId' | 'done'>,
): Decision =>
  all(
    may(actor, 'visit.prepare'),
    isTheirs(actor, item),
    item.done ? yes : no('Nobody has said that it is done.'),
  )

/** What is still to be done by its date, what has none last; then what is done, the latest last. */
export const byUrgency = (
  a: Pick<ChecklistItem, 'id' | 'dueOn' | 'done'>,
  b: Pick<ChecklistItem, 'id' | 'dueOn' | 'done'>,
): number =>
  Number(a.done !== null) - Number(b.done !== null) ||
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
  a.id - b.id
