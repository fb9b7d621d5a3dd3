/** Old plans as councils keep them, of an invented council: what the tests bring in, and what a newcomer can try. */
import ExcelJS from 'exceljs'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'

type Value = ExcelJS.CellValue

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** A workbook of sheets, each a list of rows. */
export async function workbook(
  sheets: Record<string, readonly (readonly Value[])[]>,
  adjust: (book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name)
    for (const row of rows) {
      const added = sheet.addRow([...row])
      added.eachCell((cell) => {
        if (cell.value instanceof Date) cell.numFmt = 'dd/mm/yyyy'
      })
    }
  }
  adjust(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export const headings = [
  'Ref',
  'Ofsted recommendation',
  'Action required',
  'Desired outcome',
  'Success measure',
  'Lead officer',
  'Start',
  'Timescale',
  'Revised date',
  'RAG',
  'Progress update',
]

const recommendation = 'The timeliness of assessments for children in need.'

/** Westmarsh’s own plan of before, with what such files are full of. */
export const westmarshOldPlan = () =>
  workbook(
    {
      'Read me': [['How to use this workbook'], ['Update your rows by the 5th of the month.']],
      Plan: [
        ['Westmarsh improvement plan 2025/26'],
        [],
        headings,
        ['Priority 1: Assessment'],
        [
          '1.1',
          recommendation,
          'Give each team manager a weekly list of assessments that are near their date',
          'Children do not wait for help',
          'Assessments within 45 days rise to 85%',
          'J Okafor',
          day('2026-04-01'),
          day('2026-12-18'),
          null,
          'Green',
          'Lists go out on Mondays.',
        ],
        [
          '1.2',
          recommendation,
          'Agree when an assessment can be short',
          'Families are not asked twice',
          'Audit of 20 files a month',
          'Okafor, Joy',
          day('2026-05-05'),
          '30/11/26',
          day('2027-01-29'),
          'Amber',
          'Drafted, waits for heads of service.',
        ],
        [
          '1.3',
          recommendation,
          'Review demand at the front door',
          '',
          '',
          'Head of Service',
          '',
          'Q2 2026',
          '',
          'Red',
          '',
        ],
        ['Priority 2: Supervision'],
        [
          '2.1',
          '',
          'Write down reflection in every supervision note',
          'Decisions are thought through',
          'Audit of 40 notes a quarter',
          'Grace Holloway (HoS)',
          'June 2026',
          'end March',
          '',
          'Not started',
          '',
        ],
        [
          '2.2',
          '',
          'Train team managers in reflective supervision',
          'Decisions are thought through',
          'All 24 managers trained',
          'grace.holloway@westmarsh.example',
          '',
          'ongoing',
          '',
          'Complete',
          'Two cohorts have finished.',
        ],
        ['Total', '', 5],
      ],
      Lists: [['Green'], ['Amber'], ['Red']],
    },
    (book) => {
      const plan = book.getWorksheet('Plan')!
      plan.mergeCells('B5:B7')
      plan.mergeCells('A4:K4')
      plan.mergeCells('A1:K1')
      book.getWorksheet('Lists')!.state = 'hidden'
    },
  )

/** The words of some action, by number: what is counted is never the same twice. */
export function* numberedRows(count: number): Generator<string[]> {
  for (let at = 1; at <= count; at += 1) {
    yield [
      String(at),
      '',
      `Test the hand-over protocol in team ${at} by audit`,
      `Children of team ${at} keep one worker`,
      'Nine of ten files show both signatures',
      at % 3 === 0 ? 'J Okafor' : 'Grace Holloway',
      '01/04/2026',
      `${String((at % 28) + 1).padStart(2, '0')}/12/2026`,
      '',
      ['Green', 'Amber', 'Red'][at % 3]!,
      `Position of row ${at}: two of four steps are done.`,
    ]
  }
}

export function csv(rows: Iterable<readonly string[]>, delimiter = ','): string {
  const quoted = (cell: string) =>
    /["\r\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return [...rows].map((row) => row.map(quoted).join(delimiter)).join('\r\n')
}

/** A Word document of tables; a cell is words, or words with what it spans. */
export async function wordTables(
  tables: readonly (readonly (readonly (
    string | { text: string; across?: number; merge?: 'begins' | 'goes-on' }
  )[])[])[],
): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: tables.flatMap((rows, at) => [
          new Paragraph(`Priority ${at + 1}`),
          new Table({
            rows: rows.map(
              (row) =>
                new TableRow({
                  children: row.map((cell) => {
                    const { text, across, merge } =
                      typeof cell === 'string'
                        ? { text: cell, across: undefined, merge: undefined }
                        : cell
                    return new TableCell({
                      children: text.split('\n').map((line) => new Paragraph(line)),
                      ...(across ? { columnSpan: across } : {}),
                      ...(merge
                        ? {
                            verticalMerge:
                              merge === 'begins'
                                ? VerticalMergeType.RESTART
                                : VerticalMergeType.CONTINUE,
                          }
                        : {}),
                    })
                  }),
                }),
            ),
          }),
        ]),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
