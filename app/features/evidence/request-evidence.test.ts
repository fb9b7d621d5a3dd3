import { expect } from 'vitest'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makePerson } from '~/testing/make'
import { requestEvidence } from './request-evidence.command.server'
import { requestEvidenceForm } from './request-evidence.form'
import { requestEvidenceView } from './request-evidence.query.server'

const asked = {
  what: 'Supervision notes of October',
  dueOn: '2026-11-27',
  notAnIdentifier: '',
} as const

test('a manager asks a named person for evidence by a date', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const askedOfId = await makePerson(db, { name: 'Amara Nwosu' })
  const actionId = await makeAction(db)
  const result = await requestEvidence(manager, actionId, { ...asked, askedOfId })
  expect(result).toEqual({ allowed: true, requestId: expect.any(Number) })
  const request = await db.selectFrom('evidenceRequests').selectAll().executeTakeFirstOrThrow()
  expect(request).toMatchObject({
    actionId,
    askedOfId,
    askedById: manager.actor.personId,
    askedAt: aFriday,
    what: asked.what,
    dueOn: asked.dueOn,
    answeredAt: null,
  })
  const event = await db
    .selectFrom('events')
    .where('what', '=', 'evidence.requested')
    .select(['subjectKind', 'subjectId', 'after'])
    .executeTakeFirstOrThrow()
  expect(event).toEqual({
    subjectKind: 'action',
    subjectId: actionId,
    after: {
      requestId: request.id,
      what: asked.what,
      dueOn: asked.dueOn,
      askedOf: { id: askedOfId, name: 'Amara Nwosu' },
    },
  })
})

test('only people who can add evidence are offered, and a day a working week ahead', async ({
  db,
}) => {
  const manager = await contextFor(db, 'manager')
  const here = await makePerson(db)
  const gone = await makePerson(db, { suspendedAt: aFriday })
  const observer = await makePerson(db, { roles: ['observer'] })
  const actionId = await makeAction(db)
  const view = (await requestEvidenceView(manager, actionId))!
  const offered = view.people.map(({ id }) => id)
  expect(offered).toContain(here)
  expect(offered).not.toContain(gone)
  expect(offered).not.toContain(observer)
  expect(view.dueOn).toBe('2026-11-27')

  for (const askedOfId of [gone, observer, 2_000_000_000]) {
    expect(await requestEvidence(manager, actionId, { ...asked, askedOfId })).toMatchObject({
      allowed: false,
      because: 'Choose a person from the list.',
    })
  }
})

test('not by a day that has passed', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const form = { ...asked, dueOn: '2026-11-19', askedOfId: await makePerson(db) } as const
  expect(await requestEvidence(manager, await makeAction(db), form)).toMatchObject({
    allowed: false,
    because: 'Choose today or a later day.',
  })
})

test('not by anybody but a manager', async ({ db }) => {
  const form = { ...asked, askedOfId: await makePerson(db) }
  const actionId = await makeAction(db)
  for (const role of ['practitioner', 'leader', 'observer', 'admin'] as const) {
    expect(await requestEvidence(await contextFor(db, role), actionId, form)).toEqual({
      allowed: false,
      because: 'Only a manager can do this.',
    })
  }
})

test('not for an action that is not there', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const form = { ...asked, askedOfId: await makePerson(db) }
  expect(await requestEvidence(manager, 2_000_000_000, form)).toBeUndefined()
  expect(await requestEvidenceView(manager, 2_000_000_000)).toBeUndefined()
})

test('the form says what to put right', () => {
  const issues = requestEvidenceForm.safeParse({ what: '', askedOfId: '', dueOn: '' }).error?.issues
  expect(issues?.map(({ message }) => message)).toEqual([
    'Say what evidence you are asking for.',
    'Choose a person from the list.',
    'Give the day by which you need it.',
  ])
})
