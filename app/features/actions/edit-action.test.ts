import { describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { insertTeam } from '~/db/tables/teams.server'
import type { PlannedAction } from '~/domain/action/merge-edit'
import { test, workerDatabase } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { actionView } from './action.query.server'
import { type Edited, editAction } from './edit-action.command.server'
import { editActionView, plannedAction } from './edit-action.query.server'
import { recordActionEvent } from './record-action-event.server'

async function plannedOf(db: Db, id: number): Promise<PlannedAction> {
  const action = await plannedAction(db, id)
  if (!action) throw new Error('The action should be there.')
  return action.planned
}

/** Edits an action from the state in which this person read it. */
const edit = (
  context: Context,
  id: number,
  from: PlannedAction,
  version: number,
  change: Partial<PlannedAction>,
): Promise<Edited | undefined> =>
  editAction(context, id, { version, notAnIdentifier: '', planned: { ...from, ...change } })

const sentencesOf = async (context: Context, id: number) =>
  (await actionView(context, id))?.history.map(({ sentence }) => sentence)

describe('a manager edits an action', () => {
  test('and its history tells what was before', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const hart = await makePerson(db, { name: 'Leah Hart' })
    const okafor = await makePerson(db, { name: 'Joy Okafor' })
    const recommendationId = await makeRecommendation(db)
    const id = await makeAction(db, { title: 'Audit', ownerId: hart, dueOn: null })
    const from = await plannedOf(db, id)
    expect(
      await edit(manager, id, from, 1, {
        title: 'Audit hand-overs',
        ownerId: okafor,
        dueOn: '2027-01-29',
        contributorIds: [hart],
        recommendationIds: [recommendationId],
      }),
    ).toEqual({ allowed: true })

    const view = await editActionView(manager, id)
    expect(view).toMatchObject({
      version: 2,
      planned: { title: 'Audit hand-overs', ownerId: okafor, dueOn: '2027-01-29' },
    })
    const { originalDueOn } = await db
      .selectFrom('actions')
      .where('id', '=', id)
      .select('originalDueOn')
      .executeTakeFirstOrThrow()
    expect(originalDueOn).toBe('2027-01-29')
    const who = manager.actor.name
    expect(await sentencesOf(manager, id)).toEqual([
      `${who} changed the title from “Audit” to “Audit hand-overs”. ${who} handed it from Leah Hart to Joy Okafor. ${who} set the due date: 29 January 2027. ${who} added Leah Hart as contributor. ${who} linked it to R${recommendationId}.`,
    ])
    expect((await actionView(manager, id))?.owners).toEqual({
      since: '2026-11-20',
      before: [{ name: 'Leah Hart', until: '2026-11-20' }],
      contributed: [],
    })
  })

  test('beside a hand-over that is accepted meanwhile, and takes nothing back', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'practitioner')
    const hart = { id: await makePerson(db, { name: 'Leah Hart' }), name: 'Leah Hart' }
    const id = await makeAction(db, { title: 'Audit', ownerId: hart.id })
    const from = await plannedOf(db, id)
    const owner = { id: owen.actor.personId, name: owen.actor.name }
    await db
      .updateTable('actions')
      .set({ ownerId: owner.id, version: 2 })
      .where('id', '=', id)
      .execute()
    await recordActionEvent(db, owen, id, {
      what: 'action.offer-accepted',
      before: { owner: hart, version: 1 },
      after: { owner, version: 2, offeredBy: hart, note: 'Two files are read.' },
    })
    expect(await edit(manager, id, from, 1, { title: 'Audit hand-overs' })).toEqual({
      allowed: true,
      mergedFrom: 1,
    })
    const view = await actionView(manager, id, 1)
    expect(view).toMatchObject({
      title: 'Audit hand-overs',
      owner: { name: owner.name },
      meanwhile: [`${owner.name} accepted it from Leah Hart, as Leah Hart had asked.`],
      owners: {
        since: '2026-11-20',
        before: [{ name: 'Leah Hart', until: '2026-11-20', note: 'Two files are read.' }],
      },
    })
    // Who changed the owner as well is shown both.
    const joy = await makePerson(db)
    expect(await edit(manager, id, from, 1, { ownerId: joy })).toMatchObject({
      allowed: false,
      conflict: { collisions: [{ field: 'ownerId', theirs: owner.name }] },
    })
  })

  test('and moves it to a team and a theme, in words of its history', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const north = await insertTeam(db, { name: 'North', parentId: null })
    const south = await insertTeam(db, { name: 'South', parentId: null })
    const id = await makeAction(db)
    await edit(manager, id, await plannedOf(db, id), 1, { teamId: north, theme: 'Supervision' })
    const second = await plannedOf(db, id)
    expect(second).toMatchObject({ teamId: north, theme: 'Supervision' })
    // the same theme by another capital is no change
    expect(await edit(manager, id, second, 2, { theme: 'SUPERVISION' })).toEqual({ allowed: true })
    await edit(manager, id, second, 2, { teamId: south, theme: '' })
    const who = manager.actor.name
    expect(await sentencesOf(manager, id)).toEqual([
      `${who} changed the team from North to South. ${who} changed the theme from Supervision to none.`,
      `${who} changed the team from none to North. ${who} changed the theme from none to Supervision.`,
    ])
    expect(await edit(manager, id, await plannedOf(db, id), 3, { teamId: 999_999 })).toEqual({
      allowed: false,
      because: 'Choose a team from the list.',
    })
  })

  test('but gives it to nobody who assured it', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await makePerson(db, { name: 'Owen Bevan' })
    const id = await makeAction(db)
    const addedById = await makePerson(db)
    const evidenceId = await makeEvidence(db, { actionIds: [id], addedById })
    await db
      .insertInto('evidenceReviews')
      .values({
        ...{ evidenceId, addedById, reviewerId: owen },
        ...{ reviewedAt: manager.now, verdict: 'accepted', strength: 'output' },
      })
      .execute()
    expect(await edit(manager, id, await plannedOf(db, id), 1, { ownerId: owen })).toEqual({
      allowed: false,
      because: 'Owen Bevan accepted 1 piece of evidence of it, and nobody assures their own work.',
    })
  })

  test('and nothing is recorded where nothing changed', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db)
    await edit(manager, id, await plannedOf(db, id), 1, {})
    expect(await sentencesOf(manager, id)).toEqual([])
    expect((await plannedAction(db, id))?.version).toBe(1)
  })

  test('but never moves a date that is set', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    const from = await plannedOf(db, id)
    expect(await edit(manager, id, from, 1, { dueOn: '2027-06-01' })).toEqual({ allowed: true })
    expect(await edit(manager, id, from, 1, { dueOn: null })).toEqual({ allowed: true })
    expect(await plannedOf(db, id)).toMatchObject({ dueOn: '2026-12-18' })
  })

  test('and keeps an owner who has left until somebody else has it', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const left = await makePerson(db, { suspendedAt: manager.now })
    const id = await makeAction(db, { ownerId: left })
    const from = await plannedOf(db, id)
    expect(await edit(manager, id, from, 1, { title: 'New' })).toEqual({ allowed: true })
    expect(await plannedOf(db, id)).toMatchObject({ title: 'New', ownerId: left })
  })
})

describe('an action is not edited', () => {
  test('by a social worker or a leader', async ({ db }) => {
    const id = await makeAction(db)
    const from = await plannedOf(db, id)
    for (const role of ['practitioner', 'leader'] as const) {
      expect(await edit(await contextFor(db, role), id, from, 1, { title: 'New' })).toEqual({
        allowed: false,
        because: 'Only a manager can do this.',
      })
    }
  })

  test('to start after it is due, for people who have left, or for what is not there', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    const from = await plannedOf(db, id)
    const left = await makePerson(db, { suspendedAt: manager.now })
    // her page has no field for a due date that is set
    expect(await edit(manager, id, from, 1, { startOn: '2027-01-01' })).toMatchObject({
      because: 'An action cannot be due before it starts.',
      about: 'startOn',
    })
    expect(await edit(manager, id, from, 1, { ownerId: left })).toMatchObject({
      because: 'Choose people who are still here.',
    })
    expect(await edit(manager, id, from, 1, { contributorIds: [999_999] })).toMatchObject({
      because: 'Choose people who are still here.',
    })
    expect(await edit(manager, id, from, 1, { recommendationIds: [999_999] })).toMatchObject({
      because: 'Choose recommendations from the list.',
    })
    expect(await edit(manager, 999_999, from, 1, {})).toBeUndefined()
    expect(await plannedOf(db, id)).toEqual(from)
  })
})

describe('two people who edit the same action', () => {
  test('both keep what they changed, where they changed different things', async ({ db }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const okafor = await makePerson(db, { name: 'Joy Okafor' })
    const hart = await makePerson(db, { name: 'Leah Hart' })
    const id = await makeAction(db, { title: 'Audit' })
    const read = await plannedOf(db, id)
    await edit(first, id, read, 1, { ownerId: okafor, contributorIds: [okafor] })
    await edit(first, id, await plannedOf(db, id), 2, { successMeasure: 'Changes of worker' })
    expect(
      await edit(second, id, read, 1, { title: 'Audit hand-overs', contributorIds: [hart] }),
    ).toEqual({ allowed: true, mergedFrom: 1 })
    expect(await plannedAction(db, id)).toMatchObject({
      version: 4,
      planned: {
        title: 'Audit hand-overs',
        ownerId: okafor,
        successMeasure: 'Changes of worker',
        contributorIds: [okafor, hart].sort((a, b) => a - b),
      },
    })
    const told = await actionView(second, id, 1)
    expect(told?.meanwhile).toEqual([
      `${first.actor.name} gave it to Joy Okafor; before: nobody.`,
      `${first.actor.name} added Joy Okafor as contributor.`,
      `${first.actor.name} wrote how success is measured: “Changes of worker”.`,
    ])
  })

  test('where they collide, the second sees both and loses nothing', async ({ db }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const okafor = await makePerson(db, { name: 'Joy Okafor' })
    const id = await makeAction(db, { title: 'Audit', ownerId: null })
    const read = await plannedOf(db, id)
    await edit(first, id, read, 1, { title: 'Audit monthly', ownerId: okafor })

    const refused = await edit(second, id, read, 1, {
      title: 'Audit hand-overs',
      outcome: 'Children keep one worker',
    })
    expect(refused).toMatchObject({
      allowed: false,
      because: 'Somebody else changed the same thing while you were editing.',
      conflict: {
        changes: [
          {
            at: first.now,
            sentence: `${first.actor.name} changed the title from “Audit” to “Audit monthly”.`,
          },
          { sentence: `${first.actor.name} gave it to Joy Okafor; before: nobody.` },
        ],
        collisions: [{ field: 'title', theirs: 'Audit monthly', yours: 'Audit hand-overs' }],
        merged: {
          title: 'Audit hand-overs',
          outcome: 'Children keep one worker',
          ownerId: okafor,
        },
        version: 2,
      },
    })
    expect(await plannedOf(db, id)).toMatchObject({ title: 'Audit monthly', outcome: '' })

    // With both in sight she saves again, from the version that she was shown.
    const merged = (refused as { conflict: { merged: PlannedAction } }).conflict.merged
    expect(await edit(second, id, merged, 2, {})).toEqual({ allowed: true })
    expect(await plannedOf(db, id)).toMatchObject({
      title: 'Audit hand-overs',
      outcome: 'Children keep one worker',
      ownerId: okafor,
    })
  })

  test('both keep a team and a theme, and decide where they chose different ones', async ({
    db,
  }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const north = await insertTeam(db, { name: 'North', parentId: null })
    const south = await insertTeam(db, { name: 'South', parentId: null })
    const id = await makeAction(db)
    const read = await plannedOf(db, id)
    await edit(first, id, read, 1, { teamId: north })
    expect(await edit(second, id, read, 1, { theme: 'Voice' })).toEqual({
      allowed: true,
      mergedFrom: 1,
    })
    expect(await plannedOf(db, id)).toMatchObject({ teamId: north, theme: 'Voice' })
    expect(await edit(second, id, read, 1, { teamId: south, theme: 'Supervision' })).toMatchObject({
      conflict: {
        collisions: [
          { field: 'teamId', theirs: 'North', yours: 'South' },
          { field: 'theme', theirs: 'Voice', yours: 'Supervision' },
        ],
        merged: { teamId: south, theme: 'Supervision' },
      },
    })
    expect(await db.selectFrom('themes').select('name').execute()).toEqual([{ name: 'Voice' }])
  })

  test('the first due date that is saved stands', async ({ db }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const id = await makeAction(db, { dueOn: null })
    const read = await plannedOf(db, id)
    await edit(first, id, read, 1, { dueOn: '2027-01-29' })
    expect(await edit(second, id, read, 1, { dueOn: '2027-06-01' })).toMatchObject({
      conflict: {
        collisions: [{ field: 'dueOn', theirs: '29 January 2027', yours: '1 June 2027' }],
        merged: { dueOn: '2027-01-29' },
      },
    })
  })
})

plainTest(
  'edits that arrive at the same moment wait for each other and are both kept',
  async () => {
    const db = await workerDatabase()
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const id = await makeAction(db, { title: 'Audit' })
    const read = await plannedOf(db, id)
    const answers = await Promise.all([
      edit(first, id, read, 1, { title: 'Audit hand-overs' }),
      edit(second, id, read, 1, { outcome: 'Children keep one worker' }),
    ])
    expect(answers.every((answer) => answer?.allowed)).toBe(true)
    expect(await plannedAction(db, id)).toMatchObject({
      version: 3,
      planned: { title: 'Audit hand-overs', outcome: 'Children keep one worker' },
    })

    const now = await plannedOf(db, id)
    const collided = await Promise.all([
      edit(first, id, now, 3, { title: 'One' }),
      edit(second, id, now, 3, { title: 'Two' }),
    ])
    expect(collided.filter((answer) => answer?.allowed)).toHaveLength(1)
    expect(collided.filter((answer) => answer && 'conflict' in answer)).toHaveLength(1)
  },
)
