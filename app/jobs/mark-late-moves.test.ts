import { expect } from 'vitest'
import { insertBoardMeeting } from '~/db/tables/board-meetings.server'
import { test } from '~/testing/db-test'
import { makeAction, makePerson } from '~/testing/make'
import { markEarlierLateMoves } from './mark-late-moves.server'

test('a move is late by a meeting that was entered while nothing marked moves, since its own day', async ({
  db,
}) => {
  const personId = await makePerson(db)
  const askedAt = new Date('2026-11-18T10:00:00Z')
  await db
    .insertInto('dueDateChanges')
    .values({
      ...{ actionId: await makeAction(db, { dueOn: '2027-03-01' }), reason: 'Ill' },
      ...{ fromOn: '2026-12-18', toOn: '2027-03-01', askedById: personId, askedAt },
      ...{ decision: 'not-needed', decidedAt: askedAt },
    })
    .execute()
  const addedAt = new Date('2026-11-20T10:00:00Z')
  const board = { name: 'Improvement board', heldOn: '2026-11-25' } as const
  await insertBoardMeeting(db, { ...board, addedById: personId, addedAt })
  await markEarlierLateMoves({ db, now: new Date('2026-12-01T02:00:00Z') })
  const marked = await db.selectFrom('dueDateChanges').select('lateSince').executeTakeFirst()
  expect(marked?.lateSince).toEqual([
    'Asked for 7 days before the improvement board (25 November 2026), which is known here since 20 November 2026.',
  ])
})
