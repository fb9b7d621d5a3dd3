import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import { type Db, openDatabase } from '~/db/db.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { addDependency } from './add-dependency.command.server'
import { dependenciesForm } from './dependencies.form'
import { dependenciesView } from './dependencies.query.server'
import { removeDependency } from './remove-dependency.command.server'

describe('what an action waits for', () => {
  test('is added by its reference and taken away, both in its history', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const [a, b] = [
      await makeAction(db, { title: 'Test' }),
      await makeAction(db, { title: 'Agree' }),
    ]
    expect(dependenciesForm.parse({ needs: ` a${b} ` })).toEqual({ needsId: b })
    expect(dependenciesForm.safeParse({ needs: 'soon' }).success).toBe(false)
    expect(await addDependency(manager, a, { needsId: b })).toEqual({ allowed: true })
    expect(await dependenciesView(manager, a)).toMatchObject({ needs: [{ id: b, title: 'Agree' }] })
    expect(await dependenciesView(manager, b)).toMatchObject({
      needs: [],
      neededBy: [{ id: a, title: 'Test' }],
    })
    expect(await removeDependency(manager, a, b)).toEqual({ allowed: true })
    expect(await removeDependency(manager, a, b)).toBeUndefined()
    expect(await dependenciesView(manager, a)).toMatchObject({ needs: [] })
    const events = await db.selectFrom('events').orderBy('id').select('what').execute()
    expect(events.map(({ what }) => what)).toEqual([
      'action.dependency-added',
      'action.dependency-removed',
    ])
  })

  test('never comes round in a circle', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const [a, b, c] = [await makeAction(db), await makeAction(db), await makeAction(db)]
    await addDependency(manager, a, { needsId: b })
    await addDependency(manager, b, { needsId: c })
    expect(await addDependency(manager, c, { needsId: a })).toMatchObject({
      allowed: false,
      because: `A${a} waits for this action already.`,
    })
    const row = { addedById: manager.actor.personId, addedAt: aFriday }
    await expectRefusedBy(db, 'action_dependencies_have_no_circle', () =>
      db
        .insertInto('actionDependencies')
        .values({ ...row, actionId: c, needsId: a })
        .execute(),
    )
    await expectRefusedBy(db, 'action_dependencies_not_on_itself', () =>
      db
        .insertInto('actionDependencies')
        .values({ ...row, actionId: a, needsId: a })
        .execute(),
    )
  })

  test('is nothing that is not in the plan', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db)
    expect(await addDependency(manager, id, { needsId: 999_999 })).toMatchObject({
      allowed: false,
      because: 'There is no such action in the plan.',
    })
    expect(await addDependency(manager, 999_999, { needsId: id })).toBeUndefined()
  })
})

describe('two who close a circle at the same moment', () => {
  let db: Db
  beforeAll(async () => {
    db = openDatabase(await ownDatabase('circle'), 4)
  })
  afterAll(() => db.destroy())

  const circles = async () =>
    (await db.selectFrom('actionDependencies').select(['actionId', 'needsId']).execute()).map(
      ({ actionId, needsId }) => `${actionId}>${needsId}`,
    )

  plainTest('of two actions: the second waits, and is told', async () => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const [a, b] = [await makeAction(db), await makeAction(db)]
    const answers = await Promise.all([
      addDependency(first, a, { needsId: b }),
      addDependency(second, b, { needsId: a }),
    ])
    expect(answers.filter((answer) => answer?.allowed)).toHaveLength(1)
    const won = answers[0]?.allowed
    expect(answers[won ? 1 : 0]).toMatchObject({
      allowed: false,
      because: `A${won ? a : b} waits for this action already.`,
    })
  })

  // Neither touches an action of the other, so no lock on an action keeps them apart: the database does.
  plainTest('of four: the second waits for what is not saved yet, and is told', async () => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const [a, b, c, d] = [
      await makeAction(db),
      await makeAction(db),
      await makeAction(db),
      await makeAction(db),
    ]
    await addDependency(first, a, { needsId: b })
    await addDependency(first, c, { needsId: d })
    let answer: ReturnType<typeof addDependency> | undefined
    await db.transaction().execute(async (tx) => {
      expect(await addDependency({ ...first, db: tx }, b, { needsId: c })).toEqual({
        allowed: true,
      })
      answer = addDependency(second, d, { needsId: a })
      const isWaiting = async () =>
        (
          await sql`select from pg_stat_activity
            where datname = current_database() and wait_event = 'advisory'`.execute(db)
        ).rows.length > 0
      while (!(await isWaiting())) await new Promise((later) => setTimeout(later, 20))
    })
    expect(await answer).toMatchObject({
      allowed: false,
      because: 'That action waits for this one already.',
    })
    expect(await circles()).toContain(`${b}>${c}`)
    expect(await circles()).not.toContain(`${d}>${a}`)
    const told = await db
      .selectFrom('events')
      .where('subjectId', '=', d)
      .where('what', '=', 'action.dependency-added')
      .select('id')
      .execute()
    expect(told).toEqual([])
  })
})
