import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { takeLetter, visitOfLetter } from '~/db/visit-letters.server'
import { inTransaction } from '~/db/db.server'
import { insertReportImport } from '~/db/tables/report-imports.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeInspection, makeRecommendation } from '~/testing/make'
import { closeVisit } from './close-visit.command.server'
import { closeVisitForm } from './close-visit.form'
import { closeVisitView } from './close-visit.query.server'
import { expectLetter } from './expect-letter.command.server'
import { planVisit } from './plan-visit.command.server'
import { recordHeld } from './record-visit-held.command.server'
import { visitDetailView } from './visit-detail.query.server'
import { visitLetterView } from './visit-letter.query.server'

const said = { said: 'Children are seen sooner.', notAnIdentifier: '' }

async function aVisit(context: Context, { isHeld }: { isHeld: boolean }): Promise<number> {
  const inspectionId = await makeInspection(context.db)
  const tested = await makeRecommendation(context.db, {
    inspectionId,
    text: 'Unallocated children.',
  })
  const planned = await planVisit(context, {
    inspectionId,
    kind: 'monitoring-visit',
    expectedFrom: '2026-11-16',
    expectedTo: '2026-11-20',
    covers: '',
    recommendationIds: [tested],
    leadInspector: '',
    letterPublished: false,
    notAnIdentifier: '',
  })
  if (!planned.allowed) throw new Error(planned.because)
  if (isHeld) {
    await recordHeld(context, planned.visitId, {
      heldFrom: '2026-11-17',
      heldTo: '2026-11-18',
      leadInspector: 'Jo Bright',
      letterPublished: false,
      notAnIdentifier: '',
    })
  }
  return planned.visitId
}

describe('a visit is closed', () => {
  test('without a letter by what inspectors said, once', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const visitId = await aVisit(leader, { isHeld: true })
    expect(await closeVisit(leader, visitId, said)).toEqual({ allowed: true })
    const view = await visitDetailView(leader, visitId)
    expect(view?.closing).toMatchObject({ said: said.said, byName: leader.actor.name })
    expect(view).toMatchObject({
      visit: { leadInspector: 'Jo Bright' },
      tested: [{ title: 'Unallocated children.' }],
    })
    expect(view?.mayClose).toMatchObject({ because: 'This visit is closed already.' })
    expect(await closeVisit(leader, visitId, said)).toMatchObject({
      because: 'This visit is closed already.',
    })
    await expectRefusedBy(db, 'visit_closings_are_never_changed', () =>
      db.deleteFrom('visitClosings').execute(),
    )
  })

  test('not before it was held, without words, or by a social worker', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const visitId = await aVisit(leader, { isHeld: false })
    expect(await closeVisit(leader, visitId, said)).toMatchObject({
      because: 'Record first that the visit was held.',
    })
    expect((await closeVisitView(leader, visitId))?.decision).toMatchObject({ allowed: false })
    const held = await aVisit(leader, { isHeld: true })
    expect(await closeVisit(leader, held, { ...said, said: ' ' })).toMatchObject({
      because: 'Say what inspectors said.',
    })
    const worker = await contextFor(db, 'practitioner')
    expect(await closeVisit(worker, held, said)).toMatchObject({ allowed: false })
    expect(await closeVisit(leader, 2_000_000_000, said)).toBeUndefined()
    expect(await closeVisitView(leader, 2_000_000_000)).toBeUndefined()
    await expectRefusedBy(db, 'visit_closings_rest_on_a_letter_or_on_words', () =>
      db
        .insertInto('visitClosings')
        .values({ visitId: held, closedById: leader.actor.personId, closedAt: leader.now })
        .execute(),
    )
    expect(closeVisitForm.safeParse({ said: '' }).error?.issues[0]?.message).toBe(
      'Say what inspectors said.',
    )
  })

  test('by its letter, which records that it was held where nobody has', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const visitId = await aVisit(manager, { isHeld: false })
    const letter = { inspectedFrom: '2026-11-17', inspectedTo: '2026-11-18' } as const
    const inspectionId = await makeInspection(db, {
      ...{ kind: 'monitoring-visit', reportReceivedOn: null },
      ...letter,
    })
    await inTransaction(manager, async (tx) => {
      const visit = (await visitAsked(tx, manager, visitId))!
      await takeLetter(
        tx,
        visit,
        { ...letter, inspectionId, leadInspector: 'Jo Bright' },
        { actorId: manager.actor.personId, now: manager.now },
      )
    })
    const view = await visitDetailView(manager, visitId)
    expect(view).toMatchObject({
      title: 'Monitoring visit of 17 November 2026',
      visit: { leadInspector: 'Jo Bright', heldFrom: '2026-11-17', heldTo: '2026-11-18' },
      tested: [{ title: 'Unallocated children.' }],
      letter: { inspectionId },
      closing: { said: '' },
      mayAddLetter: false,
    })
    const events = await db
      .selectFrom('events')
      .where('subjectKind', '=', 'visit')
      .orderBy('id')
      .select('what')
      .execute()
    expect(events.map(({ what }) => what)).toEqual([
      'visit.planned',
      'visit.held',
      'visit.letter-added',
      'visit.closed',
    ])
  })

  test('and a letter that comes later is its letter all the same', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const visitId = await aVisit(manager, { isHeld: true })
    await closeVisit(manager, visitId, said)
    const letter = { inspectedFrom: '2026-11-17', inspectedTo: '2026-11-18' } as const
    const found = await visitOfLetter(db, 2_000_000_000, {
      kind: 'monitoring-visit',
      ...letter,
    })
    expect(found).toMatchObject({ id: visitId, isClosed: true, hasLetter: false })
    const inspectionId = await makeInspection(db, {
      ...{ kind: 'monitoring-visit', reportReceivedOn: null },
      ...letter,
    })
    const by = { actorId: manager.actor.personId, now: manager.now }
    await takeLetter(db, found!, { ...letter, inspectionId, leadInspector: '' }, by)
    const view = await visitDetailView(manager, visitId)
    expect(view).toMatchObject({ letter: { inspectionId }, closing: { said: said.said } })
  })
})

/** The visit whose letter is being read. */
async function visitAsked(
  tx: Parameters<typeof visitOfLetter>[0],
  context: Context,
  visitId: number,
) {
  const { actor, now } = context
  const source = await tx
    .insertInto('reportSources')
    .values({
      ...{ format: 'text', originalName: 'Pasted text', pages: 1, lines: '[]' },
      ...{ addedById: actor.personId, addedAt: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const importId = await insertReportImport(tx, {
    sourceId: source.id,
    reading: {} as never,
    draft: { revision: 1 } as never,
    ...{ startedById: actor.personId, startedAt: now },
  })
  expect(await expectLetter(context, visitId, importId)).toEqual({ allowed: true })
  expect(await expectLetter(context, 2_000_000_000, importId)).toBeUndefined()
  expect((await visitLetterView(context, visitId))?.reading).toMatchObject([{ importId }])
  return visitOfLetter(tx, importId, { kind: 'monitoring-visit', inspectedFrom: null })
}
