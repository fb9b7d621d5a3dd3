import { describe, expect, test as plainTest } from 'vitest'
import type { Db } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction } from '~/testing/make'
import { addMilestone } from './add-milestone.command.server'
import { addMilestoneForm } from './add-milestone.form'
import { addMilestoneView } from './add-milestone.query.server'
import { completeMilestone } from './complete-milestone.command.server'
import { completeMilestoneView } from './complete-milestone.query.server'

const pilot = { title: 'Pilot in two teams', dueOn: '2026-12-11', notAnIdentifier: '' } as const

async function makeMilestone(db: Db, doneOn: string | null = null): Promise<number> {
  const actionId = await makeAction(db)
  const { id } = await db
    .insertInto('milestones')
    .values({ actionId, title: 'Pilot', dueOn: '2026-11-10', doneOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('a milestone', () => {
  test('is added by a manager to an open action', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db)
    expect((await addMilestoneView(manager, id))?.decision).toEqual({ allowed: true })
    expect(await addMilestone(manager, id, pilot)).toEqual({ allowed: true })
    const kept = await db
      .selectFrom('milestones')
      .where('actionId', '=', id)
      .select(['title', 'dueOn', 'doneOn'])
      .execute()
    expect(kept).toEqual([{ title: pilot.title, dueOn: pilot.dueOn, doneOn: null }])
  })

  test('is not added by a social worker, to a delivered action, or to none', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const open = await makeAction(db)
    const delivered = await makeAction(db, { deliveredOn: '2026-11-02' })
    expect(await addMilestone(await contextFor(db, 'practitioner'), open, pilot)).toMatchObject({
      allowed: false,
      because: 'Only a manager can do this.',
    })
    const refusal = {
      allowed: false,
      because: 'This action is delivered, so no milestone is added to it.',
    }
    expect(await addMilestone(manager, delivered, pilot)).toEqual(refusal)
    expect((await addMilestoneView(manager, delivered))?.decision).toEqual(refusal)
    expect(await addMilestone(manager, 999_999, pilot)).toBeUndefined()
  })

  test('is done on a day that has come, and the history says so', async ({ db }) => {
    const practitioner = await contextFor(db, 'practitioner')
    const id = await makeMilestone(db)
    expect(await completeMilestoneView(practitioner, id)).toMatchObject({
      title: 'Pilot',
      decision: { allowed: true },
    })
    const done = await completeMilestone(practitioner, id, { doneOn: '2026-11-12' })
    expect(done).toMatchObject({ allowed: true })
    const event = await db
      .selectFrom('events')
      .where('what', '=', 'action.milestone-done')
      .select('after')
      .executeTakeFirstOrThrow()
    expect(event.after).toEqual({ milestoneId: id, title: 'Pilot', doneOn: '2026-11-12' })
  })

  test('is not done by an observer, twice, or ahead of its day', async ({ db }) => {
    const practitioner = await contextFor(db, 'practitioner')
    const open = await makeMilestone(db)
    const done = await makeMilestone(db, '2026-11-02')
    const today = { doneOn: '2026-11-20' } as const
    expect(await completeMilestone(await contextFor(db, 'observer'), open, today)).toMatchObject({
      allowed: false,
      because: 'Only a social worker or a manager can do this.',
    })
    expect(await completeMilestone(practitioner, done, today)).toMatchObject({
      allowed: false,
      because: 'This milestone was done on 2 November 2026.',
    })
    expect(await completeMilestone(practitioner, open, { doneOn: '2026-11-21' })).toMatchObject({
      allowed: false,
      because: '21 November 2026 has not come yet.',
    })
    expect(await completeMilestone(practitioner, 999_999, today)).toBeUndefined()
  })
})

plainTest.each([
  ['9999-12-31', 'Give a day between 2000 and 2100.'],
  ['31/12/1999', 'Give a day between 2000 and 2100.'],
  ['30/02/2027', 'Give a day that exists, such as 28/11/2026.'],
])('no milestone is due on %s', (dueOn, message) => {
  const read = addMilestoneForm.safeParse({ title: 'Pilot', dueOn })
  expect(read.error?.issues).toMatchObject([{ path: ['dueOn'], message }])
})
