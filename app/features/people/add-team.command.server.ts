import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertTeam } from '~/db/tables/teams.server'
import { may } from '~/domain/access/permissions'
import { no, type Refusal } from '~/domain/decision'
import type { addTeamForm } from './add-team.form'
import { isTeam } from './invite-person.command.server'

export async function addTeam(
  context: Context,
  form: z.output<typeof addTeamForm>,
): Promise<{ allowed: true; teamId: number } | Refusal> {
  const { actor, now } = context
  return inTransaction(
    context,
    async (tx): Promise<{ allowed: true; teamId: number } | Refusal> => {
      const decision = may(actor, 'people.manage')
      if (!decision.allowed) return decision
      if (form.parentId !== null && !(await isTeam(tx, form.parentId))) {
        return no('That team is no longer there. Choose another.')
      }

      const teamId = await insertTeam(tx, form)
      await recordEvent(tx, {
        what: 'team.added',
        subject: { kind: 'team', id: teamId },
        actorId: actor.personId,
        happenedAt: now,
        after: form,
      })
      return { allowed: true, teamId }
    },
  )
}
