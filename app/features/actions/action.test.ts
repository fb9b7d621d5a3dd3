import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { unlinkEvidence } from '~/db/tables/evidence-links.server'
import { recordEvent } from '~/db/tables/events.server'
import { actionRef } from '~/domain/plan/references'
import { test } from '~/testing/db-test'
import {
  aFriday,
  contextFor,
  makeAction,
  makeEvidence,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { actionView } from './action.query.server'
import { createAction } from './create-action.command.server'

const viewOf = async (context: Context, id: number) => {
  const view = await actionView(context, id)
  if (!view) throw new Error('The action should be there.')
  return view
}

const makeUpdate = (db: Db, actionId: number, authorId: number, statedDelivery: string) =>
  db
    .insertInto('updates')
    .values({
      actionId,
      authorId,
      saidAt: aFriday,
      statedDelivery,
      confidence: 'medium',
      words: 'The audit tool is ready.',
    })
    .execute()

describe('an action is one story', () => {
  test('with the four kinds of evidence side by side', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db)
    const addedById = await makePerson(db)
    const audit = await makeEvidence(db, { actionIds: [id], kind: 'case-audit', addedById })
    await makeEvidence(db, { actionIds: [id], kind: 'voice' })
    await db
      .insertInto('evidenceReviews')
      .values({
        ...{ evidenceId: audit, addedById },
        ...{ reviewerId: manager.actor.personId, reviewedAt: manager.now },
        ...{ verdict: 'accepted', strength: 'output', sampleSize: 12 },
      })
      .execute()
    expect(
      (await viewOf(manager, id)).triangulation.map(({ kind, state }) => [kind, state]),
    ).toEqual([
      ['performance-data', 'missing'],
      ['case-audit', 'fresh'],
      ['practice-observation', 'missing'],
      ['voice', 'waiting'],
    ])
  })

  test('with why, what, who and when', async ({ db }) => {
    const manager = await contextFor(db, 'manager', new Date('2026-06-01T09:00:00Z'))
    const ownerId = await makePerson(db, { name: 'Joy Okafor' })
    const recommendationId = await makeRecommendation(db, {
      text: 'The timeliness of assessments.',
      kind: 'area-for-priority-action',
    })
    const made = await createAction(manager, {
      title: 'Test hand-overs',
      outcome: 'Children keep one worker',
      successMeasure: 'Changes of worker',
      ownerId,
      startOn: null,
      dueOn: '2026-12-18',
      teamId: null,
      theme: 'Hand-overs',
      contributorIds: [manager.actor.personId],
      recommendationIds: [recommendationId],
      milestones: [{ title: 'Pilot', dueOn: '2026-09-01' }],
      notAnIdentifier: '',
    })
    if (!made.allowed) throw new Error(made.because)

    const view = await viewOf(await contextFor(db, 'manager'), made.actionId)
    expect(view).toMatchObject({
      title: 'Test hand-overs',
      owner: { name: 'Joy Okafor', hasLeft: false },
      owners: { since: '2026-06-01', before: [] },
      theme: { name: 'Hand-overs' },
      team: undefined,
      contributors: [{ name: manager.actor.name }],
      recommendations: [
        {
          text: 'The timeliness of assessments.',
          page: 2,
          isPriority: true,
          inspection: 'ILACS inspection, February 2026',
        },
      ],
      milestones: [{ title: 'Pilot', doneOn: null, complete: { allowed: true } }],
    })
    expect(view.history).toEqual([
      {
        on: '2026-06-01',
        sentence: `${manager.actor.name} added this action, owned by Joy Okafor, due 18 December 2026, under the theme “Hand-overs”, for R${recommendationId}, with 1 milestone.`,
      },
    ])
  })

  test('that shows where it is stated better than it is', async ({ db }) => {
    const practitioner = await contextFor(db, 'practitioner')
    const id = await makeAction(db, { dueOn: '2026-11-10' })
    await makeUpdate(db, id, practitioner.actor.personId, 'on-track')
    const { standing, said } = await viewOf(practitioner, id)
    expect(standing.delivery.rating).toBe('off-track')
    expect(standing.differs).toBe('Stated on track, 10 days overdue, no owner.')
    expect(said).toMatchObject([{ type: 'update', delivery: 'on-track' }])
  })

  test('that is not there for a wrong number', async ({ db }) => {
    expect(await actionView(await contextFor(db, 'manager'), 999_999)).toBeUndefined()
  })
})

describe('evidence on the page of an action', () => {
  test('is shown newest first with its state, among what was said', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db)
    const older = await makeEvidence(db, { actionIds: [id], addedAt: new Date('2026-11-01') })
    await db
      .insertInto('evidenceReviews')
      .values({
        evidenceId: older,
        addedById: (
          await db
            .selectFrom('evidence')
            .where('id', '=', older)
            .select('addedById')
            .executeTakeFirstOrThrow()
        ).addedById,
        reviewerId: manager.actor.personId,
        reviewedAt: aFriday,
        verdict: 'returned',
        reason: 'Which team?',
      })
      .execute()
    await makeEvidence(db, { actionIds: [id], title: 'Newer' })
    const { said } = await viewOf(manager, id)
    expect(said).toMatchObject([
      { type: 'evidence', title: 'Newer', standing: 'awaiting-review', reviewReason: '' },
      {
        type: 'evidence',
        standing: 'returned',
        reviewReason: 'Which team?',
        reviewerName: manager.actor.name,
      },
    ])
  })

  test('is told in the history to those who may see it', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db)
    const open = await makeEvidence(db, { actionIds: [id], title: 'Audit' })
    const closed = await makeEvidence(db, { actionIds: [id], title: 'Notes', restricted: true })
    const elsewhere = await makeEvidence(db, { title: 'Of another action' })
    for (const subjectId of [open, closed, elsewhere]) {
      await db
        .insertInto('events')
        .values({
          what: 'evidence.added',
          subjectKind: 'evidence',
          subjectId,
          actorId: manager.actor.personId,
          happenedAt: aFriday,
          after: '{}',
        })
        .execute()
    }
    const toldTo = async (context: Context) =>
      (await viewOf(context, id)).history.map(({ sentence }) => sentence)
    const who = manager.actor.name
    expect(await toldTo(manager)).toEqual([
      `${who} added the evidence “Notes”.`,
      `${who} added the evidence “Audit”.`,
    ])
    expect(await toldTo(await contextFor(db, 'observer'))).toEqual([
      `${who} added the evidence “Audit”.`,
    ])
  })

  test('is told up to where it was unlinked, and that it was so only here', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const ids = [await makeAction(db), await makeAction(db)] as const
    const evidenceId = await makeEvidence(db, { actionIds: ids, title: 'Audit' })
    const happened = (what: `evidence.${string}`, after: object = {}) =>
      recordEvent(db, {
        ...{ what, subject: { kind: 'evidence', id: evidenceId }, after },
        ...{ actorId: manager.actor.personId, happenedAt: manager.now },
      })
    await happened('evidence.linked', { actionId: ids[1], ref: actionRef(ids[1]) })
    await happened('evidence.returned', { reason: 'Whose?' })
    await unlinkEvidence(db, evidenceId, { actionId: ids[0] })
    await happened('evidence.unlinked', { actionId: ids[0], ref: actionRef(ids[0]) })
    await happened('evidence.accepted', { reason: '' })
    const toldTo = async (context: Context, id: number) =>
      (await viewOf(context, id)).history.map(({ sentence }) => sentence)
    const who = manager.actor.name
    expect(await toldTo(manager, ids[0])).toEqual([
      `${who} unlinked the evidence “Audit” from A${ids[0]}.`,
      `${who} returned the evidence “Audit”, because: Whose?`,
    ])
    expect(await toldTo(manager, ids[1])).toEqual([
      `${who} accepted the evidence “Audit”.`,
      `${who} returned the evidence “Audit”, because: Whose?`,
      `${who} linked the evidence “Audit” to A${ids[1]}.`,
    ])
    await db.updateTable('evidence').set({ restricted: true }).execute()
    expect(await toldTo(await contextFor(db, 'observer'), ids[0])).toEqual([])
  })

  test('is there for those who may see it, where it is restricted', async ({ db }) => {
    const id = await makeAction(db)
    const author = await contextFor(db, 'practitioner')
    await makeEvidence(db, {
      actionIds: [id],
      restricted: true,
      addedById: author.actor.personId,
    })
    const seenBy = async (context: Context) => (await viewOf(context, id)).said.length
    expect(await seenBy(author)).toBe(1)
    expect(await seenBy(await contextFor(db, 'manager'))).toBe(1)
    expect(await seenBy(await contextFor(db, 'leader'))).toBe(1)
    expect(await seenBy(await contextFor(db, 'practitioner'))).toBe(0)
    expect(await seenBy(await contextFor(db, 'observer'))).toBe(0)
    expect(await seenBy(await contextFor(db, 'admin'))).toBe(0)
  })
})

describe('what one may do', () => {
  const offersOf = async (db: Db, role: 'practitioner' | 'manager' | 'leader' | 'observer') => {
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    const { offers } = await viewOf(await contextFor(db, role), id)
    return Object.entries(offers)
      .filter(([, decision]) => decision !== undefined)
      .map(([name, decision]) => `${name}${decision!.allowed ? '' : ' (not now)'}`)
  }

  test('follows from one’s role, and says no where a rule refuses just now', async ({ db }) => {
    expect(await offersOf(db, 'observer')).toEqual([])
    expect(await offersOf(db, 'practitioner')).toEqual([
      'addEvidence',
      'addUpdate',
      'askForDate',
      'deliver',
    ])
    expect(await offersOf(db, 'manager')).toEqual([
      'edit',
      'addMilestone',
      'addEvidence',
      'addUpdate',
      'askForEvidence',
      'askForDate',
      'deliver',
      'stateColour',
    ])
    expect(await offersOf(db, 'leader')).toEqual(['signOff (not now)', 'stateColour'])
  })
})
