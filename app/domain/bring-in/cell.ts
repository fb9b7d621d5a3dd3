/**
 * A cell of an old plan is kept as it was read: its words, and what else the file says of it.
 *
 * Source: issue 3, "Bringing in the old plan": errors are told with the cell, formulas are read by the
 * values that the program last worked out.
 */
import { type CalendarDate, shortDate } from '../time/calendar-date'

/** Plain words are a string; what is more than words says what it is. Nothing at all is ''. */
export type Cell =
  | string
  | { is: 'day'; day: CalendarDate }
  | { is: 'number'; text: string }
  /** a formula whose value the file does not hold */
  | { is: 'no-value'; formula: string }
  /** what a formula gives when it cannot be worked out, such as #REF! */
  | { is: 'error'; text: string }
  /** one of several that are merged: its words stand in the first */
  | { is: 'merged'; text: string }

/** What a person would read in the cell. */
export function wordsOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  switch (cell.is) {
    case 'day':
      return shortDate(cell.day)
    case 'no-value':
      return ''
    default:
      return cell.text
  }
}

export const isEmpty = (cell: Cell | undefined): boolean =>
  wordsOf(cell).trim() === '' && !(typeof cell === 'object' && cell.is === 'no-value')

/** "A", "Z", "AA": how spreadsheets call the column at this place, counted from 0. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last
}

/** The place of a column by its name, counted from 0. */
export const columnAt = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** How a table is called within a sentence: "sheet Plan", "table 2", "the file". */
export const tableInSentence = (table: string): string =>
  table.charAt(0).toLowerCase() + table.slice(1)

/** "Sheet Plan, cell F14"; a table of a Word document has a name that says so itself. */
export const cellName = (table: string, row: number, column: number): string =>
  `${table}, cell ${columnName(column)}${row}`

/** Words in which white space and capitals make no difference. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[‘’`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
