import { createHash, randomBytes } from 'node:crypto'

export interface InvitationToken {
  /** what stands in the link; shown once and kept nowhere */
  token: string
  /** what the table keeps: SHA-256 in hex, enough for a value nobody can guess */
  tokenHash: string
}

export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex')

/** 32 random bytes, written so that they stand in an address. */
export function newInvitationToken(): InvitationToken {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOfToken(token) }
}
