import { describe, expect } from 'vitest'
import { inTransaction, type Tx } from '~/db/db.server'
import { planFactsOn } from '~/db/plan-facts.server'
import { insertVisit } from '~/db/tables/visits.server'
import { readinessOf } from '~/domain/plan/readiness'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { readinessAreaView } from './readiness-area.query.server'
import { readinessView } from './readiness.query.server'

const at = async <Made>(db: Tx, day: string, story: (tx: Tx) => Promise<Made>): Promise<Made> =>
  (await inTransaction({ db, now: new Date(`${day}T10:00:00Z`) }, story)) as Made

/** Two areas, three recommendations, two actions, as they were made in March. */
async function aPlan(db: Tx) {
  return at(db, '2026-03-20', async (tx) => {
    const inspectionId = await makeInspection(tx)
    const recommend = (area: string) => makeRecommendation(tx, { inspectionId, area })
    const changes = await recommend('help-and-protection')
    const assessments = await recommend('help-and-protection')
    const oversight = await recommend('leaders')
    const ownerId = await makePerson(tx, { name: 'J. Okafor' })
    const plan = { ownerId, startOn: '2026-11-01', dueOn: '2027-03-31', successMeasure: 'Fewer.' }
    const protocol = await makeAction(tx, {
      ...plan,
      title: 'Test the hand-over protocol',
      recommendationIds: [changes],
    })
    const supervision = await makeAction(tx, {
      ...plan,
      title: 'Supervise monthly',
      recommendationIds: [oversight],
    })
    return { inspectionId, changes, assessments, oversight, ownerId, protocol, supervision }
  })
}

const aVisit = (tx: Tx, inspectionId: number, columns: object) =>
  makePerson(tx).then((plannedById) =>
    insertVisit(tx, {
      inspectionId,
      kind: 'monitoring-visit',
      expectedFrom: '2026-12-08',
      expectedTo: '2026-12-09',
      plannedById,
      plannedAt: new Date('2026-03-20T10:00:00Z'),
      ...columns,
    }),
  )

const assure = async (tx: Tx, actionId: number, kinds: readonly string[]) => {
  for (const kind of kinds) {
    const addedById = await makePerson(tx)
    const evidenceId = await makeEvidence(tx, { addedById, kind, actionIds: [actionId] })
    await tx
      .insertInto('evidenceReviews')
      .values({
        evidenceId,
        addedById,
        reviewerId: await makePerson(tx),
        reviewedAt: new Date('2026-11-10T10:00:00Z'),
        verdict: 'accepted',
        strength: 'output',
      })
      .execute()
  }
}

describe('readiness', () => {
  test('is told by area and recommendation, worst first, under the framework’s own titles', async ({
    db,
  }) => {
    const plan = await aPlan(db)
    await at(db, '2026-11-10', (tx) => assure(tx, plan.supervision, ['case-audit', 'voice']))
    const view = await readinessView(await contextFor(db, 'leader'))
    expect(view.areas.map(({ title, verdict }) => [title, verdict])).toEqual([
      ['The experiences and progress of children who need help and protection', 'not-yet'],
      ['The impact of leaders on social work practice with children and families', 'nearly'],
    ])
    expect(view.areas[0]?.recommendations.map((one) => one.recommendation.id)).toEqual([
      plan.assessments,
      plan.changes,
    ])
    expect(view.counts).toEqual({ 'not-yet': 2, nearly: 1, ready: 0 })
    expect(view.areas[0]?.heldBackBy[0]?.inspectorWouldFind[0]?.sentence).toBe(
      'Nothing is planned for it.',
    )
  })

  test('counts evidence for a recommendation itself in what is found, from the day it was accepted', async ({
    db,
  }) => {
    const { assessments } = await aPlan(db)
    const addedById = await makePerson(db)
    await at(db, '2026-10-05', async (tx) => {
      const evidenceId = await makeEvidence(tx, { addedById, kind: 'case-audit' })
      await tx
        .insertInto('evidenceRecommendations')
        .values({ evidenceId, recommendationId: assessments })
        .execute()
    })
    const { id } = await db.selectFrom('evidence').select('id').executeTakeFirstOrThrow()
    await at(db, '2026-10-12', async (tx) => {
      const review = { evidenceId: id, addedById, reviewerId: await makePerson(tx) }
      await tx
        .insertInto('evidenceReviews')
        .values({ ...review, reviewedAt: new Date(), verdict: 'accepted', strength: 'output' })
        .execute()
    })
    const { actor } = await contextFor(db, 'leader')
    const ownOn = async (day: CalendarDate) =>
      readinessOf(await planFactsOn(db, actor, day))
        .areas.flatMap((area) => area.recommendations)
        .find((one) => one.recommendation.id === assessments)?.ownEvidence
    expect(await ownOn('2026-10-11')).toBeUndefined()
    expect(await ownOn('2026-10-12')).toMatch(/^1 piece of evidence is accepted for the recomm/)
  })

  test('is empty before there is a report', async ({ db }) => {
    const view = await readinessView(await contextFor(db, 'observer'))
    expect(view).toMatchObject({ areas: [], nextVisit: undefined, since: undefined })
  })

  test('compares with the plan as it stood at the end of the last visit', async ({ db }) => {
    const plan = await aPlan(db)
    const held = { expectedFrom: '2026-09-12', expectedTo: '2026-09-12' }
    await at(db, '2026-03-20', (tx) =>
      aVisit(tx, plan.inspectionId, { ...held, heldFrom: '2026-09-11', heldTo: '2026-09-12' }),
    )
    await aVisit(db, plan.inspectionId, {})
    // before the visit, and so no part of what moved
    await at(db, '2026-05-01', (tx) =>
      tx.updateTable('actions').set({ ownerId: null }).where('id', '=', plan.protocol).execute(),
    )
    // on the evening of its last day
    await inTransaction({ db, now: new Date('2026-09-12T21:30:00Z') }, (tx) =>
      tx
        .updateTable('actions')
        .set({ ownerId: plan.ownerId })
        .where('id', '=', plan.protocol)
        .execute(),
    )
    await at(db, '2026-10-05', (tx) =>
      tx.updateTable('actions').set({ ownerId: null }).where('id', '=', plan.protocol).execute(),
    )
    await at(db, '2026-11-02', (tx) =>
      tx
        .updateTable('actions')
        .set({ deliveredOn: '2026-11-02' })
        .where('id', '=', plan.supervision)
        .execute(),
    )
    await at(db, '2026-11-10', (tx) => assure(tx, plan.supervision, ['case-audit', 'voice']))
    // tomorrow's change is not known today
    const view = await readinessView(await contextFor(db, 'leader'))
    expect(view.since?.visit.heldTo).toBe('2026-09-12')
    expect(view.nextVisit?.expectedFrom).toBe('2026-12-08')
    expect(view.since?.changes).toMatchObject({
      from: '2026-09-12',
      to: '2026-11-20',
      better: 1,
      worse: 1,
    })
    expect(
      view.since?.changes.moved.map(({ cause, direction, changes }) => [
        cause.kind,
        cause.id,
        direction,
        changes.map((one) => one.sentence),
      ]),
    ).toEqual([
      [
        'action',
        plan.protocol,
        'worse',
        [
          'Was not started, is at risk: no owner.',
          'Nobody owns it any more.',
          'Colour: was “not started”, is “at risk”.',
        ],
      ],
      ['recommendation', plan.oversight, 'better', ['Was “not yet”, is “nearly”.']],
      [
        'action',
        plan.supervision,
        'better',
        [
          'Delivered on 2 November 2026.',
          'Assurance: was “no evidence”, is “assured”: 2 pieces of evidence accepted.',
          'Colour: was “not started”, is “delivered and assured, impact to come”.',
        ],
      ],
    ])
  })

  test('does not name restricted evidence to those who may not read it', async ({ db }) => {
    const plan = await aPlan(db)
    await makeEvidence(db, {
      title: 'A secret audit',
      restricted: true,
      actionIds: [plan.protocol],
    })
    const told = async (role: 'observer' | 'leader' | 'practitioner') =>
      JSON.stringify(
        await readinessAreaView(await contextFor(db, role), 'help-and-protection'),
      ).includes('A secret audit')
    expect(await told('leader')).toBe(true)
    expect(await told('observer')).toBe(false)
    expect(await told('practitioner')).toBe(false)
  })
})

describe('the readiness of one area', () => {
  test('has every recommendation with reasons, and the actions that answer it', async ({ db }) => {
    const plan = await aPlan(db)
    const view = await readinessAreaView(await contextFor(db, 'observer'), 'leaders')
    expect(view?.area.recommendations).toHaveLength(1)
    const [only] = view!.area.recommendations
    expect(only?.actions.map(({ id }) => id)).toEqual([plan.supervision])
    expect(only?.reasons[0]).toMatchObject({
      sentence: 'No evidence has been added.',
      cause: { kind: 'action', id: plan.supervision },
    })
  })

  test('is not found where no recommendation is about it', async ({ db }) => {
    await aPlan(db)
    expect(await readinessAreaView(await contextFor(db, 'leader'), 'tea')).toBeUndefined()
  })
})
