import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { hashPassword, isPassword } from '~/auth/passwords.server'
import { beginSignIn } from '~/auth/sign-in-throttle.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { setPassword } from '~/db/tables/passwords.server'
import { deleteSessionsOf } from '~/db/tables/sessions.server'
import { deleteSignInFailuresOf } from '~/db/tables/sign-in-failures.server'
import { canBePassword } from '~/domain/access/password'
import { all, type Decision, no, yes } from '~/domain/decision'
import type { changePasswordForm } from './change-password.form'

/**
 * I change my own password and am signed out everywhere but here. Guessing the present one at an
 * unlocked desk is slowed down as at the door.
 *
 * @param here sessionId: the session that goes on; address: the IP address of the request
 */
export async function changePassword(
  context: Context,
  form: z.output<typeof changePasswordForm>,
  here: { sessionId: string | undefined; address: string },
): Promise<Decision> {
  const { db, actor, now } = context
  const mayTry = await beginSignIn(db, { account: actor.email, address: here.address, now })
  if (!mayTry.allowed) return mayTry

  return inTransaction(context, async (tx) => {
    await tx
      .selectFrom('people')
      .where('id', '=', actor.personId)
      .select('id')
      .forUpdate()
      .execute()
    const kept = await tx
      .selectFrom('passwords')
      .where('personId', '=', actor.personId)
      .select('argon2id')
      .executeTakeFirst()
    if (!(await isPassword(kept?.argon2id, form.currentPassword))) {
      return no('The password you have now is not the one you typed.')
    }
    await deleteSignInFailuresOf(tx, actor.email)

    const decision = all(
      form.newPassword === form.currentPassword
        ? no('Choose a password other than the one you have now.')
        : yes,
      canBePassword(form.newPassword, actor),
    )
    if (!decision.allowed) return decision

    const argon2id = await hashPassword(form.newPassword)
    await setPassword(tx, { personId: actor.personId, argon2id, setAt: now })
    await deleteSessionsOf(tx, actor.personId, here.sessionId)
    await recordEvent(tx, {
      what: 'person.password-changed',
      subject: { kind: 'person', id: actor.personId },
      actorId: actor.personId,
      happenedAt: now,
    })
    return yes
  })
}
