import { describe, expect } from 'vitest'
import type { KindShown } from '~/domain/evidence/triangulation'
import { insertRepeatDecision } from '~/db/tables/repeat-decisions.server'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { test } from '~/testing/db-test'
import { recommendationView } from './recommendation.query.server'
import { type RecommendationsView, recommendationsView } from './recommendations.query.server'

describe('the recommendations', () => {
  test('stand under their inspections, newest first, with what their actions lack', async ({
    db,
  }) => {
    const observer = await contextFor(db, 'observer')
    const old = await makeInspection(db, { inspectedFrom: '2019-03-04', inspectedTo: '2019-03-15' })
    const recent = await makeInspection(db, {
      inspectedFrom: '2036-03-04',
      inspectedTo: '2036-03-15',
      reportReceivedOn: null,
    })
    const first = await makeRecommendation(db, { inspectionId: old })
    const bare = await makeRecommendation(db, { inspectionId: old })
    const second = await makeRecommendation(db, { inspectionId: recent })
    await makeAction(db, { recommendationIds: [first, second], dueOn: '2026-12-01' })
    await makeAction(db, {
      recommendationIds: [first],
      ownerId: await makePerson(db),
      deliveredOn: '2026-11-02',
    })

    const view = await recommendationsView(observer)
    const ids = view.inspections.map(({ id }) => id)
    expect(ids.indexOf(recent)).toBeLessThan(ids.indexOf(old))
    const rows = view.inspections.find(({ id }) => id === old)?.recommendations
    expect(rows).toMatchObject([
      { id: first, actions: 2, delivered: 1, withoutOwner: 1, withoutDate: 1 },
      { id: bare, actions: 0, delivered: 0, withoutOwner: 0, withoutDate: 0 },
    ])
    expect(view.withoutAction).toBeGreaterThanOrEqual(1)
  })

  test('can be filtered by what they serve in the National Framework, by area and by kind', async ({
    db,
  }) => {
    const observer = await contextFor(db, 'observer')
    const inspectionId = await makeInspection(db)
    const serving = await makeRecommendation(db, {
      inspectionId,
      nationalFramework: ['outcome-4', 'enabler-2'],
      area: 'care-leavers',
      kind: 'area-for-priority-action',
    })
    await makeRecommendation(db, { inspectionId, nationalFramework: ['outcome-1'] })
    const shown = async (asked: Parameters<typeof recommendationsView>[1]) =>
      (await recommendationsView(observer, asked)).inspections.flatMap(({ recommendations }) =>
        recommendations.map(({ id }) => id),
      )
    expect(await shown({ framework: 'enabler-2' })).toEqual([serving])
    expect(await shown({ framework: 'outcome-4', area: 'care-leavers' })).toEqual([serving])
    expect(await shown({ framework: 'outcome-1', kind: 'area-for-priority-action' })).toEqual([])
    const all = await recommendationsView(observer, { framework: 'outcome-9', area: 'moon' })
    expect(all.filter).toEqual({ framework: '', area: '', kind: '', told: '' })
    expect(all.total).toBe(all.all)
    expect(all.choices.frameworks).toEqual(['enabler-2', 'outcome-1', 'outcome-4'])
  })

  test('are told again where somebody confirmed it, and can be shown alone', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const told = async (inspectedFrom: string, inspectedTo: string) =>
      makeRecommendation(db, {
        inspectionId: await makeInspection(db, { inspectedFrom, inspectedTo }),
      })
    const ids = [
      await told('2016-03-07', '2016-03-18'),
      await told('2019-03-04', '2019-03-15'),
      await told('2022-03-07', '2022-03-18'),
    ]
    for (const at of [1, 2]) {
      await insertRepeatDecision(db, {
        earlierId: ids[at - 1]!,
        laterId: ids[at]!,
        verdict: 'same',
        proposedBecause: '',
        decidedById: manager.actor.personId,
        decidedAt: manager.now,
      })
    }
    const timesIn = (view: RecommendationsView) =>
      view.inspections.flatMap(({ recommendations }) =>
        recommendations.map(({ id, timeTold, isToldSince }) => [id, timeTold, isToldSince]),
      )
    const all = await recommendationsView(manager)
    expect(all.toldAgain).toBe(2)
    expect(timesIn(all)).toEqual([
      [ids[2], 3, false],
      [ids[1], 2, true],
      [ids[0], 1, true],
    ])
    // what was told again is answered in its latest words
    expect(all.withoutAction).toBe(1)
    const again = await recommendationsView(manager, { told: 'again' })
    expect(timesIn(again)).toEqual([
      [ids[2], 3, false],
      [ids[1], 2, true],
    ])
    expect([again.total, again.all]).toEqual([2, 3])
  })

  test('each say their own words, where they stand, and how their actions do', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeRecommendation(db, {
      text: 'Supervise.',
      wording: 'reworded',
      originalText: 'Management oversight and supervision.',
      area: 'leaders',
    })
    const late = await makeAction(db, { recommendationIds: [id], dueOn: '2026-06-01' })
    const view = await recommendationView(manager, id)
    expect(view).toMatchObject({
      text: 'Supervise.',
      isReworded: true,
      originalText: 'Management oversight and supervision.',
      heading: 'What needs to improve?',
      page: 2,
      areaName: 'Leaders',
      canCreateActions: true,
      inspection: { name: 'ILACS inspection of Westmarsh', hasSource: false },
    })
    expect(view?.areaTitle).toContain('The impact of leaders')
    expect(view?.actions).toMatchObject([
      { id: late, ownerName: null, standing: { delivery: { rating: 'off-track' } } },
    ])
  })

  test('tell what visits said of it, the latest first', async ({ db }) => {
    const observer = await contextFor(db, 'observer')
    const told = await makeInspection(db)
    const id = await makeRecommendation(db, { inspectionId: told })
    const visitOf = async (day: string, verdict: string) => {
      const inspectionId = await makeInspection(db, {
        kind: 'monitoring-visit',
        frameworkId: null,
        inspectedFrom: day,
        inspectedTo: day,
        reportReceivedOn: null,
      })
      await db
        .insertInto('progressVerdicts')
        .values({
          inspectionId,
          recommendationId: id,
          toldByInspectionId: told,
          verdict,
          quote: `So it stood on ${day}.`,
          confirmedById: observer.actor.personId,
          confirmedAt: observer.now,
        })
        .execute()
    }
    await visitOf('2026-05-05', 'too-slow')
    await visitOf('2026-09-14', 'progress')
    expect((await recommendationView(observer, id))?.visitsSaid).toMatchObject([
      { verdict: 'progress', visit: 'Monitoring visit, 14 September 2026' },
      { verdict: 'too-slow', quote: 'So it stood on 2026-05-05.' },
    ])
  })

  test('show how each of the four kinds of evidence stands, of their actions and for themselves', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeRecommendation(db)
    const actionId = await makeAction(db, { recommendationIds: [id] })
    const addedById = await makePerson(db)
    const judged = async (evidenceId: number) => {
      await db
        .insertInto('evidenceReviews')
        .values({
          ...{ evidenceId, addedById },
          ...{ reviewerId: manager.actor.personId, reviewedAt: manager.now },
          ...{ verdict: 'accepted', strength: 'output', sampleSize: 12 },
        })
        .execute()
    }
    await judged(await makeEvidence(db, { addedById, actionIds: [actionId], kind: 'case-audit' }))
    const old = {
      kind: 'performance-data',
      periodFrom: '2026-01-01',
      periodTo: '2026-03-31',
    } as const
    await judged(await makeEvidence(db, { addedById, actionIds: [actionId], ...old }))
    const own = await makeEvidence(db, { addedById, kind: 'voice' })
    await db
      .insertInto('evidenceRecommendations')
      .values({ evidenceId: own, recommendationId: id })
      .execute()
    const states = (shown: readonly KindShown[] | undefined) =>
      Object.fromEntries((shown ?? []).map(({ kind, state }) => [kind, state]))
    const ofAction = {
      ...{ 'performance-data': 'stale', 'case-audit': 'fresh' },
      ...{ 'practice-observation': 'missing', voice: 'missing' },
    }
    // what was brought for the recommendation itself counts with that of its actions
    expect(states((await recommendationView(manager, id))?.triangulation)).toEqual({
      ...ofAction,
      voice: 'waiting',
    })
    await judged(own)
    expect(states((await recommendationView(manager, id))?.triangulation)).toEqual({
      ...ofAction,
      voice: 'fresh',
    })
  })

  test('let only those who may create actions', async ({ db }) => {
    const observer = await contextFor(db, 'observer')
    const id = await makeRecommendation(db)
    expect(await recommendationView(observer, id)).toMatchObject({ canCreateActions: false })
    expect(await recommendationView(observer, 2_000_000_000)).toBeUndefined()
  })
})
