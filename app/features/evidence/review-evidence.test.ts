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
  strength: 'output',
  sampleSize: 12,
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
          strength: 'output',
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
  expect(await reviewEvidence(manager, id, { ...returns, reason: '' })).toMatchObject({
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

test('how much accepted evidence shows is said with it, and of how many', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const id = await makeEvidence(db)
  expect(await reviewEvidence(manager, id, { ...accepts, strength: null })).toMatchObject({
    allowed: false,
    because: 'Say whether it shows activity, output or a difference for children.',
  })
  await reviewEvidence(manager, id, { ...accepts, strength: 'difference', sampleSize: 12 })
  expect((await evidenceDetailView(manager, id))?.reviews).toMatchObject([
    { strength: 'difference', sampleSize: 12 },
  ])
})

describe('evidence that does not show what it says', () => {
  const rejects: EvidenceReviewed = { ...accepts, verdict: 'rejected', reason: 'Another team.' }

  test('is rejected with a reason, for good', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeEvidence(db)
    expect(await reviewEvidence(manager, id, { ...rejects, reason: '' })).toMatchObject({
      allowed: false,
      because: 'Say why it does not show this, so that nobody relies on it.',
    })
    expect(await reviewEvidence(manager, id, rejects)).toEqual({ allowed: true })
    expect(await evidenceDetailView(manager, id)).toMatchObject({
      standing: 'rejected',
      // how much it shows is said only of what is accepted
      reviews: [{ verdict: 'rejected', reason: 'Another team.', strength: null, sampleSize: null }],
    })
    expect(await reviewEvidence(manager, id, accepts)).toEqual({
      allowed: false,
      because: 'This evidence is already rejected.',
    })
  })

  test('is not rejected without a reason, also where the rule is passed by', async ({ db }) => {
    const { actor, now } = await contextFor(db, 'manager')
    const adder = await contextFor(db, 'practitioner')
    const evidenceId = await makeEvidence(db, { addedById: adder.actor.personId })
    const verdict = { addedById: adder.actor.personId, verdict: 'rejected' }
    await expectRefusedBy(db, 'evidence_reviews_returned_with_a_reason', () =>
      db
        .insertInto('evidenceReviews')
        .values({ ...verdict, evidenceId, reviewerId: actor.personId, reviewedAt: now })
        .execute(),
    )
  })
})

describe('evidence without its kind or its period', () => {
  const bare = { kind: null, periodFrom: null, periodTo: null }

  test('is not accepted, and its page says what is missing', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeEvidence(db, { ...bare, actionIds: [await makeAction(db)] })
    const because = 'It cannot be accepted yet. Missing: its kind and the period that it covers.'
    expect(await reviewEvidence(manager, id, accepts)).toEqual({ allowed: false, because })
    expect((await evidenceDetailView(manager, id))?.review).toMatchObject({
      decision: { allowed: true },
      acceptance: { allowed: false, because },
    })
    expect(await reviewEvidence(manager, id, returns)).toEqual({ allowed: true })
  })

  test('not even where the rule is passed by', async ({ db }) => {
    const { actor, now } = await contextFor(db, 'manager')
    const addedById = (await contextFor(db, 'practitioner')).actor.personId
    const accept = (evidenceId: number) =>
      db
        .insertInto('evidenceReviews')
        .values({
          ...{ evidenceId, addedById, verdict: 'accepted', strength: 'output' },
          ...{ reviewerId: actor.personId, reviewedAt: now },
        })
        .execute()
    for (const lacking of [bare, { kind: null }, { shows: ' ' }]) {
      const id = await makeEvidence(db, { ...lacking, addedById })
      await expectRefusedBy(db, 'evidence_is_accepted_only_when_it_is_whole', () => accept(id))
    }
  })
})

test('what was edited while she read is read again before it is judged', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const id = await makeEvidence(db)
  await db.updateTable('evidence').set({ version: 2 }).where('id', '=', id).execute()
  expect(await reviewEvidence(manager, id, { ...accepts, version: 1 })).toEqual({
    allowed: false,
    because: 'It was edited while you were reading. Look at it as it is now.',
  })
  expect(await reviewEvidence(manager, id, { ...accepts, version: 2 })).toEqual({ allowed: true })
})

test.each(['0', '1.5', 'twelve', '100001'])('a sample of “%s” is none', (sampleSize) => {
  const read = reviewEvidenceForm.safeParse({ verdict: 'accepted', sampleSize })
  expect(read.error?.issues[0]?.message).toBe(
    'Give the size of the sample as a number from 1 to 100,000.',
  )
})

test('what is not there cannot be judged', async ({ db }) => {
  expect(
    await reviewEvidence(await contextFor(db, 'manager'), 2_000_000_000, accepts),
  ).toBeUndefined()
})

test('the form asks for a verdict', () => {
  expect(reviewEvidenceForm.safeParse({ reason: 'x' }).error?.issues[0]?.message).toBe(
    'Accept the evidence, return it or reject it.',
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

test('how much accepted evidence shows is said, also where the rule is passed by', async ({
  db,
}) => {
  const { actor, now } = await contextFor(db, 'manager')
  const addedById = (await contextFor(db, 'practitioner')).actor.personId
  const evidenceId = await makeEvidence(db, { addedById })
  const accepted = { evidenceId, addedById, reviewerId: actor.personId, reviewedAt: now }
  await expectRefusedBy(db, 'evidence_reviews_accepted_say_how_much_it_shows', () =>
    db
      .insertInto('evidenceReviews')
      .values({ ...accepted, verdict: 'accepted' })
      .execute(),
  )
})
