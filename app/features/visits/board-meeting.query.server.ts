import type { Context } from '~/auth/context.server'
import { type BoardDecisionFacts, boardDecisions } from '~/db/tables/board-decisions.server'
import { type BoardMeeting, boardMeeting } from '~/db/tables/board-meetings.server'
import { handedOn, type HandedOn } from '~/db/offered.server'
import { type SeenToBy, seenToBy } from '~/db/former-owners.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { canEndDecision, canRecordDecision } from '~/domain/plan/board-decisions'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Choice } from '~/ui/field'
import { peopleToAsk } from './choices.query.server'

export interface BoardMeetingView {
  today: CalendarDate
  meeting: BoardMeeting
  /** What is open first, by its date. */
  decisions: (BoardDecisionFacts & { mayEnd: Decision; handedTo: HandedOn | undefined })[]
  /** undefined for those who could never write one down */
  mayRecord: Decision | undefined
}

export async function boardMeetingView(
  { db, actor, today }: Context,
  meetingId: number,
): Promise<BoardMeetingView | undefined> {
  const meeting = await boardMeeting(db, meetingId)
  if (!meeting) return undefined
  const decisions = await boardDecisions(db, { meetingId })
  const handed = await handedOn(
    db,
    decisions.map(({ id }) => ({ kind: 'decided', id })),
  )
  return {
    today,
    meeting,
    decisions: decisions.map((one) => ({
      ...one,
      mayEnd: canEndDecision(actor, one),
      handedTo: handed.find(({ id }) => id === one.id),
    })),
    mayRecord: may(actor, 'visit.plan').allowed
      ? canRecordDecision(actor, meeting, today)
      : undefined,
  }
}

export interface NewBoardDecisionView {
  meeting: BoardMeeting
  people: Choice[]
  decision: Decision
}

export async function newBoardDecisionView(
  { db, actor, today }: Context,
  meetingId: number,
): Promise<NewBoardDecisionView | undefined> {
  const meeting = await boardMeeting(db, meetingId)
  return (
    meeting && {
      meeting,
      people: await peopleToAsk(db),
      decision: canRecordDecision(actor, meeting, today),
    }
  )
}

export interface BoardDecisionView {
  today: CalendarDate
  decided: BoardDecisionFacts
  seenToBy: SeenToBy
  handedTo: HandedOn | undefined
  mayHandOver: boolean
  mayWithdraw: boolean
  mayEnd: Decision
}

export async function boardDecisionView(
  { db, actor, today }: Context,
  meetingId: number,
  decisionId: number,
): Promise<BoardDecisionView | undefined> {
  const [decided] = await boardDecisions(db, { decisionIds: [decisionId] })
  if (decided?.meetingId !== meetingId) return undefined
  return {
    today,
    decided,
    handedTo: (await handedOn(db, [{ kind: 'decided', id: decisionId }]))[0],
    seenToBy: await seenToBy(db, 'board_decisions', decisionId),
    mayHandOver: may(actor, 'hand-over.make').allowed && decided.ended === null,
    mayWithdraw: may(actor, 'visit.plan').allowed,
    mayEnd: canEndDecision(actor, decided),
  }
}
