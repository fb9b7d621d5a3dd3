import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { accessFacts, lockAccess, updatePerson } from '~/db/tables/people.server'
import { setRoles } from '~/db/tables/person-roles.server'
import { roles as allRoles } from '~/domain/access/permissions'
import { canHaveRoles } from '~/domain/access/suspension'
import { type Decision, no, yes } from '~/domain/decision'
import type { changePersonForm } from './change-person.form'
import { isTeam } from './invite-person.command.server'

/** Puts right a person's name, job title, team and roles. */
export async function changePerson(
  context: Context,
  personId: number,
  form: z.output<typeof changePersonForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockAccess(tx, personId)
    const person = await accessFacts(tx, personId)
    if (!person) return undefined
    const { name, jobTitle, teamId, 'roles[]': roles } = form
    const decision = canHaveRoles(actor, person, roles)
    if (!decision.allowed) return decision
    if (teamId !== null && !(await isTeam(tx, teamId))) {
      return no('That team is no longer there. Choose another.')
    }

    const columns = await tx
      .selectFrom('people')
      .where('id', '=', personId)
      .select(['name', 'jobTitle', 'teamId'])
      .executeTakeFirstOrThrow()
    const had = allRoles.filter((role) => person.roles.includes(role))
    const before = { ...columns, roles: had }
    const after = { name, jobTitle, teamId, roles }
    if (JSON.stringify(before) === JSON.stringify(after)) return yes
    await updatePerson(tx, personId, { name, jobTitle, teamId })
    await setRoles(tx, personId, roles)
    await recordEvent(tx, {
      what: 'person.changed',
      subject: { kind: 'person', id: personId },
      actorId: actor.personId,
      happenedAt: now,
      before,
      after,
    })
    return yes
  })
}
