import { describe, expect } from 'vitest'
import { inTransaction, type Tx } from '~/db/db.server'
import { insertBoardMeeting } from '~/db/tables/board-meetings.server'
import { insertVisit } from '~/db/tables/visits.server'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeFigures,
  makeInspection,
  makeMeasure,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { compareIn, compareView } from './compare.query.server'

const at = async <Made>(db: Tx, day: string, story: (tx: Tx) => Promise<Made>): Promise<Made> =>
  (await inTransaction({ db, now: new Date(`${day}T10:00:00Z`) }, story)) as Made

const asked = (from = '', to = '') => ({ from, to, show: undefined, after: 0 })

/** A plan of March with two actions, one of which loses its owner in May and is delivered in October. */
async function aYear(db: Tx) {
  const ownerId = await makePerson(db, { name: 'J. Okafor' })
  const made = await at(db, '2026-03-20', async (tx) => {
    const inspectionId = await makeInspection(tx)
    const recommendationId = await makeRecommendation(tx, { inspectionId })
    const plan = { ownerId, startOn: '2026-03-01', dueOn: '2027-03-31', successMeasure: 'Fewer.' }
    const recommendationIds = [recommendationId]
    const protocol = await makeAction(tx, {
      ...plan,
      title: 'Test the protocol',
      recommendationIds,
    })
    const visit = { kind: 'monitoring-visit', inspectionId, plannedById: ownerId } as const
    const days = { expectedFrom: '2026-09-11', expectedTo: '2026-09-12' }
    const held = { heldFrom: '2026-09-11', heldTo: '2026-09-12' }
    await insertVisit(tx, { ...visit, ...days, ...held, plannedAt: new Date('2026-03-20') })
    await insertBoardMeeting(tx, {
      ...{ name: 'Improvement board', heldOn: '2026-11-05', addedById: ownerId },
      addedAt: new Date('2026-03-20'),
    })
    return { inspectionId, recommendationId, protocol }
  })
  const change = (day: string, columns: object) =>
    at(db, day, (tx) =>
      tx.updateTable('actions').set(columns).where('id', '=', made.protocol).execute(),
    )
  await change('2026-05-04', { ownerId: null })
  await change('2026-10-05', { ownerId, deliveredOn: '2026-10-05' })
  return made
}

describe('two days are compared', () => {
  test('from the end of the one to the end of the other, worst first', async ({ db }) => {
    const { protocol } = await aYear(db)
    const leader = await contextFor(db, 'leader')
    const spring = await compareView(leader, asked('2026-05-03', '2026-05-04'))
    expect(spring.comparison?.changes).toMatchObject({
      from: '2026-05-03',
      to: '2026-05-04',
      worse: 1,
      counts: { worse: 1, better: 0, neither: 0 },
    })
    const [worst] = spring.comparison!.changes.moved
    expect(worst?.cause).toMatchObject({ kind: 'action', id: protocol })
    expect(worst?.changes.map(({ sentence }) => sentence)).toContain('Nobody owns it any more.')
    const figure = (key: string) => spring.comparison!.figures.find((one) => one.key === key)
    expect(figure('unowned')).toEqual({ key: 'unowned', was: 0, is: 1, came: 1, went: 0 })

    const whole = await compareView(leader, asked('2026-03-20', '2026-11-20'))
    expect(whole.comparison?.changes.moved.map((one) => one.direction)).toEqual(['better'])
    expect(whole.comparison?.figures.find(({ key }) => key === 'delivered')).toMatchObject({
      was: 0,
      is: 1,
    })
  })

  test('since the last checkpoint until today where none is chosen, with the others to choose from', async ({
    db,
  }) => {
    await aYear(db)
    const view = await compareView(await contextFor(db, 'leader'), asked())
    expect(view.asked).toEqual({ from: '2026-11-05', to: '2026-11-20' })
    expect(view.comparison?.fromIs?.title).toBe('the improvement board')
    expect(view.checkpoints.map(({ on, title }) => [on, title])).toEqual([
      ['2026-11-05', 'the improvement board'],
      ['2026-09-12', 'the monitoring visit'],
    ])
    const earlier = await compareView(await contextFor(db, 'leader'), asked('', '2026-11-05'))
    expect(earlier.asked).toEqual({ from: '2026-09-12', to: '2026-11-05' })
  })

  test('but not a day of which nothing is known; what was typed is kept', async ({ db }) => {
    await aYear(db)
    const view = await compareView(await contextFor(db, 'leader'), asked('2019-01-01', ''))
    expect(view).toMatchObject({
      asked: { from: '2019-01-01', to: '' },
      because: 'The plan began on 20 March 2026; of 1 January 2019 nothing is known.',
      comparison: undefined,
    })
  })

  test('and an empty plan says that there is nothing yet', async ({ db }) => {
    const view = await compareView(await contextFor(db, 'observer'), asked())
    expect(view.because).toMatch(/^There is no plan yet\./)
  })

  test('one direction in full, page after page', async ({ db }) => {
    await at(db, '2026-03-20', (tx) => makeRecommendation(tx))
    await at(db, '2026-10-02', async (tx) => {
      for (let n = 0; n < 103; n += 1) await makeAction(tx)
    })
    const leader = await contextFor(db, 'leader')
    const days = { from: '2026-10-01', to: '2026-10-02' }
    const brief = await compareView(leader, { ...days, show: undefined, after: 0 })
    expect(brief.comparison?.changes).toMatchObject({ moved: [], counts: { neither: 103 } })
    const first = await compareView(leader, { ...days, show: 'neither', after: 0 })
    expect(first.comparison?.changes.moved).toHaveLength(100)
    const next = first.comparison!.only!.next!
    const second = await compareView(leader, { ...days, show: 'neither', after: next })
    expect(second.comparison?.changes.moved).toHaveLength(3)
    expect(second.comparison?.only?.next).toBeUndefined()
  })

  test.for([
    ['from=2026-03-01&to=2026-04-01', { from: '2026-03-01', to: '2026-04-01' }],
    ['show=worse&after=100', { show: 'worse', after: 100 }],
    ['show=everything&after=-4', { show: undefined, after: 0 }],
  ] as const)('as %s asks', ([query, expected]) => {
    expect(compareIn(new URLSearchParams(query))).toMatchObject(expected)
  })
})

test('a measure with a new signal is told, linked to something or not', async ({ db }) => {
  await at(db, '2025-01-02', async (tx) => {
    await makeRecommendation(tx)
    const measureId = await makeMeasure(tx, { title: 'Children without a worker' })
    await makeFigures(tx, measureId, {
      from: '2024-01-01',
      values: [20, 21, 19, 20, 22, 20, 19, 21, 20, 20, 21, 19],
    })
  })
  const measureId = (await db.selectFrom('measures').select('id').executeTakeFirstOrThrow()).id
  await at(db, '2025-02-03', (tx) =>
    makeFigures(tx, measureId, { from: '2025-01-01', values: [60] }),
  )
  const view = await compareView(
    await contextFor(db, 'observer'),
    asked('2025-01-31', '2025-02-03'),
  )
  expect(view.comparison?.changes.moved).toMatchObject([
    {
      cause: { kind: 'measure', id: measureId },
      direction: 'worse',
      changes: [{ sentence: 'A new signal of concern: jumped in January 2025.' }],
    },
  ])
})

test('evidence that is restricted today is not named, though it was open then', async ({ db }) => {
  const { protocol } = await aYear(db)
  const addedById = await makePerson(db)
  const evidenceId = await at(db, '2026-06-01', (tx) =>
    makeEvidence(tx, { title: 'A secret audit', addedById, actionIds: [protocol] }),
  )
  await at(db, '2026-06-02', async (tx) =>
    tx
      .insertInto('evidenceReviews')
      .values({
        ...{ evidenceId, addedById, reviewerId: await makePerson(tx) },
        ...{
          reviewedAt: new Date('2026-06-02T10:00:00Z'),
          verdict: 'accepted',
          strength: 'output',
        },
      })
      .execute(),
  )
  const told = async (role: 'leader' | 'observer') =>
    JSON.stringify(await compareView(await contextFor(db, role), asked('2026-06-01', '2026-06-10')))
  expect(await told('observer')).toContain('A secret audit')
  await at(db, '2026-07-01', (tx) =>
    tx.updateTable('evidence').set({ restricted: true }).where('id', '=', evidenceId).execute(),
  )
  expect(await told('leader')).toContain('A secret audit')
  expect(await told('observer')).not.toContain('A secret audit')
  expect(await told('observer')).toContain('1 piece of evidence accepted')
})
