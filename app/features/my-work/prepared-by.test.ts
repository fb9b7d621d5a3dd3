import { expect } from 'vitest'
import { insertBoardDecisionEnding } from '~/db/tables/board-decision-endings.server'
import { insertBoardDecision } from '~/db/tables/board-decisions.server'
import { insertBoardMeeting } from '~/db/tables/board-meetings.server'
import { insertChecklistCompletion } from '~/db/tables/checklist-completions.server'
import { insertChecklistItem } from '~/db/tables/checklist-items.server'
import { insertVisit, recordVisitHeld } from '~/db/tables/visits.server'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeInspection, makePerson } from '~/testing/make'
import { myWorkView } from './my-work.query.server'

test.for(['practitioner', 'leader'] as const)(
  'what stands on the name of a %s in a checklist comes to their start page, until it is done',
  async (role, { db }) => {
    const context = await contextFor(db, role)
    const manager = await makePerson(db, { name: 'Grace Holloway', roles: ['manager'] })
    const visitId = await insertVisit(db, {
      inspectionId: await makeInspection(db),
      kind: 'monitoring-visit',
      expectedFrom: '2026-12-08',
      expectedTo: '2026-12-09',
      plannedById: manager,
      plannedAt: aFriday,
    })
    const item = (ownerId: number) =>
      insertChecklistItem(db, {
        visitId,
        what: 'Print twelve case records',
        ownerId,
        dueOn: '2026-12-01',
        addedById: manager,
        addedAt: aFriday,
      })
    const itemId = await item(context.actor.personId)
    await item(manager)

    const asked = async () => (await myWorkView(context)).asked?.now ?? []
    expect(await asked()).toMatchObject([
      {
        kind: 'visit',
        what: 'Print twelve case records',
        about: { title: 'the monitoring visit expected 8 December 2026' },
        dueOn: '2026-12-01',
        why: 'Grace Holloway put it on the checklist on 20 November 2026, with your name beside it.',
      },
    ])
    await insertChecklistCompletion(db, {
      ...{ itemId, round: 1 },
      ...{ doneById: manager, doneAt: aFriday },
    })
    expect(await asked()).toEqual([])
  },
)

test('nothing is asked for a visit that was held', async ({ db }) => {
  const context = await contextFor(db, 'manager')
  const by = context.actor.personId
  const visitId = await insertVisit(db, {
    inspectionId: await makeInspection(db),
    kind: 'monitoring-visit',
    expectedFrom: '2026-11-10',
    expectedTo: '2026-11-10',
    plannedById: by,
    plannedAt: aFriday,
  })
  await insertChecklistItem(db, {
    ...{ visitId, what: 'Rooms', ownerId: by, dueOn: null },
    ...{ addedById: by, addedAt: aFriday },
  })
  const asked = async () => (await myWorkView(context)).asked?.now
  expect(await asked()).toMatchObject([{ what: 'Rooms', dueOn: '2026-11-10' }])
  await recordVisitHeld(db, visitId, {
    ...{ heldFrom: '2026-11-10', heldTo: '2026-11-10' },
    ...{ leadInspector: '', letterPublished: null },
  })
  expect(await asked()).toEqual([])
})

test('what the board decided stands with whoever sees to it, until it has ended', async ({
  db,
}) => {
  const leader = await contextFor(db, 'leader')
  const by = leader.actor.personId
  const meetingId = await insertBoardMeeting(db, {
    ...{ name: 'Improvement board', heldOn: '2026-11-05' },
    ...{ addedById: by, addedAt: aFriday },
  })
  const decisionId = await insertBoardDecision(db, {
    ...{ meetingId, words: 'Name every team without a manager.', ownerId: by },
    ...{ dueOn: '2026-12-01', writtenById: by, writtenAt: aFriday },
  })
  const asked = async () => (await myWorkView(leader)).asked?.now
  expect(await asked()).toMatchObject([
    {
      kind: 'decision',
      what: 'Name every team without a manager.',
      about: { title: 'the improvement board' },
      why: 'Improvement board decided it on 5 November 2026, with your name beside it.',
    },
  ])
  await insertBoardDecisionEnding(db, {
    ...{ decisionId, ending: 'done', words: '' },
    ...{ endedById: by, endedAt: aFriday },
  })
  expect(await asked()).toBeUndefined()
})
