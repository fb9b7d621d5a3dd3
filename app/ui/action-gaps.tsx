import { Gap } from './rating-tag'

/** What an action lacks, beside its title; nothing where it has an owner and a date. */
export function ActionGaps({ action }: { action: { hasOwner: boolean; hasDate: boolean } }) {
  return (
    <>
      {action.hasOwner ? null : (
        <span className="ml-2">
          <Gap>No owner</Gap>
        </span>
      )}
      {action.hasDate ? null : (
        <span className="ml-2">
          <Gap>No date</Gap>
        </span>
      )}
    </>
  )
}
