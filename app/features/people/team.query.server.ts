import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { allTeams } from '~/db/tables/teams.server'
import { asShown } from '~/domain/as-shown'
import type { Decision } from '~/domain/decision'
import { canChangeTeam, teamAndBelow, treeOf } from '~/domain/people/teams'
import type { Choice } from '~/ui/field'

export interface TeamView {
  id: number
  name: string
  parentId: number | null
  /** the teams that it is part of, the highest first */
  partOf: string
  below: { id: number; name: string; depth: number }[]
  people: { id: number; name: string; jobTitle: string }[]
  /** teams that it could be part of: none of those below it */
  parents: Choice[]
  change: Decision
  /** what the form to change it starts from */
  asShown: string
}

export async function teamView(
  { db, actor }: Context,
  teamId: number,
): Promise<TeamView | undefined> {
  const teams = await allTeams(db)
  const tree = treeOf(teams)
  const team = tree.find(({ id }) => id === teamId)
  if (!team) return undefined
  const below = teamAndBelow(teams, teamId)
  const people = await db
    .selectFrom('people')
    .where('teamId', '=', teamId)
    .where('suspendedAt', 'is', null)
    .orderBy(sql`name collate "en-GB-x-icu"`)
    .select(['id', 'name', 'jobTitle'])
    .execute()
  return {
    id: team.id,
    name: team.name,
    parentId: team.parentId,
    partOf: team.path.split(' › ').slice(0, -1).join(' › '),
    below: tree
      .filter(({ id }) => id !== teamId && below.has(id))
      .map(({ id, name, depth }) => ({ id, name, depth: depth - team.depth - 1 })),
    people,
    parents: tree
      .filter(({ id }) => !below.has(id))
      .map(({ id, path }) => ({ value: String(id), title: path })),
    change: canChangeTeam(actor, teams, teamId),
    asShown: asShown({ name: team.name, parentId: team.parentId }),
  }
}
