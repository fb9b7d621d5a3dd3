import { hash, verify } from '@node-rs/argon2'

// Argon2id with the memory and time that OWASP's password storage guidance gives as its first choice.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// So that an unknown address costs as long as a wrong password.
let nobodysHash: Promise<string> | undefined

/** The Argon2id hash to keep for `password`. */
export const hashPassword = (password: string): Promise<string> => hash(password, strength)

/** Whether `password` is the one that was kept; takes as long where nothing was kept. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password')
  const matches = await verify(kept ?? (await nobodysHash), password)
  return kept !== undefined && matches
}
