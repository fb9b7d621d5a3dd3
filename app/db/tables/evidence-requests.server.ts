import { type RawBuilder, sql } from 'kysely'
import type { RequestFacts } from '~/domain/evidence/requests'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

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
 * Makes everybody else who answers or takes back this request wait, and says whether it is open still;
 * undefined where there is no such request.
 */
export async function lockEvidenceRequest(
  tx: Tx,
  id: number,
): Promise<{ isAnswered: boolean; actionId: number; what: string } | undefined> {
  const row = await tx
    .selectFrom('evidenceRequests')
    .where('id', '=', id)
    .select(['answeredAt', 'actionId', 'what'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const withdrawn = await tx
    .selectFrom('evidenceRequestWithdrawals')
    .where('requestId', '=', id)
    .select('requestId')
    .executeTakeFirst()
  const { actionId, what, answeredAt } = row
  return withdrawn ? undefined : { actionId, what, isAnswered: answeredAt !== null }
}

/** Whether it was taken back, in a query that calls the table `q`. */
export const isWithdrawn = (): RawBuilder<boolean> =>
  sql`exists (select from evidence_request_withdrawals w where w.request_id = q.id)`

/** Whether nobody has answered it or taken it back, in a query that calls the table `q`. */
export const isOpenRequest = (): RawBuilder<boolean> =>
  sql`(q.answered_at is null and not ${isWithdrawn()})`

/** Whether the person who is asked has said that they cannot bring it, in a query that calls the table `q`. */
export const isRefused = (): RawBuilder<boolean> =>
  sql`exists (select from evidence_request_refusals r
        where r.request_id = q.id and r.refused_by_id = q.asked_of_id)`

/** What it takes to judge a step of a request; undefined where there is none. */
export async function requestFacts(
  db: Db,
  id: number,
): Promise<(RequestFacts & { actionId: number; what: string }) | undefined> {
  const row = await db
    .selectFrom('evidenceRequests as q')
    .where('q.id', '=', id)
    .select(['q.askedOfId', 'q.actionId', 'q.what', 'q.answeredAt'])
    .select([isOpenRequest().as('isOpen'), isRefused().as('isRefused')])
    .executeTakeFirst()
  if (!row) return undefined
  const { isOpen, answeredAt, ...request } = row
  return { ...request, state: isOpen ? 'open' : answeredAt ? 'answered' : 'withdrawn' }
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

/** Makes somebody else the one who is to judge what answers a request; who asked stays. */
export async function passOnReview(tx: Tx, id: number, reviewerId: number): Promise<void> {
  await tx.updateTable('evidenceRequests').set({ reviewerId }).where('id', '=', id).execute()
}

export async function answerEvidenceRequest(
  tx: Tx,
  { id, ...answer }: { id: number; answeredByEvidenceId: number; answeredAt: Date },
): Promise<void> {
  await tx.updateTable('evidenceRequests').set(answer).where('id', '=', id).execute()
}

/** Takes back what is no longer needed. */
export async function withdrawEvidenceRequest(
  tx: Tx,
  withdrawal: { requestId: number; withdrawnById: number; withdrawnAt: Date; reason: string },
): Promise<void> {
  await tx.insertInto('evidenceRequestWithdrawals').values(withdrawal).execute()
}

/** Says that the person who is asked cannot bring it. */
export async function refuseEvidenceRequest(
  tx: Tx,
  refusal: { requestId: number; refusedById: number; refusedAt: Date; reason: string },
): Promise<void> {
  await tx.insertInto('evidenceRequestRefusals').values(refusal).execute()
}
