import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { planFacts, planFactsOn } from '~/db/plan-facts.server'
import { readinessOf } from '~/domain/plan/readiness'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makeRecommendation,
} from '~/testing/make'
import { decideRepeat } from './decide-repeat.command.server'
import { takeBackRepeat } from './take-back-repeat.command.server'
import { threadView } from './thread.query.server'

/** Westmarsh was told the same in 2015, in 2019 and in 2026; a manager confirmed it. */
async function toldThreeTimes(manager: Context) {
  const { db } = manager
  const years = [
    { kind: 'sif', frameworkId: null, inspectedFrom: '2015-10-05', inspectedTo: '2015-10-29' },
    { kind: 'ilacs', inspectedFrom: '2019-03-04', inspectedTo: '2019-03-15' },
    { kind: 'focused-visit', inspectedFrom: '2026-02-03', inspectedTo: '2026-02-04' },
  ] as const
  const ids: number[] = []
  for (const [at, inspection] of years.entries()) {
    ids.push(
      await makeRecommendation(db, {
        inspectionId: await makeInspection(db, { ...inspection, reportReceivedOn: null }),
        text: `Supervision, for the ${at + 1}. time.`,
      }),
    )
  }
  const [first, second, third] = ids as [number, number, number]
  await decideRepeat(manager, second, { earlierId: first, verdict: 'same' })
  await decideRepeat(manager, third, { earlierId: second, verdict: 'same' })
  return { first, second, third }
}

describe('what was told again', () => {
  test('is a thread, with each report’s own words and what was done in between', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { first, second, third } = await toldThreeTimes(manager)
    const actionId = await makeAction(db, {
      recommendationIds: [first],
      title: 'Supervise every four weeks',
      deliveredOn: '2016-09-30',
      dueOn: '2016-09-30',
    })
    const evidenceId = await makeEvidence(db, {
      actionIds: [actionId],
      title: 'Supervision policy',
      kind: 'policy',
      periodFrom: '2016-01-01',
      periodTo: '2016-09-30',
    })
    // Added to the same action since: it shows nothing of what was done before it was told again, and what
    // has no period yet shows nothing of any day.
    await makeEvidence(db, {
      ...{ actionIds: [actionId], kind: 'policy' },
      ...{ periodFrom: '2019-03-01', periodTo: '2019-03-31' },
    })
    const incomplete = await makeEvidence(db, { actionIds: [actionId] })
    await db
      .updateTable('evidence')
      .set({ kind: null, periodFrom: null, periodTo: null })
      .where('id', '=', incomplete)
      .execute()
    const view = await threadView(manager, third)
    expect(view).toMatchObject({ told: 'Told in 2015, 2019 and again in 2026', mayLink: true })
    expect(view.tellings.map(({ inspection, said }) => [inspection.name, said])).toEqual([
      [
        'Single inspection (SIF) of Westmarsh',
        [{ id: first, text: 'Supervision, for the 1. time.', isThis: false }],
      ],
      [
        'ILACS inspection of Westmarsh',
        [{ id: second, text: 'Supervision, for the 2. time.', isThis: false }],
      ],
      [
        'Focused visit of Westmarsh',
        [{ id: third, text: 'Supervision, for the 3. time.', isThis: true }],
      ],
    ])
    expect(view.tellings.map(({ since }) => since)).toEqual([
      {
        sentences: [
          'The one action for it was delivered on 30 September 2016, and it was told again.',
          'Nobody has accepted evidence for it.',
          'Nobody has signed what difference it made.',
        ],
        actions: [{ id: actionId, title: 'Supervise every four weeks' }],
        evidence: { id: evidenceId, title: 'Supervision policy', periodTo: '2016-09-30' },
      },
      { sentences: ['No action was planned for it.'], actions: [], evidence: undefined },
      undefined,
    ])
  })

  test('names no evidence that the reader may not see', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { first, second } = await toldThreeTimes(manager)
    const actionId = await makeAction(db, { recommendationIds: [first] })
    await makeEvidence(db, {
      ...{ actionIds: [actionId], restricted: true },
      ...{ periodFrom: '2016-01-01', periodTo: '2016-09-30' },
    })
    const evidenceFor = async (context: Context) =>
      (await threadView(context, second)).tellings[0]?.since?.evidence
    expect(await evidenceFor(manager)).toBeDefined()
    expect(await evidenceFor(await contextFor(db, 'observer'))).toBeUndefined()
    expect(await evidenceFor(await contextFor(db, 'admin'))).toBeUndefined()
  })

  test('is linked by managers, where there is something earlier', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { first, second } = await toldThreeTimes(manager)
    expect((await threadView(await contextFor(db, 'leader'), second)).mayLink).toBe(false)
    expect((await threadView(manager, first)).mayLink).toBe(false)
    expect(await threadView(manager, await makeRecommendation(db))).toMatchObject({
      told: undefined,
      tellings: [],
      mayLink: true,
    })
  })

  test('is no thread any more once it is taken back', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { second, third } = await toldThreeTimes(manager)
    const { id } = await db
      .selectFrom('repeatDecisions')
      .where('laterId', '=', second)
      .select('id')
      .executeTakeFirstOrThrow()
    await takeBackRepeat(manager, id)
    expect((await threadView(manager, third)).told).toBe('Told in 2019 and again in 2026')
  })
})

describe('readiness', () => {
  test('judges it once, by what is open for it, and says that it was told before', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const { first, second, third } = await toldThreeTimes(manager)
    const done = await makeAction(db, { recommendationIds: [first], deliveredOn: '2016-09-30' })
    const open = await makeAction(db, { recommendationIds: [second], dueOn: '2027-01-29' })
    const readiness = readinessOf(await planFacts(db, manager.actor, manager.today))
    const judged = readiness.areas.flatMap(({ recommendations }) => recommendations)
    expect(judged.map(({ recommendation }) => recommendation.id)).not.toContain(first)
    expect(judged.map(({ recommendation }) => recommendation.id)).not.toContain(second)
    const latest = judged.find(({ recommendation }) => recommendation.id === third)
    expect(latest?.actions.map(({ id }) => id)).toEqual([open])
    expect(latest?.actions.map(({ id }) => id)).not.toContain(done)
    expect(latest?.reasons).toContainEqual({
      about: 'told-again',
      sentence: 'It was told before, in 2015, 2019, and told again.',
      cause: { kind: 'recommendation', id: third, title: 'Supervision, for the 3. time.' },
      atMost: 'not-yet',
    })
  })

  test('of a day before it was confirmed judges each by itself', async ({ db }) => {
    const onDay = (day: string) => new Date(`${day}T12:00:00Z`)
    const told = await inTransaction({ db, now: onDay('2026-03-02') }, async (tx) => {
      const inspectionId = await makeInspection(tx, {
        inspectedFrom: '2019-03-04',
        inspectedTo: '2019-03-15',
      })
      const earlierId = await makeRecommendation(tx, { inspectionId })
      return { earlierId, laterId: await makeRecommendation(tx) }
    })
    const { earlierId, laterId } = told as { earlierId: number; laterId: number }
    const manager = await contextFor(db, 'manager', onDay('2026-04-01'))
    await decideRepeat(manager, laterId, { earlierId, verdict: 'same' })
    const placesOn = async (day: CalendarDate) => {
      const { recommendations } = await planFactsOn(db, manager.actor, day)
      return [earlierId, laterId].map((id) => {
        const one = recommendations.find((row) => row.id === id)
        return { toldBefore: one?.toldBefore, carriedBy: one?.carriedBy }
      })
    }
    expect(await placesOn('2026-03-31')).toEqual([
      { toldBefore: [], carriedBy: [] },
      { toldBefore: [], carriedBy: [] },
    ])
    expect(await placesOn('2026-04-01')).toEqual([
      { toldBefore: [], carriedBy: [laterId] },
      { toldBefore: ['2019-03-04'], carriedBy: [] },
    ])
  })
})
