import { type Insertable, sql } from 'kysely'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertUpdateRequests(
  tx: Tx,
  requests: readonly Insertable<DB['updateRequests']>[],
): Promise<void> {
  await tx
    .insertInto('updateRequests')
    .values([...requests])
    .execute()
}

/** Nobody has said since how the action stands; `q` is what the query calls the request. */
export const isUnanswered = (q: string) =>
  sql<boolean>`not exists (
    select from updates u
     where u.action_id = ${sql.ref(`${q}.actionId`)} and u.said_at >= ${sql.ref(`${q}.askedAt`)})`

/**
 * What a person is asked to say of actions that are theirs, and nobody has said since. What was asked of
 * an owner before them came to them with the action.
 */
export function openUpdateRequests(db: Db, personId: number) {
  return db
    .selectFrom('updateRequests as q')
    .innerJoin('actions as a', 'a.id', 'q.actionId')
    .innerJoin('people as by', 'by.id', 'q.askedById')
    .innerJoin('people as of', 'of.id', 'q.askedOfId')
    .where('a.ownerId', '=', personId)
    .where('a.deliveredOn', 'is', null)
    .where(isUnanswered('q'))
    .orderBy('q.dueOn')
    .orderBy('q.id')
    .select(['q.id', 'q.askedAt', 'q.dueOn', 'q.actionId', 'a.title', 'by.name as askedBy'])
    .select(['q.askedOfId', 'of.name as askedOf'])
    .select('a.dueOn as actionDueOn')
    .$narrowType<{ dueOn: CalendarDate }>()
    .execute()
}
