import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'

export interface TeamsView {
  teams: { id: number; name: string; partOf: string | undefined; people: number }[]
}

export async function teamsView({ db }: Context): Promise<TeamsView> {
  const teams = await db
    .selectFrom('teams as t')
    .leftJoin('teams as parent', 'parent.id', 't.parentId')
    .orderBy(sql`t.name collate "en-GB-x-icu"`)
    .select(['t.id', 't.name', 'parent.name as partOf'])
    .select((eb) =>
      eb
        .selectFrom('people as p')
        .whereRef('p.teamId', '=', 't.id')
        .where('p.suspendedAt', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('people'),
    )
    .execute()
  return {
    teams: teams.map((team) => ({
      ...team,
      partOf: team.partOf ?? undefined,
      people: team.people ?? 0,
    })),
  }
}
