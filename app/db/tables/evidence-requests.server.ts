import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from '../db.server'

export async function insertEvidenceRequest(
  tx: Tx,
  request: {
    actionId: number
    askedOfId: number
    askedById: number
    askedAt: Date
    what: string
    dueOn: CalendarDate
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('evidenceRequests')
    .values(request)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Makes everybody else who answers this request wait, and says whether it has its answer; undefined
 * where the action has no such request.
 */
export async function lockEvidenceRequest(
  tx: Tx,
  { id, actionId }: { id: number; actionId: number },
): Promise<{ isAnswered: boolean } | undefined> {
  const row = await tx
    .selectFrom('evidenceRequests')
    .where('id', '=', id)
    .where('actionId', '=', actionId)
    .select('answeredAt')
    .forUpdate()
    .executeTakeFirst()
  return row && { isAnswered: row.answeredAt !== null }
}

/** The same for many, in the order of their ids. Lock, then read. */
export async function lockEvidenceRequests(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .selectFrom('evidenceRequests')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}

/** Asks somebody else for the same; what it was before stays in its history. */
export async function passOnEvidenceRequest(tx: Tx, id: number, askedOfId: number): Promise<void> {
  await tx.updateTable('evidenceRequests').set({ askedOfId }).where('id', '=', id).execute()
}

export async function answerEvidenceRequest(
  tx: Tx,
  { id, ...answer }: { id: number; answeredByEvidenceId: number; answeredAt: Date },
): Promise<void> {
  await tx.updateTable('evidenceRequests').set(answer).where('id', '=', id).execute()
}
