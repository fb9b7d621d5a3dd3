/** What one old plan may take: well above the 50,000 rows that are tried. */
export const tableLimits = {
  milliseconds: 60_000,
  /** in all tables together; far beyond any plan, so that what is longer is something else */
  rows: 100_000,
  columns: 1_000,
  cells: 3_000_000,
  letters: 120_000_000,
  tables: 200,
  /** of one cell; Excel itself holds no more */
  lettersInCell: 32_767,
  /** Excel’s own limit too */
  lettersInFormula: 8_192,
  /** the words that the cells of a workbook share */
  sharedLetters: 60_000_000,
  inflatedMegabytes: 400,
  /** a list of objects is read at once; an export of 50,000 actions was 50 MB */
  jsonMegabytes: 64,
}
