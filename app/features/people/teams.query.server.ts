import type { Context } from '~/auth/context.server'
import { allTeams } from '~/db/tables/teams.server'
import { teamAndBelow, treeOf } from '~/domain/people/teams'
import type { Choice } from '~/ui/field'

export interface TeamsView {
  /** each before those below it */
  teams: TeamInList[]
}

export interface TeamInList {
  id: number
  name: string
  depth: number
  path: string
  /** people in it who are not suspended */
  people: number
  /** the same with the teams below it */
  peopleWithBelow: number
}

export async function teamsView({ db }: Context): Promise<TeamsView> {
  const teams = await allTeams(db)
  const counts = await db
    .selectFrom('people')
    .where('suspendedAt', 'is', null)
    .where('teamId', 'is not', null)
    .groupBy('teamId')
    .select(['teamId', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const peopleOf = new Map(counts.map(({ teamId, count }) => [teamId, count]))
  return {
    teams: treeOf(teams).map(({ id, name, depth, path }) => ({
      id,
      name,
      depth,
      path,
      people: peopleOf.get(id) ?? 0,
      peopleWithBelow: [...teamAndBelow(teams, id)].reduce(
        (sum, one) => sum + (peopleOf.get(one) ?? 0),
        0,
      ),
    })),
  }
}

/** Every team to choose from, each by its place in the tree. */
export const teamChoices = async (db: Context['db']): Promise<Choice[]> =>
  treeOf(await allTeams(db)).map(({ id, path }) => ({ value: String(id), title: path }))
