import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { isEmpty, wordsOf } from '~/domain/bring-in/cell'
import { readingLimits } from '../reading-limits'
import { readTablesApart } from '../reading-pool.server'
import { tableLimits } from './table-limits'
import {
  type ReadRow,
  type ReadTable,
  tablesRefusalSentences,
  type TablesRefusalReason,
} from './tables-read'

export interface TablesOfFile {
  tables: ReadTable[]
  /** every row that holds something, in the order of the file; can be gone through once */
  rows: AsyncIterable<ReadRow>
}

/**
 * Reads the tables of the file at `path` (XLSX, CSV, DOCX, told by its content) and hands them to `use`.
 * The reading runs in a process of its own, which writes the rows to a file that goes when `use` has ended:
 * a file of 50,000 rows, or a hostile one, costs the server neither its thread nor its memory.
 */
export async function withTablesOf<Result>(
  path: string,
  use: (read: TablesOfFile) => Promise<Result>,
  limits: { milliseconds: number } = tableLimits,
): Promise<
  { ok: true; result: Result } | { ok: false; because: TablesRefusalReason; sentence: string }
> {
  const refuse = (because: TablesRefusalReason) => ({
    ok: false as const,
    because,
    sentence: tablesRefusalSentences[because],
  })
  const { size } = await stat(path)
  if (size === 0) return refuse('empty')
  if (size > readingLimits.fileMegabytes * 1024 * 1024) return refuse('too-large')
  const folder = await mkdtemp(join(tmpdir(), 'waymark-tables-'))
  try {
    const rowsPath = join(folder, 'rows')
    const answer = await readTablesApart(resolve(path), rowsPath, limits.milliseconds)
    if ('refusal' in answer) return refuse(answer.refusal)
    if (answer.tables.every(({ rows }) => rows === 0)) return refuse('empty')
    return {
      ok: true,
      result: await use({ tables: answer.tables, rows: rowsIn(rowsPath, answer.tables) }),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* rowsIn(path: string, tables: readonly ReadTable[]): AsyncGenerator<ReadRow> {
  const fill = tables.map(mergedDown)
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) {
    const row = JSON.parse(line) as ReadRow
    fill[row.table]!(row)
    yield row
  }
}

/** Puts the words of cells that are merged downwards into each row they stand for. */
function mergedDown({ merges }: ReadTable): (row: ReadRow) => void {
  const coming = [...merges].sort((a, b) => a.fromRow - b.fromRow)
  let open: { column: number; fromRow: number; toRow: number; text: string }[] = []
  let next = 0
  return ({ row, cells }) => {
    open = open.filter(({ toRow }) => toRow >= row)
    for (const { column, text } of open) {
      while (cells.length <= column) cells.push('')
      if (isEmpty(cells[column]) && text !== '') cells[column] = { is: 'merged', text }
    }
    for (; next < coming.length && coming[next]!.fromRow <= row; next += 1) {
      const merge = coming[next]!
      if (merge.toRow > row && merge.fromRow === row) {
        open.push({ ...merge, text: wordsOf(cells[merge.column]) })
      }
    }
  }
}
