/**
 * A part of the store is read back and hashed each night at two. Where nobody was there to do it then, as
 * when the server was started anew in that hour, it is done at the next hour; never twice in one night.
 *
 * Source: issue 4, "a nightly job re-hashes a part of the store".
 */
const hoursMs = 3_600_000

/** Long enough that last night's check is over, short enough that tonight's is due at its hour. */
const apartHours = 20
/** A night was missed. */
const missedHours = 26

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
