import type { z } from 'zod'
import { isPassword } from '~/auth/passwords.server'
import { beginSignIn } from '~/auth/sign-in-throttle.server'
import { type Db, inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import {
  deleteSignInFailuresBefore,
  deleteSignInFailuresOf,
} from '~/db/tables/sign-in-failures.server'
import { no, type Refusal } from '~/domain/decision'
import type { signInForm } from './sign-in.form'

// Addresses of wrong attempts are let go once they can no longer slow anybody down; /privacy says so.
const keptForHours = 24

/**
 * Checks who somebody is by email address and password. A wrong address, a wrong password and a
 * suspended person are refused in the same words and in the same time.
 */
export async function signIn(
  { db, now, address }: { db: Db; now: Date; address: string },
  form: Pick<z.infer<typeof signInForm>, 'email' | 'password'>,
): Promise<{ allowed: true; personId: number } | Refusal> {
  const mayTry = await beginSignIn(db, { account: form.email, address, now })
  if (!mayTry.allowed) return mayTry

  const person = await db
    .selectFrom('people as p')
    .innerJoin('passwords as w', 'w.personId', 'p.id')
    .where('p.email', '=', form.email)
    .where('p.suspendedAt', 'is', null)
    .select(['p.id', 'w.argon2id'])
    .executeTakeFirst()
  const isRight = await isPassword(person?.argon2id, form.password)
  if (!person || !isRight) return no('The email address or the password is wrong.')

  return inTransaction({ db, now }, async (tx) => {
    await deleteSignInFailuresOf(tx, form.email)
    await deleteSignInFailuresBefore(tx, new Date(now.getTime() - keptForHours * 3_600_000))
    await recordEvent(tx, {
      what: 'person.signed-in',
      subject: { kind: 'person', id: person.id },
      actorId: person.id,
      happenedAt: now,
    })
    return { allowed: true, personId: person.id }
  })
}
