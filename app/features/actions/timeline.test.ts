import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect } from 'vitest'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makeInspection } from '~/testing/make'
import { TimelinePage } from './timeline.page'
import { rowsOfTimeline, timelineView } from './timeline.query.server'

describe('the timeline', () => {
  test('shows what has a date, what waits for what, and where they clash before a visit', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const ownerId = manager.actor.personId
    await db
      .insertInto('visits')
      .values({
        inspectionId: await makeInspection(db),
        kind: 'monitoring-visit',
        expectedFrom: '2026-12-08',
        expectedTo: '2026-12-09',
        plannedById: ownerId,
        plannedAt: aFriday,
      })
      .execute()
    const early = await makeAction(db, { ownerId, startOn: '2026-10-01', dueOn: '2026-12-03' })
    const late = await makeAction(db, { ownerId, startOn: '2026-11-01', dueOn: '2027-01-10' })
    await makeAction(db, { ownerId, dueOn: '2026-12-04' })
    await makeAction(db, { ownerId, dueOn: '2026-12-07' })
    await makeAction(db, { title: 'No date' })
    await db
      .insertInto('actionDependencies')
      .values({ actionId: early, needsId: late, addedById: ownerId, addedAt: aFriday })
      .execute()
    const view = await timelineView(manager, {})
    expect(view.rows).toHaveLength(4)
    expect(view.clashes.map(({ sentence }) => sentence)).toEqual([
      `A${early} is due 3 December 2026 and waits for A${late}, which is due only 10 January 2027.`,
      `3 actions of ${manager.actor.name} are due in the week before the visit of 8 December 2026.`,
    ])
    const { drawing } = view
    expect(drawing?.waits).toHaveLength(1)
    expect(drawing?.waits[0]).toMatchObject({ isClash: true })
    const [first, , , last] = drawing!.rows
    expect(first!.dueX).toBeLessThan(drawing!.visit!.x)
    expect(last!.dueX).toBeGreaterThan(drawing!.visit!.x)
    expect(drawing!.todayX).toBeLessThan(first!.dueX)
    // Drawn by the server: the page that comes holds the drawing, and the same as a table.
    const page = renderToStaticMarkup(createElement(TimelinePage, { view }))
    expect(page).toMatch(/<svg[^>]+role="img"/)
    expect(page.match(/<svg[\s\S]*<\/svg>/)?.[0]).toContain('2 clashes of dates')
    expect(page).toMatch(/<details[\s\S]*<table/)
    for (const { bar, dueX } of drawing!.rows) {
      expect(bar.x + bar.width).toBeLessThanOrEqual(100)
      expect(dueX).toBeGreaterThanOrEqual(bar.x)
    }
  })

  test('looks for clashes in all that fits, not on the page in sight alone', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const ownerId = manager.actor.personId
    await db
      .insertInto('visits')
      .values({
        inspectionId: await makeInspection(db),
        kind: 'monitoring-visit',
        expectedFrom: '2027-03-09',
        expectedTo: '2027-03-10',
        plannedById: ownerId,
        plannedAt: aFriday,
      })
      .execute()
    for (let at = 0; at < rowsOfTimeline; at++) await makeAction(db, { dueOn: '2026-12-01' })
    const [one, other, third] = [
      await makeAction(db, { ownerId, dueOn: '2027-03-03' }),
      await makeAction(db, { ownerId, dueOn: '2027-03-04' }),
      await makeAction(db, { ownerId, dueOn: '2027-03-05' }),
    ]
    await db
      .insertInto('actionDependencies')
      .values({ actionId: one, needsId: third, addedById: ownerId, addedAt: aFriday })
      .execute()
    const view = await timelineView(manager, {})
    expect(view.rows.map(({ id }) => id)).not.toContain(one)
    expect(view).toMatchObject({
      count: rowsOfTimeline + 3,
      clashes: [
        {
          ids: [one, third],
          sentence: `A${one} is due 3 March 2027 and waits for A${third}, which is due only 5 March 2027.`,
        },
        { ids: [one, other, third] },
      ],
    })
    // what the plan is not narrowed to does not clash
    expect((await timelineView(manager, { dueTo: '2027-02-01' })).clashes).toEqual([])
  })

  test('draws nothing of what lies before its first month, and says when that was', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const before = await makeAction(db, { dueOn: '2024-03-01', deliveredOn: '2024-02-20' })
    const now = await makeAction(db, { startOn: '2024-03-01', dueOn: '2026-12-01' })
    const { drawing } = await timelineView(manager, {})
    expect(drawing?.rows.map(({ id, isBefore }) => [id, isBefore])).toEqual([
      [now, false],
      [before, true],
    ])
  })

  test('is narrowed as the register is, and says so when nothing is left', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    await makeAction(db, { dueOn: '2026-11-01' })
    await makeAction(db, { dueOn: '2027-11-01' })
    expect((await timelineView(manager, { show: ['late'] })).rows).toHaveLength(1)
    const none = await timelineView(manager, { owner: '9999' })
    expect(none).toMatchObject({ rows: [], drawing: undefined, clashes: [] })
  })
})
