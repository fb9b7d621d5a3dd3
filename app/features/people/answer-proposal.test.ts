import { describe, expect } from 'vitest'
import type { Db } from '~/db/db.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makePerson } from '~/testing/make'
import { answerProposal } from './answer-proposal.command.server'
import { answerProposalForm } from './answer-proposal.form'
import { proposalsView, proposalView } from './answer-proposal.query.server'

const email = 'tom.bell@westmarsh.example'
const invite = { answer: 'invited', reason: '' } as const

/** Somebody whom a manager proposes out of an old plan, with actions that are held for them. */
async function proposed(db: Db, { held = 0 } = {}) {
  const grace = await makePerson(db, { name: 'Grace Holloway', roles: ['manager'] })
  const sha256 = 'a'.repeat(64)
  await db
    .insertInto('blobs')
    .values({ sha256, bytes: 1, mediaType: 'text/csv', storedAt: aFriday })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id: bringInId } = await db
    .insertInto('bringIns')
    .values({
      ...{ blobSha256: sha256, originalName: 'Old plan.xlsx', tables: '[]', draft: '{}' },
      ...{ startedById: grace, startedAt: aFriday },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('invitationProposals')
    .values({ bringInId, name: 'Tom Bell', email, proposedById: grace, proposedAt: aFriday })
    .returning('id')
    .executeTakeFirstOrThrow()
  const actions: number[] = []
  for (let rowAt = 1; rowAt <= held; rowAt += 1) {
    const actionId = await makeAction(db)
    const row = { bringInId, tableAt: 0, rowAt, contentSha256: `${bringInId}-${rowAt}` }
    await db
      .insertInto('bringInRows')
      .values({ ...row, cells: '[]' })
      .execute()
    await db
      .insertInto('actionSources')
      .values({ ...row, actionId, heldForId: id })
      .execute()
    actions.push(actionId)
  }
  return { id, bringInId, actions }
}

const ownersOf = async (db: Db, ids: readonly number[]) =>
  (
    await db
      .selectFrom('actions')
      .where('id', 'in', [...ids])
      .orderBy('id')
      .select('ownerId')
      .execute()
  ).map(({ ownerId }) => ownerId)

describe('whom a manager proposes', () => {
  test('stands on the page of people until an administrator has answered', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const { id } = await proposed(db, { held: 2 })
    expect(await proposalsView(admin)).toEqual([
      {
        ...{ id, name: 'Tom Bell', email, proposedBy: 'Grace Holloway', file: 'Old plan.xlsx' },
        ...{ held: 2, proposedOn: '2026-11-20', decision: { allowed: true } },
      },
    ])
    await answerProposal(admin, id, invite)
    expect(await proposalsView(admin)).toEqual([])
    expect((await proposalView(admin, id))?.decision).toEqual({
      allowed: false,
      because: 'They were invited already.',
    })
    expect(await proposalView(admin, 999_999)).toBeUndefined()
  })

  test('comes in as a social worker by one click, and what was held becomes theirs', async ({
    db,
  }) => {
    const admin = await contextFor(db, 'admin')
    const { id, actions } = await proposed(db, { held: 2 })
    const joy = await makePerson(db)
    await db.updateTable('actions').set({ ownerId: joy }).where('id', '=', actions[1]!).execute()
    const answer = await answerProposal(admin, id, invite)
    if (!answer?.allowed || answer.personId === undefined) throw new Error('not invited')

    const roles = await db
      .selectFrom('personRoles')
      .where('personId', '=', answer.personId)
      .select('role')
      .execute()
    expect(roles).toEqual([{ role: 'practitioner' }])
    expect(
      await db
        .selectFrom('invitations')
        .where('personId', '=', answer.personId)
        .select(['invitedById', 'acceptedAt'])
        .execute(),
    ).toEqual([{ invitedById: admin.actor.personId, acceptedAt: null }])
    // What somebody else has come to own meanwhile stays theirs.
    expect(await ownersOf(db, actions)).toEqual([answer.personId, joy])
    const given = await db
      .selectFrom('events')
      .where('subjectKind', '=', 'action')
      .select(['subjectId', 'what', 'actorId', 'before', 'after'])
      .execute()
    expect(given).toEqual([
      {
        ...{ subjectId: actions[0], what: 'action.given-as-held', actorId: admin.actor.personId },
        before: { owner: null, version: 1 },
        after: {
          ...{ owner: { id: answer.personId, name: 'Tom Bell' }, version: 2 },
          ...{ proposedBy: 'Grace Holloway', file: 'Old plan.xlsx' },
        },
      },
    ])
  })

  test('is answered for every old plan that names the same address', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const first = await proposed(db, { held: 1 })
    const second = await proposed(db, { held: 1 })
    const answer = await answerProposal(admin, second.id, invite)
    if (!answer?.allowed) throw new Error('not invited')
    expect(await ownersOf(db, [...first.actions, ...second.actions])).toEqual([
      answer.personId,
      answer.personId,
    ])
    expect(await answerProposal(admin, first.id, invite)).toEqual({
      allowed: false,
      because: 'They were invited already.',
    })
  })

  test('is declined with a reason, and what was held stays nobody’s', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const { id, bringInId, actions } = await proposed(db, { held: 1 })
    const declined = { answer: 'declined', reason: 'He left in June.' } as const
    expect(await answerProposal(admin, id, declined)).toEqual({
      allowed: true,
      personId: undefined,
    })
    expect(await ownersOf(db, actions)).toEqual([null])
    expect(
      await db
        .selectFrom('events')
        .where('subjectKind', '=', 'bring-in')
        .select(['subjectId', 'what', 'after'])
        .execute(),
    ).toEqual([
      {
        subjectId: bringInId,
        what: 'bring-in.invitation-declined',
        after: { name: 'Tom Bell', email, reason: 'He left in June.' },
      },
    ])
    const without = answerProposalForm.safeParse({ answer: 'declined', reason: ' ' })
    expect(without.error?.issues[0]?.message).toBe('Say why you decline, in a few words.')
    await expectRefusedBy(db, 'invitation_proposals_are_declined_with_a_reason', () =>
      db.updateTable('invitationProposals').set({ reason: ' ' }).where('id', '=', id).execute(),
    )
    await expectRefusedBy(db, 'invitation_proposals_that_invite_make_a_person', () =>
      db
        .updateTable('invitationProposals')
        .set({ answer: 'invited' })
        .where('id', '=', id)
        .execute(),
    )
  })

  test('is invited by nobody but an administrator', async ({ db }) => {
    const { id } = await proposed(db)
    const manager = await contextFor(db, ['manager', 'leader'])
    expect(await answerProposal(manager, id, invite)).toEqual({
      allowed: false,
      because: 'Only an administrator can do this.',
    })
    const admin = await contextFor(db, 'admin')
    expect(await answerProposal(admin, 999_999, invite)).toBeUndefined()
  })

  test('is not made twice where somebody of that address has come meanwhile', async ({ db }) => {
    const { id } = await proposed(db)
    await makePerson(db, { email })
    expect(await answerProposal(await contextFor(db, 'admin'), id, invite)).toEqual({
      allowed: false,
      because: 'Somebody with that email address is here already.',
    })
  })
})
