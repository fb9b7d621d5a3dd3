import { type RawBuilder, sql } from 'kysely'

/** The ids of a team and of those below it, at any depth: teamAndBelow of domain/people/teams.ts. */
export const teamAndBelow = (teamId: number): RawBuilder<number> => sql<number>`(
  with recursive below as (
    select id from teams where id = ${teamId}
    union
    select t.id from teams t join below b on t.parent_id = b.id
  )
  select id from below)`
