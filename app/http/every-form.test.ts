/** Whatever a form would change, it changes nothing of a past day: every route that takes one says so. */
import type { ActionFunction, AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doors, startSession } from '~/auth/session.server'
import type { Db } from '~/db/db.server'
import { nothingChanges, roles } from '~/domain/access/permissions'
import { makePerson } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'

// The doors of a process open on one database, so this test has one of its own.
let db: Db
let cookie: string
beforeAll(async () => {
  process.env.DATABASE_URL = await ownDatabase('forms')
  process.env.SESSION_SECRET = 'a secret of the tests, long enough to be one'
  db = doors().db
  const everything = await makePerson(db, { roles: [...roles] })
  cookie = (await startSession(everything)).split(';')[0]!
})
afterAll(() => db.destroy())

/** What nobody need be signed in for: it is no part of the plan, and has no past. */
const forAnybody = ['invitations.$token', 'login', 'logout']

const modules = import.meta.glob<{ action?: ActionFunction }>('../routes/*.{ts,tsx}')

test('no form is taken as at a past day, whoever sends it and wherever', async () => {
  const refusal = nothingChanges('2026-05-15')
  let tried = 0
  for (const [file, load] of Object.entries(modules)) {
    const route = file.replace(/^.*\/|\.tsx?$/g, '')
    const { action } = await load()
    if (!action || forAnybody.includes(route)) continue
    tried += 1
    const answer: unknown = await Promise.resolve()
      .then(() =>
        action({
          request: new Request('https://plan.example/somewhere?on=2026-05-15', {
            method: 'POST',
            headers: { Cookie: cookie },
            body: new URLSearchParams(),
          }),
          // whatever its address names
          params: new Proxy({}, { get: () => '1' }),
          context: {} as AppLoadContext,
        }),
      )
      .catch((thrown: unknown) => thrown)
    expect(answer, route).toBeInstanceOf(Response)
    const { status } = answer as Response
    expect([route, status, await (answer as Response).json()]).toEqual([route, 409, refusal])
  }
  expect(tried).toBeGreaterThan(50)
}, 120_000)
