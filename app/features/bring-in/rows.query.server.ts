import type { Context } from '~/auth/context.server'
import { type BringInRow, bringInRows, countBringInRows } from '~/db/tables/bring-in-rows.server'
import { bringInFacts } from '~/db/tables/bring-ins.server'
import { wordsOf } from '~/domain/bring-in/cell'
import { type Field, fields, isForMany } from '~/domain/bring-in/columns'
import { type RowCounts, type RowState, rowStates } from '~/domain/bring-in/draft'
import { masked } from '~/domain/bring-in/masked'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import type { Problem } from '~/domain/bring-in/row'
import { type BringInHead, headOf } from './bring-in.query.server'

export interface RowsView extends BringInHead {
  counts: RowCounts
  state: RowState
  rows: {
    row: number
    words: string
    because: string
    problems: Problem[]
    actionId: number | null
  }[]
  next: number | undefined
  isLater: boolean
}

const pageOfRows = 50

/** The rows that stand one way, with what is wrong in them or why they are left out. */
export async function rowsView(
  { db }: Context,
  id: number,
  { state: wanted, after }: { state?: string; after?: number },
  looksFor: IdentifierSettings,
): Promise<RowsView | undefined> {
  const facts = await bringInFacts(db, id)
  if (!facts) return undefined
  const counts = await countBringInRows(db, id)
  const state = rowStates.find((one) => one === wanted) ?? (counts.wrong > 0 ? 'wrong' : 'ready')
  const rows = await bringInRows(db, id, {
    tableAt: facts.draft.table,
    state,
    after,
    limit: pageOfRows + 1,
  })
  const page = rows.slice(0, pageOfRows)
  return {
    ...headOf(facts),
    counts,
    state,
    rows: page.map((row) => ({
      row: row.rowAt,
      words: masked(nameOf(row), looksFor),
      because: row.because,
      problems: row.problems,
      actionId: row.actionId,
    })),
    next: rows.length > page.length ? page.at(-1)?.rowAt : undefined,
    isLater: after !== undefined,
  }
}

/** What a row is called in a list: its action, or what it says first. */
function nameOf({ action, cells }: BringInRow): string {
  const words = action?.title || cells.map(wordsOf).find((text) => text.trim() !== '') || ''
  return words.length > 160 ? `${words.slice(0, 158)}…` : words
}

export interface RowView extends BringInHead {
  table: string
  row: number
  state: RowState
  because: string
  problems: Problem[]
  actionId: number | null
  setAsideBecause: string | null
  notAnIdentifier: string
  isAskedForIdentifier: boolean
  fields: {
    field: Field
    /** what the file says; masked where it looks like an identifier */
    said: string
    isMasked: boolean
    /** what is used: the correction, or the words of the file */
    words: string
    isCorrected: boolean
  }[]
}

/** One row with the words of each of its cells that is used. */
export async function rowView(
  { db }: Context,
  id: number,
  row: number,
  looksFor: IdentifierSettings,
): Promise<RowView | undefined> {
  const facts = await bringInFacts(db, id)
  if (!facts) return undefined
  const { draft, tables } = facts
  const [found] = await bringInRows(db, id, { tableAt: draft.table, rowAt: row, limit: 1 })
  if (!found?.state) return undefined
  const { cells, corrections, hits, state, problems } = found
  const columns = Object.entries(draft.columns ?? {})
  return {
    ...headOf(facts),
    table: tables[draft.table]!.name,
    row,
    state,
    because: found.because,
    problems,
    actionId: found.actionId,
    setAsideBecause: found.setAsideBecause,
    notAnIdentifier: found.notAnIdentifier,
    isAskedForIdentifier: hits.some(({ column }) => {
      const field = draft.columns?.[column]
      return field !== undefined && !isForMany(field)
    }),
    fields: fields.flatMap((field) => {
      const column = columns.find(([, one]) => one === field)?.[0]
      if (column === undefined || isForMany(field)) return []
      const words = wordsOf(cells[Number(column)]).trim()
      const isMasked = hits.some((hit) => hit.column === Number(column))
      const corrected = corrections[field]
      return [
        {
          field,
          said: isMasked ? masked(words, looksFor) : words,
          isMasked,
          words: corrected ?? (isMasked ? '' : words),
          isCorrected: corrected !== undefined,
        },
      ]
    }),
  }
}
