import { isDatabaseGone } from '~/db/db.server'

/** What `work` comes to, or 'away' where Postgres cannot be reached just now. */
export const unlessAway = <Value>(work: Promise<Value>): Promise<Value | 'away'> =>
  work.catch((error: unknown) => {
    if (isDatabaseGone(error)) return 'away'
    throw error
  })
