import { settings } from '~/settings.server'
import { receiveUpload, type ReceivedFile } from '~/storage/storage.server'
import { toldOfFileField } from './add-evidence.form'

export const largestFile = (): number => settings().MAX_UPLOAD_MB * 1024 * 1024

/** As many as a person chooses at once; the rest can follow with the next. */
const mostFiles = 10

type Typed = Record<string, string[]>

export type ReceivedEvidence =
  | { ok: true; typed: Typed; files: readonly ReceivedFile[]; toldOfFiles: string[] }
  | { ok: false; typed: Typed; errors: { field: string; sentence: string }[]; status?: number }

/** Reads a posted evidence form; its files are in the store when this answers. */
export async function receiveEvidence(request: Request): Promise<ReceivedEvidence> {
  const limits = { maxBytes: largestFile(), fileField: 'file', mostFiles }
  const upload = await receiveUpload(request, limits)
  if (!upload.ok) {
    const { typed, field, sentence, status } = upload
    return { ok: false, typed, errors: [{ field, sentence }], status }
  }
  if (upload.lostItsFile) return { ok: false, typed: upload.typed, errors: [fileIsLost] }
  const { [toldOfFileField]: told = [], ...typed } = upload.typed
  const files = upload.files ?? []
  return {
    ok: true,
    // The name of a file is words, too: it is searched like them, and shown if the file is lost.
    typed: { ...typed, fileName: files.map(({ originalName }) => originalName) },
    files,
    toldOfFiles: told.flatMap((all) => all.split(' ')),
  }
}

const fileIsLost = {
  field: 'file',
  sentence: 'Choose the files again, or add the evidence without them.',
}
