import { type CalendarDate, daysBetween, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { ToneTag } from '~/ui/rating-tag'
import type { Access } from './people.query.server'

// Further back, the date says more than a number of days.
const countedDays = 90

/** How somebody stands at the door, in words. */
export function AccessTag({ access, today }: { access: Access; today: CalendarDate }) {
  switch (access.kind) {
    case 'suspended':
      return <ToneTag tone="bad">Suspended since {shortDate(access.on)}</ToneTag>
    case 'seen':
      return (
        <>
          {shortDate(access.on)}
          {daysBetween(access.on, today) <= countedDays ? (
            <span className="text-quiet"> ({inWords(access.on, today, 'ago')})</span>
          ) : null}
        </>
      )
    case 'never-seen':
      return <span className="text-quiet">Never</span>
    case 'invited':
      return <ToneTag tone="part">Invited, link open until {shortDate(access.until)}</ToneTag>
    case 'invitation-expired':
      return <ToneTag tone="warning">No open invitation</ToneTag>
  }
}
