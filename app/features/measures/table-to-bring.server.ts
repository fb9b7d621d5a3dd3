import { readFile } from 'node:fs/promises'
import { textOf } from '~/documents/what-it-is.server'
import { settings } from '~/settings.server'
import { receiveUpload } from '~/storage/storage.server'

type Typed = Record<string, string[]>
export type TableAnswer =
  | { ok: true; typed: Typed; isNewFile: boolean }
  | { ok: false; typed: Typed; field: string; sentence: string; status: number }

/** The table that comes with a form, pasted or as a file, in the field `text` either way. */
export async function receiveTable(request: Request): Promise<TableAnswer> {
  const upload = await receiveUpload(request, {
    maxBytes: settings().MAX_UPLOAD_MB * 1024 * 1024,
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
  const text = textOf(await readFile(file.path))
  if (text === undefined) return refuse('file', 'Choose an Excel workbook (.xlsx) or a CSV file.')
  return { ok: true, typed: { ...typed, text: [text] }, isNewFile: true }
}
