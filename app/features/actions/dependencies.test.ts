import { describe, expect } from 'vitest'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction } from '~/testing/make'
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
    expect(await addDependency(manager, c, { needsId: a })).toEqual({
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
    expect(await addDependency(manager, id, { needsId: 999_999 })).toEqual({
      allowed: false,
      because: 'There is no such action in the plan.',
    })
    expect(await addDependency(manager, 999_999, { needsId: id })).toBeUndefined()
  })
})
