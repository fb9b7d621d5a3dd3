import type { Context } from '~/auth/context.server'
import { bringInRows } from '~/db/tables/bring-in-rows.server'
import { bringInFacts } from '~/db/tables/bring-ins.server'
import { wordsOf } from '~/domain/bring-in/cell'
import type { TableRead } from '~/domain/bring-in/draft'
import { masked } from '~/domain/bring-in/masked'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { type BringInHead, headOf } from './bring-in.query.server'

export interface TableLookView extends BringInHead {
  tables: (TableRead & { at: number })[]
  /** the table that is looked at, and its first rows */
  table: number
  headerRow: number
  rows: { row: number; cells: string[] }[]
}

const shownRows = 25
const shownColumns = 8

/** The sheets or tables of a file, with the first rows of one. */
export async function tableLookView(
  { db }: Context,
  id: number,
  { table: wanted }: { table?: number },
  looksFor: IdentifierSettings,
): Promise<TableLookView | undefined> {
  const facts = await bringInFacts(db, id)
  if (!facts) return undefined
  const table = wanted !== undefined && facts.tables[wanted] ? wanted : facts.draft.table
  const rows = await bringInRows(db, id, { tableAt: table, limit: shownRows })
  return {
    ...headOf(facts),
    tables: facts.tables.map((one, at) => ({ ...one, at })).filter((one) => one.rows > 0),
    table,
    headerRow: table === facts.draft.table ? facts.draft.headerRow : (rows[0]?.rowAt ?? 1),
    rows: rows.map(({ rowAt, cells }) => ({
      row: rowAt,
      cells: cells
        .slice(0, shownColumns)
        .map((cell) => masked(wordsOf(cell).slice(0, 80), looksFor)),
    })),
  }
}
