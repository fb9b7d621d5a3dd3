import type { Db } from './db.server'
import { bringInRows } from './tables/bring-in-rows.server'
import type { Cell } from '~/domain/bring-in/cell'
import { headingsAt } from '~/domain/bring-in/columns'
import type { Draft } from '~/domain/bring-in/draft'

/** The headings of the columns, in the row that was chosen and, where two rows head the table, the one above. */
export async function headingsOf(
  db: Db,
  bringInId: number,
  { table, headerRow }: Pick<Draft, 'table' | 'headerRow'>,
): Promise<string[]> {
  const rows = await bringInRows(db, bringInId, {
    tableAt: table,
    after: headerRow - 2,
    until: headerRow,
    limit: 2,
  })
  const at = (row: number): Cell[] => rows.find(({ rowAt }) => rowAt === row)?.cells ?? []
  return headingsAt([at(headerRow - 1), at(headerRow)], 1)
}
