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

/** Writes what happened, in the transaction of the change it speaks of. */
export const recordEvent = (tx: Tx, event: NewEvent): Promise<void> => recordEvents(tx, [event])

/** As recordEvent, for many things that happened at once. */
export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('events')
    .values(
      events.map((event) => ({
        what: event.what,
        subjectKind: event.subject.kind,
        subjectId: event.subject.id,
        actorId: event.actorId ?? null,
        happenedAt: event.happenedAt,
        before: event.before === undefined ? null : JSON.stringify(event.before),
        after: event.after === undefined ? null : JSON.stringify(event.after),
      })),
    )
    .execute()
}
