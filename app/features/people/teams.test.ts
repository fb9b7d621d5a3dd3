import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import { type Db, openDatabase } from '~/db/db.server'
import { asShownIn } from '~/testing/as-shown-in'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makePerson } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { addTeam } from './add-team.command.server'
import { changeTeam } from './change-team.command.server'
import { TeamPage } from './team.page'
import { teamView } from './team.query.server'
import { teamsView } from './teams.query.server'

const makeTeam = async (db: Db, name: string, parentId: number | null = null): Promise<number> => {
  const { id } = await db
    .insertInto('teams')
    .values({ name, parentId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

test('a team is added, alone or as part of another, and counted with those below it', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  const whole = await addTeam(admin, { name: 'Assessment', parentId: null })
  if (!whole.allowed) throw new Error(whole.because)
  const part = await addTeam(admin, { name: 'Assessment East', parentId: whole.teamId })
  if (!part.allowed) throw new Error(part.because)
  await makePerson(db, { teamId: part.teamId })
  await makePerson(db, { teamId: part.teamId, suspendedAt: admin.now })
  expect(await teamsView(admin)).toEqual({
    teams: [
      {
        id: whole.teamId,
        name: 'Assessment',
        depth: 0,
        path: 'Assessment',
        people: 0,
        peopleWithBelow: 1,
      },
      {
        id: part.teamId,
        name: 'Assessment East',
        depth: 1,
        path: 'Assessment › Assessment East',
        people: 1,
        peopleWithBelow: 1,
      },
    ],
  })
  const events = await db.selectFrom('events').select(['what', 'after']).orderBy('id').execute()
  expect(events).toEqual([
    { what: 'team.added', after: { name: 'Assessment', parentId: null } },
    { what: 'team.added', after: { name: 'Assessment East', parentId: whole.teamId } },
  ])
})

test('a team is refused twice, under a team that is gone, and to others than administrators', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  await addTeam(admin, { name: 'Assessment', parentId: null })
  expect(await addTeam(admin, { name: 'Assessment', parentId: null })).toEqual({
    allowed: false,
    because: 'There is a team of that name already.',
  })
  expect(await addTeam(admin, { name: 'Fostering', parentId: 999 })).toMatchObject({
    allowed: false,
    because: 'That team is no longer there. Choose another.',
  })
  const manager = await contextFor(db, 'manager')
  expect(await addTeam(manager, { name: 'Fostering', parentId: null })).toMatchObject({
    allowed: false,
  })
})

/** The form of a team as it stands, with something of it changed. */
async function sent(db: Db, id: number, changes: { name?: string; parentId?: number }) {
  const { asShown, name, parentId } = (await teamView(await contextFor(db, 'admin'), id))!
  return { name, parentId, asShown, ...changes }
}

describe('a team', () => {
  test('is moved with all that is below it, and the event says from where', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const care = await makeTeam(db, 'Children in care')
    const court = await makeTeam(db, 'Court')
    const leaving = await makeTeam(db, 'Leaving care')
    await makeTeam(db, 'Housing', leaving)
    await makePerson(db, { name: 'Nkechi Eze', teamId: leaving })
    expect(await changeTeam(admin, leaving, await sent(db, leaving, { parentId: care }))).toEqual({
      allowed: true,
    })
    expect((await teamsView(admin)).teams.map(({ path }) => path)).toEqual([
      'Children in care',
      'Children in care › Leaving care',
      'Children in care › Leaving care › Housing',
      'Court',
    ])
    const view = await teamView(admin, leaving)
    expect(view).toMatchObject({
      partOf: 'Children in care',
      below: [{ name: 'Housing', depth: 0 }],
      people: [{ name: 'Nkechi Eze' }],
    })
    // It can be part of nothing that is below it.
    expect(view?.parents.map(({ value }) => Number(value))).toEqual([care, court])
    const event = await db.selectFrom('events').selectAll().executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      what: 'team.moved',
      before: { parentId: null },
      after: { parentId: care },
    })
  })

  test('is renamed; what changes nothing records nothing', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const id = await makeTeam(db, 'Front door')
    await changeTeam(admin, id, await sent(db, id, {}))
    await changeTeam(admin, id, await sent(db, id, { name: 'First contact' }))
    const events = await db.selectFrom('events').select(['what', 'before', 'after']).execute()
    expect(events).toEqual([
      {
        what: 'team.renamed',
        before: { name: 'Front door', parentId: null },
        after: { name: 'First contact', parentId: null },
      },
    ])
  })

  test('is not changed over what somebody else made of it meanwhile', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const care = await makeTeam(db, 'Care')
    const id = await makeTeam(db, 'Front door')
    const stale = await sent(db, id, { name: 'First contact' })
    expect(await changeTeam(admin, id, await sent(db, id, { parentId: care }))).toEqual({
      allowed: true,
    })
    expect(await changeTeam(admin, id, stale)).toMatchObject({
      because: expect.stringContaining('Somebody else changed this team') as string,
    })
    expect(await teamView(admin, id)).toMatchObject({ name: 'Front door', partOf: 'Care' })
  })

  test('is never moved below itself, and the database refuses it too', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const top = await makeTeam(db, 'Care')
    const middle = await makeTeam(db, 'Leaving care', top)
    const low = await makeTeam(db, 'Housing', middle)
    expect(await changeTeam(admin, top, await sent(db, top, { parentId: low }))).toMatchObject({
      allowed: false,
      because: 'That team stands below this one. Move it first, or choose another.',
    })
    for (const parentId of [middle, low]) {
      await expectRefusedBy(db, 'teams_are_a_tree_without_circles', () =>
        db.updateTable('teams').set({ parentId }).where('id', '=', top).execute(),
      )
    }
    await expectRefusedBy(db, 'teams_are_not_their_own_parent', () =>
      db.updateTable('teams').set({ parentId: top }).where('id', '=', top).execute(),
    )
  })

  test('whose name was typed wrong keeps what its form was shown, whatever was saved meanwhile', async ({
    db,
  }) => {
    const admin = await contextFor(db, 'admin')
    const court = await makeTeam(db, 'Court')
    const { asShown } = await sent(db, court, {})
    await changeTeam(admin, court, await sent(db, court, { name: 'Courts' }))
    const page = createElement(TeamPage, {
      view: (await teamView(admin, court))!,
      form: {
        typed: { name: [''], asShown: [asShown] },
        errors: [{ field: 'name', sentence: 'Give a name.' }],
      },
    })
    expect(asShownIn(page)).toBe(asShown)
  })

  test('that is not there is not changed', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    expect(
      await changeTeam(admin, 999_999, { name: 'X', parentId: null, asShown: '' }),
    ).toBeUndefined()
    expect(await teamView(admin, 999_999)).toBeUndefined()
  })
})

describe('two who move teams at once', () => {
  let db: Db
  beforeAll(async () => {
    db = openDatabase(await ownDatabase('teams'), 4)
  })
  afterAll(() => db.destroy())

  plainTest('make no circle between them, even past the commands', async () => {
    const admin = await contextFor(db, 'admin')
    const one = await makeTeam(db, 'One')
    const other = await makeTeam(db, 'Other')
    const answers = await Promise.all([
      changeTeam(admin, one, await sent(db, one, { parentId: other })),
      changeTeam(admin, other, await sent(db, other, { parentId: one })),
    ])
    expect(answers.filter((answer) => answer?.allowed)).toHaveLength(1)

    const third = await makeTeam(db, 'Third')
    const fourth = await makeTeam(db, 'Fourth')
    const straight = await Promise.allSettled(
      [
        [third, fourth],
        [fourth, third],
      ].map(([id, parentId]) =>
        db.updateTable('teams').set({ parentId: parentId! }).where('id', '=', id!).execute(),
      ),
    )
    expect(straight.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
