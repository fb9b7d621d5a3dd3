import { type RawBuilder, sql } from 'kysely'

/**
 * Whether somebody who is still here owns an action, in a query that calls the table `a`: what
 * `isUnowned` of app/domain/action/ownership.ts says, for queries that only count.
 */
export const isOwned = (): RawBuilder<boolean> =>
  sql<boolean>`exists (select from people o where o.id = a.owner_id and o.suspended_at is null)`
