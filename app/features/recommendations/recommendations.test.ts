import { describe, expect } from 'vitest'
import {
  contextFor,
  makeAction,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { test } from '~/testing/db-test'
import { recommendationView } from './recommendation.query.server'
import { recommendationsView } from './recommendations.query.server'

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

  test('let only those who may create actions', async ({ db }) => {
    const observer = await contextFor(db, 'observer')
    const id = await makeRecommendation(db)
    expect(await recommendationView(observer, id)).toMatchObject({ canCreateActions: false })
    expect(await recommendationView(observer, 2_000_000_000)).toBeUndefined()
  })
})
