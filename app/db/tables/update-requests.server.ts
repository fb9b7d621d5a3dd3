import type { Insertable } from 'kysely'
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

/** What a person is asked to say of actions that are still theirs, and has not said since. */
export function openUpdateRequests(db: Db, personId: number) {
  return db
    .selectFrom('updateRequests as q')
    .innerJoin('actions as a', 'a.id', 'q.actionId')
    .innerJoin('people as by', 'by.id', 'q.askedById')
    .where('q.askedOfId', '=', personId)
    .whereRef('a.ownerId', '=', 'q.askedOfId')
    .where('a.deliveredOn', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('updates as u')
            .whereRef('u.actionId', '=', 'q.actionId')
            .whereRef('u.saidAt', '>=', 'q.askedAt')
            .select('u.id'),
        ),
      ),
    )
    .orderBy('q.dueOn')
    .orderBy('q.id')
    .select(['q.id', 'q.askedAt', 'q.dueOn', 'q.actionId', 'a.title', 'by.name as askedBy'])
    .select('a.dueOn as actionDueOn')
    .$narrowType<{ dueOn: CalendarDate }>()
    .execute()
}
