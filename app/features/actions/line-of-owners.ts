import type { ActionEvent, EvidenceEvent } from '~/domain/action/history'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** Since when the present owner has had an action, and who had it before, latest first. */
export interface Line {
  since: CalendarDate | undefined
  before: {
    name: string
    until: CalendarDate
    /** what the next one was told, where it was handed over with a note */
    note?: string
  }[]
}

/** The line of owners out of what happened, first to last. */
export function lineOfOwners(
  happened: { event: ActionEvent | EvidenceEvent; on: CalendarDate }[],
): Line {
  const line: Line = { since: undefined, before: [] }
  for (const { event, on } of happened) {
    const isHandOver = event.what === 'action.offer-accepted'
    if (!isHandOver && event.what !== 'action.created' && event.what !== 'action.edited') continue
    if (event.after.owner === undefined) continue
    if (event.what !== 'action.created' && event.before.owner) {
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
