import { type Cell, columnName, wordsOf } from '~/domain/bring-in/cell'
import { csvTable } from '../tables/csv-table.server'
import type { TakesRows } from '../tables/row-writer'
import { EnoughRows, type ReadTable, Refused } from '../tables/tables-read'
import { xlsxTables } from '../tables/xlsx-tables.server'
import type { Preview, PreviewTable } from './preview'
import { previewLimits } from './preview-limits'

/** The first rows of the sheets of a workbook, by the values that were last worked out, as they are shown. Runs only in the reading process. */
export async function workbookPreview(path: string): Promise<Preview> {
  const { shownNumber } = await import('../tables/shown-numbers')
  const first = new FirstRows(shownNumber)
  await xlsxTables(path, first)
  return first.preview()
}

/** The first rows of a CSV file. */
export async function csvPreview(path: string): Promise<Preview> {
  const first = new FirstRows()
  await csvTable(path, first).catch((error: unknown) => {
    if (!(error instanceof EnoughRows)) throw error
  })
  return first.preview()
}

/** Keeps of each sheet what a page shows, and reads no further than that; of a hidden one its name alone. */
class FirstRows implements TakesRows {
  private tables: PreviewTable[] = []
  private hidden: string[] = []
  private unshown: string[] = []
  private cells = 0
  private read: ReadTable | undefined
  private table: PreviewTable | undefined
  private hides: { from: number; to: number }[] = []
  private hiddenAndFilled = new Set<number>()

  constructor(readonly inWords?: TakesRows['inWords']) {}

  begin(name: string, isHidden = false): ReadTable {
    this.table = undefined
    this.hides = []
    this.hiddenAndFilled = new Set()
    if (isHidden) this.hidden.push(name)
    else if (this.cells >= previewLimits.cells) this.unshown.push(name)
    else {
      const nothingMore = {
        hasMoreRows: false,
        hasMoreColumns: false,
        hiddenRows: 0,
        hiddenColumns: 0,
      }
      this.table = { name, rows: [], columns: [], ...nothingMore }
      this.tables.push(this.table)
    }
    const counts = { rows: 0, columns: 0, merged: 0, formulas: 0, hiddenRows: 0, merges: [] }
    return (this.read = { name, isHidden, ...counts })
  }

  hideColumns(from: number, to: number): void {
    this.hides.push({ from, to })
  }

  row(row: number, cells: Cell[]): void {
    this.read!.rows += 1
    const { table } = this
    if (!table) return
    if (this.read!.hiddenRows > table.hiddenRows) {
      table.hiddenRows = this.read!.hiddenRows
      return
    }
    const seen: { at: number; words: string }[] = []
    for (const [at, cell] of cells.entries()) {
      const words = seenIn(cell)
      if (!this.hides.some(({ from, to }) => from <= at && at <= to)) seen.push({ at, words })
      else if (words !== '') this.hiddenAndFilled.add(at)
    }
    while (seen.at(-1)?.words.trim() === '') seen.pop()
    if (seen.length === 0) return
    if (table.rows.length >= previewLimits.rows || this.cells >= previewLimits.cells) {
      table.hasMoreRows = true
      return
    }
    const kept = seen.slice(0, previewLimits.columns)
    if (seen.length > kept.length) table.hasMoreColumns = true
    if (kept.length > table.columns.length) table.columns = kept.map(({ at }) => columnName(at))
    table.hiddenColumns = this.hiddenAndFilled.size
    table.rows.push({ row, cells: kept.map(({ words }) => shortened(words)) })
    this.cells += kept.length
  }

  drain(): Promise<void> {
    return !this.table || this.table.hasMoreRows
      ? Promise.reject(new EnoughRows())
      : Promise.resolve()
  }

  preview(): Preview {
    const { tables, hidden, unshown } = this
    if (tables.every(({ rows }) => rows.length === 0) && hidden.length === 0)
      throw new Refused('empty')
    return { is: 'tables', tables, hidden, unshown }
  }
}

/** What Excel would show; a formula that no program has worked out yet shows that. */
const seenIn = (cell: Cell | undefined): string =>
  typeof cell === 'object' && cell.is === 'no-value' ? '(not worked out)' : wordsOf(cell)

const shortened = (words: string): string =>
  words.length > previewLimits.lettersInCell
    ? `${words.slice(0, previewLimits.lettersInCell).replace(/[\uD800-\uDBFF]$/, '')} …`
    : words
