import type { Db } from '../db.server'

/** `id` is always the keyed hash of a cookie's value, never the value: app/auth makes it. */
export async function insertSession(
  db: Db,
  session: { id: string; personId: number; createdAt: Date; expiresAt: Date; endsAt: Date },
): Promise<void> {
  await db.insertInto('sessions').values(session).execute()
}

/** Lets a session run on, though never past the day on which it ends for good. */
export async function prolongSession(db: Db, id: string, expiresAt: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set((eb) => ({ expiresAt: eb.fn('least', [eb.val(expiresAt), 'endsAt']) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute()
}

/** Signs a person out everywhere, or everywhere but here. */
export async function deleteSessionsOf(db: Db, personId: number, butNot?: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('personId', '=', personId)
    .$if(butNot !== undefined, (query) => query.where('id', '<>', butNot!))
    .execute()
}

export async function deleteSessionsExpiredBy(db: Db, moment: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<=', moment).execute()
}
