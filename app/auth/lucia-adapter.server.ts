import { createHmac } from 'node:crypto'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import type { Db } from '~/db/db.server'
import {
  deleteSession,
  deleteSessionsExpiredBy,
  deleteSessionsOf,
  insertSession,
  prolongSession,
} from '~/db/tables/sessions.server'
import type { Role } from '~/domain/access/permissions'

/** What the table holds for a cookie's value: without the secret, neither leads to the other. */
export const sessionIdAtRest = (secret: string, cookieValue: string): string =>
  createHmac('sha256', secret).update(cookieValue).digest('hex')

export interface PersonAttributes {
  name: string
  email: string
  roles: Role[]
}

/**
 * Lucia's view of our tables, in one query a request. Sessions of suspended people are no sessions.
 * Source: decision 0006. In SQL: sessions_id_is_hashed, sessions_end_for_good.
 */
export class SessionsInPostgres implements Adapter {
  constructor(
    private readonly db: Db,
    private readonly secret: string,
    private readonly now: () => Date,
  ) {}

  async getSessionAndUser(
    cookieValue: string,
  ): Promise<[session: DatabaseSession | null, user: DatabaseUser | null]> {
    const found = await this.db
      .selectFrom('sessions as s')
      .innerJoin('people as p', 'p.id', 's.personId')
      .where('s.id', '=', sessionIdAtRest(this.secret, cookieValue))
      .where('s.endsAt', '>', this.now())
      .where('p.suspendedAt', 'is', null)
      .select(['p.id as personId', 'p.name', 'p.email', 's.expiresAt', 's.endsAt', 's.createdAt'])
      .select((eb) =>
        eb
          .selectFrom('personRoles as r')
          .whereRef('r.personId', '=', 'p.id')
          .select(({ fn }) => fn.agg<Role[]>('array_agg', ['r.role']).as('roles'))
          .as('roles'),
      )
      .executeTakeFirst()
    if (!found) return [null, null]
    const { personId, name, email, expiresAt, endsAt, createdAt } = found
    return [
      { id: cookieValue, userId: personId, expiresAt, attributes: { createdAt, endsAt } },
      { id: personId, attributes: { name, email, roles: found.roles ?? [] } },
    ]
  }

  async getUserSessions(): Promise<DatabaseSession[]> {
    throw new Error('The values of other sessions are not kept, so they cannot be listed.')
  }

  async setSession(session: DatabaseSession): Promise<void> {
    const { createdAt, endsAt } = session.attributes
    await insertSession(this.db, {
      id: sessionIdAtRest(this.secret, session.id),
      personId: session.userId,
      createdAt,
      expiresAt: session.expiresAt,
      endsAt,
    })
  }

  async updateSessionExpiration(cookieValue: string, expiresAt: Date): Promise<void> {
    await prolongSession(this.db, sessionIdAtRest(this.secret, cookieValue), expiresAt)
  }

  async deleteSession(cookieValue: string): Promise<void> {
    await deleteSession(this.db, sessionIdAtRest(this.secret, cookieValue))
  }

  async deleteUserSessions(personId: number): Promise<void> {
    await deleteSessionsOf(this.db, personId)
  }

  async deleteExpiredSessions(): Promise<void> {
    await deleteSessionsExpiredBy(this.db, this.now())
  }
}
