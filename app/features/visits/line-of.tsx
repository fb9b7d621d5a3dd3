import type { SeenToBy } from '~/db/former-owners.server'
import { longDate } from '~/domain/time/calendar-date'

/** "Owen Bevan, since 20 November 2026 (before: Lucy Hart)". */
export function LineOf({ seenToBy }: { seenToBy: SeenToBy }) {
  const now = seenToBy.at(-1)
  const before = seenToBy.slice(0, -1)
  if (!now) return null
  return (
    <>
      {now.name ?? 'Nobody yet'}
      {before.length > 0
        ? `, since ${longDate(now.since)} (before: ${before.map(({ name }) => name ?? 'nobody').join(', ')})`
        : ''}
    </>
  )
}
