import { describe, expect } from 'vitest'
import { test } from '~/testing/db-test'
import { contextFor, makeInspection } from '~/testing/make'
import { planVisit } from './plan-visit.command.server'
import { type PlannedVisit, planVisitForm } from './plan-visit.form'
import { planVisitView } from './plan-visit.query.server'

const visit = (inspectionId: number, differs: Partial<PlannedVisit> = {}): PlannedVisit => ({
  inspectionId,
  kind: 'monitoring-visit',
  expectedFrom: '2026-12-08',
  expectedTo: '2026-12-09',
  covers: 'Help and protection',
  recommendationIds: [],
  leadInspector: '',
  letterPublished: null,
  notAnIdentifier: '',
  ...differs,
})

describe('planning a visit', () => {
  test('puts it into the plan and records who did', async ({ db }) => {
    const context = await contextFor(db, 'leader')
    const planned = await planVisit(context, visit(await makeInspection(db)))
    expect(planned.allowed).toBe(true)
    const row = await db.selectFrom('visits').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      expectedFrom: '2026-12-08',
      heldTo: null,
      covers: 'Help and protection',
    })
    const event = await db
      .selectFrom('events')
      .where('what', '=', 'visit.planned')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({ subjectId: row.id, actorId: context.actor.personId })
  })

  test('is refused before its inspection, and nothing is kept', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const inspectionId = await makeInspection(db, {
      inspectedFrom: '2026-02-02',
      inspectedTo: '2026-02-13',
    })
    expect(await planVisit(context, visit(inspectionId, { expectedFrom: '2026-02-01' }))).toEqual({
      allowed: false,
      because:
        'A visit comes after its inspection, which ended on 13 February 2026. Choose a later date.',
    })
    expect(await db.selectFrom('visits').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('events').selectAll().execute()).toEqual([])
  })

  test('is refused for an inspection that is not there', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    expect(await planVisit(context, visit(2_000_000_000))).toEqual({
      allowed: false,
      because: 'Choose the inspection from the list.',
    })
  })

  test('is refused with a window that runs backwards, and to an observer', async ({ db }) => {
    const inspectionId = await makeInspection(db)
    const backwards = visit(inspectionId, { expectedTo: '2026-12-07' })
    expect(await planVisit(await contextFor(db, 'manager'), backwards)).toMatchObject({
      because: 'The last day of the window cannot come before the first.',
    })
    expect(await planVisit(await contextFor(db, 'observer'), visit(inspectionId))).toMatchObject({
      because: 'Only a manager or a leader can do this.',
    })
  })

  test('offers the inspections, the newest first', async ({ db }) => {
    await makeInspection(db, {
      inspectedFrom: '2025-01-06',
      inspectedTo: '2025-01-17',
      reportReceivedOn: null,
    })
    await makeInspection(db)
    const { inspections } = await planVisitView(await contextFor(db, 'manager'))
    expect(inspections.map(({ name }) => name)).toEqual([
      'ILACS inspection, ended 13 February 2026',
      'ILACS inspection, ended 17 January 2025',
    ])
  })
})

describe('the form', () => {
  const typed = { inspectionId: '1', kind: 'monitoring-visit', expectedFrom: '8/12/2026' }

  test('takes one day as the whole window', () => {
    expect(planVisitForm.parse(typed)).toMatchObject({
      expectedFrom: '2026-12-08',
      expectedTo: '2026-12-08',
      covers: '',
    })
  })

  test.each([
    ['no inspection', { inspectionId: '' }, 'Choose the inspection it follows.'],
    ['no day', { expectedFrom: '' }, 'Give the first day on which it may begin.'],
    [
      'a day that does not exist',
      { expectedFrom: '31/02/2026' },
      'Give a day that exists, such as 28/11/2026.',
    ],
    ['a kind we do not know', { kind: 'tea' }, 'Choose the kind of visit.'],
  ])('says what to do about %s', (_what, wrong, sentence) => {
    const read = planVisitForm.safeParse({ ...typed, ...wrong })
    expect(read.error?.issues.map((issue) => issue.message)).toEqual([sentence])
  })
})
