import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '~/db/db.server'
import { makePerson } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { contextOf, requireContext } from './context.server'
import { sessionIdAtRest } from './lucia-adapter.server'
import { doors, endSession, sessionIdOf, startSession } from './session.server'

// The doors of a process open on one database, so these tests have one of their own.
const secret = 'a secret of the tests, long enough to be one'
let db: Db

beforeAll(async () => {
  process.env.DATABASE_URL = await ownDatabase('doors')
  process.env.SESSION_SECRET = secret
  process.env.COOKIE_SECURE = 'true'
  db = doors().db
})
afterAll(() => db.destroy())

let personId: number
beforeEach(async () => {
  personId = await makePerson(db, { name: 'Amara Osei', roles: ['practitioner', 'manager'] })
})

const hours = 3_600_000
const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds)

async function signedIn() {
  const header = await startSession(personId)
  const cookie = header.split(';')[0]!
  const value = cookie.split('=')[1]!
  return { header, cookie, value }
}

const asked = (cookie: string | undefined, url = '/actions', init: RequestInit = {}) => ({
  request: new Request(`https://plan.example${url}`, {
    ...init,
    headers: { ...init.headers, ...(cookie ? { Cookie: cookie } : {}) },
  }),
  context: {},
})

const rowOf = (value: string) =>
  db
    .selectFrom('sessions')
    .where('id', '=', sessionIdAtRest(secret, value))
    .selectAll()
    .executeTakeFirst()

async function thrownBy(attempt: Promise<unknown>): Promise<Response> {
  const thrown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Response)) throw new Error(`Expected a Response, not ${String(thrown)}`)
  return thrown
}

describe('a session', () => {
  test('is carried by a cookie that scripts and other sites do not get', async () => {
    const { header } = await signedIn()
    expect(header).toMatch(/^waymark_session=[a-z0-9]{20,}; /)
    expect(header).toMatch(/HttpOnly/)
    expect(header).toMatch(/Secure/)
    expect(header).toMatch(/SameSite=Lax/)
    expect(header).toMatch(/Path=\//)
  })

  test('is kept only as a keyed hash of the cookie’s value', async () => {
    const { value } = await signedIn()
    const kept = await db.selectFrom('sessions').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(value)
    expect(kept.map((row) => row.id)).toContain(sessionIdAtRest(secret, value))
    expect(sessionIdAtRest('another secret, just as long as it', value)).not.toBe(
      sessionIdAtRest(secret, value),
    )
  })

  test('says who asks, with all their roles', async () => {
    const { cookie } = await signedIn()
    const context = await contextOf(asked(cookie))
    expect(context?.actor.personId).toBe(personId)
    expect(context?.actor.name).toBe('Amara Osei')
    expect([...(context?.actor.roles ?? [])].sort()).toEqual(['manager', 'practitioner'])
  })

  test('is known by its row to whoever asks', async () => {
    const { cookie, value } = await signedIn()
    expect(sessionIdOf(asked(cookie).request)).toBe(sessionIdAtRest(secret, value))
    expect(sessionIdOf(asked(undefined).request)).toBeUndefined()
  })

  test('ends after twelve hours without a request', async () => {
    const { cookie, value } = await signedIn()
    const row = await rowOf(value)
    expect(row!.expiresAt.getTime() - row!.createdAt.getTime()).toBeGreaterThan(11.9 * hours)
    expect(row!.expiresAt.getTime() - row!.createdAt.getTime()).toBeLessThan(12.1 * hours)
    await db
      .updateTable('sessions')
      .set({ expiresAt: fromNow(-1000) })
      .where('personId', '=', personId)
      .execute()
    expect(await contextOf(asked(cookie))).toBeUndefined()
  })

  test('runs on while it is used, but never past its last day', async () => {
    const { cookie, value } = await signedIn()
    const endsAt = fromNow(2 * hours)
    await db
      .updateTable('sessions')
      .set({ expiresAt: fromNow(1 * hours), endsAt })
      .where('personId', '=', personId)
      .execute()
    expect(await contextOf(asked(cookie))).toBeDefined()
    expect((await rowOf(value))!.expiresAt).toEqual(endsAt)
  })

  test('ends for good after seven days, however it was used', async () => {
    const { cookie, value } = await signedIn()
    const row = await rowOf(value)
    expect(row!.endsAt.getTime() - row!.createdAt.getTime()).toBe(7 * 24 * hours)
    await db
      .updateTable('sessions')
      .set({ expiresAt: fromNow(-1), endsAt: fromNow(-1) })
      .where('personId', '=', personId)
      .execute()
    expect(await contextOf(asked(cookie))).toBeUndefined()
  })

  test('of a suspended person is none', async () => {
    const { cookie } = await signedIn()
    await db
      .updateTable('people')
      .set({ suspendedAt: new Date() })
      .where('id', '=', personId)
      .execute()
    expect(await contextOf(asked(cookie))).toBeUndefined()
  })

  test('ends when its person signs out, and the cookie is cleared', async () => {
    const { cookie, value } = await signedIn()
    expect(await endSession(asked(cookie).request)).toMatch(/^waymark_session=;.*Max-Age=0/)
    expect(await rowOf(value)).toBeUndefined()
    expect(await contextOf(asked(cookie))).toBeUndefined()
  })

  test.each(['waymark_session=', 'waymark_session=nothing-like-one', 'other=1', undefined])(
    'is not made by the cookie %s',
    async (cookie) => {
      expect(await contextOf(asked(cookie))).toBeUndefined()
    },
  )

  test('that has ended is removed when somebody next signs in', async () => {
    const { value } = await signedIn()
    await db
      .updateTable('sessions')
      .set({ expiresAt: fromNow(-1) })
      .where('personId', '=', personId)
      .execute()
    await signedIn()
    expect(await rowOf(value)).toBeUndefined()
  })
})

describe('a page', () => {
  test('sends somebody who is not signed in to the door, and remembers where they were going', async () => {
    const answer = await thrownBy(requireContext(asked(undefined, '/actions?area=x'), 'plan.read'))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('/login?to=%2Factions%3Farea%3Dx')
  })

  test('is not there for somebody who may not see it', async () => {
    const { cookie } = await signedIn()
    expect((await thrownBy(requireContext(asked(cookie), 'people.manage'))).status).toBe(404)
  })

  test('opens for somebody who may', async () => {
    const { cookie } = await signedIn()
    const { actor } = await requireContext(asked(cookie), 'action.edit')
    expect(actor.personId).toBe(personId)
  })
})

describe('a form sent after the session ended', () => {
  const form = (body: BodyInit, type?: string) =>
    asked(undefined, '/actions/7/updates/new?from=mine', {
      method: 'POST',
      body,
      ...(type ? { headers: { 'Content-Type': type } } : {}),
    })

  test('comes back with all that was typed', async () => {
    const typed = new URLSearchParams([
      ['words', 'The protocol is drafted; two teams have tried it.'],
      ['areas[]', 'a'],
      ['areas[]', 'b'],
      ['empty', ''],
    ])
    const answer = await thrownBy(requireContext(form(typed), 'update.post'))
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      path: '/actions/7/updates/new?from=mine',
      fields: [
        ['words', 'The protocol is drafted; two teams have tried it.'],
        ['areas[]', 'a'],
        ['areas[]', 'b'],
        ['empty', ''],
      ],
      filesLost: false,
    })
  })

  test('says that a file has to be chosen again', async () => {
    const typed = new FormData()
    typed.set('shows', 'Nine of twelve files were signed by both.')
    typed.set('file', new File(['x'.repeat(300_000)], 'audit.pdf'))
    const answer = await thrownBy(requireContext(form(typed), 'evidence.add'))
    expect(await answer.json()).toMatchObject({
      fields: [['shows', 'Nine of twelve files were signed by both.']],
      filesLost: true,
    })
  })

  test('keeps no password', async () => {
    const typed = new URLSearchParams({ currentPassword: 'a b c', newPassword: 'd e f', x: '1' })
    const answer = await thrownBy(requireContext(form(typed), 'plan.read'))
    expect(await answer.json()).toMatchObject({ fields: [['x', '1']] })
  })

  test.each([
    ['nothing that is a form', '{"words":"x"}', 'application/json'],
    ['a broken form', 'not a form at all', 'multipart/form-data; boundary=x'],
  ])('is empty where it was %s', async (_what, body, type) => {
    const answer = await thrownBy(requireContext(form(body, type), 'update.post'))
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ fields: [], filesLost: false })
  })

  test('keeps no more than a person types', async () => {
    const typed = new URLSearchParams({ words: 'short', flood: 'x'.repeat(2_200_000) })
    const answer = await thrownBy(requireContext(form(typed), 'update.post'))
    const { fields } = (await answer.json()) as { fields: [string, string][] }
    expect(fields[0]).toEqual(['words', 'short'])
    expect(JSON.stringify(fields).length).toBeLessThan(2_200_000)
  })
})
