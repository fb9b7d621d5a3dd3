import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { accessFacts, lockAccess, updatePerson } from '~/db/tables/people.server'
import { setRoles } from '~/db/tables/person-roles.server'
import { asShown, isStillAsShown } from '~/domain/as-shown'
import { canHaveRoles } from '~/domain/access/suspension'
import { type Decision, no, yes } from '~/domain/decision'
import type { changePersonForm } from './change-person.form'
import { isTeam } from './invite-person.command.server'
import { shownOf } from './person.query.server'

/**
 * Puts right a person's name, job title, team and roles. Where somebody else changed them meanwhile nothing
 * is saved: roles are sent whole, and an old form would give back one that was just taken away.
 */
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
    const before = shownOf({ ...columns, roles: person.roles })
    const after = { name, jobTitle, teamId, roles }
    if (asShown(before) === asShown(after)) return yes
    const stillSo = isStillAsShown(before, form.asShown, 'this person')
    if (!stillSo.allowed) return stillSo
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
