import type { Db } from '../db.server'

export async function insertSignInFailure(
  db: Db,
  failure: { account: string; address: string; failedAt: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('signInFailures')
    .values(failure)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function deleteSignInFailure(db: Db, id: number): Promise<void> {
  await db.deleteFrom('signInFailures').where('id', '=', id).execute()
}

export async function deleteSignInFailuresOf(db: Db, account: string): Promise<void> {
  await db.deleteFrom('signInFailures').where('account', '=', account).execute()
}

export async function deleteSignInFailuresBefore(db: Db, moment: Date): Promise<void> {
  await db.deleteFrom('signInFailures').where('failedAt', '<', moment).execute()
}
