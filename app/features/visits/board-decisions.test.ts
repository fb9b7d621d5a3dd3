import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import type { Tx } from '~/db/db.server'
import { insertBoardMeeting } from '~/db/tables/board-meetings.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson, makeRecommendation } from '~/testing/make'
import { endBoardDecisionForm, recordBoardDecisionForm } from './board-decision.form'
import { boardDecisionView, boardMeetingView } from './board-meeting.query.server'
import { endBoardDecision } from './end-board-decision.command.server'
import { recordBoardDecision } from './record-board-decision.command.server'
import { visitsView } from './visits.query.server'

const aMeeting = (context: Context, heldOn: '2026-11-05' | '2026-12-03' = '2026-11-05') =>
  insertBoardMeeting(context.db as Tx, {
    name: 'Improvement board',
    heldOn,
    addedById: context.actor.personId,
    addedAt: context.now,
  })

const decided = (ownerId: number) => ({
  words: 'No agency social worker leaves without notice.',
  ownerId,
  dueOn: '2026-12-01' as const,
  about: null,
  notAnIdentifier: '',
})

async function aDecision(leader: Context, ownerId: number) {
  const meetingId = await aMeeting(leader)
  expect(await recordBoardDecision(leader, meetingId, decided(ownerId))).toEqual({ allowed: true })
  const view = await boardMeetingView(leader, meetingId)
  return { meetingId, decisionId: view!.decisions[0]!.id }
}

describe('a decision of the board', () => {
  test('stands with its meeting, who sees to it and what it is about', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const owner = await makePerson(db, { name: 'Amara Osei' })
    const meetingId = await aMeeting(leader)
    const actionId = await makeAction(db, { title: 'Agree notice' })
    const recommendationId = await makeRecommendation(db)
    for (const about of [
      { kind: 'action' as const, id: actionId },
      { kind: 'recommendation' as const, id: recommendationId },
    ]) {
      expect(await recordBoardDecision(leader, meetingId, { ...decided(owner), about })).toEqual({
        allowed: true,
      })
    }
    const view = await boardMeetingView(await contextFor(db, 'observer'), meetingId)
    expect(view?.mayRecord).toBeUndefined()
    expect(view?.decisions).toMatchObject([
      { ownerName: 'Amara Osei', about: { kind: 'action', id: actionId }, ended: null },
      { about: { kind: 'recommendation', id: recommendationId } },
    ])
    expect((await visitsView(leader)).boards).toMatchObject([{ decisions: { all: 2, open: 2 } }])
  })

  test('is done when whoever sees to it says so, once', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const amara = await contextFor(db, 'practitioner')
    const { meetingId, decisionId } = await aDecision(leader, amara.actor.personId)
    expect(await boardDecisionView(amara, meetingId, decisionId)).toMatchObject({
      mayEnd: { allowed: true },
      mayWithdraw: false,
    })
    const end = (who: Context) =>
      endBoardDecision(who, meetingId, decisionId, {
        ending: 'done',
        words: 'All nine agreed.',
        notAnIdentifier: '',
      })
    expect(await end(await contextFor(db, 'practitioner'))).toMatchObject({
      because: 'Whoever sees to it says how it ended, or a manager or leader.',
    })
    expect(await end(amara)).toEqual({ allowed: true })
    expect(await end(leader)).toMatchObject({
      because: 'This decision is done since 20 November 2026.',
    })
    const view = await boardMeetingView(leader, meetingId)
    expect(view?.decisions[0]?.ended).toMatchObject({ ending: 'done', words: 'All nine agreed.' })
    expect((await visitsView(leader)).boards[0]?.decisions).toEqual({ all: 1, open: 0 })
    await expectRefusedBy(db, 'board_decision_endings_are_never_changed', () =>
      db.updateTable('boardDecisionEndings').set({ words: '' }).execute(),
    )
    await expectRefusedBy(db, 'board_decision_endings_are_said_once', () =>
      db
        .insertInto('boardDecisionEndings')
        .values({
          ...{ decisionId, ending: 'done' },
          ...{ endedById: amara.actor.personId, endedAt: amara.now },
        })
        .execute(),
    )
  })

  test('is withdrawn with a reason, by a manager or a leader', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const { meetingId, decisionId } = await aDecision(leader, leader.actor.personId)
    const withdraw = (words: string) =>
      endBoardDecision(leader, meetingId, decisionId, {
        ending: 'withdrawn',
        words,
        notAnIdentifier: '',
      })
    expect(await withdraw('')).toMatchObject({ because: 'Say why the decision is withdrawn.' })
    expect(await withdraw('The law changed.')).toEqual({ allowed: true })
    const events = await db
      .selectFrom('events')
      .where('subjectKind', '=', 'board-decision')
      .orderBy('id')
      .select('what')
      .execute()
    expect(events.map(({ what }) => what)).toEqual([
      'board-decision.recorded',
      'board-decision.withdrawn',
    ])
  })

  test('is refused before its meeting, about nothing that is there, and to nobody', async ({
    db,
  }) => {
    const leader = await contextFor(db, 'leader')
    const owner = leader.actor.personId
    const ahead = await aMeeting(leader, '2026-12-03')
    const meetingId = await aMeeting(leader)
    expect(await recordBoardDecision(leader, ahead, decided(owner))).toMatchObject({
      because: 'This meeting is on 3 December 2026. Write down what it decides after it.',
    })
    const about = { kind: 'action' as const, id: 2_000_000_000 }
    expect(
      await recordBoardDecision(leader, meetingId, { ...decided(owner), about }),
    ).toMatchObject({ because: 'There is no such action or recommendation in the plan.' })
    const observer = await makePerson(db, { roles: ['observer'] })
    expect(await recordBoardDecision(leader, meetingId, decided(observer))).toMatchObject({
      because: 'Choose somebody who is still here.',
    })
    expect(await recordBoardDecision(leader, 2_000_000_000, decided(owner))).toBeUndefined()
    const { decisionId } = await aDecisionOf(leader, meetingId)
    expect(await boardDecisionView(leader, ahead, decisionId)).toBeUndefined()
    const done = { ending: 'done' as const, words: '', notAnIdentifier: '' }
    expect(await endBoardDecision(leader, ahead, decisionId, done)).toBeUndefined()
  })

  test('its forms read references as people say them', () => {
    const typed = { words: 'Pay.', ownerId: '3' }
    expect(recordBoardDecisionForm.parse({ ...typed, about: ' a14 ' }).about).toEqual({
      kind: 'action',
      id: 14,
    })
    expect(recordBoardDecisionForm.parse({ ...typed, about: 'R 3' }).about).toMatchObject({
      kind: 'recommendation',
    })
    expect(recordBoardDecisionForm.parse(typed).about).toBeNull()
    const wrong = recordBoardDecisionForm.safeParse({ about: 'the plan' })
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual([
      'Say what was decided.',
      'Choose who sees to it.',
      'Give a reference such as A14 or R3, or leave it empty.',
    ])
    expect(endBoardDecisionForm.safeParse({}).error?.issues[0]?.message).toBe(
      'Say whether it is done or withdrawn.',
    )
  })
})

async function aDecisionOf(leader: Context, meetingId: number) {
  await recordBoardDecision(leader, meetingId, decided(leader.actor.personId))
  const view = await boardMeetingView(leader, meetingId)
  return { decisionId: view!.decisions[0]!.id }
}
