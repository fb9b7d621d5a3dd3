import { describe, expect } from 'vitest'
import type { EvidenceInWords } from '~/domain/evidence/merge-edit'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeAction, makeEvidence } from '~/testing/make'
import { editEvidence } from './edit-evidence.command.server'
import { editEvidenceForm, evidenceAsTyped } from './edit-evidence.form'
import { editEvidenceView } from './edit-evidence.query.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { reviewEvidence } from './review-evidence.command.server'

const accepts = {
  verdict: 'accepted',
  reason: '',
  strength: 'output',
  sampleSize: null,
  latestReviewId: null,
  notAnIdentifier: '',
} as const

const edit = (evidence: EvidenceInWords, version: number, more: Record<string, string> = {}) =>
  editEvidenceForm.parse({
    ...Object.fromEntries(
      Object.entries(evidenceAsTyped(evidence)).map(([name, [value]]) => [name, value]),
    ),
    version: String(version),
    ...more,
  })

describe('the person who added evidence', () => {
  test('fills in what was missing, and it can be accepted then', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const id = await makeEvidence(db, {
      ...{ kind: null, periodFrom: null, periodTo: null },
      addedById: adder.actor.personId,
      actionIds: [await makeAction(db)],
    })
    const view = (await editEvidenceView(adder, id))!
    expect(view.missing).toEqual(['kind', 'period'])
    const whole = { kind: 'voice', periodFrom: '2026-10-01', periodTo: '2026-10-31' }
    expect(await editEvidence(adder, id, edit(view.evidence, 1, whole))).toEqual({ allowed: true })
    expect(await evidenceDetailView(adder, id)).toMatchObject({ kind: 'voice', missing: [] })
    expect(await reviewEvidence(manager, id, accepts)).toEqual({ allowed: true })
    const { what, before, after } = await db
      .selectFrom('events')
      .where('subjectKind', '=', 'evidence')
      .where('subjectId', '=', id)
      .where('what', '=', 'evidence.edited')
      .select(['what', 'before', 'after'])
      .executeTakeFirstOrThrow()
    expect({ what, before, after }).toEqual({
      what: 'evidence.edited',
      before: { version: 1, kind: null, periodFrom: null, periodTo: null },
      after: { version: 2, fields: ['kind', 'periodFrom', 'periodTo'], ...whole },
    })
  })

  test('answers the question with which it was returned, and it waits again', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const id = await makeEvidence(db, { addedById: adder.actor.personId })
    const question = { verdict: 'returned', reason: 'Which month?', strength: null } as const
    await reviewEvidence(manager, id, { ...accepts, ...question })
    const { evidence, question: asked } = (await editEvidenceView(adder, id))!
    expect(asked).toEqual({ by: manager.actor.name, words: 'Which month?' })
    await editEvidence(adder, id, edit(evidence, 1, { shows: 'In October, 9 of 12.' }))
    expect((await editEvidenceView(adder, id))!.question).toBeUndefined()
    expect(await evidenceDetailView(adder, id)).toMatchObject({
      standing: 'awaiting-review',
      reviews: [{ verdict: 'returned', isOfEarlierVersion: true }],
    })
  })

  test('keeps what was saved on another screen, and sees both where they collide', async ({
    db,
  }) => {
    const adder = await contextFor(db, 'practitioner')
    const id = await makeEvidence(db, { addedById: adder.actor.personId })
    const { evidence } = (await editEvidenceView(adder, id))!
    await editEvidence(adder, id, edit(evidence, 1, { title: 'Audit of hand-overs' }))
    expect(await editEvidence(adder, id, edit(evidence, 1, { kind: 'voice' }))).toEqual({
      allowed: true,
      mergedFrom: 1,
    })
    expect(await evidenceDetailView(adder, id, 1)).toMatchObject({
      title: 'Audit of hand-overs',
      kind: 'voice',
      wasMerged: true,
    })
    const collided = await editEvidence(adder, id, edit(evidence, 1, { title: 'Another name' }))
    expect(collided).toMatchObject({
      allowed: false,
      conflict: {
        collisions: ['title'],
        theirs: { title: 'Audit of hand-overs' },
        merged: { title: 'Another name', kind: 'voice' },
        version: 3,
      },
    })
  })

  test('leaves no words of restricted evidence in the audit trail', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const id = await makeEvidence(db, { addedById: adder.actor.personId, title: 'Complaint' })
    const { evidence } = (await editEvidenceView(adder, id))!
    const hidden = { restricted: 'yes', shows: 'A grievance' }
    await editEvidence(adder, id, edit(evidence, 1, hidden))
    const events = await db.selectFrom('events').where('subjectId', '=', id).selectAll().execute()
    expect(JSON.stringify(events)).not.toMatch(/Complaint|grievance/)
    expect(await evidenceDetailView(await contextFor(db, 'observer'), id)).toBeUndefined()
  })
})

describe('evidence that was accepted', () => {
  test('stays as it was judged; only who may see it can change', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const id = await makeEvidence(db, { addedById: adder.actor.personId })
    await reviewEvidence(await contextFor(db, 'manager'), id, accepts)
    const { evidence, isSettled } = (await editEvidenceView(adder, id))!
    expect(isSettled).toBe(true)
    expect(await editEvidence(adder, id, edit(evidence, 1, { shows: 'All of them' }))).toEqual({
      allowed: false,
      because: 'It was judged as it is, so it stays. Add a new version of it instead.',
    })
    expect(await editEvidence(adder, id, edit(evidence, 1, { restricted: 'yes' }))).toEqual({
      allowed: true,
    })
    expect(await evidenceDetailView(adder, id)).toMatchObject({
      restricted: true,
      standing: 'accepted',
    })
    await expectRefusedBy(db, 'evidence_stays_as_it_was_judged', () =>
      db.updateTable('evidence').set({ shows: 'All' }).where('id', '=', id).execute(),
    )
  })
})

test('nobody else edits it, whatever their role', async ({ db }) => {
  const id = await makeEvidence(db)
  const manager = await contextFor(db, 'manager')
  const { evidence } = (await editEvidenceView(manager, id))!
  expect(await editEvidence(manager, id, edit(evidence, 1, { shows: 'Else' }))).toEqual({
    allowed: false,
    because: 'Only the person who added it can edit it.',
  })
  const stranger = await contextFor(db, 'practitioner')
  const restricted = await makeEvidence(db, { restricted: true })
  expect(await editEvidence(stranger, restricted, edit(evidence, 1))).toBeUndefined()
})

test('a period needs both its ends, also where the rule is passed by', async ({ db }) => {
  await expectRefusedBy(db, 'evidence_period_has_both_its_ends', () =>
    makeEvidence(db, { periodFrom: null }),
  )
})
