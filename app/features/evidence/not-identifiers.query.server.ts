import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { hitSentence } from '~/domain/evidence/held-file'
import type { FoundInFile } from '~/domain/evidence/identifiers-in-file'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** What people said of what looked like an identifier, newest first, for those who judge evidence. */
export interface NotIdentifiersView {
  said: {
    /** the event that it is kept in */
    id: number
    evidence: { id: number; title: string } | undefined
    action: { id: number; title: string } | undefined
    /** the held file that it was said of; undefined where it was said of typed words */
    file: { name: string; hits: string[]; moreHits: number } | undefined
    statement: string
    by: string
    on: CalendarDate
  }[]
  isFirstPage: boolean
  /** where the next page begins */
  before: number | undefined
}

const pageLength = 50
const hitsInSight = 3

export async function notIdentifiersView(
  { db, actor }: Context,
  before: number | undefined,
): Promise<NotIdentifiersView> {
  const rows = await db
    .selectFrom('events as v')
    .leftJoin('people as p', 'p.id', 'v.actorId')
    .leftJoin('evidence as e', (join) =>
      join.onRef('e.id', '=', 'v.subjectId').on('v.subjectKind', '=', 'evidence'),
    )
    .leftJoin('actions as a', (join) =>
      join.onRef('a.id', '=', 'v.subjectId').on('v.subjectKind', '=', 'action'),
    )
    .leftJoin('evidenceFiles as f', (join) =>
      join.on(
        sql<boolean>`v.what = 'evidence.file-released' and f.id = (v.after ->> 'fileId')::integer`,
      ),
    )
    .where(sql<boolean>`v.after ? 'notAnIdentifier'`)
    .where((eb) => eb.or([eb('v.subjectKind', '<>', 'evidence'), evidenceVisibleTo(actor)]))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`v.id < ${before}`))
    .orderBy('v.id', 'desc')
    .limit(pageLength + 1)
    .select(['v.id', 'v.happenedAt', 'p.name as by', 'e.id as evidenceId', 'e.title as evidence'])
    .select(['a.id as actionId', 'a.title as action', 'f.name as file'])
    .select(sql<string>`v.after ->> 'notAnIdentifier'`.as('statement'))
    .select((eb) =>
      eb
        .selectFrom('evidenceFileHolds as h')
        .whereRef('h.fileId', '=', 'f.id')
        .whereRef('h.endedAt', '=', 'v.happenedAt')
        .orderBy('h.id', 'desc')
        .limit(1)
        .select('h.found')
        .as('found'),
    )
    .execute()
  const said = rows.slice(0, pageLength).map((row) => {
    // holdFile wrote it
    const found = (row.found ?? []) as unknown as FoundInFile[]
    return {
      id: Number(row.id),
      evidence: row.evidenceId ? { id: row.evidenceId, title: row.evidence! } : undefined,
      action: row.actionId ? { id: row.actionId, title: row.action! } : undefined,
      file: row.file
        ? {
            name: row.file,
            hits: found.slice(0, hitsInSight).map((hit) => `${hitSentence(hit)}, in ${hit.where}`),
            moreHits: Math.max(0, found.length - hitsInSight),
          }
        : undefined,
      statement: row.statement,
      by: row.by ?? 'Somebody',
      on: calendarDateIn(row.happenedAt, 'Europe/London'),
    }
  })
  return {
    said,
    isFirstPage: before === undefined,
    before: rows.length > pageLength ? said.at(-1)?.id : undefined,
  }
}
