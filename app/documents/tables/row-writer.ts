import { createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { type Cell, isEmpty } from '~/domain/bring-in/cell'
import { storable } from '../storable-text'
import type { NumberFormat } from './number-formats'
import { tableLimits } from './table-limits'
import { type ReadRow, type ReadTable, Refused } from './tables-read'
import type { OfXml } from './zip-reader.server'

/** What is told of each table and row, and waited for between pieces of the file. */
export type TakesRows = Pick<RowWriter, 'begin' | 'row' | 'drain'> & {
  /** columns of the table begun last that its program hides, counted from 0; told before its rows */
  hideColumns?: (from: number, to: number) => void
  /** how a number becomes words; left out, it stays what it is and a date is a day */
  inWords?: (number: number, format: NumberFormat) => string
  /** what stands in the sheet begun last beside its cells, such as its printed header */
  beside?: OfXml
  /** a formula of the sheet begun last, as it is written; its column counted from 0 */
  formula?: (row: number, column: number, formula: string) => void
  /** words that a workbook keeps for its cells, and none of them shows */
  inNoCell?: (words: string) => void
}

/** Writes the rows of a file out as they are read, one to a line, so that memory stays flat; counts as it goes. */
export class RowWriter {
  readonly tables: ReadTable[] = []
  private rows = 0
  private cells = 0
  private letters = 0
  private out: WriteStream
  private waiting: string[] = []

  constructor(path: string) {
    this.out = createWriteStream(path, { mode: 0o600 })
  }

  begin(name: string, isHidden = false): ReadTable {
    if (this.tables.length >= tableLimits.tables) throw new Refused('too-large')
    const table = {
      name,
      isHidden,
      rows: 0,
      columns: 0,
      merged: 0,
      formulas: 0,
      hiddenRows: 0,
      merges: [],
    }
    this.tables.push(table)
    return table
  }

  /** Keeps a row of the table that was begun last, if there is anything in it. */
  row(row: number, cells: Cell[]): void {
    let width = cells.length
    while (width > 0 && isEmpty(cells[width - 1])) width -= 1
    if (width === 0) return
    const table = this.tables.at(-1)!
    const kept = Array.from(cells.slice(0, width), (cell) => cell ?? '')
    table.rows += 1
    table.columns = Math.max(table.columns, width)
    this.rows += 1
    this.cells += width
    if (this.rows > tableLimits.rows) throw new Refused('too-many-rows')
    if (width > tableLimits.columns) throw new Refused('too-many-columns')
    const line: ReadRow = { table: this.tables.length - 1, row, cells: kept }
    const written = `${JSON.stringify(line)}\n`
    this.letters += written.length
    if (this.cells > tableLimits.cells || this.letters > tableLimits.letters)
      throw new Refused('too-large')
    this.waiting.push(written)
  }

  /** Lets the disk take what is waiting; called between pieces of the file. */
  async drain(): Promise<void> {
    if (this.waiting.length === 0) return
    const more = this.out.write(this.waiting.join(''))
    this.waiting = []
    if (!more) await once(this.out, 'drain')
  }

  async end(): Promise<ReadTable[]> {
    await this.drain()
    this.out.end()
    await once(this.out, 'finish')
    return this.tables
  }
}

/** A cell's words as they are kept: what Postgres can hold, and no endless cell. */
export const cellWords = (text: string): string =>
  storable(text).slice(0, tableLimits.lettersInCell)
