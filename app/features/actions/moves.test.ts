import { describe, expect } from 'vitest'
import type { Tx } from '~/db/db.server'
import { insertBoardMeeting } from '~/db/tables/board-meetings.server'
import { insertMovesOfOldPlan } from '~/db/tables/due-date-changes.server'
import { insertDueDateLimits } from '~/db/tables/due-date-limits.server'
import { defaultDueDateSettings } from '~/domain/action/due-date-change'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson } from '~/testing/make'
import { actionView } from './action.query.server'
import { askForDueDate } from './ask-for-due-date.command.server'
import { askForDueDateView } from './ask-for-due-date.query.server'
import { movesIn, movesView } from './moves.query.server'

const at = (day: string) => new Date(`${day}T10:00:00Z`)

async function board(db: Tx, heldOn: `${number}-${number}-${number}`) {
  const addedById = await makePerson(db)
  await insertBoardMeeting(db, {
    ...{ name: 'Improvement board', heldOn, addedById, addedAt: at('2026-01-05') },
  })
}

async function move(db: Tx, day: string, from: string, to: string) {
  const actionId = await makeAction(db, { title: `Moved on ${day}`, dueOn: from })
  const manager = await contextFor(db, 'manager', at(day))
  const asked = { toOn: to as '2026-01-01', reason: 'The trainer fell ill.', notAnIdentifier: '' }
  expect(await askForDueDate(manager, actionId, asked)).toEqual({ allowed: true })
  return actionId
}

const everything = { since: undefined, onlyLate: false, before: undefined }

describe('the dates that moved', () => {
  test('are told since the last checkpoint, the late moves marked', async ({ db }) => {
    await board(db, '2026-09-03')
    await board(db, '2026-11-05')
    await board(db, '2026-12-03')
    await move(db, '2026-10-02', '2026-10-30', '2026-11-06')
    await move(db, '2026-11-10', '2026-11-30', '2026-12-04')
    await move(db, '2026-11-18', '2026-11-16', '2026-11-30')
    const leader = await contextFor(db, 'leader', at('2026-11-20'))
    const view = await movesView(leader, everything)
    expect(view).toMatchObject({
      since: '2026-11-05',
      checkpoint: { title: 'the improvement board' },
      counts: { all: 2, late: 1, waiting: 0, refused: 0 },
      next: null,
    })
    expect(view.moves.map(({ title, lateMove }) => [title, lateMove])).toEqual([
      ['Moved on 2026-11-18', ['Asked for 2 days after the date had passed.']],
      ['Moved on 2026-11-10', []],
    ])
    expect(view.checkpoints.map(({ on }) => on)).toEqual(['2026-11-05', '2026-09-03'])
  })

  test('are told since any day, that day included, and the late ones alone', async ({ db }) => {
    await move(db, '2026-10-02', '2026-10-30', '2026-11-06')
    await move(db, '2026-10-02', '2026-10-01', '2026-10-20')
    const leader = await contextFor(db, 'leader', at('2026-11-20'))
    const since = { ...everything, since: '2026-10-02' } as const
    expect((await movesView(leader, since)).counts).toMatchObject({ all: 2, late: 1 })
    const late = await movesView(leader, { ...since, onlyLate: true })
    expect(late.moves).toHaveLength(1)
    expect(late.counts.all).toBe(2)
    expect((await movesView(leader, { ...everything, since: '2026-10-03' })).moves).toEqual([])
    expect((await movesView(leader, everything)).since).toBeNull()
  })

  test('count what was asked before and decided since', async ({ db }) => {
    const actionId = await makeAction(db, { dueOn: '2026-12-18' })
    const askedById = await makePerson(db)
    const decidedById = await makePerson(db)
    await db
      .insertInto('dueDateChanges')
      .values({
        ...{ actionId, fromOn: '2026-12-18', toOn: '2027-03-01', reason: 'Recruiting' },
        ...{ askedById, askedAt: at('2026-10-01'), agreementNeeded: ['It is far.'] },
        ...{ decision: 'refused', decidedById, decidedAt: at('2026-11-10') },
        decisionReason: 'The visit is in February.',
      })
      .execute()
    const leader = await contextFor(db, 'leader', at('2026-11-20'))
    const view = await movesView(leader, { ...everything, since: '2026-11-01' })
    expect(view.counts).toEqual({ all: 1, late: 0, waiting: 0, refused: 1 })
    expect(view.moves[0]).toMatchObject({ decision: 'refused', askedOn: '2026-10-01' })
  })

  test('leave out what had moved in an old plan, but among all there ever were', async ({ db }) => {
    const actionId = await makeAction(db, { dueOn: '2026-12-18' })
    const manager = await contextFor(db, 'manager', at('2026-11-10'))
    await insertMovesOfOldPlan(db, [
      {
        ...{ actionId, fromOn: '2026-06-30', toOn: '2026-12-18', reason: 'Revised there' },
        ...{ askedById: manager.actor.personId, askedAt: manager.now },
      },
    ])
    const leader = await contextFor(db, 'leader', at('2026-11-20'))
    const since = await movesView(leader, { ...everything, since: '2026-11-01' })
    expect([since.counts.all, since.moves]).toEqual([0, []])
    const ever = await movesView(leader, everything)
    expect(ever.moves).toMatchObject([{ inOldPlan: true, askedByName: manager.actor.name }])
    const action = await actionView(leader, actionId)
    expect(action?.moves).toMatchObject([{ inOldPlan: true, fromOn: '2026-06-30' }])
  })

  test('that moved in an old plan wait for nobody', async ({ db }) => {
    const actionId = await makeAction(db, { dueOn: '2026-12-18' })
    const move = db.insertInto('dueDateChanges').values({
      ...{ actionId, fromOn: '2026-06-30', toOn: '2026-12-18', reason: 'Revised there' },
      ...{ askedById: await makePerson(db), askedAt: at('2026-11-10'), inOldPlan: true },
    })
    await expectRefusedBy(db, 'due_date_changes_of_an_old_plan_took_effect_there', () =>
      move.execute(),
    )
  })

  test('go on page by page', async ({ db }) => {
    const actionId = await makeAction(db, { dueOn: '2026-12-18' })
    const askedById = await makePerson(db)
    await db
      .insertInto('dueDateChanges')
      .values(
        Array.from({ length: 53 }, () => ({
          ...{ actionId, fromOn: '2026-12-18', toOn: '2026-12-21', reason: 'A day off' },
          ...{ askedById, askedAt: at('2026-11-10'), decision: 'not-needed' },
          decidedAt: at('2026-11-10'),
        })),
      )
      .execute()
    const leader = await contextFor(db, 'leader', at('2026-11-20'))
    const first = await movesView(leader, everything)
    expect([first.moves.length, first.counts.all]).toEqual([50, 53])
    const second = await movesView(leader, { ...everything, before: first.next! })
    expect([second.moves.length, second.next]).toEqual([3, null])
  })

  test.each([
    ['since=2026-10-02&only=late&before=7', { since: '2026-10-02', onlyLate: true, before: 7 }],
    ['since=soon&only=all&before=x', { since: undefined, onlyLate: false, before: undefined }],
  ])('are asked for by %s', (query, asked) => {
    expect(movesIn(new URLSearchParams(query))).toEqual(asked)
  })
})

describe('a new date', () => {
  test('is a late move just before a board meeting, as before a visit', async ({ db }) => {
    await board(db, '2026-12-03')
    const actionId = await makeAction(db, { dueOn: '2026-12-18' })
    const manager = await contextFor(db, 'manager', at('2026-11-30'))
    expect((await askForDueDateView(manager, actionId))?.lateMove).toEqual([
      'Asked for 3 days before the improvement board (3 December 2026).',
    ])
  })

  test('waits by the limits of its day', async ({ db }) => {
    const savedById = await makePerson(db)
    await insertDueDateLimits(db, {
      ...{ validFrom: at('2026-11-15'), savedById, why: 'Tighter' },
      limits: { ...defaultDueDateSettings, workingDaysWithoutAgreement: 2 },
    })
    const changeOf = async (actionId: number) =>
      db
        .selectFrom('dueDateChanges')
        .where('actionId', '=', actionId)
        .select(['decision', 'agreementNeeded'])
        .executeTakeFirstOrThrow()
    const before = await move(db, '2026-11-10', '2026-12-01', '2026-12-09')
    expect(await changeOf(before)).toMatchObject({ decision: 'not-needed' })
    const after = await move(db, '2026-11-16', '2026-12-01', '2026-12-09')
    expect(await changeOf(after)).toEqual({
      decision: null,
      agreementNeeded: ['It puts the date 6 working days after the original; the limit is 2.'],
    })
  })
})
