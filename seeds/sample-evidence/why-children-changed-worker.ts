import ExcelJS from 'exceljs'

const reasons = [
  'The worker left',
  'The child passed to another team',
  'For the child’s sake',
] as const
const teams = ['North', 'South', 'Court', 'Children in care'] as const

/** Twenty files, read in turn: eleven, six and three, spread over the teams as they fell. */
const read = Array.from({ length: 20 }, (_, at) => ({
  file: at + 1,
  team: teams[(at * 3) % teams.length]!,
  reason: reasons[[0, 1, 0, 0, 1, 0, 2, 0, 1, 0][at % 10]!]!,
  changes: 2 + ((at * 7) % 3),
  isTold: at % 4 !== 1 ? 'yes' : 'no',
}))
// The last one of the second ten was for the child's sake.
read[19]!.reason = reasons[2]

/** The counts on one sheet, worked out from what stands on the other. */
export async function whyChildrenChangedWorker(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Westmarsh children’s services'
  book.created = new Date('2020-01-01T00:00:00Z')
  const counts = book.addWorksheet('Why')
  const files = book.addWorksheet('Files read')
  counts.columns = [{ width: 36 }, { width: 12 }, { width: 12 }]
  counts.addRow(['Reason', 'Children', 'Share']).font = { bold: true }
  for (const reason of reasons) {
    const result = read.filter((one) => one.reason === reason).length
    const row = counts.rowCount + 1
    counts.addRow([
      reason,
      { formula: `COUNTIF('Files read'!C2:C21,A${row})`, result },
      { formula: `B${row}/20`, result: result / 20 },
    ])
    counts.getCell(`C${row}`).numFmt = '0%'
  }
  files.columns = [{ width: 8 }, { width: 20 }, { width: 36 }, { width: 22 }, { width: 22 }]
  files.addRow(['File', 'Team', 'Reason of the last change', 'Workers in a year', 'Told before it was decided']).font = { bold: true } // prettier-ignore
  for (const { file, team, reason, changes, isTold } of read)
    files.addRow([file, team, reason, changes, isTold])
  return Buffer.from(await book.xlsx.writeBuffer())
}
