import type { Insertable } from 'kysely'
import type { Ending } from '~/domain/plan/board-decisions'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertBoardDecision(
  tx: Tx,
  decision: Insertable<DB['boardDecisions']>,
): Promise<number> {
  const { id } = await tx
    .insertInto('boardDecisions')
    .values(decision)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes somebody else see to it; who did before stays in its history. */
export async function giveBoardDecision(tx: Tx, id: number, ownerId: number): Promise<void> {
  await tx.updateTable('boardDecisions').set({ ownerId }).where('id', '=', id).execute()
}

/** Makes everybody else who acts on this decision wait. Lock, then read. */
export async function lockBoardDecision(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('boardDecisions').where('id', '=', id).select('id').forUpdate().execute()
}

export interface BoardDecisionFacts {
  id: number
  meetingId: number
  meetingName: string
  heldOn: CalendarDate
  words: string
  ownerId: number
  ownerName: string
  ownerLeft: boolean
  dueOn: CalendarDate | null
  about: { kind: 'action' | 'recommendation'; id: number; title: string } | null
  ended: { ending: Ending; words: string; byName: string; on: CalendarDate } | null
}

/** The decisions of a meeting, of an owner, or some by their numbers; what is open first, by its date. */
export async function boardDecisions(
  db: Db,
  only: { meetingId: number } | { ownerId: number } | { decisionIds: readonly number[] },
): Promise<BoardDecisionFacts[]> {
  const rows = await db
    .selectFrom('boardDecisions as d')
    .innerJoin('boardMeetings as m', 'm.id', 'd.meetingId')
    .innerJoin('people as owner', 'owner.id', 'd.ownerId')
    .leftJoin('actions as a', 'a.id', 'd.actionId')
    .leftJoin('recommendations as r', 'r.id', 'd.recommendationId')
    .leftJoin('boardDecisionEndings as e', 'e.decisionId', 'd.id')
    .leftJoin('people as by', 'by.id', 'e.endedById')
    .$if('meetingId' in only, (q) =>
      q.where('d.meetingId', '=', (only as { meetingId: number }).meetingId),
    )
    .$if('ownerId' in only, (q) => q.where('d.ownerId', '=', (only as { ownerId: number }).ownerId))
    .$if('decisionIds' in only, (q) =>
      q.where('d.id', 'in', [...(only as { decisionIds: readonly number[] }).decisionIds]),
    )
    .orderBy('e.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('d.dueOn')
    .orderBy('d.id')
    .select(['d.id', 'd.meetingId', 'd.words', 'd.ownerId', 'd.dueOn'])
    .select(['m.name as meetingName', 'm.heldOn', 'owner.name as ownerName', 'owner.suspendedAt'])
    .select(['a.id as actionId', 'a.title as actionTitle'])
    .select(['r.id as recommendationId', 'r.text as recommendationText'])
    .select(['e.ending', 'e.words as endedWords', 'e.endedAt', 'by.name as endedBy'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meetingId,
    meetingName: row.meetingName,
    heldOn: row.heldOn as CalendarDate,
    words: row.words,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    ownerLeft: row.suspendedAt !== null,
    dueOn: row.dueOn as CalendarDate | null,
    about:
      row.actionId !== null
        ? { kind: 'action', id: row.actionId, title: row.actionTitle! }
        : row.recommendationId !== null
          ? {
              kind: 'recommendation',
              id: row.recommendationId,
              title: row.recommendationText!,
            }
          : null,
    ended: row.ending
      ? {
          ending: row.ending as Ending,
          words: row.endedWords!,
          byName: row.endedBy!,
          on: calendarDateIn(row.endedAt!, 'Europe/London'),
        }
      : null,
  }))
}

export const boardDecision = async (
  db: Db,
  decisionId: number,
): Promise<BoardDecisionFacts | undefined> =>
  (await boardDecisions(db, { decisionIds: [decisionId] }))[0]

/** How many decisions each meeting made, and how many of them are open. */
export async function decisionsByMeeting(
  db: Db,
): Promise<Map<number, { all: number; open: number }>> {
  const rows = await db
    .selectFrom('boardDecisions as d')
    .leftJoin('boardDecisionEndings as e', 'e.decisionId', 'd.id')
    .groupBy('d.meetingId')
    .select(({ fn }) => [
      'd.meetingId',
      fn.countAll<number>().as('all'),
      fn.count<number>('e.decisionId').as('ended'),
    ])
    .execute()
  return new Map(
    rows.map(({ meetingId, all, ended }) => [
      meetingId,
      { all: Number(all), open: Number(all) - Number(ended) },
    ]),
  )
}
