import type { RepeatFacts, RepeatVerdict } from '~/domain/inspection/repeats'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

export interface KnownRepeatFacts extends RepeatFacts {
  /** the words of each, for the record of what happened */
  texts: { earlier: string; later: string }
  /** of the later one */
  inspectionId: number
}

/** What it takes to judge whether a pair may be decided; undefined where one of the two is not there. */
export async function repeatFacts(
  db: Db,
  earlierId: number,
  laterId: number,
): Promise<KnownRepeatFacts | undefined> {
  const rows = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .where('r.id', 'in', [earlierId, laterId])
    .select(['r.id', 'r.text', 'r.inspectionId', 'i.council', 'i.inspectedFrom'])
    .execute()
  const earlier = rows.find(({ id }) => id === earlierId)
  const later = rows.find(({ id }) => id === laterId)
  if (!earlier || !later) return undefined
  const decided = await db
    .selectFrom('repeatDecisions as d')
    .leftJoin('repeatWithdrawals as w', 'w.decisionId', 'd.id')
    .where('d.earlierId', '=', earlierId)
    .where('d.laterId', '=', laterId)
    .where('w.decisionId', 'is', null)
    .select('d.verdict')
    .executeTakeFirst()
  const tellable = ({ id, council, inspectedFrom }: (typeof rows)[number]) => ({
    id,
    council,
    inspectedFrom: inspectedFrom as CalendarDate,
  })
  return {
    earlier: tellable(earlier),
    later: tellable(later),
    decided: (decided?.verdict as RepeatVerdict | undefined) ?? null,
    texts: { earlier: earlier.text, later: later.text },
    inspectionId: later.inspectionId,
  }
}

export async function insertRepeatDecision(
  tx: Tx,
  decision: {
    earlierId: number
    laterId: number
    verdict: RepeatVerdict
    proposedBecause: string
    decidedById: number
    decidedAt: Date
  },
): Promise<void> {
  await tx.insertInto('repeatDecisions').values(decision).execute()
}

/** Makes everybody else who takes this decision back wait; says whether it is there. */
export async function lockRepeatDecision(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('repeatDecisions')
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}
