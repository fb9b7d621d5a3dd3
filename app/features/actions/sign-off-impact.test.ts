import { describe, expect } from 'vitest'
import type { Db } from '~/db/db.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makeEvidence, makePerson } from '~/testing/make'
import { signOffImpact } from './sign-off-impact.command.server'
import { signOffImpactView } from './sign-off-impact.query.server'

const signing = {
  verdict: 'made-a-difference',
  words: 'Changes of worker fell by a third, and children say so.',
  notAnIdentifier: '',
} as const

async function assuredAction(db: Db, ownerId: number | null = null): Promise<number> {
  const actionId = await makeAction(db, { ownerId, deliveredOn: '2026-09-01' })
  const addedById = await makePerson(db)
  const evidenceId = await makeEvidence(db, { addedById, actionIds: [actionId] })
  await db
    .insertInto('evidenceReviews')
    .values({
      evidenceId,
      addedById,
      reviewerId: await makePerson(db, { roles: ['manager'] }),
      reviewedAt: aFriday,
      verdict: 'accepted',
      strength: 'output',
    })
    .execute()
  return actionId
}

describe('the impact of an action', () => {
  test('is signed off by a leader who does not own it, once evidence is accepted', async ({
    db,
  }) => {
    const leader = await contextFor(db, 'leader')
    const id = await assuredAction(db)
    expect((await signOffImpactView(leader, id))?.decision).toEqual({ allowed: true })
    expect(await signOffImpact(leader, id, signing)).toEqual({ allowed: true })
    const view = await signOffImpactView(leader, id)
    expect(view?.action.standing.impact.impact).toBe('made-a-difference')
    const { after } = await db
      .selectFrom('events')
      .where('what', '=', 'action.impact-signed-off')
      .select('after')
      .executeTakeFirstOrThrow()
    expect(after).toEqual({ verdict: signing.verdict, words: signing.words })
  })

  test('is signed again beside the first, which stays', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const id = await assuredAction(db)
    await signOffImpact(leader, id, { ...signing, verdict: 'too-early' })
    await signOffImpact(leader, id, signing)
    const kept = await db
      .selectFrom('impactSignOffs')
      .where('actionId', '=', id)
      .orderBy('id')
      .select('verdict')
      .execute()
    expect(kept).toEqual([{ verdict: 'too-early' }, { verdict: 'made-a-difference' }])
  })

  test('is not signed off by its owner, a manager, or without accepted evidence', async ({
    db,
  }) => {
    const leader = await contextFor(db, 'leader')
    const own = await assuredAction(db, leader.actor.personId)
    const others = await assuredAction(db)
    const bare = await makeAction(db)
    const byOwner = {
      allowed: false,
      because: 'Somebody other than the owner must sign off its impact.',
    }
    expect(await signOffImpact(leader, own, signing)).toEqual(byOwner)
    expect((await signOffImpactView(leader, own))?.decision).toEqual(byOwner)
    expect(await signOffImpact(await contextFor(db, 'manager'), others, signing)).toMatchObject({
      because: 'Only a leader can do this.',
    })
    expect(await signOffImpact(leader, bare, signing)).toMatchObject({
      because: 'Impact can be signed off once evidence is accepted.',
    })
    expect(await signOffImpact(leader, others, { ...signing, words: ' ' })).toMatchObject({
      because: 'Say what difference it made for children, and how you know.',
    })
    expect(await signOffImpact(leader, 999_999, signing)).toBeUndefined()
    await expectRefusedBy(db, 'impact_sign_offs_not_by_the_owner', () =>
      db
        .insertInto('impactSignOffs')
        .values({
          actionId: own,
          verdict: 'partly',
          words: 'x',
          signedById: leader.actor.personId,
          signedAt: aFriday,
        })
        .execute(),
    )
  })
})
