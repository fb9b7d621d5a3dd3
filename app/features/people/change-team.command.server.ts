import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { allTeams, lockTeams, updateTeam } from '~/db/tables/teams.server'
import { isStillAsShown } from '~/domain/as-shown'
import { type Decision, yes } from '~/domain/decision'
import { canChangeTeam } from '~/domain/people/teams'
import type { changeTeamForm } from './change-team.form'

/** Renames a team, or moves it with all that is below it; not where somebody else did so meanwhile. */
export async function changeTeam(
  context: Context,
  teamId: number,
  { asShown: shown, ...form }: z.output<typeof changeTeamForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockTeams(tx)
    const teams = await allTeams(tx)
    const team = teams.find(({ id }) => id === teamId)
    if (!team) return undefined
    const decision = canChangeTeam(actor, teams, teamId, form)
    if (!decision.allowed) return decision

    const before = { name: team.name, parentId: team.parentId }
    if (before.name === form.name && before.parentId === form.parentId) return yes
    const stillSo = isStillAsShown(before, shown, 'this team')
    if (!stillSo.allowed) return stillSo
    await updateTeam(tx, teamId, form)
    await recordEvent(tx, {
      what: before.parentId === form.parentId ? 'team.renamed' : 'team.moved',
      subject: { kind: 'team', id: teamId },
      actorId: actor.personId,
      happenedAt: now,
      before,
      after: form,
    })
    return yes
  })
}
