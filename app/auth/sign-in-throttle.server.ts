import type { Db } from '~/db/db.server'
import { deleteSignInFailure, insertSignInFailure } from '~/db/tables/sign-in-failures.server'
import { type Decision, no, yes } from '~/domain/decision'

/**
 * After five wrong passwords for an account, or twenty from one address, within fifteen minutes,
 * signing in waits until the fifteen minutes are over. Source: decision 0006.
 */
const windowMinutes = 15
const mostForAccount = 5
const mostForAddress = 20

/**
 * Counts an attempt as a failure before its password is looked at, so that many at once cannot all
 * slip through; the caller takes it back by deleting the account's failures once the password is right.
 *
 * @param attempt account: an email address; address: the IP address it comes from
 */
export async function beginSignIn(
  db: Db,
  attempt: { account: string; address: string; now: Date },
): Promise<Decision> {
  const { account, address, now } = attempt
  const failureId = await insertSignInFailure(db, { account, address, failedAt: now })
  const { forAccount, forAddress } = await db
    .selectFrom('signInFailures')
    .where('failedAt', '>', new Date(now.getTime() - windowMinutes * 60_000))
    .where((eb) => eb.or([eb('account', '=', account), eb('address', '=', address)]))
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('account', '=', account).as('forAccount'),
      eb.fn.countAll<number>().filterWhere('address', '=', address).as('forAddress'),
    ])
    .executeTakeFirstOrThrow()
  if (forAccount <= mostForAccount && forAddress <= mostForAddress) return yes
  await deleteSignInFailure(db, failureId) // trying while one waits does not make the wait longer
  return no(`Too many wrong passwords. Wait ${windowMinutes} minutes, then try again.`)
}
