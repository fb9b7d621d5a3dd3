import { describe, expect } from 'vitest'
import { judgedActions } from '~/db/action-facts.server'
import { actionStanding } from '~/domain/action/standing'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeAction, makeEvidence, makeRecommendation } from '~/testing/make'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceLinksView } from './evidence-links.query.server'
import { linkEvidence } from './link-evidence.command.server'
import { reviewEvidence } from './review-evidence.command.server'

const accepts = {
  verdict: 'accepted',
  reason: '',
  strength: 'output',
  sampleSize: null,
  latestReviewId: null,
  notAnIdentifier: '',
} as const
const linked = { what: 'action', link: 'add' } as const

describe('one piece of evidence', () => {
  test('counts for each action that it is for, and no longer once it is unlinked', async ({
    db,
  }) => {
    const adder = await contextFor(db, 'practitioner')
    const ids = [await makeAction(db), await makeAction(db)] as const
    const evidenceId = await makeEvidence(db, {
      addedById: adder.actor.personId,
      actionIds: [ids[0]],
    })
    await reviewEvidence(await contextFor(db, 'manager'), evidenceId, accepts)
    const assurances = async () =>
      (await judgedActions(db, { actionIds: ids })).map(
        (action) => actionStanding(action, '2026-11-20').assurance.assurance,
      )
    expect(await assurances()).toEqual(['partly', 'none'])
    const second = { ...linked, id: ids[1] }
    expect(await linkEvidence(adder, evidenceId, second)).toEqual({ allowed: true })
    expect(await linkEvidence(adder, evidenceId, second)).toEqual({ allowed: true })
    expect(await assurances()).toEqual(['partly', 'partly'])
    await linkEvidence(adder, evidenceId, { ...second, link: 'remove' })
    expect(await assurances()).toEqual(['partly', 'none'])
    const events = await db
      .selectFrom('events')
      .where('subjectId', '=', evidenceId)
      .where('what', 'in', ['evidence.linked', 'evidence.unlinked'])
      .select('after')
      .execute()
    expect(events.at(-1)?.after).toEqual({ actionId: ids[1], ref: `A${ids[1]}` })
  })

  test('speaks of a recommendation as well', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeRecommendation(db)
    const evidenceId = await makeEvidence(db)
    await linkEvidence(manager, evidenceId, { what: 'recommendation', id, link: 'add' })
    expect((await evidenceDetailView(manager, evidenceId))?.recommendations).toMatchObject([{ id }])
  })
})

test('what it is for is looked for by words or by reference', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const audit = await makeAction(db, { title: 'Audit 100% of hand-overs' })
  await makeAction(db, { title: 'Write to parents' })
  const recommendationId = await makeRecommendation(db, { text: 'The quality of hand-overs.' })
  const evidenceId = await makeEvidence(db)
  const found = async (q: string) => {
    const view = await evidenceLinksView(manager, evidenceId, q)
    return (
      view && [view.found.actions.map((a) => a.id), view.found.recommendations.map((r) => r.id)]
    )
  }
  expect(await found('hand-overs')).toEqual([[audit], [recommendationId]])
  expect(await found('100% audit')).toEqual([[audit], []])
  expect(await found(`a${audit}`)).toEqual([[audit], []])
  expect(await found(`R${recommendationId}`)).toEqual([[], [recommendationId]])
  expect(await found(' ')).toEqual([[], []])
  await linkEvidence(manager, evidenceId, { ...linked, id: audit })
  expect(await found('hand-overs')).toEqual([[], [recommendationId]])
})

test('not to an action whose owner accepted it, also where the rule is passed by', async ({
  db,
}) => {
  const adder = await contextFor(db, 'practitioner')
  const manager = await contextFor(db, 'manager')
  const evidenceId = await makeEvidence(db, { addedById: adder.actor.personId })
  await reviewEvidence(manager, evidenceId, accepts)
  const actionId = await makeAction(db, { ownerId: manager.actor.personId })
  const because =
    'The owner of that action accepted this evidence: somebody else must judge it first.'
  expect(await linkEvidence(adder, evidenceId, { ...linked, id: actionId })).toEqual({
    allowed: false,
    because,
  })
  expect((await evidenceLinksView(adder, evidenceId, `A${actionId}`))?.found.actions).toMatchObject(
    [{ id: actionId, decision: { allowed: false, because } }],
  )
  await expectRefusedBy(db, 'evidence_is_not_linked_to_what_its_reviewer_owns', () =>
    db.insertInto('evidenceActions').values({ evidenceId, actionId }).execute(),
  )
})

test('not by another social worker, and not what is not there', async ({ db }) => {
  const evidenceId = await makeEvidence(db)
  const id = await makeAction(db)
  const stranger = await contextFor(db, 'practitioner')
  expect(await linkEvidence(stranger, evidenceId, { ...linked, id })).toEqual({
    allowed: false,
    because: 'Only the person who added it or a manager can say what it is for.',
  })
  const manager = await contextFor(db, 'manager')
  const nowhere = { ...linked, id: 2_000_000_000 }
  expect(await linkEvidence(manager, evidenceId, nowhere)).toBeUndefined()
  const restricted = await makeEvidence(db, { restricted: true })
  expect(await linkEvidence(stranger, restricted, { ...linked, id })).toBeUndefined()
})
