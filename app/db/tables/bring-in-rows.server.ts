import { sql } from 'kysely'
import type { Cell } from '~/domain/bring-in/cell'
import type { Field } from '~/domain/bring-in/columns'
import { type RowCounts, type RowState, rowStates } from '~/domain/bring-in/draft'
import type { BroughtAction, Problem } from '~/domain/bring-in/row'
import type { Db, Tx } from '../db.server'

export interface NewBringInRow {
  tableAt: number
  rowAt: number
  cells: readonly Cell[]
  contentSha256: string
  hits: readonly { column: number; sentence: string }[]
}

/** Keeps rows of a file as they were read; all in one statement, because there may be fifty thousand. */
export async function insertBringInRows(
  tx: Tx,
  bringInId: number,
  rows: readonly NewBringInRow[],
): Promise<void> {
  await sql`
    insert into bring_in_rows (bring_in_id, table_at, row_at, cells, content_sha256, hits)
    select ${bringInId}, r."tableAt", r."rowAt", r.cells, r."contentSha256", r.hits
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        "tableAt" smallint, "rowAt" integer, cells jsonb, "contentSha256" text, hits jsonb)`.execute(
    tx,
  )
}

export interface BringInRow {
  rowAt: number
  cells: Cell[]
  contentSha256: string
  hits: { column: number; sentence: string }[]
  corrections: Partial<Record<Field, string>>
  notAnIdentifier: string
  setAsideBecause: string | null
  state: RowState | null
  because: string
  problems: Problem[]
  action: BroughtAction | null
  actionId: number | null
}

export interface RowsWanted {
  tableAt: number
  after?: number
  until?: number
  state?: RowState
  rowAt?: number
  limit: number
}

/** Rows of one table of a file in its order, after a row, and no more than are asked for. */
export async function bringInRows(
  db: Db,
  bringInId: number,
  { tableAt, after = 0, until, state, rowAt, limit }: RowsWanted,
): Promise<BringInRow[]> {
  const rows = await db
    .selectFrom('bringInRows')
    .where('bringInId', '=', bringInId)
    .where('tableAt', '=', tableAt)
    .where('rowAt', '>', after)
    .$if(until !== undefined, (query) => query.where('rowAt', '<=', until!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(rowAt !== undefined, (query) => query.where('rowAt', '=', rowAt!))
    .orderBy('rowAt')
    .limit(limit)
    .select([
      'rowAt',
      'cells',
      'contentSha256',
      'hits',
      'corrections',
      'notAnIdentifier',
      'setAsideBecause',
      'state',
      'because',
      'problems',
      'action',
      'actionId',
    ])
    .execute()
  // jsonb gives back what the functions of this file put in.
  return rows as unknown as BringInRow[]
}

export interface JudgedColumns {
  rowAt: number
  state: RowState
  because: string
  problems: readonly Problem[]
  action: BroughtAction | null
  actionId: number | null
}

/** Writes what rows are judged to be. */
export async function judgeBringInRows(
  tx: Tx,
  bringInId: number,
  tableAt: number,
  judged: readonly JudgedColumns[],
): Promise<void> {
  if (judged.length === 0) return
  await sql`
    update bring_in_rows r set
      state = j.state, because = j.because, problems = j.problems, action = nullif(j.action, 'null'),
      action_id = j."actionId"
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j (
      "rowAt" integer, state text, because text, problems jsonb, action jsonb, "actionId" integer)
    where r.bring_in_id = ${bringInId} and r.table_at = ${tableAt} and r.row_at = j."rowAt"`.execute(
    tx,
  )
}

/** Forgets what rows were judged to be, before another table or row of headings is chosen. */
export async function forgetJudgement(tx: Tx, bringInId: number): Promise<void> {
  await tx
    .updateTable('bringInRows')
    .set({ state: null, because: '', problems: '[]', action: null, actionId: null })
    .where('bringInId', '=', bringInId)
    .where('state', 'is not', null)
    .execute()
}

export async function correctBringInRow(
  tx: Tx,
  bringInId: number,
  place: { tableAt: number; rowAt: number },
  columns: {
    corrections?: Partial<Record<Field, string>>
    notAnIdentifier?: string
    setAsideBecause?: string | null
  },
): Promise<void> {
  const { corrections, ...rest } = columns
  await tx
    .updateTable('bringInRows')
    .set({ ...rest, ...(corrections ? { corrections: JSON.stringify(corrections) } : {}) })
    .where('bringInId', '=', bringInId)
    .where('tableAt', '=', place.tableAt)
    .where('rowAt', '=', place.rowAt)
    .execute()
}

/** Sets aside every row that is wrong; answers how many. What was wrong with each stays with it. */
export async function setAsideWrongRows(
  tx: Tx,
  bringInId: number,
  because: string,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('bringInRows')
    .set({ setAsideBecause: because, state: 'set-aside', because })
    .where('bringInId', '=', bringInId)
    .where('state', '=', 'wrong')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** How many rows of the chosen table stand how. */
export async function countBringInRows(db: Db, bringInId: number): Promise<RowCounts> {
  const rows = await db
    .selectFrom('bringInRows')
    .where('bringInId', '=', bringInId)
    .where('state', 'is not', null)
    .groupBy('state')
    .select(['state', ({ fn }) => fn.countAll<number>().as('rows')])
    .execute()
  return Object.fromEntries(
    rowStates.map((state) => [state, rows.find((row) => row.state === state)?.rows ?? 0]),
  ) as Record<RowState, number>
}
