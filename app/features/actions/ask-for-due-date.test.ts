import { describe, expect } from 'vitest'
import type { Db } from '~/db/db.server'
import { test } from '~/testing/db-test'
import {
  aFriday,
  contextFor,
  makeAction,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { askForDueDate } from './ask-for-due-date.command.server'
import { askForDueDateView } from './ask-for-due-date.query.server'

const asked = { toOn: '2027-01-15', reason: 'Two auditors left', notAnIdentifier: '' } as const

const dueDateOf = (db: Db, id: number) =>
  db
    .selectFrom('actions')
    .where('id', '=', id)
    .select(['dueOn', 'originalDueOn'])
    .executeTakeFirstOrThrow()

const changesOf = (db: Db, id: number) =>
  db.selectFrom('dueDateChanges').where('actionId', '=', id).orderBy('id').selectAll().execute()

const eventsOf = async (db: Db, id: number) =>
  (
    await db
      .selectFrom('events')
      .where('subjectId', '=', id)
      .where('subjectKind', '=', 'action')
      .orderBy('id')
      .select('what')
      .execute()
  ).map(({ what }) => what)

describe('a new due date within the council’s limit', () => {
  test('takes effect at once, keeps the original, and is recorded', async ({ db }) => {
    const practitioner = await contextFor(db, 'practitioner')
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    const view = await askForDueDateView(practitioner, id)
    expect(view).toMatchObject({
      decision: { allowed: true },
      waitsBecause: [],
      atOnceUpTo: '2027-01-20',
      lateMove: [],
    })
    expect(await askForDueDate(practitioner, id, asked)).toEqual({ allowed: true })
    expect(await dueDateOf(db, id)).toEqual({ dueOn: '2027-01-15', originalDueOn: '2026-12-18' })
    expect(await changesOf(db, id)).toMatchObject([
      {
        fromOn: '2026-12-18',
        toOn: '2027-01-15',
        reason: 'Two auditors left',
        askedById: practitioner.actor.personId,
        decision: 'not-needed',
        agreementNeeded: [],
        lateMove: [],
      },
    ])
    expect(await eventsOf(db, id)).toEqual(['action.due-date-changed'])
  })
})

describe('a new due date beyond the council’s limit', () => {
  test('waits for a leader, and says why, before and after it is asked for', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const recommendationId = await makeRecommendation(db, { kind: 'area-for-priority-action' })
    const id = await makeAction(db, {
      dueOn: '2026-12-18',
      recommendationIds: [recommendationId],
    })
    expect((await askForDueDateView(manager, id))?.waitsBecause).toEqual([
      'It answers an area for priority action.',
    ])
    expect(await askForDueDate(manager, id, { ...asked, toOn: '2027-03-01' })).toEqual({
      allowed: true,
    })
    expect(await dueDateOf(db, id)).toEqual({ dueOn: '2026-12-18', originalDueOn: '2026-12-18' })
    expect(await changesOf(db, id)).toMatchObject([
      {
        decision: null,
        agreementNeeded: [
          'It answers an area for priority action.',
          'It puts the date 48 working days after the original; the limit is 20.',
        ],
      },
    ])
    expect(await eventsOf(db, id)).toEqual(['action.due-date-asked'])
  })

  test('waits though the link to the priority action was taken away first', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const recommendationId = await makeRecommendation(db, { kind: 'area-for-priority-action' })
    const id = await makeAction(db, {
      dueOn: '2026-12-18',
      recommendationIds: [recommendationId],
    })
    await db.deleteFrom('actionRecommendations').where('actionId', '=', id).execute()
    await askForDueDate(manager, id, { ...asked, toOn: '2026-12-22' })
    expect(await dueDateOf(db, id)).toMatchObject({ dueOn: '2026-12-18' })
    expect((await changesOf(db, id))[0]).toMatchObject({
      decision: null,
      agreementNeeded: ['It answered an area for priority action before.'],
    })
  })

  test('waits where it is the second change', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    await askForDueDate(manager, id, { ...asked, toOn: '2026-12-22' })
    await askForDueDate(manager, id, { ...asked, toOn: '2026-12-23' })
    expect(await dueDateOf(db, id)).toEqual({ dueOn: '2026-12-22', originalDueOn: '2026-12-18' })
    expect((await changesOf(db, id))[1]).toMatchObject({
      decision: null,
      agreementNeeded: ['It is the second change of this date.'],
    })
  })
})

test('a move after the date has passed, or in the last week before a visit, is marked', async ({
  db,
}) => {
  const manager = await contextFor(db, 'manager')
  await db
    .insertInto('visits')
    .values({
      inspectionId: await makeInspection(db),
      kind: 'monitoring-visit',
      expectedFrom: '2026-11-24',
      expectedTo: '2026-11-25',
      plannedById: manager.actor.personId,
      plannedAt: aFriday,
    })
    .execute()
  const id = await makeAction(db, { dueOn: '2026-11-10' })
  const late = [
    'Asked for 10 days after the date had passed.',
    'Asked for 4 days before the monitoring visit (24 November 2026).',
  ]
  expect((await askForDueDateView(manager, id))?.lateMove).toEqual(late)
  await askForDueDate(manager, id, { ...asked, toOn: '2026-12-01' })
  expect((await changesOf(db, id))[0]?.lateMove).toEqual(late)
})

describe('a new due date is not asked for', () => {
  test.for([
    ['by an observer', 'observer', {}, {}, 'Only a social worker or a manager can do this.'],
    ['in the past', 'manager', {}, { toOn: '2026-11-19' }, '19 November 2026 has already passed.'],
    ['to stay', 'manager', {}, { toOn: '2026-12-18' }, 'It is already due on 18 December 2026.'],
    ['without a reason', 'manager', {}, { reason: ' ' }, 'Say why the date must change.'],
    [
      'where there is none yet',
      'manager',
      { dueOn: null },
      {},
      'This action has no due date yet: set one first.',
    ],
    [
      'of what is delivered',
      'manager',
      { deliveredOn: '2026-11-02' },
      {},
      'This action is delivered, so its due date stays.',
    ],
    [
      'before it starts',
      'manager',
      { startOn: '2026-12-10' },
      { toOn: '2026-12-01' },
      'The action does not start until 10 December 2026.',
    ],
  ] as const)('%s', async ([, role, columns, change, because], { db }) => {
    const id = await makeAction(db, { dueOn: '2026-12-18', ...columns })
    const context = await contextFor(db, role)
    expect(await askForDueDate(context, id, { ...asked, ...change })).toMatchObject({
      allowed: false,
      because,
    })
    expect(await changesOf(db, id)).toEqual([])
  })

  test('while one waits already', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    await db
      .insertInto('dueDateChanges')
      .values({
        actionId: id,
        fromOn: '2026-12-18',
        toOn: '2027-06-01',
        reason: 'Waiting',
        askedById: await makePerson(db),
        askedAt: aFriday,
        agreementNeeded: ['x'],
      })
      .execute()
    const refusal = {
      allowed: false,
      because: 'A change of this date is already waiting for a leader.',
    }
    expect(await askForDueDate(manager, id, asked)).toEqual(refusal)
    expect((await askForDueDateView(manager, id))?.decision).toEqual(refusal)
  })

  test('for an action that is not there', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    expect(await askForDueDate(manager, 999_999, asked)).toBeUndefined()
    expect(await askForDueDateView(manager, 999_999)).toBeUndefined()
  })
})
