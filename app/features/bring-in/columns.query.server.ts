import type { Context } from '~/auth/context.server'
import { bringInRows } from '~/db/tables/bring-in-rows.server'
import { bringInFacts } from '~/db/tables/bring-ins.server'
import { columnName, wordsOf } from '~/domain/bring-in/cell'
import { type Field, guessColumns } from '~/domain/bring-in/columns'
import { masked } from '~/domain/bring-in/masked'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { type BringInHead, headOf } from './bring-in.query.server'
import { headingsOf } from '~/db/bring-in-headings.server'

export interface ColumnsView extends BringInHead {
  table: string
  columns: {
    at: number
    /** "F" */
    letter: string
    heading: string
    /** what stands in its first rows */
    sample: string[]
    field: Field | undefined
  }[]
}

/** The columns of the chosen table, each with what it is taken for and its first words. */
export async function columnsView(
  { db }: Context,
  id: number,
  looksFor: IdentifierSettings,
): Promise<ColumnsView | undefined> {
  const facts = await bringInFacts(db, id)
  if (!facts) return undefined
  const { draft, tables } = facts
  const headings = await headingsOf(db, id, draft)
  const rows = await bringInRows(db, id, {
    tableAt: draft.table,
    after: draft.headerRow,
    limit: 30,
  })
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length))
  const named = Array.from({ length: width }, (_, at) => headings[at] ?? '')
  const columns =
    draft.columns ??
    guessColumns(
      named,
      rows.map(({ cells }) => cells),
    )
  return {
    ...headOf(facts),
    table: tables[draft.table]!.name,
    columns: named.flatMap((heading, at) => {
      const words = rows.map(({ cells }) => wordsOf(cells[at]).trim()).filter((text) => text !== '')
      if (heading === '' && words.length === 0) return []
      const sample = [...new Set(words)]
        .slice(0, 3)
        .map((text) => masked(text.slice(0, 100), looksFor))
      return [{ at, letter: columnName(at), heading, sample, field: columns[at] }]
    }),
  }
}
