import { sql } from 'kysely'
import { expect } from 'vitest'
import { type Db, inTransaction } from '~/db/db.server'
import { insertBoardMeeting } from '~/db/tables/board-meetings.server'
import { readOn } from '~/auth/as-at.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson } from '~/testing/make'
import { preparePastDays } from './prepare-past-days.server'

const atNight = new Date('2026-11-20T02:10:00Z')

async function daysIn(db: Db, table: 'past_days' | 'past_word_days' | 'past_standings') {
  const { rows } = await sql<{ day: string }>`
    select distinct on_day::text as day from ${sql.table(table)} order by day`.execute(db)
  return rows.map(({ day }) => day)
}

async function planWithABoard(db: Db): Promise<number> {
  const begun = new Date('2026-09-15T09:00:00Z')
  const made = await inTransaction({ db, now: begun }, async (tx) => {
    const heldOn = '2026-10-14'
    const addedById = await makePerson(tx)
    await insertBoardMeeting(tx, { name: 'Board', heldOn, addedById, addedAt: begun })
    return makeAction(tx, { dueOn: '2026-10-20', startOn: '2026-09-15' }) // and nobody owns it
  })
  return made as number
}

test('the days that are likely looked at stand ready in the morning, as they were', async ({
  db,
}) => {
  const id = await planWithABoard(db)
  await preparePastDays({ db, now: atNight })
  expect(await daysIn(db, 'past_days')).toEqual(['2026-09-30', '2026-10-14', '2026-10-31'])
  expect(await daysIn(db, 'past_word_days')).toEqual(['2026-10-14', '2026-10-31'])
  const leader = await contextFor(db, 'leader')
  const delivery = (day: '2026-10-14' | '2026-10-31') =>
    readOn(leader, day, async (then) => {
      const of = then.db.selectFrom('actionStandings').where('actionId', '=', id)
      return (await of.select('delivery').executeTakeFirstOrThrow()).delivery
    })
  expect(await delivery('2026-10-14')).toBe('at-risk')
  expect(await delivery('2026-10-31')).toBe('off-track')
})
