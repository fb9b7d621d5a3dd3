import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

export interface BoardMeeting {
  id: number
  name: string
  heldOn: CalendarDate
}

/** Meetings of the board, past and planned, the latest first. */
export const boardMeetings = (db: Db): Promise<BoardMeeting[]> =>
  db
    .selectFrom('boardMeetings')
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'name', 'heldOn'])
    .$narrowType<{ heldOn: CalendarDate }>()
    .execute()

export const boardMeeting = (db: Db, id: number): Promise<BoardMeeting | undefined> =>
  db
    .selectFrom('boardMeetings')
    .where('id', '=', id)
    .select(['id', 'name', 'heldOn'])
    .$narrowType<{ heldOn: CalendarDate }>()
    .executeTakeFirst()

export async function insertBoardMeeting(
  tx: Tx,
  meeting: { name: string; heldOn: CalendarDate; addedById: number; addedAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('boardMeetings')
    .values(meeting)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
