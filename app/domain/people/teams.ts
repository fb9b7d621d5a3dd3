/**
 * Teams are a tree: a team is part of one other or of none, and never stands below itself. A team
 * "and those below" is the team with every team that is part of it, at any depth.
 *
 * Source: issue 3, "Ownership". In SQL: teams_are_a_tree_without_circles,
 * teams_are_not_their_own_parent, teams_name_is_used_once.
 */
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'

export interface Team {
  id: number
  name: string
  parentId: number | null
}

export type TeamInTree<One extends Team> = One & {
  /** 0 for a team that is part of no other */
  depth: number
  /** its own name after those it is part of: "Children in care › Leaving care" */
  path: string
}

/** Every team once, each before those below it; teams beside one another keep the order given. */
export function treeOf<One extends Team>(teams: readonly One[]): TeamInTree<One>[] {
  const known = new Set(teams.map(({ id }) => id))
  const below = (parent: One | undefined, above: readonly string[]): TeamInTree<One>[] =>
    teams
      .filter(({ parentId }) =>
        parent ? parentId === parent.id : parentId === null || !known.has(parentId),
      )
      .flatMap((team) => {
        const path = [...above, team.name]
        return [{ ...team, depth: above.length, path: path.join(' › ') }, ...below(team, path)]
      })
  return below(undefined, [])
}

/** The team and those below it; nothing where there is no such team. */
export function teamAndBelow(teams: readonly Team[], teamId: number): Set<number> {
  const found = new Set<number>()
  const take = (id: number) => {
    if (found.has(id)) return
    found.add(id)
    for (const team of teams) if (team.parentId === id) take(team.id)
  }
  if (teams.some(({ id }) => id === teamId)) take(teamId)
  return found
}

/** Whether the actor may change a team; with what it is to be part of, whether that will do. */
export const canChangeTeam = (
  actor: Actor,
  teams: readonly Team[],
  teamId: number,
  to?: { parentId: number | null },
): Decision =>
  all(
    may(actor, 'people.manage'),
    to && to.parentId !== null && !teams.some(({ id }) => id === to.parentId)
      ? no('That team is no longer there. Choose another.', 'parentId')
      : yes,
    to?.parentId === teamId ? no('A team cannot be part of itself.', 'parentId') : yes,
    to && to.parentId !== null && teamAndBelow(teams, teamId).has(to.parentId)
      ? no('That team stands below this one. Move it first, or choose another.', 'parentId')
      : yes,
  )
