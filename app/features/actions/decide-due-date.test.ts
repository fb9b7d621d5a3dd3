import { describe, expect, test as plainTest } from 'vitest'
import type { Db } from '~/db/db.server'
import { test, workerDatabase } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makePerson } from '~/testing/make'
import { decideDueDate } from './decide-due-date.command.server'
import { decideDueDateView } from './decide-due-date.query.server'

async function waitingChange(db: Db, askedById?: number) {
  const actionId = await makeAction(db, { dueOn: '2026-12-18' })
  const { id } = await db
    .insertInto('dueDateChanges')
    .values({
      actionId,
      fromOn: '2026-12-18',
      toOn: '2027-06-01',
      reason: 'Two auditors left',
      askedById: askedById ?? (await makePerson(db, { name: 'Joy Okafor' })),
      askedAt: aFriday,
      agreementNeeded: ['It is the second change of this date.'],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { actionId, changeId: id }
}

const stateOf = async (db: Db, actionId: number) => ({
  action: await db
    .selectFrom('actions')
    .where('id', '=', actionId)
    .select(['dueOn', 'originalDueOn'])
    .executeTakeFirstOrThrow(),
  change: await db
    .selectFrom('dueDateChanges')
    .where('actionId', '=', actionId)
    .select(['decision', 'decidedById', 'decisionReason'])
    .executeTakeFirstOrThrow(),
})

const agree = { decision: 'agreed', reason: '', notAnIdentifier: '' } as const
const refuse = { decision: 'refused', reason: 'The visit is in May.', notAnIdentifier: '' } as const

describe('a leader', () => {
  test('agrees, and the date moves, the original kept', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const { actionId, changeId } = await waitingChange(db)
    expect(await decideDueDateView(leader, actionId)).toMatchObject({
      change: { askedByName: 'Joy Okafor', toOn: '2027-06-01', askedOn: '2026-11-20' },
      decision: { allowed: true },
    })
    expect(await decideDueDate(leader, actionId, { ...agree, changeId })).toEqual({ allowed: true })
    expect(await stateOf(db, actionId)).toEqual({
      action: { dueOn: '2027-06-01', originalDueOn: '2026-12-18' },
      change: { decision: 'agreed', decidedById: leader.actor.personId, decisionReason: '' },
    })
    const event = await db
      .selectFrom('events')
      .where('what', '=', 'action.due-date-agreed')
      .select(['before', 'after'])
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      before: { dueOn: '2026-12-18' },
      after: { dueOn: '2027-06-01', askedBy: { name: 'Joy Okafor' }, reason: 'Two auditors left' },
    })
  })

  test('refuses with a reason, and the date stands', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const { actionId, changeId } = await waitingChange(db)
    expect(await decideDueDate(leader, actionId, { ...refuse, changeId })).toEqual({
      allowed: true,
    })
    expect(await stateOf(db, actionId)).toMatchObject({
      action: { dueOn: '2026-12-18' },
      change: { decision: 'refused', decisionReason: 'The visit is in May.' },
    })
  })
})

describe('a new date is not decided', () => {
  test('by a manager, by the leader who asked, without a reason, or twice', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const others = await waitingChange(db)
    const own = await waitingChange(db, leader.actor.personId)
    expect(
      await decideDueDate(await contextFor(db, 'manager'), others.actionId, {
        ...agree,
        changeId: others.changeId,
      }),
    ).toMatchObject({ because: 'Only a leader can do this.' })
    const byAsker = {
      allowed: false,
      because: 'Somebody other than the person who asked must decide this.',
    }
    expect(await decideDueDate(leader, own.actionId, { ...agree, changeId: own.changeId })).toEqual(
      byAsker,
    )
    expect((await decideDueDateView(leader, own.actionId))?.decision).toEqual(byAsker)
    expect(
      await decideDueDate(leader, others.actionId, {
        ...refuse,
        reason: '',
        changeId: others.changeId,
      }),
    ).toMatchObject({ because: 'Say why the change is refused.' })
    await decideDueDate(leader, others.actionId, { ...agree, changeId: others.changeId })
    expect(
      await decideDueDate(leader, others.actionId, { ...refuse, changeId: others.changeId }),
    ).toMatchObject({ because: 'This change is already agreed.' })
  })

  test('where another date is asked for than the one she read', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const { actionId, changeId } = await waitingChange(db)
    expect(
      await decideDueDate(leader, actionId, { ...agree, changeId: changeId + 1 }),
    ).toMatchObject({ because: 'Another date is asked for now. Read it, and decide again.' })
  })

  test('once the action is delivered, except to refuse it', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const { actionId, changeId } = await waitingChange(db)
    const deliveredOn = '2026-11-19'
    await db.updateTable('actions').set({ deliveredOn }).where('id', '=', actionId).execute()
    const because = 'This action is delivered, so its due date stays.'
    expect(await decideDueDateView(leader, actionId)).toMatchObject({
      decision: { allowed: true },
      agreeing: { allowed: false, because },
    })
    expect(await decideDueDate(leader, actionId, { ...agree, changeId })).toEqual({
      allowed: false,
      because,
    })
    expect((await stateOf(db, actionId)).action.dueOn).toBe('2026-12-18')
    expect(await decideDueDate(leader, actionId, { ...refuse, changeId })).toEqual({
      allowed: true,
    })
  })

  test('once the new date has passed, except to refuse it', async ({ db }) => {
    const leader = await contextFor(db, 'leader', new Date('2027-06-02T09:00:00Z'))
    const { actionId, changeId } = await waitingChange(db)
    const because = '1 June 2027 has already passed, so it cannot be agreed.'
    expect((await decideDueDateView(leader, actionId))?.agreeing).toEqual({
      allowed: false,
      because,
    })
    expect(await decideDueDate(leader, actionId, { ...agree, changeId })).toMatchObject({ because })
    expect(await decideDueDate(leader, actionId, { ...refuse, changeId })).toEqual({
      allowed: true,
    })
  })

  test('where none was asked for', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const actionId = await makeAction(db, { dueOn: '2026-12-18' })
    expect(await decideDueDate(leader, actionId, { ...agree, changeId: 1 })).toBeUndefined()
    expect(await decideDueDateView(leader, actionId)).toBeUndefined()
  })
})

plainTest('two leaders who decide at once: one decision stands, the other is told', async () => {
  const db = await workerDatabase()
  const [first, second] = [await contextFor(db, 'leader'), await contextFor(db, 'leader')]
  const { actionId, changeId } = await waitingChange(db)
  const answers = await Promise.all([
    decideDueDate(first, actionId, { ...agree, changeId }),
    decideDueDate(second, actionId, { ...refuse, changeId }),
  ])
  expect(answers.filter((answer) => answer?.allowed)).toHaveLength(1)
  const { action, change } = await stateOf(db, actionId)
  expect(answers).toContainEqual({
    allowed: false,
    because: `This change is already ${change.decision}.`,
  })
  expect(action.dueOn).toBe(change.decision === 'agreed' ? '2027-06-01' : '2026-12-18')
})
