import { setTimeout } from 'node:timers/promises'
import { describe, expect, test as plainTest } from 'vitest'
import { expectRefusedBy, test, workerDatabase } from '~/testing/db-test'
import { contextFor, makeAction, makeEvidence } from '~/testing/make'
import { evidenceDetailView } from './evidence-detail.query.server'
import { reviewEvidence } from './review-evidence.command.server'
import { type EvidenceReviewed, reviewEvidenceForm } from './review-evidence.form'

const accepts: EvidenceReviewed = {
  verdict: 'accepted',
  reason: '',
  latestReviewId: null,
  notAnIdentifier: '',
}
const returns: EvidenceReviewed = {
  ...accepts,
  verdict: 'returned',
  reason: 'Which month is this?',
}

describe('a manager who did not add it', () => {
  test('accepts evidence', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeEvidence(db, { actionIds: [await makeAction(db)] })
    expect((await evidenceDetailView(manager, id))?.review?.decision.allowed).toBe(true)
    expect(await reviewEvidence(manager, id, accepts)).toEqual({ allowed: true })
    expect(await evidenceDetailView(manager, id)).toMatchObject({
      standing: 'accepted',
      reviews: [{ reviewer: manager.actor.name, reviewedOn: '2026-11-20', verdict: 'accepted' }],
      review: { decision: { allowed: false, because: 'This evidence is already accepted.' } },
    })
  })

  test('returns it with a reason, which the person who added it reads', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const adder = await contextFor(db, 'practitioner')
    const id = await makeEvidence(db, {
      addedById: adder.actor.personId,
      restricted: true,
      actionIds: [await makeAction(db)],
    })
    expect(await reviewEvidence(manager, id, returns)).toEqual({ allowed: true })
    expect(await evidenceDetailView(adder, id)).toMatchObject({
      standing: 'returned',
      isMine: true,
      reviews: [{ verdict: 'returned', reason: 'Which month is this?' }],
    })
    const event = await db
      .selectFrom('events')
      .where('subjectId', '=', id)
      .where('subjectKind', '=', 'evidence')
      .select(['what', 'actorId', 'before', 'after'])
      .executeTakeFirst()
    expect(event).toEqual({
      what: 'evidence.returned',
      actorId: manager.actor.personId,
      before: { verdict: null },
      after: { verdict: 'returned', reason: 'Which month is this?' },
    })
  })

  test('may accept what was returned, once she has read why', async ({ db }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const id = await makeEvidence(db)
    await reviewEvidence(first, id, returns)
    expect(await reviewEvidence(second, id, accepts)).toEqual({
      allowed: false,
      because: 'Somebody judged this evidence while you were reading. Read what they said first.',
    })
    const latestReviewId = (await evidenceDetailView(second, id))!.review!.latestReviewId!
    expect(await reviewEvidence(second, id, { ...accepts, latestReviewId })).toEqual({
      allowed: true,
    })
    expect((await evidenceDetailView(second, id))?.reviews).toHaveLength(2)
  })
})

describe('nobody assures their own work', () => {
  test('not the manager who added it, also where the rule is passed by', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { personId } = manager.actor
    const id = await makeEvidence(db, { addedById: personId })
    expect(await reviewEvidence(manager, id, accepts)).toEqual({
      allowed: false,
      because: 'Somebody other than the person who added it must review it.',
    })
    await expectRefusedBy(db, 'evidence_reviews_not_by_the_person_who_added_it', () =>
      db
        .insertInto('evidenceReviews')
        .values({
          evidenceId: id,
          addedById: personId,
          reviewerId: personId,
          reviewedAt: manager.now,
          verdict: 'accepted',
        })
        .execute(),
    )
  })

  test('not the owner of the action that it is for', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const actionId = await makeAction(db, { ownerId: manager.actor.personId })
    const id = await makeEvidence(db, { actionIds: [await makeAction(db), actionId] })
    const because = 'Somebody other than the owner of the action must review it.'
    expect(await reviewEvidence(manager, id, accepts)).toEqual({ allowed: false, because })
    expect((await evidenceDetailView(manager, id))?.review?.decision).toEqual({
      allowed: false,
      because,
    })
  })

  test('not a social worker, a leader or an observer', async ({ db }) => {
    const id = await makeEvidence(db)
    for (const role of ['practitioner', 'leader', 'observer'] as const) {
      const context = await contextFor(db, role)
      expect(await reviewEvidence(context, id, accepts)).toEqual({
        allowed: false,
        because: 'Only a manager can do this.',
      })
      expect((await evidenceDetailView(context, id))?.review).toBeUndefined()
    }
  })
})

test('evidence is not returned without a reason', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const id = await makeEvidence(db)
  expect(await reviewEvidence(manager, id, { ...returns, reason: '' })).toEqual({
    allowed: false,
    because: 'Say what is missing, so that it can be put right.',
  })
})

test('evidence that is accepted is not judged again', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const id = await makeEvidence(db)
  await reviewEvidence(manager, id, accepts)
  expect(await reviewEvidence(manager, id, returns)).toEqual({
    allowed: false,
    because: 'This evidence is already accepted.',
  })
})

test('what is not there cannot be judged', async ({ db }) => {
  expect(
    await reviewEvidence(await contextFor(db, 'manager'), 2_000_000_000, accepts),
  ).toBeUndefined()
})

test('the form asks for a verdict', () => {
  expect(reviewEvidenceForm.safeParse({ reason: 'x' }).error?.issues[0]?.message).toBe(
    'Accept the evidence or return it.',
  )
})

plainTest('a manager who is made the owner meanwhile does not judge it', async () => {
  const db = await workerDatabase()
  const manager = await contextFor(db, 'manager')
  const actionId = await makeAction(db)
  const id = await makeEvidence(db, { actionIds: [actionId] })
  const ownerId = manager.actor.personId
  const { judging } = await db.transaction().execute(async (tx) => {
    await tx.updateTable('actions').set({ ownerId }).where('id', '=', actionId).execute()
    const judging = reviewEvidence(manager, id, accepts)
    await setTimeout(200)
    return { judging }
  })
  expect(await judging).toEqual({
    allowed: false,
    because: 'Somebody other than the owner of the action must review it.',
  })
})
