import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { test } from '~/testing/db-test'
import { contextFor, makeInspection } from '~/testing/make'
import { planVisit } from './plan-visit.command.server'
import { recordHeld } from './record-visit-held.command.server'
import { type HeldVisit, recordVisitHeldForm } from './record-visit-held.form'
import { recordVisitHeldView } from './record-visit-held.query.server'

const held: HeldVisit = {
  heldFrom: '2026-11-17',
  heldTo: '2026-11-18',
  leadInspector: 'Jo Bright',
  letterPublished: false,
  notAnIdentifier: '',
}

async function aVisit(context: Context): Promise<number> {
  const planned = await planVisit(context, {
    inspectionId: await makeInspection(context.db),
    kind: 'monitoring-visit',
    expectedFrom: '2026-11-16',
    expectedTo: '2026-11-20',
    covers: '',
    recommendationIds: [],
    leadInspector: '',
    letterPublished: null,
    notAnIdentifier: '',
  })
  if (!planned.allowed) throw new Error(planned.because)
  return planned.visitId
}

describe('recording that a visit was held', () => {
  test('keeps its days, inspector and letter, with what was expected', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const visitId = await aVisit(context)
    expect(await recordHeld(context, visitId, held)).toEqual({ allowed: true })
    const row = await db.selectFrom('visits').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      heldFrom: '2026-11-17',
      heldTo: '2026-11-18',
      leadInspector: 'Jo Bright',
      letterPublished: false,
    })
    const event = await db
      .selectFrom('events')
      .where('what', '=', 'visit.held')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(event.before).toEqual({ expectedFrom: '2026-11-16', expectedTo: '2026-11-20' })
  })

  test('is refused twice, and the page says the same', async ({ db }) => {
    const context = await contextFor(db, 'leader')
    const visitId = await aVisit(context)
    await recordHeld(context, visitId, held)
    const refused = { allowed: false, because: 'This visit is already recorded as held.' }
    expect(await recordHeld(context, visitId, held)).toEqual(refused)
    expect((await recordVisitHeldView(context, visitId))?.mayRecord).toEqual(refused)
  })

  test('is refused before it is over, before the inspection, and to a practitioner', async ({
    db,
  }) => {
    const context = await contextFor(db, 'manager')
    const visitId = await aVisit(context)
    expect(await recordHeld(context, visitId, { ...held, heldTo: '2026-11-21' })).toMatchObject({
      because: '21 November 2026 has not come yet. Record the visit once it is over.',
    })
    expect(await recordHeld(context, visitId, { ...held, heldFrom: '2026-02-01' })).toMatchObject({
      allowed: false,
    })
    expect(await recordHeld(await contextFor(db, 'practitioner'), visitId, held)).toMatchObject({
      because: 'Only a manager or a leader can do this.',
    })
  })

  test('of a visit that is not there is not found', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    expect(await recordHeld(context, 2_000_000_000, held)).toBeUndefined()
    expect(await recordVisitHeldView(context, 2_000_000_000)).toBeUndefined()
  })
})

test('the form asks for a day and whether the letter is published', () => {
  expect(recordVisitHeldForm.parse({ heldFrom: '2026-11-17', letter: 'not-known' })).toMatchObject({
    heldTo: '2026-11-17',
    letterPublished: null,
  })
  const read = recordVisitHeldForm.safeParse({})
  expect(read.error?.issues.map((issue) => issue.message)).toEqual([
    'Give the first day of the visit.',
    'Say whether the letter is published.',
  ])
})
