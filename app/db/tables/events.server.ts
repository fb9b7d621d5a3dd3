import type { Tx } from '../db.server'

export type SubjectKind =
  | 'inspection'
  | 'report-import'
  | 'recommendation'
  | 'action'
  | 'evidence'
  | 'visit'
  | 'board-meeting'
  | 'board-decision'
  | 'brag-table'
  | 'due-date-limits'
  | 'shelf-lives'
  | 'identifier-settings'
  | 'retention-periods'
  | 'measure'
  | 'person'
  | 'team'
  | 'bring-in'

export interface NewEvent {
  /** noun.past-tense, such as action.due-date-changed */
  what: `${string}.${string}`
  subject: { kind: SubjectKind; id: number }
  /** undefined where the system itself acted */
  actorId: number | undefined
  happenedAt: Date
  before?: unknown
  after?: unknown
}

/** Writes what happened, in the transaction of the change it speaks of; answers its number. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<number> {
  const { id } = await tx
    .insertInto('events')
    .values(rowOf(event))
    .returning((eb) => eb.cast<number>('id', 'bigint').as('id'))
    .executeTakeFirstOrThrow()
  return id
}

/** As recordEvent, for many things that happened at once. */
export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.insertInto('events').values(events.map(rowOf)).execute()
}

const rowOf = ({ what, subject, actorId, happenedAt, before, after }: NewEvent) => ({
  what,
  subjectKind: subject.kind,
  subjectId: subject.id,
  actorId: actorId ?? null,
  happenedAt,
  before: before === undefined ? null : JSON.stringify(before),
  after: after === undefined ? null : JSON.stringify(after),
})
