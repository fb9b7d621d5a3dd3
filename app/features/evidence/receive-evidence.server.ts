import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import { settings } from '~/settings.server'
import { receiveUpload, type ReceivedFile } from '~/storage/storage.server'

export const largestFile = (): number => settings().MAX_UPLOAD_MB * 1024 * 1024

/** As many as a person chooses at once; the rest can follow with the next. */
const mostFiles = 10

type Typed = Record<string, string[]>

export type ReceivedEvidence =
  | { ok: true; typed: Typed; files: readonly ReceivedFile[] }
  | { ok: false; typed: Typed; errors: { field: string; sentence: string }[]; status?: number }

/** Reads a posted evidence form; its files are in the store when this answers. */
export async function receiveEvidence(
  request: Request,
  looksFor: IdentifierSettings,
): Promise<ReceivedEvidence> {
  const limits = { maxBytes: largestFile(), fileField: 'file', mostFiles }
  const upload = await receiveUpload(request, limits)
  if (!upload.ok) {
    const { typed, field, sentence, status } = upload
    return { ok: false, typed, errors: [{ field, sentence }], status }
  }
  if (upload.lostItsFile) return { ok: false, typed: upload.typed, errors: [fileIsLost] }
  const files = upload.files ?? []
  // The names are shown if the form goes wrong and the files are lost with it.
  const fileName = files.map(
    ({ originalName }) => nameWithoutIdentifiers(originalName, looksFor).name,
  )
  return { ok: true, typed: { ...upload.typed, fileName }, files }
}

const fileIsLost = {
  field: 'file',
  sentence: 'Choose the files again, or add the evidence without them.',
}
