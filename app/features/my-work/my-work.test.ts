import { describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import type { Tx } from '~/db/db.server'
import { lintFacts } from '~/db/lint-facts.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { insertRepeatDecision } from '~/db/tables/repeat-decisions.server'
import { lintCounts, planLint } from '~/domain/plan/lint'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { greeting } from './greeting'
import { myWorkView } from './my-work.query.server'

const sayWhen = 'Say by when it can be done, so that a manager can set the date'

const onDay = (day: string) => new Date(`${day}T10:00:00Z`)

const request = (db: Tx, actionId: number, askedOfId: number, dueOn: string, askedById: number) =>
  db
    .insertInto('evidenceRequests')
    .values({
      actionId,
      askedOfId,
      askedById,
      askedAt: onDay('2026-11-12'),
      what: 'Supervision notes that show reflection',
      dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

const review = (
  db: Tx,
  evidence: { id: number; addedById: number },
  reviewerId: number,
  verdict: 'accepted' | 'returned',
  day = '2026-11-16',
) =>
  db
    .insertInto('evidenceReviews')
    .values({
      evidenceId: evidence.id,
      addedById: evidence.addedById,
      reviewerId,
      reviewedAt: onDay(day),
      verdict,
      strength: verdict === 'accepted' ? 'output' : null,
      reason: 'It covers one team of three.',
    })
    .execute()

const update = (db: Tx, actionId: number, authorId: number, day: string) =>
  db
    .insertInto('updates')
    .values({
      actionId,
      authorId,
      saidAt: onDay(day),
      statedDelivery: 'on-track',
      confidence: 'high',
      words: 'Two teams are trained.',
    })
    .execute()

const milestone = (db: Tx, actionId: number, dueOn: string) =>
  db
    .insertInto('milestones')
    .values({ actionId, title: `Step of ${dueOn}`, dueOn })
    .execute()

const askedNow = async (context: Context) =>
  (await myWorkView(context)).asked!.now.map((one) => [one.kind, one.what, one.why])

describe('a practitioner is asked', () => {
  test('for evidence that somebody requested, leading to the form with the request', async ({
    db,
  }) => {
    const me = await contextFor(db, 'practitioner')
    const grace = await makePerson(db, { name: 'Grace Holloway' })
    const actionId = await makeAction(db)
    const { id } = await request(db, actionId, me.actor.personId, '2026-11-27', grace)
    const { asked } = await myWorkView(me)
    expect(asked?.now).toEqual([
      {
        key: `request-${id}`,
        kind: 'evidence',
        what: 'Supervision notes that show reflection',
        said: undefined,
        action: {
          id: actionId,
          title: 'Test the hand-over protocol by monthly audit',
          hasDate: false,
        },
        dueOn: '2026-11-27',
        why: 'Grace Holloway asked you on 12 November 2026.',
        button: { to: `/evidence/new?action=${actionId}&request=${id}`, name: 'Add evidence' },
        otherwise: { to: `/evidence/requests/${id}`, name: 'I cannot bring it' },
      },
    ])
  })

  test('for milestones of what she owns or contributes to, and not of what is others’', async ({
    db,
  }) => {
    const me = await contextFor(db, 'practitioner')
    const own = await makeAction(db, { ownerId: me.actor.personId })
    const shared = await makeAction(db, { ownerId: await makePerson(db) })
    await db
      .insertInto('actionContributors')
      .values({ actionId: shared, personId: me.actor.personId })
      .execute()
    await milestone(db, own, '2026-11-10')
    await milestone(db, shared, '2026-12-04')
    await milestone(db, shared, '2026-12-05')
    await milestone(db, await makeAction(db, { ownerId: await makePerson(db) }), '2026-11-10')
    expect(await askedNow(me)).toEqual([
      ['milestone', 'Step of 2026-11-10', 'You own this action.'],
      ['date', sayWhen, 'You own this action. It has no due date.'],
      ['milestone', 'Step of 2026-12-04', 'You contribute to this action.'],
    ])
    expect((await myWorkView(me)).asked?.later.map(({ what }) => what)).toEqual([
      'Step of 2026-12-05',
    ])
  })

  test('for an update when the last is older than 30 days, and no sooner', async ({ db }) => {
    const me = await contextFor(db, 'practitioner')
    const ownerId = me.actor.personId
    const dueOn = '2027-06-30'
    const old = await makeAction(db, { ownerId, dueOn })
    await update(db, old, ownerId, '2026-10-20')
    const recent = await makeAction(db, { ownerId, dueOn })
    await update(db, recent, ownerId, '2026-10-21')
    expect(await askedNow(me)).toEqual([
      [
        'update',
        'The last update is 31 days old',
        'You own this action. It needs an update every 30 days.',
      ],
    ])
  })

  test('for other evidence when hers was returned, with the reason, until she adds some', async ({
    db,
  }) => {
    const me = await contextFor(db, 'practitioner')
    const addedById = me.actor.personId
    const actionId = await makeAction(db)
    const evidence = {
      id: await makeEvidence(db, {
        addedById,
        actionIds: [actionId],
        addedAt: onDay('2026-11-13'),
      }),
      addedById,
    }
    await review(db, evidence, await makePerson(db, { name: 'Joy Okafor' }), 'returned')
    expect((await myWorkView(me)).asked?.now).toMatchObject([
      {
        kind: 'returned',
        what: 'Supervision audit, October',
        said: 'It covers one team of three.',
        why: 'You added it; Joy Okafor returned it on 16 November 2026.',
      },
    ])
    await makeEvidence(db, { addedById, actionIds: [actionId], addedAt: onDay('2026-11-17') })
    expect(await askedNow(me)).toEqual([])
  })

  test('for nothing more where it was returned once and accepted after', async ({ db }) => {
    const me = await contextFor(db, 'practitioner')
    const addedById = me.actor.personId
    const actionIds = [await makeAction(db)]
    const id = await makeEvidence(db, { addedById, actionIds, addedAt: onDay('2026-11-13') })
    const reviewer = await makePerson(db)
    await review(db, { id, addedById }, reviewer, 'returned')
    await review(db, { id, addedById }, reviewer, 'accepted', '2026-11-17')
    expect(await askedNow(me)).toEqual([])
  })

  test('for a date where what she owns has none, which a manager sets herself', async ({ db }) => {
    const practitioner = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const gaps: unknown[] = []
    for (const { actor } of [practitioner, manager]) {
      const id = await makeAction(db, { ownerId: actor.personId })
      await update(db, id, actor.personId, '2026-11-19')
      gaps.push({ id, title: 'Test the hand-over protocol by monthly audit', hasDate: false })
    }
    expect((await myWorkView(practitioner)).asked?.now).toMatchObject([
      { kind: 'date', what: sayWhen, action: gaps[0], button: { name: 'Add update' } },
    ])
    expect((await myWorkView(manager)).asked?.now).toMatchObject([
      { kind: 'date', what: 'Set a due date', action: gaps[1], button: { name: 'Set the date' } },
    ])
  })

  test('for nothing about what is delivered', async ({ db }) => {
    const me = await contextFor(db, 'practitioner')
    const own = await makeAction(db, {
      ownerId: me.actor.personId,
      startOn: '2026-01-05',
      dueOn: '2026-06-30',
      deliveredOn: '2026-06-30',
    })
    await milestone(db, own, '2026-05-01')
    expect(await askedNow(me)).toEqual([])
  })

  test('and sees what she did this month, from its first minute in London', async ({ db }) => {
    const me = await contextFor(db, 'practitioner')
    const actionId = await makeAction(db)
    const addedById = me.actor.personId
    await update(db, actionId, addedById, '2026-11-02')
    await update(db, actionId, addedById, '2026-10-30')
    await makeEvidence(db, { addedById, addedAt: new Date('2026-11-01T00:00:00Z') })
    await makeEvidence(db, { addedById, addedAt: new Date('2026-10-31T23:59:00Z') })
    const { asked } = await myWorkView(me)
    expect(asked?.month).toBe('November')
    expect(asked?.done.map(({ what, on }) => [what, on])).toEqual([
      ['Update: Test the hand-over protocol by monthly audit', '2026-11-02'],
      ['Evidence: Supervision audit, October', '2026-11-01'],
    ])
  })

  test('first for what is late, once for what the same update would answer', async ({ db }) => {
    const me = await contextFor(db, 'practitioner')
    const ownerId = me.actor.personId
    const dueOn = '2027-06-30'
    const actionId = await makeAction(db, { ownerId, dueOn })
    await milestone(db, actionId, '2026-11-25')
    await milestone(db, actionId, '2026-11-01')
    await update(db, actionId, ownerId, '2026-10-01')
    const silent = await makeAction(db, { ownerId, dueOn })
    await update(db, silent, ownerId, '2026-09-01')
    const { asked } = await myWorkView(me)
    expect(asked?.now.map(({ kind, what, also }) => [kind, what, also])).toEqual([
      ['milestone', 'Step of 2026-11-01', 'The last update is 50 days old.'],
      ['update', 'The last update is 80 days old', undefined],
      ['milestone', 'Step of 2026-11-25', undefined],
    ])
  })
})

describe('whoever stands in for somebody is asked', () => {
  const away = (db: Tx, personId: number, deputyId: number, [from, to]: [string, string]) =>
    db
      .insertInto('absences')
      .values({
        ...{ personId, deputyId, awayFrom: from, awayTo: to },
        setById: personId,
        setAt: onDay('2026-11-02'),
      })
      .execute()
  const theseDays: [string, string] = ['2026-11-16', '2026-11-27']
  const askedForWhom = async (context: Context) =>
    (await myWorkView(context)).asked?.now.map(({ kind, what, forName }) => [kind, what, forName])

  test('for what is asked of the other, marked so, while they are away and no longer', async ({
    db,
  }) => {
    const joy = await contextFor(db, 'manager')
    const amara = await makePerson(db, { name: 'Amara Osei' })
    const grace = await makePerson(db, { name: 'Grace Holloway', roles: ['manager'] })
    const id = await makeAction(db, { ownerId: amara, dueOn: '2026-12-18' })
    await milestone(db, id, '2026-11-10')
    await request(db, id, amara, '2026-11-26', grace)
    expect(await askedForWhom(joy)).toEqual([])
    await away(db, amara, joy.actor.personId, theseDays)
    expect(await askedForWhom(joy)).toEqual([
      ['milestone', 'Step of 2026-11-10', 'Amara Osei'],
      ['evidence', 'Supervision notes that show reflection', 'Amara Osei'],
    ])
    expect((await myWorkView(joy)).asked?.now.map(({ why }) => why)).toEqual([
      'Amara Osei owns this action. Amara Osei is away until 27 November 2026, and you stand in.',
      'Grace Holloway asked Amara Osei on 12 November 2026. Amara Osei is away until 27 November 2026, and you stand in.',
    ])
    const after = { ...joy, now: onDay('2026-11-28'), today: '2026-11-28' as const }
    expect(await askedForWhom(after)).toEqual([])
  })

  test('once for what is asked of both, as her own', async ({ db }) => {
    const joy = await contextFor(db, 'manager')
    const amara = await makePerson(db)
    const id = await makeAction(db, { ownerId: joy.actor.personId, dueOn: '2026-12-18' })
    await db.insertInto('actionContributors').values({ actionId: id, personId: amara }).execute()
    await milestone(db, id, '2026-11-10')
    await away(db, amara, joy.actor.personId, theseDays)
    expect(await askedForWhom(joy)).toEqual([['milestone', 'Step of 2026-11-10', undefined]])
  })

  test('also for those for whom the absent one stands in', async ({ db }) => {
    const joy = await contextFor(db, 'manager')
    const [amara, tom] = [await makePerson(db), await makePerson(db, { name: 'Tom Ellery' })]
    await milestone(db, await makeAction(db, { ownerId: tom, dueOn: '2026-12-18' }), '2026-11-10')
    await away(db, tom, amara, theseDays)
    await away(db, amara, joy.actor.personId, theseDays)
    expect(await askedForWhom(joy)).toEqual([['milestone', 'Step of 2026-11-10', 'Tom Ellery']])
  })
})

describe('what changes hands', () => {
  const offer = async (db: Tx, actionId: number, fromId: number, toId: number, byId: number) => {
    const people = { fromId, toId }
    const { id: handOverId } = await db
      .insertInto('handOvers')
      .values({ ...people, note: 'Ring me.', madeById: byId, madeAt: onDay('2026-11-13') })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('offers')
      .values({ ...people, handOverId, actionId })
      .execute()
  }

  test('is put to the one who is asked, until answered, and to no deputy', async ({ db }) => {
    const owen = await contextFor(db, 'practitioner')
    const joy = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart' })
    const id = await makeAction(db, { ownerId: lucy, dueOn: '2026-12-18' })
    await offer(db, id, lucy, owen.actor.personId, joy.actor.personId)
    await db
      .insertInto('absences')
      .values({
        personId: owen.actor.personId,
        deputyId: joy.actor.personId,
        ...{ awayFrom: '2026-11-16', awayTo: '2026-11-27' },
        ...{ setById: joy.actor.personId, setAt: onDay('2026-11-02') },
      })
      .execute()
    expect((await myWorkView(owen)).offered).toMatchObject([
      {
        ...{ kind: 'action', stands: `/actions/${id}#who` },
        dueOn: '2026-12-18',
        fromName: 'Lucy Hart',
        offeredBy: joy.actor.name,
        on: '2026-11-13',
        note: 'Ring me.',
        accept: { allowed: true },
      },
    ])
    const joys = await myWorkView(joy)
    expect(joys.offered).toBeUndefined()
    expect(joys.managing?.handOvers).toMatchObject([
      { stands: `/actions/${id}#who`, toName: owen.actor.name, declinedBecause: undefined },
    ])
    const answered = { answeredById: owen.actor.personId, answeredAt: onDay('2026-11-16') }
    await db
      .updateTable('offers')
      .set({ answer: 'declined', reason: 'I leave in March.', ...answered })
      .execute()
    expect((await myWorkView(owen)).offered).toBeUndefined()
    expect((await myWorkView(joy)).managing?.handOvers).toMatchObject([
      { stands: `/actions/${id}#who`, declinedBecause: 'I leave in March.' },
    ])
    // Once somebody else has it, it needs nobody's eye.
    await db
      .updateTable('actions')
      .set({ ownerId: joy.actor.personId })
      .where('id', '=', id)
      .execute()
    expect((await myWorkView(joy)).managing?.handOvers).toEqual([])
  })
})

describe('a manager sees', () => {
  test('evidence that waits for her judgement, but not her own nor that of her own actions', async ({
    db,
  }) => {
    const me = await contextFor(db, 'manager')
    const actionIds = [await makeAction(db)]
    const waiting = await makeEvidence(db, { actionIds })
    await makeEvidence(db, { actionIds, addedById: me.actor.personId })
    await makeEvidence(db, { actionIds: [await makeAction(db, { ownerId: me.actor.personId })] })
    const addedById = await makePerson(db)
    const judged = await makeEvidence(db, { actionIds, addedById })
    await review(db, { id: judged, addedById }, await makePerson(db), 'accepted')
    const { managing } = await myWorkView(me)
    expect(managing?.toJudge.map(({ id }) => id)).toEqual([waiting])
  })

  test('no evidence that was deleted, and none of which a file is held', async ({ db }) => {
    const me = await contextFor(db, 'manager')
    const [waiting, deleted, held] = [
      await makeEvidence(db),
      await makeEvidence(db),
      await makeEvidence(db),
    ]
    const sees = async () => (await myWorkView(me)).managing?.toJudge.map(({ id }) => id)
    expect(await sees()).toEqual([waiting, deleted, held])
    const two = { proposedById: await makePerson(db), decidedById: me.actor.personId }
    await db
      .insertInto('evidenceDeletions')
      .values({
        ...{ evidenceId: deleted, ...two, reason: 'It names a school.' },
        ...{ proposedAt: me.now, decision: 'confirmed', decidedAt: me.now },
      })
      .execute()
    const sha256 = 'a'.repeat(64)
    await insertBlob(db, { sha256, bytes: 5, mediaType: 'text/plain', storedAt: me.now })
    const fileId = await insertEvidenceFile(db, {
      ...{ evidenceId: held, blobSha256: sha256, name: 'minutes.txt' },
      ...{ mediaType: 'text/plain', addedAt: me.now },
    })
    await holdFile(db, { fileId, hold: { reason: 'infected' }, heldAt: me.now })
    expect(await sees()).toEqual([waiting])
  })

  test('evidence whose review is due from her before the rest, also where she took that over', async ({
    db,
  }) => {
    const me = await contextFor(db, 'manager')
    const other = await makePerson(db, { roles: ['manager'] })
    const actionId = await makeAction(db)
    const [first, asked, taken, passedOn] = [
      await makeEvidence(db, { actionIds: [actionId] }),
      await makeEvidence(db, { actionIds: [actionId] }),
      await makeEvidence(db, { actionIds: [actionId] }),
      await makeEvidence(db, { actionIds: [actionId] }),
    ]
    const request = { actionId, askedOfId: await makePerson(db), askedAt: me.now, what: 'Minutes' }
    const answers = [
      { answeredByEvidenceId: asked, askedById: me.actor.personId, reviewerId: null },
      { answeredByEvidenceId: taken, askedById: other, reviewerId: me.actor.personId },
      { answeredByEvidenceId: passedOn, askedById: me.actor.personId, reviewerId: other },
    ]
    await db
      .insertInto('evidenceRequests')
      .values(
        answers.map((one) => ({ ...request, ...one, dueOn: '2026-12-04', answeredAt: me.now })),
      )
      .execute()
    const { managing } = await myWorkView(me)
    expect(managing?.toJudge.map(({ id, isDueFromMe }) => [id, isDueFromMe])).toEqual([
      [asked, true],
      [taken, true],
      [first, false],
      [passedOn, false],
    ])
  })

  test('what somebody cannot bring stands with whoever asked, and no longer with them', async ({
    db,
  }) => {
    const [me, asked] = [await contextFor(db, 'manager'), await contextFor(db, 'practitioner')]
    const of = asked.actor.personId
    const { id } = await request(db, await makeAction(db), of, '2026-12-04', me.actor.personId)
    const isAsked = async () =>
      (await myWorkView(asked)).asked?.later.some(({ key }) => key === `request-${id}`) ||
      (await myWorkView(asked)).asked?.now.some(({ key }) => key === `request-${id}`)
    expect(await isAsked()).toBe(true)
    const refusal = { requestId: id, refusedAt: me.now, reason: 'No such notes.' }
    await db
      .insertInto('evidenceRequestRefusals')
      .values({ ...refusal, refusedById: of })
      .execute()
    expect(await isAsked()).toBe(false)
    expect((await myWorkView(me)).managing?.refused).toMatchObject([
      { id, askedOf: asked.actor.name, reason: 'No such notes.' },
    ])
    expect((await myWorkView(await contextFor(db, 'manager'))).managing?.refused).toEqual([])

    // passed on, it is somebody else's, who has said nothing yet
    const next = await contextFor(db, 'practitioner')
    await db
      .updateTable('evidenceRequests')
      .set({ askedOfId: next.actor.personId })
      .where('id', '=', id)
      .execute()
    expect((await myWorkView(next)).asked?.now.map(({ key }) => key)).toEqual([`request-${id}`])
    expect((await myWorkView(me)).managing?.refused).toEqual([])

    const taken = { withdrawnById: me.actor.personId, withdrawnAt: me.now, reason: 'Not needed.' }
    await db
      .insertInto('evidenceRequestWithdrawals')
      .values({ requestId: id, ...taken })
      .execute()
    expect((await myWorkView(next)).asked?.now).toEqual([])
  })

  test('what is unowned, undated, late, due soon and claimed better than it is', async ({ db }) => {
    const me = await contextFor(db, 'manager')
    const ownerId = await makePerson(db)
    const unowned = await makeAction(db, { dueOn: '2027-03-31' })
    const undated = await makeAction(db, { ownerId })
    const late = await makeAction(db, { ownerId, dueOn: '2026-11-01' })
    await update(db, late, ownerId, '2026-11-16')
    const soon = await makeAction(db, { ownerId, dueOn: '2026-12-04' })
    await makeAction(db, { ownerId, dueOn: '2026-12-05' })
    await makeAction(db, { dueOn: '2026-11-01', deliveredOn: '2026-11-01' })
    const left = await makePerson(db, { name: 'Lucy Hart', suspendedAt: onDay('2026-11-01') })
    const lefts = await makeAction(db, { ownerId: left, dueOn: '2027-04-30' })
    const managing = (await myWorkView(me)).managing!
    const ids = (list: 'unowned' | 'undated' | 'late' | 'dueSoon' | 'claimedBetter') =>
      managing[list].map(({ id }) => id)
    expect(ids('unowned')).toEqual([unowned, lefts])
    expect(managing.unowned.map(({ because }) => because)).toEqual([
      'Nobody owns it.',
      'Lucy Hart has left.',
    ])
    expect(ids('undated')).toEqual([undated])
    expect(ids('late')).toEqual([late])
    expect(ids('dueSoon')).toEqual([soon])
    expect(ids('claimedBetter')).toEqual([late])
    expect(managing.claimedBetter[0]?.because).toBe('Stated on track, 19 days overdue.')
  })

  test('an action is late by its own due date; one with a late milestone is told apart', async ({
    db,
  }) => {
    const me = await contextFor(db, 'manager')
    const ownerId = await makePerson(db)
    const late = await makeAction(db, { ownerId, dueOn: '2026-11-18' })
    const both = await makeAction(db, { ownerId, dueOn: '2026-11-19' })
    await milestone(db, both, '2026-11-02')
    const inTime = await makeAction(db, { ownerId, dueOn: '2027-03-31' })
    await milestone(db, inTime, '2026-11-03')
    await milestone(db, await makeAction(db, { ownerId, dueOn: '2027-04-30' }), '2026-11-20')
    const delivered = await makeAction(db, { dueOn: '2026-11-01', deliveredOn: '2026-11-01' })
    await milestone(db, delivered, '2026-10-01')
    const { late: pastDue, lateMilestones } = (await myWorkView(me)).managing!
    expect(pastDue.map(({ id }) => id)).toEqual([late, both])
    expect(lateMilestones.map(({ id }) => id)).toEqual([both, inTime])
    expect(pastDue[1]?.because).toMatch(/^It was due on .+ The milestone “.+” is 18 days late\.$/)
  })

  test('recommendations that no action answers', async ({ db }) => {
    const me = await contextFor(db, 'manager')
    const answered = await makeRecommendation(db)
    const unanswered = await makeRecommendation(db)
    await makeAction(db, { recommendationIds: [answered] })
    expect((await myWorkView(me)).managing?.unanswered.map(({ id }) => id)).toEqual([unanswered])
  })

  test('the latest inspection, where an earlier one may have said the same', async ({ db }) => {
    const me = await contextFor(db, 'manager')
    const text = 'Regular supervision of social workers.'
    const told = async (inspectedFrom: string, inspectedTo: string) => {
      const inspectionId = await makeInspection(db, { inspectedFrom, inspectedTo })
      return { inspectionId, id: await makeRecommendation(db, { inspectionId, text }) }
    }
    const first = await told('2019-03-04', '2019-03-15')
    expect((await myWorkView(me)).managing?.saidBefore).toBeUndefined()
    const second = await told('2022-03-07', '2022-03-18')
    expect((await myWorkView(me)).managing?.saidBefore).toEqual({
      inspectionId: second.inspectionId,
      name: 'ILACS inspection of Westmarsh',
      left: 1,
    })

    await insertRepeatDecision(db, {
      earlierId: first.id,
      laterId: second.id,
      verdict: 'same',
      proposedBecause: '',
      decidedById: me.actor.personId,
      decidedAt: me.now,
    })
    const { saidBefore, unanswered } = (await myWorkView(me)).managing!
    expect(saidBefore).toBeUndefined()
    // what was told again is answered in its latest words
    expect(unanswered.map(({ id }) => id)).toEqual([second.id])
  })
})

describe('a leader sees', () => {
  const change = (db: Tx, actionId: number, askedById: number) =>
    db
      .insertInto('dueDateChanges')
      .values({
        actionId,
        fromOn: '2026-11-30',
        toOn: '2027-03-02',
        reason: 'The post is vacant.',
        askedById,
        askedAt: onDay('2026-11-18'),
        agreementNeeded: ['It is the second change of this date.'],
      })
      .execute()

  test('changes of date that wait for agreement, but not those she asked for', async ({ db }) => {
    const me = await contextFor(db, 'leader')
    const waiting = await makeAction(db, { dueOn: '2026-11-30' })
    const mine = await makeAction(db, { dueOn: '2026-11-30' })
    await change(db, waiting, await makePerson(db, { name: 'Joy Okafor' }))
    await change(db, mine, me.actor.personId)
    expect((await myWorkView(me)).leading?.datesToAgree).toMatchObject([
      { action: { id: waiting }, days: 92, askedBy: 'Joy Okafor', reason: 'The post is vacant.' },
    ])
  })

  test('impact to sign off: delivered, evidence accepted, not her own', async ({ db }) => {
    const me = await contextFor(db, 'leader')
    const delivered = { dueOn: '2026-06-30', deliveredOn: '2026-06-30' }
    const actions = [
      await makeAction(db, delivered),
      await makeAction(db, { ...delivered, ownerId: me.actor.personId }),
      await makeAction(db, { dueOn: '2027-06-30' }),
    ]
    const unassured = await makeAction(db, delivered)
    const addedById = await makePerson(db)
    const id = await makeEvidence(db, { addedById, actionIds: actions })
    await review(db, { id, addedById }, await makePerson(db), 'accepted')
    const { leading } = await myWorkView(me)
    expect(leading?.impactToSign.map((one) => one.id)).toEqual([actions[0]])
    expect(unassured).toBeGreaterThan(0)
  })

  test('readiness by area, worst first, with what holds it back', async ({ db }) => {
    const recommendationId = await makeRecommendation(db)
    const { readiness } = await myWorkView(await contextFor(db, 'leader'))
    expect(readiness).toMatchObject({
      counts: { 'not-yet': 1, nearly: 0, ready: 0 },
      areas: [
        {
          title: 'The experiences and progress of children who need help and protection',
          verdict: 'not-yet',
          heldBackBy: [{ id: recommendationId }],
        },
      ],
    })
  })
})

describe('each role has its part', () => {
  test.for([
    ['practitioner', ['addsEvidence', 'asked']],
    ['manager', ['addsEvidence', 'asked', 'managing']],
    ['leader', ['leading', 'readiness']],
    ['observer', ['readiness', 'looksOn']],
    ['admin', ['keepsPeople']],
  ] as const)('a %s', async ([role, parts], { db }) => {
    const {
      greeting: _greeting,
      today: _today,
      ...view
    } = await myWorkView(await contextFor(db, role))
    const shown = Object.entries(view).filter(([, part]) => part)
    expect(shown.map(([name]) => name).sort()).toEqual([...parts].sort())
  })

  test('one person with several roles has them all', async ({ db }) => {
    const view = await myWorkView(await contextFor(db, ['practitioner', 'leader', 'admin']))
    expect(view).toMatchObject({ asked: {}, leading: {}, readiness: {}, keepsPeople: true })
    expect(view.managing).toBeUndefined()
  })
})

plainTest.each([
  ['2026-11-20T11:59:00Z', 'Good morning, Amara.'],
  ['2026-11-20T12:00:00Z', 'Good afternoon, Amara.'],
  ['2026-11-20T17:59:00Z', 'Good afternoon, Amara.'],
  ['2026-11-20T18:00:00Z', 'Good evening, Amara.'],
  ['2026-07-20T11:00:00Z', 'Good afternoon, Amara.'],
  ['2026-07-19T23:30:00Z', 'Good morning, Amara.'],
])('at %s the greeting is “%s”', (now, words) => {
  expect(greeting(new Date(now), 'Amara Osei')).toBe(words)
})

test('an update that a manager asked for stands in the owner’s work until it is given', async ({
  db,
}) => {
  const owner = await contextFor(db, 'practitioner')
  const askedById = await makePerson(db, { name: 'Grace Holloway', roles: ['manager'] })
  const askedOfId = owner.actor.personId
  const actionId = await makeAction(db, { ownerId: askedOfId, dueOn: '2027-06-01' })
  await db
    .insertInto('updateRequests')
    .values({
      actionId,
      askedOfId,
      askedById,
      askedAt: onDay('2026-11-19'),
      dueOn: '2026-11-26',
    })
    .execute()
  const asked = async () =>
    (await myWorkView(owner)).asked?.now.filter(({ key }) => key.startsWith('update-request'))
  expect(await asked()).toMatchObject([
    {
      what: 'Say how it stands',
      dueOn: '2026-11-26',
      why: 'Grace Holloway asked you on 19 November 2026.',
      button: { name: 'Add update' },
    },
  ])
  await db
    .insertInto('updates')
    .values({
      actionId,
      authorId: askedOfId,
      saidAt: onDay('2026-11-19'),
      statedDelivery: 'on-track',
      confidence: 'high',
      words: 'Begun',
    })
    .execute()
  expect(await asked()).toEqual([])
})

test('what the plan lacks is counted as its own page counts it', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const left = await makePerson(db, { suspendedAt: manager.now })
  const [first, second] = [
    await makeRecommendation(db),
    await makeRecommendation(db, { inspectionId: await makeInspection(db) }),
  ]
  await makeAction(db, { title: 'Train all managers in supervision', recommendationIds: [first] })
  await makeAction(db, { title: 'Train managers in supervision', recommendationIds: [second] })
  await makeAction(db, { title: 'Hear fathers', ownerId: left, outcome: 'Review the strategy' })
  const { lacks, unowned, undated, unanswered } = (await myWorkView(manager)).managing!
  const lint = lintCounts(planLint(await lintFacts(db, manager.today)))
  expect(lacks).toContainEqual({ kind: 'alike', count: 1 })
  expect(
    [
      { kind: 'no-owner', count: unowned.length },
      { kind: 'no-date', count: undated.length },
      ...(unanswered.length > 0 ? [{ kind: 'unanswered', count: unanswered.length }] : []),
      ...lacks,
    ].sort((a, b) => a.kind.localeCompare(b.kind)),
  ).toEqual([...lint].sort((a, b) => a.kind.localeCompare(b.kind)))
})

test('an owner is told before evidence goes out of date, and what drops with it', async ({
  db,
}) => {
  const me = await contextFor(db, 'practitioner')
  const manager = await contextFor(db, 'manager')
  const addedById = await makePerson(db)
  const actionId = await makeAction(db, {
    ...{ ownerId: me.actor.personId, dueOn: '2026-11-01', deliveredOn: '2026-11-01' },
  })
  const evidenceId = await makeEvidence(db, {
    ...{ addedById, actionIds: [actionId], kind: 'performance-data', title: 'Visits in time' },
    ...{ periodFrom: '2026-08-01', periodTo: '2026-08-31' },
  })
  expect((await myWorkView(me)).asked?.now).toEqual([])
  await db
    .insertInto('evidenceReviews')
    .values({
      ...{ evidenceId, addedById, reviewerId: manager.actor.personId },
      ...{ reviewedAt: manager.now, verdict: 'accepted', strength: 'output' },
    })
    .execute()
  const told = (await myWorkView(me)).asked
  expect(told?.now).toMatchObject([
    {
      kind: 'stale',
      what: 'Visits in time',
      also: 'Then it is shown no longer by performance data.',
      dueOn: '2026-11-30',
      button: { to: `/evidence/new?follows=${evidenceId}`, name: 'Add a new version' },
    },
  ])
  await db.updateTable('evidence').set({ restricted: true }).where('id', '=', evidenceId).execute()
  expect((await myWorkView(me)).asked?.now).toMatchObject([
    { what: 'evidence that you may not see', button: { name: 'Add evidence' } },
  ])
})
