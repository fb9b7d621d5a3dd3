import { expect } from 'vitest'
import { test } from '~/testing/db-test'
import { makeAction } from '~/testing/make'
import { refreshStandings } from './refresh-standings.server'

test('a day that has begun in England ends the standings of the day before', async ({ db }) => {
  await makeAction(db, { dueOn: '2026-06-09', startOn: '2026-06-01' }) // and nobody owns it
  const delivery = async () =>
    (await db.selectFrom('actionStandings').select('delivery').executeTakeFirstOrThrow()).delivery
  await refreshStandings({ db, now: new Date('2026-06-09T12:00:00Z') })
  expect(await delivery()).toBe('at-risk')
  // half past midnight in British Summer Time
  await refreshStandings({ db, now: new Date('2026-06-09T23:30:00Z') })
  expect(await delivery()).toBe('off-track')
})
