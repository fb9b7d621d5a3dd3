import { largestDocument } from '~/documents/reading-limits'
import { withTablesOf } from '~/documents/tables/read-tables.server'
import type { ReadRow } from '~/documents/tables/tables-read'
import { wordsOf } from '~/domain/bring-in/cell'
import { settings } from '~/settings.server'
import { receiveUpload } from '~/storage/storage.server'

type Typed = Record<string, string[]>
export type TableAnswer =
  | { ok: true; typed: Typed; isNewFile: boolean }
  | { ok: false; typed: Typed; field: string; sentence: string; status: number }

/** The table that comes with a form, pasted or as a file, in the field `text` either way. */
export async function receiveTable(request: Request): Promise<TableAnswer> {
  const upload = await receiveUpload(request, {
    maxBytes: largestDocument(settings().MAX_UPLOAD_MB),
    fileField: 'file',
  })
  if (!upload.ok) return upload
  const { typed, file } = upload
  const refuse = (field: string, sentence: string): TableAnswer => ({
    ok: false,
    typed,
    field,
    sentence,
    status: 422,
  })
  if (!file) {
    return (typed.text?.[0] ?? '').trim() === ''
      ? refuse('text', 'Paste the figures, or choose a file.')
      : { ok: true, typed, isNewFile: false }
  }
  const read = await withTablesOf(file.path, ({ rows }) => firstTable(rows))
  if (!read.ok) return refuse('file', read.sentence)
  return { ok: true, typed: { ...typed, text: [read.result] }, isNewFile: true }
}

// More is refused by the rule of a sheet, with how much it is.
const mostRows = 5001

/** The first table of a file that holds something, as the cells that a paste of it would have. */
export async function firstTable(rows: AsyncIterable<ReadRow>): Promise<string> {
  const lines: string[] = []
  let first: number | undefined
  for await (const { table, row, cells } of rows) {
    first ??= table
    if (table !== first || lines.length > mostRows) break
    // an empty row keeps its place, so that a cell is told by the row that the spreadsheet shows
    while (lines.length < row - 1 && lines.length <= mostRows) lines.push('')
    lines.push(cells.map((cell) => wordsOf(cell).replace(/\s+/g, ' ')).join('\t'))
  }
  return lines.join('\n')
}
