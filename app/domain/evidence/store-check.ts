/**
 * A part of the store is read back and hashed each night at two. Where nobody was there to do it then, as
 * when the server was started anew in that hour, it is done at the next hour; never twice in one night.
 *
 * Source: issue 4, "a nightly job re-hashes a part of the store".
 */
const hoursMs = 3_600_000

/** Long enough that it is never done twice in one night, short enough that a check made up for by day is followed by night. */
const apartHours = 4
/** A night was missed; more than a day, since an hour of the clock comes twice when winter time begins. */
const missedHours = 24.5

export function isStoreCheckDue({
  now,
  hour,
  lastCheckedAt,
}: {
  now: Date
  /** of the day, in England */
  hour: number
  /** undefined where nothing was ever read back */
  lastCheckedAt: Date | undefined
}): boolean {
  if (lastCheckedAt === undefined) return true
  const apart = (now.getTime() - lastCheckedAt.getTime()) / hoursMs
  return apart >= (hour === 2 ? apartHours : missedHours)
}
