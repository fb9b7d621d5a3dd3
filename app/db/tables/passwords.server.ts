import type { Tx } from '../db.server'

/** Keeps the hash of a person's password in place of the one before. */
export async function setPassword(
  tx: Tx,
  password: { personId: number; argon2id: string; setAt: Date },
): Promise<void> {
  const { argon2id, setAt } = password
  await tx
    .insertInto('passwords')
    .values(password)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ argon2id, setAt }))
    .execute()
}
