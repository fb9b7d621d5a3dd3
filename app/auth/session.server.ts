import { Lucia, TimeSpan } from 'lucia'
import { type Db, openDatabase } from '~/db/db.server'
import { settings } from '~/settings.server'
import { type PersonAttributes, sessionIdAtRest, SessionsInPostgres } from './lucia-adapter.server'

/** A session ends after 12 hours without a request, and after seven days whatever happens. */
const idleHours = 12
const longestDays = 7

interface Doors {
  db: Db
  lucia: ReturnType<typeof openLucia>
}

function openLucia(db: Db) {
  const { SESSION_SECRET, COOKIE_SECURE } = settings()
  return new Lucia(new SessionsInPostgres(db, SESSION_SECRET, () => new Date()), {
    sessionExpiresIn: new TimeSpan(idleHours, 'h'),
    sessionCookie: {
      name: 'waymark_session',
      // The row in the database decides when a session ends, so the cookie need not be set again.
      expires: false,
      attributes: { secure: COOKIE_SECURE === 'true', sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ name, email, roles }) => ({ name, email, roles }),
  })
}

// One pool for the process, also when the development server loads this module again.
const kept = globalThis as { waymarkDoors?: Doors }

export function doors(): Doors {
  if (!kept.waymarkDoors) {
    const db = openDatabase(settings().DATABASE_URL, settings().PG_POOL)
    kept.waymarkDoors = { db, lucia: openLucia(db) }
  }
  return kept.waymarkDoors
}

/** The value of the session cookie in a request, if it has one. */
export const sessionCookieOf = (request: Request): string | null =>
  doors().lucia.readSessionCookie(request.headers.get('Cookie') ?? '')

/** The id of the row behind the session cookie in a request, if it has one. */
export function sessionIdOf(request: Request): string | undefined {
  const value = sessionCookieOf(request)
  return value ? sessionIdAtRest(settings().SESSION_SECRET, value) : undefined
}

/** Starts a session; answers the Set-Cookie header that carries it. */
export async function startSession(personId: number): Promise<string> {
  await doors().lucia.deleteExpiredSessions()
  const createdAt = new Date()
  const endsAt = new Date(createdAt.getTime() + new TimeSpan(longestDays, 'd').milliseconds())
  const session = await doors().lucia.createSession(personId, { createdAt, endsAt })
  return doors().lucia.createSessionCookie(session.id).serialize()
}

/** Ends the session of a request; answers the Set-Cookie header that clears it. */
export async function endSession(request: Request): Promise<string> {
  const value = sessionCookieOf(request)
  if (value) await doors().lucia.invalidateSession(value)
  return doors().lucia.createBlankSessionCookie().serialize()
}

declare module 'lucia' {
  interface Register {
    Lucia: Doors['lucia']
    UserId: number
    DatabaseUserAttributes: PersonAttributes
    DatabaseSessionAttributes: { createdAt: Date; endsAt: Date }
  }
}
