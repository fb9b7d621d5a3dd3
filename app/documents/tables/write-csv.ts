import { guarded } from '~/domain/bring-in/csv-guard'

/** What a written cell may hold; a day is written as 2026-11-28, which every program reads alike. */
export type WrittenCell = string | number | null

/** The mark by which Excel knows that a CSV file is in UTF-8. */
export const csvMark = '\ufeff'

/** One line of a CSV file; no cell of words begins like a formula. */
export const csvLine = (cells: readonly WrittenCell[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: WrittenCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const words = guarded(cell)
  return /["\r\n,]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}
