import type { ActionEvent, EvidenceEvent } from '~/domain/action/history'
import type { CalendarDate } from '~/domain/time/calendar-date'

type Happened = { event: ActionEvent | EvidenceEvent; on: CalendarDate }

/** Since when the present owner has had an action, and who had it before, latest first. */
export interface Line {
  since: CalendarDate | undefined
  before: {
    name: string
    until: CalendarDate
    /** what the next one was told, where it was handed over with a note */
    note?: string
  }[]
  /** who contributed and does no longer, latest first */
  contributed: { name: string; until: CalendarDate }[]
}

/** The line of owners and of those who helped, out of what happened, first to last. */
export function lineOfOwners(happened: readonly Happened[]): Line {
  const line: Line = { since: undefined, before: [], contributed: contributedBefore(happened) }
  for (const { event, on } of happened) {
    const isHandOver = event.what === 'action.offer-accepted'
    const isGiven = event.what === 'action.given-as-held'
    const begins = event.what === 'action.created' || event.what === 'action.brought-in'
    if (!isHandOver && !isGiven && !begins && event.what !== 'action.edited') continue
    if (event.after.owner === undefined) continue
    if (!begins && event.before.owner) {
      line.before.unshift({
        name: event.before.owner.name,
        until: on,
        ...(isHandOver && { note: event.after.note }),
      })
    }
    line.since = event.after.owner ? on : undefined
  }
  return line
}

function contributedBefore(happened: readonly Happened[]): Line['contributed'] {
  const gone = new Map<number, { name: string; until: CalendarDate }>()
  for (const { event, on } of happened) {
    if (event.what !== 'action.edited' && event.what !== 'action.part-passed-on') continue
    const { contributors: are } = event.after
    if (are === undefined) continue
    for (const { id, name } of event.before.contributors ?? []) gone.set(id, { name, until: on })
    // Whoever is still there, or there again, is no longer gone.
    for (const { id } of are) gone.delete(id)
  }
  return [...gone.values()].reverse()
}
