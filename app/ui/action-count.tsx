import { counted } from '~/domain/time/calendar-date'
import { Gap } from './rating-tag'

export interface ActionCount {
  actions: number
  delivered: number
  withoutOwner: number
  withoutDate: number
}

/** How many actions answer a recommendation, and what they lack. */
export function ActionCountWords({ count }: { count: ActionCount }) {
  const { actions, delivered, withoutOwner, withoutDate } = count
  if (actions === 0) return <Gap>No action yet</Gap>
  return (
    <>
      {counted(actions, 'action')}
      {delivered > 0 ? `, ${delivered} delivered` : ''}
      {withoutOwner > 0 ? (
        <span className="block">
          <Gap>{withoutOwner === actions ? 'No owner' : `${withoutOwner} without an owner`}</Gap>
        </span>
      ) : null}
      {withoutDate > 0 ? (
        <span className="block">
          <Gap>{withoutDate === actions ? 'No date' : `${withoutDate} without a date`}</Gap>
        </span>
      ) : null}
    </>
  )
}
