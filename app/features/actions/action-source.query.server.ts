import type { Db } from '~/db/db.server'
import { type Actor, may } from '~/domain/access/permissions'
import { type Cell, wordsOf } from '~/domain/bring-in/cell'
import { type Columns, type Field, fieldTitles } from '~/domain/bring-in/columns'
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
    .select(['r.cells', 'r.corrections'])
    .executeTakeFirst()
  if (!row) return undefined
  const tables = row.tables as unknown as TableRead[]
  const { columns = {} } = row.draft as unknown as Draft
  return {
    bringInId: row.id,
    file: row.originalName,
    table: tables[row.tableAt]!.name,
    row: row.rowAt,
    said: saidIn(
      row.cells as unknown as Cell[],
      columns,
      row.corrections as Partial<Record<Field, string>>,
    ),
    mayOpen: may(actor, 'plan.bring-in').allowed,
  }
}

/** A cell that somebody wrote anew may have named a child: only what took its place is shown. */
const saidIn = (
  cells: readonly Cell[],
  columns: Columns,
  corrections: Partial<Record<Field, string>>,
): ActionSource['said'] =>
  Object.entries(columns).flatMap(([at, field]) => {
    const words = (corrections[field] ?? wordsOf(cells[Number(at)])).trim()
    return words === '' ? [] : [{ name: fieldTitles[field], words }]
  })
