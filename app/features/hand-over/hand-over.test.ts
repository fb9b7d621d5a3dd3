import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import { asAt, type Db, openDatabase } from '~/db/db.server'
import { handedOn } from '~/db/offered.server'
import { everythingOf } from '~/db/what-is-theirs.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { openUpdateRequests } from '~/db/tables/update-requests.server'
import {
  aFriday,
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makeMeasure,
  makePerson,
} from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { acceptWithTheRest, answerOffer } from './answer-offer.command.server'
import { handOver } from './hand-over.command.server'
import { seenToBy } from '~/db/former-owners.server'
import { handOverView } from './hand-over.query.server'
import { offerView } from './offer.query.server'
import { ownersView } from './owners.query.server'

const note = 'The second audit waits for two readers.'
const form = (toId: number, ...items: string[]) => ({
  toId,
  'items[]': items,
  note,
  notAnIdentifier: '',
})

const eventsOf = async (db: Db, actionId: number) =>
  db
    .selectFrom('events')
    .where('subjectKind', '=', 'action')
    .where('subjectId', '=', actionId)
    .orderBy('id')
    .select(['what', 'before', 'after'])
    .execute()

const ownerOf = (db: Db, id: number) =>
  db
    .selectFrom('actions')
    .where('id', '=', id)
    .select(['ownerId', 'version'])
    .executeTakeFirstOrThrow()

const contribute = (db: Db, actionId: number, personId: number) =>
  db.insertInto('actionContributors').values({ actionId, personId }).execute()

const contributorsOf = async (db: Db, actionId: number) =>
  (
    await db
      .selectFrom('actionContributors')
      .where('actionId', '=', actionId)
      .select('personId')
      .execute()
  ).map(({ personId }) => personId)

const visitOf = async (db: Db, inspectionId: number) => {
  const { id } = await db
    .insertInto('visits')
    .values({
      ...{ inspectionId, kind: 'monitoring-visit' },
      ...{ expectedFrom: '2026-12-01', expectedTo: '2026-12-02' },
      ...{ plannedById: await makePerson(db), plannedAt: aFriday },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const askFor = async (db: Db, actionId: number, askedOfId: number) => {
  const { id } = await db
    .insertInto('evidenceRequests')
    .values({
      ...{ actionId, askedOfId, askedById: await makePerson(db), askedAt: aFriday },
      ...{ what: 'Supervision notes', dueOn: '2026-12-04' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Evidence that somebody asked for and is to judge; with what was added for it. */
const askedBy = async (db: Db, actionId: number, askedById: number) => {
  const evidenceId = await makeEvidence(db, { actionIds: [actionId] })
  const { id } = await db
    .insertInto('evidenceRequests')
    .values({
      ...{ actionId, askedOfId: await makePerson(db), askedById, askedAt: aFriday },
      ...{ what: 'Minutes of the panel', dueOn: '2026-12-04' },
      ...{ answeredByEvidenceId: evidenceId, answeredAt: aFriday },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const accepted = async (db: Db, actionId: number, reviewerId: number, addedById?: number) => {
  const author = addedById ?? (await makePerson(db))
  const evidenceId = await makeEvidence(db, { actionIds: [actionId], addedById: author })
  await db
    .insertInto('evidenceReviews')
    .values({
      ...{ evidenceId, addedById: author, reviewerId, reviewedAt: aFriday },
      verdict: 'accepted',
      strength: 'output',
    })
    .execute()
}

const columnOf = {
  action: 'actionId',
  part: 'partInId',
  request: 'requestId',
  review: 'reviewOfId',
  measure: 'measureId',
  ready: 'checklistItemId',
  decided: 'boardDecisionId',
} as const

/** The latest offer of a thing, by its key on the page; of an action by its number alone. */
const offerOf = async (db: Db, thing: number | string) => {
  const [kind, id] = typeof thing === 'number' ? ['action', thing] : thing.split('-')
  return db
    .selectFrom('offers')
    .where(columnOf[kind as keyof typeof columnOf], '=', Number(id))
    .orderBy('id', 'desc')
    .selectAll()
    .executeTakeFirstOrThrow()
}

const answer = async (
  context: Context,
  thing: number | string,
  what: 'accepted' | 'declined' | 'withdrawn',
  reason = '',
) =>
  answerOffer(context, (await offerOf(context.db, thing)).id, {
    answer: what,
    reason,
    notAnIdentifier: '',
  })

const eventsCalled = (db: Db, pattern: string) =>
  db
    .selectFrom('events')
    .where('what', 'like', pattern)
    .orderBy('id')
    .select(['what', 'subjectId', 'before', 'after'])
    .execute()

describe('what somebody has', () => {
  test('stands on one page, with what goes with it and what does not', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart', suspendedAt: aFriday })
    const [owned, delivered, shared] = [
      await makeAction(db, { title: 'Owned', ownerId: lucy, dueOn: '2026-12-18' }),
      await makeAction(db, { title: 'Delivered', ownerId: lucy, deliveredOn: '2026-11-02' }),
      await makeAction(db, { title: 'Shared' }),
    ]
    await db
      .insertInto('milestones')
      .values([
        { actionId: owned, title: 'Open', dueOn: '2026-12-01' },
        { actionId: owned, title: 'Done', dueOn: '2026-11-01', doneOn: '2026-11-01' },
      ])
      .execute()
    await contribute(db, shared, lucy)
    const request = await askFor(db, shared, lucy)
    const measure = await makeMeasure(db, { title: 'Unallocated children', ownerId: lucy })
    const toJudge = await askedBy(db, shared, lucy)
    await db
      .insertInto('updateRequests')
      .values({
        ...{ actionId: owned, askedOfId: lucy, askedById: manager.actor.personId },
        ...{ askedAt: aFriday, dueOn: '2026-11-27' },
      })
      .execute()
    await makeEvidence(db, { title: 'Waiting', addedById: lucy, actionIds: [owned] })
    await makeAction(db, { title: 'Of others', ownerId: await makePerson(db) })

    const view = await handOverView(manager, lucy, undefined)
    expect(view).toMatchObject({
      person: { name: 'Lucy Hart', leftOn: '2026-11-20' },
      decision: { allowed: true },
      to: undefined,
      actions: [
        {
          key: `action-${owned}`,
          milestones: [{ title: 'Open' }],
          updatesAsked: [{ by: manager.actor.name, dueOn: '2026-11-27' }],
          decision: undefined,
        },
      ],
      delivered: [{ key: `action-${delivered}` }],
      parts: [{ key: `part-${shared}` }],
      requests: [{ key: `request-${request}`, what: 'Supervision notes' }],
      reviews: [
        {
          key: `review-${toJudge}`,
          what: 'Minutes of the panel',
          stands: 'Added on 20 November 2026, waits to be judged',
        },
      ],
      measures: [{ key: `measure-${measure}`, what: 'Unallocated children', action: undefined }],
      beside: [{ sentence: 'Evidence they added waits to be judged', items: [{}] }],
    })
    expect(view?.newOwners.some(({ value }) => value === String(lucy))).toBe(false)
    expect(await handOverView(manager, 999_999, undefined)).toBeUndefined()
    // A leader reads it, and hands nothing over.
    expect((await handOverView(await contextFor(db, 'leader'), lucy, undefined))?.decision).toEqual(
      {
        allowed: false,
        because: 'Only a manager or an administrator can do this.',
      },
    )
  })

  test('passes on what somebody is to make ready for a visit and what the board gave them, with the line of who saw to it', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart' })
    const owen = await makePerson(db, { name: 'Owen Bevan' })
    const inspectionId = await makeInspection(db)
    const [ahead, held] = [await visitOf(db, inspectionId), await visitOf(db, inspectionId)]
    await db
      .updateTable('visits')
      .set({ heldFrom: '2026-10-05', heldTo: '2026-10-06' })
      .where('id', '=', held)
      .execute()
    const by = { addedById: manager.actor.personId, addedAt: manager.now }
    for (const [visitId, what] of [
      [ahead, 'Print the records'],
      [held, 'Book the rooms'],
    ] as const) {
      await db
        .insertInto('checklistItems')
        .values({ ...by, visitId, what, ownerId: lucy })
        .execute()
    }
    const { id: meetingId } = await db
      .insertInto('boardMeetings')
      .values({
        name: 'Improvement board',
        heldOn: '2026-11-06',
        addedById: manager.actor.personId,
        addedAt: manager.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: decisionId } = await db
      .insertInto('boardDecisions')
      .values({
        ...{ meetingId, words: 'Say by name which teams have no manager.', ownerId: lucy },
        ...{ writtenById: manager.actor.personId, writtenAt: manager.now },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: itemId } = await db
      .selectFrom('checklistItems')
      .where('visitId', '=', ahead)
      .select('id')
      .executeTakeFirstOrThrow()
    const [ready, decided] = [`ready-${itemId}`, `decided-${decisionId}`]
    const view = await handOverView(manager, lucy, owen)
    // What was to be ready for a visit that was held is over.
    expect(view?.ready).toMatchObject([
      { key: ready, what: 'Print the records', place: { to: `/visits/${ahead}#checklist` } },
    ])
    expect(view?.decided).toMatchObject([
      {
        ...{ key: decided, what: 'Say by name which teams have no manager.' },
        place: { to: `/visits/boards/${meetingId}#decisions` },
        decision: { allowed: true },
      },
    ])
    expect(await handOver(manager, lucy, form(owen, ready, decided))).toEqual({
      ...{ allowed: true, offered: 2 },
    })
    const line = async (kept: 'checklist_items' | 'board_decisions', id: number) =>
      (await seenToBy(db, kept, id)).map(({ name }) => name)
    expect(await line('checklist_items', itemId)).toEqual(['Lucy Hart'])
    const asOwen = { ...manager, actor: { ...manager.actor, personId: owen } }
    for (const thing of [ready, decided]) {
      expect(await answer(asOwen, thing, 'accepted')).toEqual({ allowed: true })
    }
    expect(await line('checklist_items', itemId)).toEqual(['Lucy Hart', 'Owen Bevan'])
    expect(await line('board_decisions', decisionId)).toEqual(['Lucy Hart', 'Owen Bevan'])
    expect(await eventsCalled(db, '%.%passed-on')).toMatchObject([
      {
        what: 'visit.checklist-item-passed-on',
        subjectId: ahead,
        before: { what: 'Print the records', owner: { name: 'Lucy Hart' } },
        after: { owner: { name: 'Owen Bevan' }, offeredBy: { name: manager.actor.name } },
      },
      {
        what: 'board-decision.passed-on',
        subjectId: decisionId,
        before: { words: 'Say by name which teams have no manager.' },
        after: { note },
      },
    ])
    expect(await handOver(manager, lucy, form(owen, decided))).toMatchObject({
      allowed: false,
      refusals: [
        {
          key: decided,
          sentence: 'Say by name which teams have no manager.: Somebody else sees to it now.',
        },
      ],
    })
  })

  test('is asked for at once, however much it is', async ({ db }) => {
    const lucy = await makePerson(db)
    const added = { addedById: lucy, addedAt: aFriday }
    const visitId = await visitOf(db, await makeInspection(db))
    const { id: meetingId } = await db
      .insertInto('boardMeetings')
      .values({ ...added, name: 'Improvement board', heldOn: '2026-11-06' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const another = async (words: string) => {
      await db
        .insertInto('checklistItems')
        .values({ ...added, visitId, what: words, ownerId: lucy })
        .execute()
      const written = { writtenById: lucy, writtenAt: aFriday }
      await db
        .insertInto('boardDecisions')
        .values({ ...written, meetingId, words, ownerId: lucy })
        .execute()
    }
    const asked = async () => {
      let queries = 0
      const counting = db.withPlugin({
        transformQuery({ node }) {
          queries += 1
          return node
        },
        transformResult: ({ result }) => Promise.resolve(result),
      })
      return { things: (await everythingOf(counting, lucy)).length, queries }
    }
    await another('One')
    const { things, queries } = await asked()
    expect(things).toBe(2)
    for (const words of ['Two', 'Three']) await another(words)
    expect(await asked()).toEqual({ things: 6, queries })
  })

  test('shows for each thing why it cannot go to the one who is chosen', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const [lucy, owen] = [await makePerson(db), await makePerson(db, { name: 'Owen Bevan' })]
    const free = await makeAction(db, { ownerId: lucy })
    const judged = await makeAction(db, { ownerId: lucy })
    await accepted(db, judged, owen)
    const view = await handOverView(manager, lucy, owen)
    expect(view?.to).toEqual({ id: owen, name: 'Owen Bevan' })
    expect(view?.actions.map(({ id, decision }) => [id, decision])).toEqual([
      [free, { allowed: true }],
      [
        judged,
        {
          allowed: false,
          because:
            'Owen Bevan accepted 1 piece of evidence of it, and nobody assures their own work.',
        },
      ],
    ])
  })
})

describe('a colour that the new owner stated', () => {
  test('ends as they accept the action, and its row says why', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db)
    const owen = await contextFor(db, 'manager')
    const id = await makeAction(db, { ownerId: lucy, dueOn: '2026-11-02' })
    await db
      .insertInto('bragOverrides')
      .values({
        ...{ actionId: id, statedById: owen.actor.personId, statedAt: aFriday },
        ...{ brag: 'at-risk', reason: 'The court set the date.', untilOn: '2026-12-18' },
      })
      .execute()
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    const ended = () => db.selectFrom('bragOverrides').select(['endedById', 'endReason']).execute()
    expect(await ended()).toEqual([{ endedById: null, endReason: '' }])
    expect(await answer(owen, id, 'accepted')).toEqual({ allowed: true })
    const reason = `${owen.actor.name}, who stated it, came to own the action.`
    expect(await ended()).toEqual([{ endedById: owen.actor.personId, endReason: reason }])
    expect((await eventsOf(db, id)).at(-1)).toEqual({
      what: 'action.colour-ended',
      before: { colour: 'at-risk', untilOn: '2026-12-18' },
      after: { colour: 'off-track', reason },
    })
  })
})

describe('a hand-over', () => {
  test('offers everything, and everything stays where it is until it is accepted', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const asOwen = await contextFor(db, 'manager')
    const { personId: owen, name } = asOwen.actor
    const lucy = await makePerson(db, { name: 'Lucy Hart', roles: ['manager'] })
    const owned = await makeAction(db, { ownerId: lucy })
    const shared = await makeAction(db)
    await contribute(db, shared, lucy)
    const things = {
      action: `action-${owned}`,
      part: `part-${shared}`,
      request: `request-${await askFor(db, shared, lucy)}`,
      review: `review-${await askedBy(db, shared, lucy)}`,
      measure: `measure-${await makeMeasure(db, { ownerId: lucy })}`,
    }
    expect(await handOver(manager, lucy, form(owen, ...Object.values(things)))).toEqual({
      ...{ allowed: true, offered: 5 },
    })
    const keysOf = async (personId: number) => {
      const view = (await handOverView(manager, personId, undefined))!
      return [view.actions, view.parts, view.requests, view.reviews, view.measures].flatMap(
        (items) => items.map(({ key, offeredTo }) => [key, offeredTo]),
      )
    }
    expect(await keysOf(lucy)).toEqual(Object.values(things).map((key) => [key, name]))
    expect(await keysOf(owen)).toEqual([])
    expect((await handOverView(manager, owen, undefined))!.beside).toMatchObject([
      { sentence: 'Asked to accept, and not answered yet', items: [{}, {}, {}, {}, {}] },
    ])
    const people = { from: { id: lucy, name: 'Lucy Hart' }, to: { id: owen, name }, note }
    expect(await eventsOf(db, owned)).toEqual([
      { what: 'action.offered', before: null, after: people },
    ])
    expect((await eventsOf(db, shared)).map(({ what }) => what).sort()).toEqual([
      'action.evidence-request-offered',
      'action.part-offered',
      'action.review-offered',
    ])
    expect(await eventsCalled(db, 'measure.%')).toMatchObject([
      { what: 'measure.offered', after: people },
    ])
    expect(await eventsCalled(db, 'person.handed-over')).toMatchObject([{ subjectId: lucy }])

    // Once each is accepted, all of it is Owen's and nothing is Lucy's.
    for (const thing of Object.values(things)) {
      expect(await answer(asOwen, thing, 'accepted')).toEqual({ allowed: true })
    }
    expect(await keysOf(lucy)).toEqual([])
    expect(await keysOf(owen)).toEqual(Object.values(things).map((key) => [key, null]))
    expect(await contributorsOf(db, shared)).toEqual([owen])
    expect((await ownerOf(db, shared)).version).toBe(2)
    expect(
      await db
        .selectFrom('evidenceRequests')
        .orderBy('id')
        .select(['askedOfId', 'reviewerId'])
        .execute(),
    ).toMatchObject([{ askedOfId: owen, reviewerId: null }, { reviewerId: owen }])
    const passedOn = { ...people, offeredBy: { id: manager.actor.personId } }
    expect((await eventsOf(db, shared)).slice(3)).toMatchObject([
      { what: 'action.part-passed-on', after: { ...passedOn, version: 2 } },
      {
        what: 'action.evidence-request-passed-on',
        after: { ...passedOn, what: 'Supervision notes' },
      },
      { what: 'action.review-passed-on', after: { ...passedOn, what: 'Minutes of the panel' } },
    ])
    expect(await eventsCalled(db, 'measure.passed-on')).toMatchObject([
      { before: { owner: people.from }, after: { owner: people.to, note } },
    ])
    expect(
      await db.selectFrom('measures').select(['ownerId', 'version']).executeTakeFirst(),
    ).toEqual({ ownerId: owen, version: 2 })
  })

  test.for(['part', 'request', 'review', 'measure'] as const)(
    'of a %s that is declined leaves it where it was, with the reason, to be offered again',
    async (kind, { db }) => {
      const manager = await contextFor(db, 'manager')
      const owen = await contextFor(db, 'manager')
      const lucy = await makePerson(db, { roles: ['manager'] })
      const joy = await makePerson(db, { roles: ['manager'] })
      const action = await makeAction(db)
      await contribute(db, action, lucy)
      const ids = {
        part: action,
        request: await askFor(db, action, lucy),
        review: await askedBy(db, action, lucy),
        measure: await makeMeasure(db, { ownerId: lucy }),
      }
      const thing = `${kind}-${ids[kind]}`
      await handOver(manager, lucy, form(owen.actor.personId, thing))
      expect(await handOver(manager, lucy, form(joy, thing))).toMatchObject({ allowed: false })
      expect(await answer(owen, thing, 'declined')).toMatchObject({ allowed: false })
      expect(await answer(owen, thing, 'declined', 'I have three.')).toEqual({ allowed: true })
      expect(await answer(owen, thing, 'accepted')).toEqual({
        ...{ allowed: false, because: 'This was declined already.' },
      })
      const theirs = (await handOverView(manager, lucy, undefined))!
      const { parts, requests, reviews, measures } = theirs
      expect({ parts, requests, reviews, measures }[`${kind}s`]).toMatchObject([
        { key: thing, offeredTo: null },
      ])
      expect(await handOver(manager, lucy, form(joy, thing))).toEqual({
        ...{ allowed: true, offered: 1 },
      })
      expect(await answer(manager, thing, 'withdrawn', 'Tom will.')).toEqual({ allowed: true })
    },
  )

  test('of what is over before it is answered asks for no answer any more', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart', roles: ['manager'] })
    const request = await askFor(db, await makeAction(db), lucy)
    await handOver(manager, lucy, form(owen.actor.personId, `request-${request}`))
    const waiting = async () => (await ownersView(manager)).waiting.map(({ name }) => name)
    expect(await waiting()).toEqual(['Supervision notes'])
    // Lucy brings it after all.
    await db
      .updateTable('evidenceRequests')
      .set({ answeredByEvidenceId: await makeEvidence(db), answeredAt: aFriday })
      .where('id', '=', request)
      .execute()
    expect(await waiting()).toEqual([])
    expect(await answer(owen, `request-${request}`, 'accepted')).toEqual({
      ...{ allowed: false, because: 'It has been answered or taken back meanwhile.' },
    })
  })

  test('of an action takes with it the updates that are asked for', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'practitioner')
    const lucy = await makePerson(db, { name: 'Lucy Hart' })
    const id = await makeAction(db, { ownerId: lucy })
    await db
      .insertInto('updateRequests')
      .values({
        ...{ actionId: id, askedOfId: lucy, askedById: manager.actor.personId },
        ...{ askedAt: aFriday, dueOn: '2026-11-27' },
      })
      .execute()
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    expect(await openUpdateRequests(db, lucy)).toHaveLength(1)
    await answer(owen, id, 'accepted')
    expect(await openUpdateRequests(db, lucy)).toEqual([])
    expect(await openUpdateRequests(db, owen.actor.personId)).toMatchObject([
      { actionId: id, askedOf: 'Lucy Hart', dueOn: '2026-11-27' },
    ])
  })

  test('does all or nothing, and says of each why not', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart' })
    const owen = await makePerson(db, { name: 'Owen Bevan' })
    const free = await makeAction(db, { ownerId: lucy })
    const judged = await makeAction(db, { ownerId: lucy })
    await accepted(db, judged, owen)
    const others = await makeAction(db, { ownerId: owen })
    const answer = await handOver(
      manager,
      lucy,
      form(owen, `action-${free}`, `action-${judged}`, `action-${others}`, 'action-999999'),
    )
    expect(answer).toEqual({
      allowed: false,
      because: 'Nothing was handed over: 3 of 4 things cannot go to Owen Bevan.',
      refusals: [
        {
          key: `action-${judged}`,
          sentence: `A${judged}: Owen Bevan accepted 1 piece of evidence of it, and nobody assures their own work.`,
        },
        { key: `action-${others}`, sentence: `A${others}: Owen Bevan owns it now.` },
        { key: 'action-999999', sentence: 'It is no longer there.' },
      ],
    })
    expect(await db.selectFrom('offers').select('id').execute()).toEqual([])
    expect(await db.selectFrom('handOvers').select('id').execute()).toEqual([])
    expect(await eventsOf(db, free)).toEqual([])
  })

  test.each([
    ['somebody who has left', { suspendedAt: aFriday }, 'Owen Bevan has left.'],
    [
      'an observer',
      { roles: ['observer'] as const },
      'Owen Bevan could not do what is asked there.',
    ],
  ])('is refused to %s', async (_who, columns, because) => {
    const db = await emptyDatabase()
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db)
    const owen = await makePerson(db, { name: 'Owen Bevan', ...columns })
    const id = await makeAction(db, { ownerId: lucy })
    expect(await handOver(manager, lucy, form(owen, `action-${id}`))).toMatchObject({
      refusals: [{ sentence: `A${id}: ${because}` }],
    })
  })

  test('is made by managers and administrators, of somebody who is there', async ({ db }) => {
    const lucy = await makePerson(db)
    const owen = await makePerson(db)
    const id = await makeAction(db, { ownerId: lucy })
    for (const role of ['practitioner', 'leader', 'observer'] as const) {
      expect(await handOver(await contextFor(db, role), lucy, form(owen, `action-${id}`))).toEqual({
        allowed: false,
        because: 'Only a manager or an administrator can do this.',
      })
    }
    const admin = await contextFor(db, 'admin')
    expect(await handOver(admin, 999_999, form(owen, `action-${id}`))).toBeUndefined()
    expect(await handOver(admin, lucy, form(999_999, `action-${id}`))).toMatchObject({
      because: 'Choose somebody from the list.',
    })
    expect(await handOver(admin, lucy, form(owen, `action-${id}`))).toMatchObject({ allowed: true })
  })

  test('makes no double where the new one owns or contributes already', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const [lucy, owen] = [await makePerson(db), await makePerson(db)]
    const his = await makeAction(db, { ownerId: owen })
    const both = await makeAction(db)
    for (const id of [his, both]) await contribute(db, id, lucy)
    await contribute(db, both, owen)
    const things = [`part-${his}`, `part-${both}`]
    await handOver(manager, lucy, form(owen, ...things))
    const asOwen = { ...manager, actor: { ...manager.actor, personId: owen } }
    for (const thing of things) await answer(asOwen, thing, 'accepted')
    expect(await contributorsOf(db, his)).toEqual([])
    expect(await contributorsOf(db, both)).toEqual([owen])
  })
})

describe('an offer', () => {
  test('that is accepted makes the new owner, and the history says so', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'practitioner')
    const lucy = await makePerson(db, { name: 'Lucy Hart' })
    const id = await makeAction(db, { ownerId: lucy })
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    expect(await offerView(owen, (await offerOf(db, id)).id)).toMatchObject({
      isMine: true,
      note,
      accept: { allowed: true },
      withdraw: undefined,
    })
    expect(await answer(owen, id, 'accepted')).toEqual({ allowed: true })
    expect(await ownerOf(db, id)).toEqual({ ownerId: owen.actor.personId, version: 2 })
    expect(await offerOf(db, id)).toMatchObject({
      answer: 'accepted',
      answeredById: owen.actor.personId,
    })
    expect((await eventsOf(db, id)).at(-1)).toEqual({
      what: 'action.offer-accepted',
      before: { owner: { id: lucy, name: 'Lucy Hart' }, version: 1 },
      after: {
        owner: { id: owen.actor.personId, name: owen.actor.name },
        offeredBy: { id: manager.actor.personId, name: manager.actor.name },
        version: 2,
        note,
      },
    })
    expect(await answer(owen, id, 'accepted')).toEqual({
      allowed: false,
      because: 'This was accepted already.',
    })
  })

  test('that is declined leaves it where it was, to be offered again', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'practitioner')
    const [lucy, joy] = [await makePerson(db), await makePerson(db)]
    const id = await makeAction(db, { ownerId: lucy })
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    expect(await answer(owen, id, 'declined', ' ')).toEqual({
      allowed: false,
      because: 'Say why you decline.',
    })
    expect(await answer(owen, id, 'declined', 'I leave in March.')).toEqual({ allowed: true })
    expect(await offerView(manager, (await offerOf(db, id)).id)).toMatchObject({
      ...{ answer: 'declined', reason: 'I leave in March.' },
    })
    expect((await ownerOf(db, id)).ownerId).toBe(lucy)
    expect(await handOver(manager, lucy, form(joy, `action-${id}`))).toMatchObject({
      allowed: true,
    })
    const all = await db
      .selectFrom('offers')
      .orderBy('id')
      .select(['toId', 'answer', 'reason'])
      .execute()
    expect(all).toEqual([
      { toId: owen.actor.personId, answer: 'declined', reason: 'I leave in March.' },
      { toId: joy, answer: null, reason: '' },
    ])
  })

  test('is taken back by a manager, and not by the one asked', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'practitioner')
    const lucy = await makePerson(db)
    const id = await makeAction(db, { ownerId: lucy })
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    expect(await answer(owen, id, 'withdrawn')).toMatchObject({ allowed: false })
    expect(await answer(manager, id, 'accepted')).toMatchObject({ allowed: false })
    expect(await answer(manager, id, 'withdrawn', 'Joy will do it.')).toEqual({ allowed: true })
    expect(await answer(owen, id, 'accepted')).toEqual({
      allowed: false,
      because: 'This was taken back: it is no longer offered.',
    })
  })

  test('is not accepted by somebody who accepted evidence of it meanwhile', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'manager')
    const lucy = await makePerson(db)
    const id = await makeAction(db, { ownerId: lucy })
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    await accepted(db, id, owen.actor.personId)
    expect(await answer(owen, id, 'accepted')).toMatchObject({
      because: `${owen.actor.name} accepted 1 piece of evidence of it, and nobody assures their own work.`,
    })
    expect(await answer(owen, id, 'declined', 'I judged its audit.')).toEqual({ allowed: true })
  })

  test('is overtaken where somebody else is made the owner', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'practitioner')
    const [lucy, joy] = [await makePerson(db), await makePerson(db)]
    const id = await makeAction(db, { ownerId: lucy })
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    await db.updateTable('actions').set({ ownerId: joy }).where('id', '=', id).execute()
    expect(await answer(owen, id, 'accepted')).toEqual({
      allowed: false,
      because: 'It went to somebody else meanwhile.',
    })
  })

  test.for(['measure', 'part', 'request', 'review'] as const)(
    'of a %s is overtaken where it is given to somebody else',
    async (kind, { db }) => {
      const manager = await contextFor(db, 'manager')
      const owen = await contextFor(db, 'manager')
      const [lucy, joy] = [await makePerson(db, { roles: ['manager'] }), await makePerson(db)]
      const action = await makeAction(db)
      await contribute(db, action, lucy)
      const ids = {
        part: action,
        request: await askFor(db, action, lucy),
        review: await askedBy(db, action, lucy),
        measure: await makeMeasure(db, { ownerId: lucy }),
      }
      await handOver(manager, lucy, form(owen.actor.personId, `${kind}-${ids[kind]}`))
      if (kind === 'part') {
        await db.deleteFrom('actionContributors').where('personId', '=', lucy).execute()
      } else if (kind === 'measure') {
        await db
          .updateTable('measures')
          .set({ ownerId: joy })
          .where('id', '=', ids.measure)
          .execute()
      } else {
        await db
          .updateTable('evidenceRequests')
          .set(kind === 'request' ? { askedOfId: joy } : { reviewerId: joy })
          .where('id', '=', ids[kind])
          .execute()
      }
      expect(await offerOf(db, `${kind}-${ids[kind]}`)).toMatchObject({ answer: 'overtaken' })
      expect(await answer(owen, `${kind}-${ids[kind]}`, 'accepted')).toEqual({
        ...{ allowed: false, because: 'It went to somebody else meanwhile.' },
      })
    },
  )

  test('is accepted with all else of its hand-over, or nothing is', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart', roles: ['manager'] })
    const [owned, judged] = [
      await makeAction(db, { ownerId: lucy }),
      await makeAction(db, { title: 'Judged', ownerId: lucy }),
    ]
    const measure = `measure-${await makeMeasure(db, { ownerId: lucy })}`
    const { personId } = owen.actor
    await handOver(manager, lucy, form(personId, `action-${owned}`, `action-${judged}`, measure))
    const { id } = await offerOf(db, owned)
    await accepted(db, judged, personId)
    expect(await acceptWithTheRest(owen, id)).toEqual({
      allowed: false,
      because: `Nothing was accepted. A${judged} Judged: ${owen.actor.name} accepted 1 piece of evidence of it, and nobody assures their own work.`,
    })
    expect(await offerOf(db, measure)).toMatchObject({ answer: null })
    expect(await answer(owen, judged, 'declined', 'I judged it.')).toEqual({ allowed: true })
    expect(await acceptWithTheRest(manager, id)).toMatchObject({ allowed: false })

    expect(await acceptWithTheRest(owen, id)).toEqual({ allowed: true })
    expect((await ownerOf(db, owned)).ownerId).toBe(personId)
    expect((await ownerOf(db, judged)).ownerId).toBe(lucy)
    expect(await offerOf(db, measure)).toMatchObject({ answer: 'accepted', answeredById: personId })
    expect(await acceptWithTheRest(owen, id)).toEqual({
      ...{ allowed: false, because: 'Nothing of it waits for an answer any more.' },
    })
    expect(await acceptWithTheRest(owen, 999_999)).toBeUndefined()
  })

  test.for([
    ['sooner', '2026-11-30'],
    ['later', '2026-12-18'],
  ])(
    'makes nobody judge of what they come to own with all else, due %s',
    async ([, dueOn], { db }) => {
      const manager = await contextFor(db, 'manager')
      const owen = await contextFor(db, 'manager')
      const lucy = await makePerson(db, { name: 'Lucy Hart', roles: ['manager'] })
      const id = await makeAction(db, { ownerId: lucy, dueOn })
      const review = `review-${await askedBy(db, id, lucy)}`
      await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`, review))
      expect(await acceptWithTheRest(owen, (await offerOf(db, id)).id)).toEqual({
        allowed: false,
        because: `Nothing was accepted. Minutes of the panel: ${owen.actor.name} owns the action, and nobody assures their own work.`,
      })
      expect(await ownerOf(db, id)).toEqual({ ownerId: lucy, version: 1 })
      expect(await offerOf(db, id)).toMatchObject({ answer: null })
      expect((await eventsOf(db, id)).map(({ what }) => what)).not.toContain(
        'action.offer-accepted',
      )
    },
  )

  test('makes nobody contribute to what they come to own with all else', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'manager')
    const lucy = await makePerson(db)
    const id = await makeAction(db, { ownerId: lucy })
    await contribute(db, id, lucy)
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`, `part-${id}`))
    expect(await acceptWithTheRest(owen, (await offerOf(db, id)).id)).toEqual({ allowed: true })
    expect((await ownerOf(db, id)).ownerId).toBe(owen.actor.personId)
    expect(await contributorsOf(db, id)).toEqual([])
  })

  test('is shown where the thing stands, as at a past day too, until it is answered', async ({
    db,
  }) => {
    await sql`select set_config('waymark.now', ${aFriday.toISOString()}, true)`.execute(db)
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { roles: ['manager'] })
    const id = await makeMeasure(db, { ownerId: lucy })
    await handOver(manager, lucy, form(owen.actor.personId, `measure-${id}`))
    const shown = (reader: Db) => handedOn(reader, [{ kind: 'measure', id }])
    const told = [{ kind: 'measure', id, fromId: lucy, toName: owen.actor.name }]
    expect(await shown(db)).toMatchObject(told)
    const later = { ...owen, now: new Date('2026-11-24T09:00:00Z'), today: '2026-11-24' as const }
    expect(await answer(later, `measure-${id}`, 'accepted')).toEqual({ allowed: true })
    expect(await shown(db)).toEqual([])
    expect(await asAt(db, new Date('2026-11-22T12:00:00Z'), shown)).toMatchObject(told)
  })

  test('is answered only where there is one', async ({ db }) => {
    const owen = await contextFor(db, 'practitioner')
    const form = { answer: 'accepted' as const, reason: '', notAnIdentifier: '' }
    expect(await answerOffer(owen, 999_999, form)).toBeUndefined()
    expect(await offerView(owen, 999_999)).toBeUndefined()
  })
})

describe('the database holds, where no command looks,', () => {
  test('what a hand-over and an offer are', async ({ db }) => {
    const [lucy, owen, joy] = [await makePerson(db), await makePerson(db), await makePerson(db)]
    const id = await makeAction(db, { ownerId: lucy })
    const act = { fromId: lucy, toId: owen, note, madeById: joy, madeAt: aFriday }
    const insert = (rest: Partial<typeof act>) => () =>
      db
        .insertInto('handOvers')
        .values({ ...act, ...rest })
        .returning('id')
        .executeTakeFirstOrThrow()
    await expectRefusedBy(db, 'hand_overs_have_a_note', insert({ note: ' ' }))
    await expectRefusedBy(db, 'hand_overs_go_to_somebody_else', insert({ toId: lucy }))
    const { id: handOverId } = await insert({})()
    await expectRefusedBy(db, 'hand_overs_are_never_changed', () =>
      db.updateTable('handOvers').set({ note: 'Another' }).execute(),
    )

    const offer = { handOverId, actionId: id, fromId: lucy, toId: owen }
    const make = (rest: Partial<typeof offer> & { measureId?: number } = {}) =>
      db
        .insertInto('offers')
        .values({ ...offer, ...rest })
        .execute()
    await expectRefusedBy(db, 'offers_are_part_of_a_hand_over', () => make({ toId: joy }))
    const notHers = await makeAction(db, { ownerId: joy })
    await expectRefusedBy(db, 'offers_are_of_what_somebody_has', () => make({ actionId: notHers }))
    const measureId = await makeMeasure(db, { ownerId: joy })
    await expectRefusedBy(db, 'offers_are_of_one_thing', () => make({ measureId }))
    const otherwise = { ...offer, actionId: null }
    const request = await askFor(db, notHers, joy)
    for (const thing of [
      { measureId },
      { partInId: notHers },
      { requestId: request },
      { reviewOfId: request },
    ]) {
      await expectRefusedBy(db, 'offers_are_of_what_somebody_has', () =>
        db
          .insertInto('offers')
          .values({ ...otherwise, ...thing })
          .execute(),
      )
    }
    await make()
    await expectRefusedBy(db, 'offers_name_a_thing_once', () => make())
    const again = await insert({})()
    await expectRefusedBy(db, 'offers_one_open_for_a_thing', () => make({ handOverId: again.id }))

    const set = (columns: { answer?: string; answeredById?: number; answeredAt?: Date }) => () =>
      db.updateTable('offers').set(columns).execute()
    const by = (answeredById: number) => ({ answeredById, answeredAt: aFriday })
    await expectRefusedBy(db, 'offers_answer_is_one_we_know', set({ answer: 'maybe', ...by(owen) }))
    await expectRefusedBy(db, 'offers_answer_has_its_moment', set({ answer: 'overtaken' }))
    await expectRefusedBy(
      db,
      'offers_are_answered_by_the_person_asked',
      set({ answer: 'accepted', ...by(joy) }),
    )
    await expectRefusedBy(
      db,
      'offers_are_answered_by_the_person_asked',
      set({ answer: 'accepted', answeredAt: aFriday }),
    )
    await expectRefusedBy(
      db,
      'offers_are_declined_with_a_reason',
      set({ answer: 'declined', ...by(owen) }),
    )
    await set({ answer: 'accepted', ...by(owen) })()
    await expectRefusedBy(db, 'offers_once_answered_stay', set({ answer: 'withdrawn', ...by(joy) }))
    await expectRefusedBy(db, 'offers_are_never_removed', () => db.deleteFrom('offers').execute())
  })

  test('that nobody comes to own what they assured', async ({ db }) => {
    const [owen, helen] = [await makePerson(db), await makePerson(db, { roles: ['leader'] })]
    const id = await makeAction(db)
    await accepted(db, id, owen)
    await db
      .insertInto('impactSignOffs')
      .values({
        ...{ actionId: id, verdict: 'partly', words: 'Seen', signedById: helen, signedAt: aFriday },
      })
      .execute()
    const give = (ownerId: number) => () =>
      db.updateTable('actions').set({ ownerId }).where('id', '=', id).execute()
    await expectRefusedBy(db, 'actions_are_not_owned_by_who_accepted_their_evidence', give(owen))
    await expectRefusedBy(db, 'actions_are_not_owned_by_who_signed_off_their_impact', give(helen))
    await give(await makePerson(db))()
  })
})

let own: Db | undefined
const emptyDatabase = async (): Promise<Db> =>
  (own ??= openDatabase(await ownDatabase('handing_over'), 4))
afterAll(() => own?.destroy())

describe('two at once', () => {
  let db: Db
  beforeAll(async () => {
    db = await emptyDatabase()
  })

  plainTest('who hand over one action: one is made, the other is told', async () => {
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db)
    const [owen, joy] = [await makePerson(db), await makePerson(db)]
    const [one, other] = [
      await makeAction(db, { ownerId: lucy }),
      await makeAction(db, { ownerId: lucy }),
    ]
    // In opposite orders, so that locks taken as they come would meet head-on.
    const answers = await Promise.all([
      handOver(manager, lucy, form(owen, `action-${one}`, `action-${other}`)),
      handOver(manager, lucy, form(joy, `action-${other}`, `action-${one}`)),
    ])
    expect(answers.filter((answer) => answer?.allowed)).toHaveLength(1)
    expect(answers.find((answer) => !answer?.allowed)).toMatchObject({
      refusals: [{}, {}],
    })
    const offers = await db.selectFrom('offers').select('toId').execute()
    expect(new Set(offers.map(({ toId }) => toId)).size).toBe(1)
    expect(offers).toHaveLength(2)
  })

  plainTest('who answer one offer: only the first counts', async () => {
    const manager = await contextFor(db, 'manager')
    const owen = await contextFor(db, 'practitioner')
    const lucy = await makePerson(db)
    const id = await makeAction(db, { ownerId: lucy })
    await handOver(manager, lucy, form(owen.actor.personId, `action-${id}`))
    const answers = await Promise.all([
      answer(owen, id, 'accepted'),
      answer(manager, id, 'withdrawn'),
    ])
    expect(answers.filter((one) => one?.allowed)).toHaveLength(1)
    const offer = await offerOf(db, id)
    const { ownerId } = await ownerOf(db, id)
    expect(ownerId).toBe(offer.answer === 'accepted' ? owen.actor.personId : lucy)
  })
})
