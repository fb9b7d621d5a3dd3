import { expect } from 'vitest'
import { inTransaction, type Tx } from '~/db/db.server'
import { judgedActions } from '~/db/action-facts.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import { planFactsOn } from '~/db/plan-facts.server'
import { insertShelfLives } from '~/db/tables/shelf-lives.server'
import { actionStanding } from '~/domain/action/standing'
import { defaultShelfLives } from '~/domain/evidence/kinds'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makeEvidence, makePerson } from '~/testing/make'
import { ratingsView } from './ratings.query.server'
import { setShelfLives } from './set-shelf-lives.command.server'
import { setShelfLivesForm } from './set-shelf-lives.form'

const lives = { ...defaultShelfLives, 'case-audit': 1 }
const asked = { lives, why: 'Practice changes faster than that.', notAnIdentifier: '' }

test('what rested on it drops at once, and a past day is judged by what stood then', async ({
  db,
}) => {
  const leader = await contextFor(db, 'leader')
  const addedById = await makePerson(db)
  const long = new Date('2026-11-01T09:00:00Z')
  // Delivered long ago: nothing else makes it stand otherwise before its evidence does.
  const delivered = { dueOn: '2025-06-02', deliveredOn: '2025-06-02' }
  const begun = new Date('2025-05-01T09:00:00Z')
  const actionId = await makeAction(db, { createdAt: begun, ...delivered })
  const evidenceId = await makeEvidence(db, {
    ...{ addedById, actionIds: [actionId], addedAt: long },
    ...{ kind: 'case-audit', periodFrom: '2026-10-01', periodTo: '2026-10-10' },
  })
  await db
    .insertInto('evidenceReviews')
    .values({
      ...{ evidenceId, addedById, reviewerId: leader.actor.personId },
      ...{ reviewedAt: long, verdict: 'accepted', strength: 'output' },
    })
    .execute()
  const stale = async () => {
    const [action] = await judgedActions(db, { actionIds: [actionId] })
    return actionStanding(action!, leader.today).assurance.stale
  }
  const kept = async () => {
    await bringStandingsUpTo(leader.today, db)
    return db.selectFrom('actionStandings').select(['assurance', 'holdsUntil']).execute()
  }
  expect(await stale()).toBe(0)
  const before = await kept()
  expect(await setShelfLives(leader, asked)).toEqual({ allowed: true })
  expect(await stale()).toBe(1)
  expect(await kept()).not.toEqual(before)
  expect((await ratingsView(leader)).shelfLives).toEqual(lives)
  expect((await ratingsView(leader)).pastShelfLives).toMatchObject([
    { savedByName: leader.actor.name, why: asked.why },
  ])
  // Rows of this test are recorded at the test's own moment, so only what stood before it is asked.
  expect((await planFactsOn(db, leader.actor, '2026-11-01')).actions).toEqual([])
})

test('a past day is judged by the shelf lives of that day', async ({ db }) => {
  const leader = await contextFor(db, 'leader')
  const addedById = await makePerson(db)
  const on = (day: string, story: (tx: Tx) => Promise<unknown>) =>
    inTransaction({ db, now: new Date(`${day}T10:00:00Z`) }, story)
  let actionId = 0
  await on('2026-10-12', async (tx) => {
    actionId = await makeAction(tx, { createdAt: new Date('2026-10-12T10:00:00Z') })
    const evidenceId = await makeEvidence(tx, {
      ...{ addedById, actionIds: [actionId], addedAt: new Date('2026-10-12T10:00:00Z') },
      ...{ kind: 'case-audit', periodFrom: '2026-08-01', periodTo: '2026-08-31' },
    })
    await tx
      .insertInto('evidenceReviews')
      .values({
        ...{ evidenceId, addedById, reviewerId: leader.actor.personId },
        ...{ reviewedAt: new Date('2026-10-12T11:00:00Z') },
        ...{ verdict: 'accepted', strength: 'output' },
      })
      .execute()
  })
  const set = (validFrom: string, months: number) =>
    on(validFrom, (tx) =>
      insertShelfLives(tx, {
        ...{ validFrom: new Date(`${validFrom}T10:00:00Z`), savedById: leader.actor.personId },
        ...{ why: 'So', lives: { ...lives, 'case-audit': months } },
      }),
    )
  await set('2026-11-02', 1)
  await set('2026-11-10', 12)
  const staleOn = async (day: CalendarDate) => {
    const { actions } = await planFactsOn(db, leader.actor, day)
    const action = actions.find((one) => one.id === actionId)
    return action && actionStanding(action, day).assurance.stale
  }
  // by six months, by one, and by twelve
  expect([await staleOn('2026-11-01'), await staleOn('2026-11-05')]).toEqual([0, 1])
  expect(await staleOn('2026-11-12')).toBe(0)
})

test('they are not set by a manager, nor twice alike', async ({ db }) => {
  const leader = await contextFor(db, 'leader')
  expect((await setShelfLives(await contextFor(db, 'manager'), asked)).allowed).toBe(false)
  await setShelfLives(leader, asked)
  expect(await setShelfLives(leader, asked)).toEqual({
    allowed: false,
    because: 'These are the shelf lives that stand already.',
  })
})

test('the database refuses what breaks a rule, and changes nothing that was set', async ({
  db,
}) => {
  const savedById = (await contextFor(db, 'leader')).actor.personId
  const set = { validFrom: aFriday, savedById, why: 'So', lives }
  await expectRefusedBy(db, 'shelf_lives_say_why', () => insertShelfLives(db, { ...set, why: ' ' }))
  for (const months of [0, 37]) {
    await expectRefusedBy(db, 'shelf_lives_are_counted', () =>
      insertShelfLives(db, { ...set, lives: { ...lives, voice: months } }),
    )
  }
  const id = await insertShelfLives(db, set)
  await expectRefusedBy(db, 'shelf_lives_begin_one_at_a_time', () => insertShelfLives(db, set))
  await expectRefusedBy(db, 'shelf_lives_are_never_changed', () =>
    db.updateTable('shelfLives').set({ voice: 2 }).where('id', '=', id).execute(),
  )
})

test.each(['0', '37', 'six', ''])('“%s” months are not taken', (months) => {
  const typed = Object.fromEntries(Object.keys(lives).map((kind) => [kind, '6']))
  const read = setShelfLivesForm.safeParse({ ...typed, voice: months, why: 'So' })
  expect(read.error?.issues).toMatchObject([
    { path: ['voice'], message: 'Give months from 1 to 36.' },
  ])
})
