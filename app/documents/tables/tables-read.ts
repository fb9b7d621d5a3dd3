import type { Cell } from '~/domain/bring-in/cell'
import type { TableRead } from '~/domain/bring-in/draft'

/** Cells that are one in the file: their words stand in the first. Rows count from 1, columns from 0. */
export interface Merge {
  fromRow: number
  toRow: number
  column: number
}

export interface ReadTable extends TableRead {
  merges: Merge[]
}

/** One row that holds something: its table, the number the file gives it, and its cells. */
export interface ReadRow {
  table: number
  row: number
  cells: Cell[]
}

export type TablesRefusalReason =
  | 'empty'
  | 'encrypted'
  | 'old-excel'
  | 'open-document'
  | 'corrupt'
  | 'no-table'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-large'
  | 'not-a-table'
  | 'took-too-long'

/** Ends a reading with a reason for the person who brought the file. */
export class Refused extends Error {
  constructor(readonly reason: TablesRefusalReason) {
    super(reason)
  }
}

/** Thrown by who takes rows and wants no more of this table. */
export class EnoughRows extends Error {}

const lost = 'Nothing was changed.'

export const tablesRefusalSentences: Record<TablesRefusalReason, string> = {
  empty: 'There is nothing in this file. Choose another.',
  encrypted: `The file is protected with a password, so it cannot be read. Save a copy without the password and bring that in. ${lost}`,
  'old-excel': `This is the older Excel format (.xls). Open it in Excel, choose “Save as”, “Excel Workbook (.xlsx)”, and bring that in. ${lost}`,
  'open-document': `This is an OpenDocument file. Save it as .xlsx, .docx or .csv and bring that in. ${lost}`,
  corrupt: `The file is damaged and cannot be read. Save it again where it comes from, and bring that in. ${lost}`,
  'no-table': `There is no table in this file. ${lost}`,
  'too-many-rows': `The file has more than 100,000 rows. Bring in only the plan itself. ${lost}`,
  'too-many-columns': `A table of the file has more than 1,000 columns. Bring in only the plan itself. ${lost}`,
  'too-large': `The file holds more than can be read safely. Bring in only the plan itself. ${lost}`,
  'not-a-table': `The file is not an Excel workbook (.xlsx), a CSV file or a Word document with tables (.docx). ${lost}`,
  'took-too-long': `Reading the file took too long, so it was stopped. Bring in only the plan itself. ${lost}`,
}
