import {
  type Actor,
  may,
  nothingChanges,
  type Permission,
  type Role,
} from '~/domain/access/permissions'
import { calendarDate, type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { type Db, isDatabaseGone } from '~/db/db.server'
import { paths } from '~/paths'
import { now } from './clock.server'
import { keptForm } from './kept-form.server'
import { doors, sessionCookieOf } from './session.server'

/** What every command and query of a request is given: the plan, who acts, and when. */
export interface Context {
  db: Db
  actor: Actor & { name: string; email: string; roles: readonly Role[] }
  now: Date
  /** the day of `now` in England */
  today: CalendarDate
  /** the past day that is looked at: `db` answers with its rows, `now` is its end (as-at.server.ts) */
  asAt?: CalendarDate
}

/** What a route's loader or action is called with, as far as signing in is concerned. */
export interface Asked {
  request: Request
  /** one object for each request; remembers who asks, so that the loaders of a page ask once */
  context: object
}

const known = new WeakMap<object, Promise<Context | undefined>>()

/** Who asks, if they are signed in. Reads the session once for each request. */
export function contextOf({ request, context }: Asked): Promise<Context | undefined> {
  const remembered = known.get(context)
  if (remembered) return remembered
  const asked = readContext(request)
  known.set(context, asked)
  return asked
}

async function readContext(request: Request): Promise<Context | undefined> {
  const cookie = sessionCookieOf(request)
  if (!cookie) return undefined
  const { db, lucia } = doors()
  const { user } = await lucia.validateSession(cookie)
  if (!user) return undefined
  const moment = now()
  return {
    db,
    actor: { personId: user.id, name: user.name, email: user.email, roles: user.roles },
    now: moment,
    today: calendarDateIn(moment, 'Europe/London'),
  }
}

/** The day that an address asks for by ?on=, as it stands there. */
export const dayIn = ({ url }: Request): string | undefined =>
  new URL(url).searchParams.get('on') ?? undefined

/**
 * The context of a signed-in person who may do `permission`, now. A page or a form that can be seen as
 * at a past day asks by readAsAsked instead (as-at.server.ts).
 *
 * @throws Response as contextForReading; 409 for a form and 404 for a page that is asked for as at a past day
 */
export async function requireContext(asked: Asked, permission: Permission): Promise<Context> {
  const context = await contextForReading(asked, permission)
  const day = dayIn(asked.request)
  if (day === undefined) return context
  if (isForm(asked.request)) {
    throw Response.json(nothingChanges(calendarDate(day)), { status: 409 })
  }
  throw Response.json({ because: 'This page tells of today only.' }, { status: 404 })
}

const isForm = ({ method }: Request): boolean => method !== 'GET' && method !== 'HEAD'

/**
 * The context of a signed-in person who may do `permission`.
 *
 * @throws Response a redirect to the sign-in page (or, for a form, 401 with what was typed); 404 where
 * the person may not: what one may not do is not there; 503 with what was typed while Postgres is gone
 */
export async function contextForReading(asked: Asked, permission: Permission): Promise<Context> {
  let context: Context | undefined
  try {
    context = await contextOf(asked)
  } catch (error) {
    if (!isDatabaseGone(error)) throw error
    throw Response.json(isForm(asked.request) ? await keptForm(asked.request) : null, {
      status: 503,
      headers: { 'Retry-After': '10' },
    })
  }
  if (!context) {
    if (isForm(asked.request)) throw Response.json(await keptForm(asked.request), { status: 401 })
    const { pathname, search } = new URL(asked.request.url)
    throw new Response(null, {
      status: 302,
      headers: { Location: paths.signIn(pathname + search) },
    })
  }
  if (!may(context.actor, permission).allowed) throw notThere()
  return context
}

/** What a person may not see and what does not exist are answered alike. */
export const notThere = (): Response => new Response('Not found', { status: 404 })
