import { headingsOf } from '~/db/bring-in-headings.server'
import type { Db } from '~/db/db.server'
import { type Actor, may } from '~/domain/access/permissions'
import { type Cell, wordsOf } from '~/domain/bring-in/cell'
import { type Columns, type Field, fieldTitles, isForMany } from '~/domain/bring-in/columns'
import type { Draft, TableRead } from '~/domain/bring-in/draft'

/** Where an action was brought in from, and what the old plan said of it, word for word. */
export interface ActionSource {
  bringInId: number
  file: string
  table: string
  row: number
  /** what each column said that was used; what was corrected or left out stands only in the file */
  said: { name: string; words: string }[]
  mayOpen: boolean
  /** somebody who is to be invited and to own it */
  heldFor: { name: string; declined: string | undefined } | undefined
}

export async function actionSource(
  db: Db,
  actor: Actor,
  actionId: number,
): Promise<ActionSource | undefined> {
  const row = await db
    .selectFrom('actionSources as s')
    .innerJoin('bringIns as b', 'b.id', 's.bringInId')
    .innerJoin('bringInRows as r', (join) =>
      join
        .onRef('r.bringInId', '=', 's.bringInId')
        .onRef('r.tableAt', '=', 's.tableAt')
        .onRef('r.rowAt', '=', 's.rowAt'),
    )
    .where('s.actionId', '=', actionId)
    .select(['b.id', 'b.originalName', 'b.tables', 'b.draft', 's.tableAt', 's.rowAt'])
    .leftJoin('invitationProposals as h', (join) =>
      join
        .onRef('h.id', '=', 's.heldForId')
        .on((eb) => eb.or([eb('h.answer', 'is', null), eb('h.answer', '=', 'declined')])),
    )
    .select(['h.name as heldFor', 'h.answer', 'h.reason'])
    .select(['r.cells', 'r.corrections', 'r.hits'])
    .executeTakeFirst()
  if (!row) return undefined
  const tables = row.tables as unknown as TableRead[]
  const draft = row.draft as unknown as Draft
  return {
    bringInId: row.id,
    file: row.originalName,
    table: tables[row.tableAt]!.name,
    row: row.rowAt,
    said: saidIn(
      // jsonb gives back what the bring-in put in.
      row as unknown as RowAsRead,
      draft.columns ?? {},
      await headingsOf(db, row.id, draft),
    ),
    heldFor: row.heldFor
      ? {
          name: row.heldFor,
          declined: row.answer === 'declined' ? (row.reason ?? '') : undefined,
        }
      : undefined,
    mayOpen: may(actor, 'plan.bring-in').allowed,
  }
}

interface RowAsRead {
  cells: readonly Cell[]
  corrections: Partial<Record<Field, string>>
  hits: readonly { column: number }[]
}

/**
 * A cell that somebody wrote anew may have named a child: only what took its place is shown. What is kept
 * as words stands under its own heading, and not at all where it looks like an identifier.
 */
const saidIn = (
  { cells, corrections, hits }: RowAsRead,
  columns: Columns,
  headings: readonly string[],
): ActionSource['said'] =>
  Object.entries(columns).flatMap(([at, field]) => {
    const column = Number(at)
    const words = (corrections[field] ?? wordsOf(cells[column])).trim()
    if (words === '') return []
    if (!isForMany(field)) return [{ name: fieldTitles[field], words }]
    const isHidden = hits.some((hit) => hit.column === column)
    const name = headings[column] || fieldTitles[field]
    return [{ name, words: isHidden ? hidden : words }]
  })

const hidden = 'Not shown: something in it looks like an identifier. It stands only in the file.'
