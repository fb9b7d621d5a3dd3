import { settings } from '~/settings.server'
import { receiveUpload, type Upload } from '~/storage/storage.server'

export const largestFile = (): number => settings().MAX_UPLOAD_MB * 1024 * 1024

/** Reads a posted evidence form; its file is in the store when this answers. */
export const receiveEvidence = (request: Request): Promise<Upload> =>
  receiveUpload(request, { maxBytes: largestFile(), fileField: 'file' })
