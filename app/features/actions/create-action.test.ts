import { setTimeout } from 'node:timers/promises'
import { describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import { parseWords } from '~/http/parse-words.server'
import { insertTeam } from '~/db/tables/teams.server'
import { test, workerDatabase } from '~/testing/db-test'
import { contextFor, makePerson, makeRecommendation } from '~/testing/make'
import { actionView } from './action.query.server'
import { createAction } from './create-action.command.server'
import { createActionForm, type NewAction } from './create-action.form'
import { newActionView } from './create-action.query.server'
import { editAction } from './edit-action.command.server'

const planned: NewAction = {
  title: 'Test the hand-over protocol by monthly audit',
  outcome: 'Children keep one worker',
  successMeasure: 'Changes of worker per child',
  ownerId: null,
  startOn: '2026-11-01',
  dueOn: '2027-01-29',
  teamId: null,
  theme: '',
  contributorIds: [],
  recommendationIds: [],
  milestones: [],
  notAnIdentifier: '',
}

const post = (fields: [string, string][]) =>
  new Request('http://plan.test/actions/new', {
    method: 'POST',
    body: new URLSearchParams(fields),
  })

async function created(context: Context, action: NewAction): Promise<number> {
  const answer = await createAction(context, action)
  if (!answer.allowed) throw new Error(answer.because)
  return answer.actionId
}

describe('a manager adds an action', () => {
  test('with its people, recommendations, dates and milestones', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const ownerId = await makePerson(db, { name: 'Joy Okafor' })
    const helper = await makePerson(db, { name: 'Leah Hart' })
    const recommendationId = await makeRecommendation(db)

    const id = await created(manager, {
      ...planned,
      ownerId,
      contributorIds: [helper],
      recommendationIds: [recommendationId],
      milestones: [{ title: 'Pilot in two teams', dueOn: '2026-12-11' }],
    })

    const action = await db
      .selectFrom('actions')
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(action).toMatchObject({
      title: planned.title,
      ownerId,
      dueOn: '2027-01-29',
      originalDueOn: '2027-01-29',
      version: 1,
      createdById: manager.actor.personId,
      createdAt: manager.now,
    })
    const event = await db
      .selectFrom('events')
      .where('subjectKind', '=', 'action')
      .where('subjectId', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      what: 'action.created',
      actorId: manager.actor.personId,
      after: {
        owner: { id: ownerId, name: 'Joy Okafor' },
        contributors: [{ id: helper, name: 'Leah Hart' }],
        recommendations: [recommendationId],
        milestones: [{ title: 'Pilot in two teams', dueOn: '2026-12-11' }],
      },
    })
  })

  test('for a team and under a theme, one that is there or a new one', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const teamId = await insertTeam(db, { name: 'North', parentId: null })
    const first = await created(manager, { ...planned, teamId, theme: 'Supervision' })
    const second = await created(manager, { ...planned, theme: 'supervision' })
    expect(await actionView(manager, first)).toMatchObject({
      team: { id: teamId, name: 'North', isOwners: false },
      theme: { name: 'Supervision' },
      history: [
        {
          sentence: `${manager.actor.name} added this action, with no owner, for the team North, due 29 January 2027, under the theme “Supervision”.`,
        },
      ],
    })
    expect((await actionView(manager, second))?.theme?.name).toBe('Supervision')
    expect(await createAction(manager, { ...planned, teamId: 999_999 })).toEqual({
      allowed: false,
      because: 'Choose a team from the list.',
    })
  })

  test('without an owner, a date or a recommendation, as a gap', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await created(manager, { ...planned, startOn: null, dueOn: null })
    const action = await db
      .selectFrom('actions')
      .where('id', '=', id)
      .select(['ownerId', 'dueOn', 'originalDueOn'])
      .executeTakeFirstOrThrow()
    expect(action).toEqual({ ownerId: null, dueOn: null, originalDueOn: null })
  })
})

describe('an action is not added', () => {
  test('by a social worker', async ({ db }) => {
    expect(await createAction(await contextFor(db, 'practitioner'), planned)).toEqual({
      allowed: false,
      because: 'Only a manager can do this.',
    })
  })

  test('due before it starts', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    expect(await createAction(manager, { ...planned, dueOn: '2026-10-31' })).toMatchObject({
      allowed: false,
      because: 'An action cannot be due before it starts.',
    })
  })

  test('for an owner who has left, or people who are not there', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const left = await makePerson(db, { suspendedAt: manager.now })
    const refusal = { allowed: false, because: 'Choose people who are still here.' }
    expect(await createAction(manager, { ...planned, ownerId: left })).toEqual(refusal)
    expect(await createAction(manager, { ...planned, contributorIds: [999_999] })).toEqual(refusal)
  })

  test('for a recommendation that is not there', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    expect(await createAction(manager, { ...planned, recommendationIds: [999_999] })).toEqual({
      allowed: false,
      because: 'Choose recommendations from the list.',
    })
  })
})

describe('the form of a new action', () => {
  const fill = (fields: [string, string][]) => parseWords(post(fields), createActionForm, {})
  const whole: [string, string] = ['whole', 'yes']

  test('that was sent before its page had come in whole saves nothing, and keeps what had come', async () => {
    const form = await fill([['title', 'Test hand-overs']])
    if (form.ok) throw new Error('It should not fit.')
    expect(form.answer).toMatchObject({
      data: {
        typed: { title: ['Test hand-overs'] },
        errors: [],
        because: expect.stringContaining('had not come in whole') as string,
      },
      init: { status: 422 },
    })
  })

  test('reads British dates, ticked boxes and the milestones that are filled in', async () => {
    const form = await fill([
      ['title', ' Test hand-overs '],
      ['ownerId', '4'],
      ['dueOn', '29/1/2027'],
      ['recommendationIds[]', '3'],
      ['recommendationIds[]', '5'],
      ['milestones-0-title', 'Pilot'],
      ['milestones-0-dueOn', '2026-12-11'],
      ['milestones-1-title', ''],
      ['milestones-1-dueOn', ''],
      ['theme', 'Supervision'],
      whole,
    ])
    expect(form.ok && form.value).toEqual({
      title: 'Test hand-overs',
      outcome: '',
      successMeasure: '',
      ownerId: 4,
      startOn: null,
      dueOn: '2027-01-29',
      teamId: null,
      theme: 'Supervision',
      contributorIds: [],
      recommendationIds: [3, 5],
      milestones: [{ title: 'Pilot', dueOn: '2026-12-11' }],
      notAnIdentifier: '',
    })
  })

  test('says what is wrong with each field, half-filled milestones included', async () => {
    const form = await fill([
      ['title', ''],
      ['dueOn', '31/2/2027'],
      ['milestones-0-title', 'Pilot'],
      ['milestones-2-dueOn', '2026-12-11'],
      whole,
    ])
    if (form.ok) throw new Error('It should not fit.')
    expect(form.answer.init?.status).toBe(422)
    expect(form.answer.data.errors).toEqual([
      { field: 'title', sentence: 'Say what will be done.' },
      { field: 'dueOn', sentence: 'Give a day that exists, such as 28/11/2026.' },
      {
        field: 'milestones-0-dueOn',
        sentence: 'Give the date of “Pilot”, or empty the row.',
      },
      {
        field: 'milestones-2-title',
        sentence: 'Say what the milestone is, or empty the row.',
      },
    ])
    expect(form.answer.data.typed['milestones-0-title']).toEqual(['Pilot'])
  })

  test('asks about what looks like a child’s identifier, and keeps why it is none', async () => {
    const typed: [string, string][] = [['title', 'Close the case of 943 476 5919'], whole]
    const asked = await fill(typed)
    expect(!asked.ok && asked.answer.data.errors.map(({ field }) => field)).toEqual([
      'title',
      'notAnIdentifier',
    ])
    const explained = await fill([...typed, ['notAnIdentifier', 'A made-up number']])
    expect(explained.ok && explained.value.notAnIdentifier).toBe('A made-up number')
  })
})

test('the form shows the recommendation’s own words and whom one can choose', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  await makePerson(db, { name: 'Left Already', suspendedAt: manager.now })
  await makePerson(db, { name: 'Only Looks', roles: ['observer'] })
  const id = await makeRecommendation(db, { text: 'The timeliness of assessments.', page: 2 })
  const view = await newActionView(manager, id)
  expect(view.recommendation).toMatchObject({
    text: 'The timeliness of assessments.',
    inspection: 'ILACS inspection, February 2026',
  })
  const names = view.choices.people.map(({ name }) => name)
  expect(names).toContain(manager.actor.name)
  expect(names).not.toContain('Left Already')
  expect(names).not.toContain('Only Looks')
  expect((await newActionView(manager, 999_999)).recommendation).toBeUndefined()
})

plainTest('nobody is given an action while they are being suspended', async () => {
  const db = await workerDatabase()
  const manager = await contextFor(db, 'manager')
  const ownerId = await makePerson(db)
  const id = await created(manager, planned)
  const { giving, editing } = await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('people')
      .set({ suspendedAt: manager.now })
      .where('id', '=', ownerId)
      .execute()
    const giving = createAction(manager, { ...planned, ownerId })
    const { milestones: _, notAnIdentifier, ...rest } = planned
    const editing = editAction(manager, id, {
      version: 1,
      planned: { ...rest, ownerId },
      notAnIdentifier,
    })
    await setTimeout(200)
    return { giving, editing }
  })
  const refused = { allowed: false, because: 'Choose people who are still here.' }
  expect(await giving).toEqual(refused)
  expect(await editing).toEqual(refused)
})
