import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAt, openDatabase, type Db } from '~/db/db.server'
import { recordedMeasures } from '~/db/measure-facts.server'
import { planFacts } from '~/db/plan-facts.server'
import { sinceVisit } from '~/db/since-visit.server'
import { allVisits } from '~/db/tables/visits.server'
import type { Actor } from '~/domain/access/permissions'
import { visitAhead, visitBefore } from '~/domain/plan/visits'
import { ownDatabase } from '~/testing/own-database'
import { type LargePlan, planOf, seedLarge } from './seed-large.server'

const manager: Actor = { personId: 1, roles: ['manager'] }
const now = new Date('2026-11-26T10:00:00Z')
const today = '2026-11-26'
let storage: string
let db: Db
let made: LargePlan

beforeAll(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'waymark-large-'))
  Object.assign(process.env, {
    STORAGE_DIR: storage,
    SESSION_SECRET: 'a secret of the tests, long enough for them',
    DATABASE_URL: 'postgres://not.used',
  })
  db = openDatabase(await ownDatabase('large'), 2)
  made = await seedLarge(db, { plan: planOf(100), now, argon2id: undefined })
})
afterAll(async () => {
  await db?.destroy()
  await rm(storage, { recursive: true, force: true })
})

test('what is told of it is what is in it, and that is what was asked for', async () => {
  expect(made).toEqual(planOf(100))
  const { count } = await db
    .selectFrom('updates')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(made.updates).toBe(count)
})

test('the plan that is measured has a visit ahead and one that was held, since which it moved', async () => {
  const visits = await allVisits(db)
  expect(visitAhead(visits, today)?.expectedFrom).toBe('2027-01-05')
  expect(visitBefore(visits, today)?.heldTo).toBe('2026-09-02')

  const plan = await planFacts(db, manager, today)
  const since = await sinceVisit(db, manager, { visits, before: today, now: plan })
  expect(plan.actions).toHaveLength(100)
  expect(since?.changes.worse).toBeGreaterThan(0)
  expect(since?.changes.better).toBeGreaterThan(0)
})

test('its measures have three years of figures, known month by month', async () => {
  const now = await recordedMeasures(db)
  expect(now).toHaveLength(4)
  expect(now.map(({ points }) => points.length)).toEqual([36, 36, 36, 36])

  const then = await asAt(db, new Date('2026-09-01T10:00:00Z'), (tx) => recordedMeasures(tx))
  expect(then[0]!.points).toHaveLength(33)
  expect(then[0]!.points).toEqual(now[0]!.points.slice(0, 33))
})
