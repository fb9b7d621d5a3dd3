import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { insertRepeatDecision } from '~/db/tables/repeat-decisions.server'
import { contextFor, makeInspection, makeRecommendation } from '~/testing/make'
import { test } from '~/testing/db-test'
import { inspectionView } from './inspection.query.server'
import { inspectionsView } from './inspections.query.server'
import { stateDates } from './state-dates.command.server'
import { stateDatesForm } from './state-dates.form'

const eventsOf = (db: Context['db'], id: number) =>
  db
    .selectFrom('events')
    .where('subjectKind', '=', 'inspection')
    .where('subjectId', '=', id)
    .orderBy('id')
    .select(['what', 'before', 'after'])
    .execute()

const save = (manager: Context, id: number, typed: Record<string, string>) =>
  stateDates(manager, id, stateDatesForm.parse(typed))

const statementsOf = async (manager: Context, id: number) => {
  const view = await inspectionView(manager, id)
  return view!.statements.map(({ duty, dueOn, computedOn, statedOn, metOn, state }) => ({
    duty,
    dueOn,
    computedOn,
    statedOn,
    metOn,
    state,
  }))
}

describe('the dates we are held to', () => {
  test('are counted from receipt, and wait while that is not known', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeInspection(db, { reportReceivedOn: null })
    expect((await statementsOf(manager, id)).map(({ state }) => state)).toEqual([
      'date-not-known',
      'date-not-known',
    ])
    expect(await save(manager, id, { receivedOn: '20/03/2026', 'seen-receivedOn': '' })).toEqual({
      allowed: true,
    })
    expect((await statementsOf(manager, id)).map(({ dueOn }) => dueOn)).toEqual([
      '2026-05-06',
      '2026-07-02',
    ])
    expect(await eventsOf(db, id)).toMatchObject([
      { what: 'inspection.received-date-given', after: { receivedOn: '2026-03-20' } },
    ])
  })

  test('give way to the date that Ofsted states; both stay to be seen', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeInspection(db)
    await save(manager, id, {
      'stated-statement-of-action': '2026-07-10',
      'seen-stated-statement-of-action': '',
    })
    expect((await statementsOf(manager, id))[1]).toMatchObject({
      dueOn: '2026-07-10',
      statedOn: '2026-07-10',
      computedOn: '2026-07-02',
    })
    await save(manager, id, {
      'stated-statement-of-action': '',
      'seen-stated-statement-of-action': '2026-07-10',
    })
    expect((await statementsOf(manager, id))[1]).toMatchObject({ dueOn: '2026-07-02' })
    expect((await eventsOf(db, id)).map(({ what }) => what)).toEqual([
      'inspection.date-stated',
      'inspection.stated-date-cleared',
    ])
  })

  test('are met on a day, each change its own event', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeInspection(db)
    await save(manager, id, {
      'met-publish-report': '2026-05-01',
      'seen-met-publish-report': '',
      'met-statement-of-action': '2026-07-20',
      'seen-met-statement-of-action': '',
    })
    expect((await statementsOf(manager, id)).map(({ state }) => state)).toEqual(['met', 'met-late'])
    expect((await eventsOf(db, id)).map(({ what }) => what)).toEqual([
      'inspection.duty-met',
      'inspection.duty-met',
    ])
    await save(manager, id, {
      'met-publish-report': '',
      'seen-met-publish-report': '2026-05-01',
    })
    expect((await eventsOf(db, id)).at(-1)?.what).toBe('inspection.duty-met-cleared')
  })

  test('are refused where they cannot be', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeInspection(db)
    const refusals: [Record<string, string>, string][] = [
      [
        { receivedOn: '2026-02-12', 'seen-receivedOn': '2026-03-20' },
        'The report cannot be received before the inspection ended.',
      ],
      [
        { receivedOn: '2026-11-21', 'seen-receivedOn': '2026-03-20' },
        'The report cannot be received after today.',
      ],
      [
        { 'stated-publish-report': '2026-03-19' },
        'The date in the letter cannot be before the report was received.',
      ],
      [
        { 'met-publish-report': '2026-11-21' },
        'Give the day it was done once it is done, not a day to come.',
      ],
      [{ 'met-publish-report': '2026-03-19' }, 'It cannot be done before the report was received.'],
    ]
    for (const [typed, because] of refusals) {
      expect(await save(manager, id, typed)).toEqual({ allowed: false, because })
    }
    expect(await eventsOf(db, id)).toEqual([])
  })

  test('are not changed over the head of somebody else, unless both mean the same', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeInspection(db)
    await save(manager, id, { 'stated-publish-report': '2026-05-10' })
    expect(await save(manager, id, { 'stated-publish-report': '2026-05-11' })).toEqual({
      allowed: false,
      because: 'Somebody else has changed one of these dates meanwhile. Compare and save again.',
    })
    expect(await save(manager, id, { 'stated-publish-report': '2026-05-10' })).toEqual({
      allowed: true,
    })
    // a field that she left alone is left alone
    expect(
      await save(manager, id, {
        'stated-publish-report': '',
        'seen-stated-publish-report': '',
        'met-publish-report': '2026-05-05',
      }),
    ).toEqual({ allowed: true })
    expect((await statementsOf(manager, id))[0]).toMatchObject({
      statedOn: '2026-05-10',
      metOn: '2026-05-05',
    })
    expect(await eventsOf(db, id)).toHaveLength(2)
  })

  test('must be days that exist', () => {
    const form = stateDatesForm.safeParse({ receivedOn: '31/02/2026' })
    expect(form.error?.issues[0]).toMatchObject({
      path: ['receivedOn'],
      message: 'Give a day that exists, such as 28/11/2026.',
    })
  })

  test('are of an inspection that is there', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    expect(await save(manager, 2_000_000_000, { receivedOn: '2026-03-20' })).toBeUndefined()
  })
})

describe('the list of inspections', () => {
  test('shows grades, recommendations and the next duty', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const id = await makeInspection(db)
    await makeRecommendation(db, { inspectionId: id })
    await db
      .insertInto('judgements')
      .values([
        { inspectionId: id, frameworkId: 'ilacs-2023', area: 'leaders', grade: 'good' },
        { inspectionId: id, frameworkId: 'ilacs-2023', area: 'overall', grade: 'inadequate' },
      ])
      .execute()
    const row = (await inspectionsView(leader)).inspections.find((one) => one.id === id)
    expect(row).toMatchObject({
      kindTitle: 'ILACS inspection',
      grades: [{ title: 'Inadequate', isOverall: true, position: 3, of: 4 }],
      recommendations: 1,
      nextDuty: { title: 'Publish the report', dueOn: '2026-05-06' },
    })
  })

  test('leads to each, which says of its recommendations how often they were told', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const earlier = await makeInspection(db, {
      inspectedFrom: '2019-03-04',
      inspectedTo: '2019-03-15',
    })
    const later = await makeInspection(db)
    const earlierId = await makeRecommendation(db, { inspectionId: earlier })
    const laterId = await makeRecommendation(db, { inspectionId: later })
    await makeRecommendation(db, { inspectionId: later })
    await insertRepeatDecision(db, {
      earlierId,
      laterId,
      verdict: 'same',
      proposedBecause: '',
      decidedById: manager.actor.personId,
      decidedAt: manager.now,
    })
    const view = await inspectionView(manager, later)
    expect(view?.recommendations.map(({ timeTold }) => timeTold)).toEqual([2, 1])
  })

  test('shows every judgement where there is none of the whole, and a missing date', async ({
    db,
  }) => {
    const leader = await contextFor(db, 'leader')
    const id = await makeInspection(db, { frameworkId: 'ilacs-2026', reportReceivedOn: null })
    const judged = { inspectionId: id, frameworkId: 'ilacs-2026' }
    await db
      .insertInto('judgements')
      .values([
        { ...judged, area: 'care-leavers', grade: 'good' },
        { ...judged, area: 'leaders', grade: 'good' },
      ])
      .execute()
    const row = (await inspectionsView(leader)).inspections.find((one) => one.id === id)
    expect(row?.grades.map(({ areaName }) => areaName)).toEqual(['Leaders', 'Care leavers'])
    expect(row?.nextDuty).toEqual({ title: 'Publish the report', dueOn: null })
  })
})
