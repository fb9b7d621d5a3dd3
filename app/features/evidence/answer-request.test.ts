import { expect } from 'vitest'
import type { Db } from '~/db/db.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeAction } from '~/testing/make'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { answerRequest } from './answer-request.command.server'
import type { RequestStepTaken } from './answer-request.form'
import { answerRequestView } from './answer-request.query.server'
import { requestEvidence } from './request-evidence.command.server'

const take = (step: RequestStepTaken['step'], reason: string): RequestStepTaken => ({
  ...{ step, reason },
  notAnIdentifier: '',
})
const withdraws = take('withdraw', 'The audit shows it already.')
const refuses = take('refuse', 'My team holds no such notes.')

async function asked(db: Db) {
  const manager = await contextFor(db, 'manager')
  const worker = await contextFor(db, 'practitioner')
  const actionId = await makeAction(db)
  const form = { what: 'Notes of October', dueOn: '2026-11-27', notAnIdentifier: '' } as const
  const askedOfId = worker.actor.personId
  const made = await requestEvidence(manager, actionId, { ...form, askedOfId })
  if (!made?.allowed) throw new Error(made?.because)
  return { manager, worker, actionId, id: made.requestId }
}

test('a request that is taken back says why, and who did, for everybody who reads the plan', async ({
  db,
}) => {
  const { manager, id, actionId } = await asked(db)
  expect(await answerRequest(manager, id, withdraws)).toEqual({ allowed: true })
  expect(await answerRequestView(await contextFor(db, 'observer'), id)).toMatchObject({
    state: 'withdrawn',
    said: [{ what: 'withdraw', who: manager.actor.name, reason: withdraws.reason }],
    steps: { withdraw: { allowed: false }, refuse: { allowed: false } },
  })
  const event = await db
    .selectFrom('events')
    .where('what', '=', 'evidence.request-withdrawn')
    .select(['subjectKind', 'subjectId', 'actorId', 'after'])
    .executeTakeFirstOrThrow()
  expect(event).toEqual({
    ...{ subjectKind: 'action', subjectId: actionId, actorId: manager.actor.personId },
    after: { requestId: id, what: 'Notes of October', reason: withdraws.reason },
  })
  expect(await answerRequest(manager, id, withdraws)).toEqual({
    allowed: false,
    because: 'This request has been taken back already.',
  })
})

test('another manager may take it back, whoever asked', async ({ db }) => {
  const { id } = await asked(db)
  expect(await answerRequest(await contextFor(db, 'manager'), id, withdraws)).toEqual({
    allowed: true,
  })
})

test('what is taken back cannot be answered any more', async ({ db }) => {
  const { manager, worker, id, actionId } = await asked(db)
  await answerRequest(manager, id, withdraws)
  const typed = { shows: 'Notes', 'actionIds[]': [String(actionId)], requestId: String(id) }
  const added = await addEvidence(worker, addEvidenceForm.parse(typed), [])
  expect(added?.allowed).toBe(false)
})

test('whoever is asked says that they cannot; it stays open with whoever asked', async ({ db }) => {
  const { manager, worker, id } = await asked(db)
  expect(await answerRequest(worker, id, refuses)).toEqual({ allowed: true })
  expect(await answerRequestView(manager, id)).toMatchObject({
    ...{ state: 'open', isRefused: true, mayAskAnother: true },
    said: [{ what: 'refuse', who: worker.actor.name, reason: refuses.reason }],
  })
  expect((await answerRequest(worker, id, refuses))?.allowed).toBe(false)
  expect(await answerRequest(manager, id, withdraws)).toEqual({ allowed: true })
})

test('nobody refuses for somebody else, also where the rule is passed by', async ({ db }) => {
  const { manager, id } = await asked(db)
  expect(await answerRequest(manager, id, refuses)).toEqual({
    allowed: false,
    because: 'Only the person who is asked can say this.',
  })
  const refusal = { requestId: id, refusedAt: manager.now, reason: 'So' }
  await expectRefusedBy(db, 'evidence_request_refusals_by_the_person_asked', () =>
    db
      .insertInto('evidenceRequestRefusals')
      .values({ ...refusal, refusedById: manager.actor.personId })
      .execute(),
  )
})

test('the database keeps what was said of a request, with its reason', async ({ db }) => {
  const { manager, worker, id } = await asked(db)
  const refusedById = worker.actor.personId
  await expectRefusedBy(db, 'evidence_request_refusals_say_why', () =>
    db
      .insertInto('evidenceRequestRefusals')
      .values({ requestId: id, refusedById, refusedAt: worker.now, reason: ' ' })
      .execute(),
  )
  await answerRequest(worker, id, refuses)
  await expectRefusedBy(db, 'evidence_request_refusals_are_never_changed', () =>
    db.updateTable('evidenceRequestRefusals').set({ reason: 'Another' }).execute(),
  )
  await expectRefusedBy(db, 'evidence_request_withdrawals_say_why', () =>
    db
      .insertInto('evidenceRequestWithdrawals')
      .values({
        ...{ requestId: id, withdrawnById: manager.actor.personId },
        ...{ withdrawnAt: manager.now, reason: '' },
      })
      .execute(),
  )
  await answerRequest(manager, id, withdraws)
  await expectRefusedBy(db, 'evidence_request_withdrawals_are_never_changed', () =>
    db.updateTable('evidenceRequestWithdrawals').set({ reason: 'Another' }).execute(),
  )
})

test('there is none to answer where there is none', async ({ db }) => {
  const { manager } = await asked(db)
  expect(await answerRequest(manager, 2_000_000_000, withdraws)).toBeUndefined()
  expect(await answerRequestView(manager, 2_000_000_000)).toBeUndefined()
})
