import { type Telling, type Thread, threadsOf } from '~/domain/inspection/threads'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

/**
 * What was told again and again, by the id of every recommendation that is part of it: the repeats
 * that somebody confirmed and nobody has taken back. Under asAt these are the threads of that moment.
 */
export async function threadsIn(db: Db): Promise<Map<number, Thread>> {
  const repeats = await db
    .selectFrom('repeatDecisions as d')
    .leftJoin('repeatWithdrawals as w', 'w.decisionId', 'd.id')
    .where('d.verdict', '=', 'same')
    .where('w.decisionId', 'is', null)
    .select(['d.earlierId', 'd.laterId'])
    .execute()
  if (repeats.length === 0) return new Map()
  const tellings = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .where('r.id', 'in', [
      ...new Set(repeats.flatMap(({ earlierId, laterId }) => [earlierId, laterId])),
    ])
    .select(['r.id', 'r.inspectionId', 'i.inspectedFrom'])
    .$narrowType<Telling & { inspectedFrom: CalendarDate }>()
    .execute()
  return threadsOf(tellings, repeats)
}
