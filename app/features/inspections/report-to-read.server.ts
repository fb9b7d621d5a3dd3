import { readDocument, sourceFromText } from '~/documents/read-document.server'
import { largestDocument } from '~/documents/reading-limits'
import type { SourceDocument } from '~/domain/report/source'
import { settings } from '~/settings.server'
import { type ReceivedFile, receiveUpload, type Upload } from '~/storage/storage.server'

export interface ReportToAdd {
  source: SourceDocument
  originalName: string
  /** undefined where the words were pasted */
  file?: Pick<ReceivedFile, 'sha256' | 'bytes' | 'mediaType'>
}

type Typed = Record<string, string[]>
type Answer =
  | { ok: true; typed: Typed; report: ReportToAdd }
  | { ok: false; typed: Typed; field: string; sentence: string; status: number }

/** Three hundred pages of pasted words, several times over. */
const longestText = 4 * 1024 * 1024
const webPages = { 'text/html': { title: 'Web page', endings: ['html', 'htm'] } } as const

/** The report that comes with a form, as lines; or which field to put right, and what was typed. */
export async function receiveReport(request: Request): Promise<Answer> {
  const upload = await receiveUpload(request, {
    maxBytes: largestDocument(settings().MAX_UPLOAD_MB),
    fileField: 'report',
    alsoTaken: webPages,
    longestField: longestText,
  })
  if (!upload.ok) return upload
  const read = await reportToRead(upload)
  return read.ok ? { ...read, typed: upload.typed } : { ...read, typed: upload.typed, status: 422 }
}

/** What a person gave: a file or pasted words, never both. */
export async function reportToRead({
  file,
  typed,
}: Extract<Upload, { ok: true }>): Promise<
  { ok: true; report: ReportToAdd } | { ok: false; field: 'report' | 'text'; sentence: string }
> {
  const text = typed.text?.[0] ?? ''
  const isPasted = text.trim() !== ''
  if (file && isPasted) return refused('text', 'Give the file or its text, not both.')
  if (file) {
    const { sha256, bytes, mediaType, originalName, path } = file
    const read = await readDocument(path, originalName)
    if (!read.ok) return refused('report', read.sentence)
    return {
      ok: true,
      report: { source: read.source, originalName, file: { sha256, bytes, mediaType } },
    }
  }
  if (!isPasted) return refused('report', 'Choose the report, or paste its text below.')
  if (!/\p{L}/u.test(text)) return refused('text', 'There are no words in this. Paste the report.')
  return { ok: true, report: { source: sourceFromText(text), originalName: 'Pasted text' } }
}

const refused = (field: 'report' | 'text', sentence: string) => ({
  ok: false as const,
  field,
  sentence,
})
