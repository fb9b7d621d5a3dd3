import { expect } from 'vitest'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor } from '~/testing/make'
import { addBoardMeeting } from './add-board-meeting.command.server'
import { visitsView } from './visits.query.server'

const meeting = { name: 'Improvement board', heldOn: '2026-12-03', notAnIdentifier: '' } as const

test('a board meeting is added by a manager or a leader, once a day, and listed', async ({
  db,
}) => {
  const leader = await contextFor(db, 'leader')
  expect(await addBoardMeeting(leader, meeting)).toEqual({ allowed: true })
  expect(await addBoardMeeting(leader, { ...meeting, heldOn: '2026-11-05' })).toEqual({
    allowed: true,
  })
  expect(await addBoardMeeting(leader, meeting)).toEqual({
    allowed: false,
    because: 'This meeting is in the plan already.',
  })
  const { boards } = await visitsView(leader)
  expect(boards.map(({ heldOn }) => heldOn)).toEqual(['2026-12-03', '2026-11-05'])
  const events = await db
    .selectFrom('events')
    .where('what', '=', 'board-meeting.added')
    .select('after')
    .execute()
  expect(events).toHaveLength(2)
  expect(events[0]?.after).toMatchObject({ name: 'Improvement board', heldOn: '2026-12-03' })
})

test('a board meeting is not added by a social worker, nor without a name', async ({ db }) => {
  const worker = await contextFor(db, 'practitioner')
  expect(await addBoardMeeting(worker, meeting)).toMatchObject({ allowed: false })
  const { personId } = worker.actor
  await expectRefusedBy(db, 'board_meetings_have_a_name', () =>
    db
      .insertInto('boardMeetings')
      .values({ name: ' ', heldOn: '2026-12-03', addedById: personId, addedAt: worker.now })
      .execute(),
  )
})
