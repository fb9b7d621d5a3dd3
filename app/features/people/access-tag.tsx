import { type CalendarDate, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { ToneTag } from '~/ui/rating-tag'
import type { Access } from './people.query.server'

/** How somebody stands at the door, in words. */
export function AccessTag({ access, today }: { access: Access; today: CalendarDate }) {
  switch (access.kind) {
    case 'suspended':
      return <ToneTag tone="bad">Suspended since {shortDate(access.on)}</ToneTag>
    case 'signed-in':
      return (
        <>
          {shortDate(access.on)}{' '}
          <span className="text-quiet">({inWords(access.on, today, 'ago')})</span>
        </>
      )
    case 'never-signed-in':
      return <span className="text-quiet">Never</span>
    case 'invited':
      return <ToneTag tone="part">Invited, link open until {shortDate(access.until)}</ToneTag>
    case 'invitation-expired':
      return <ToneTag tone="warning">No open invitation</ToneTag>
  }
}
