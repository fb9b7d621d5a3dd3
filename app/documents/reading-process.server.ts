import { open, readFile, writeFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import {
  type FileSearch,
  identifiersInPieces,
  placeFound,
  searchableText,
} from '~/domain/evidence/identifiers-in-file'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import type { PreviewKind } from '~/domain/evidence/preview'
import type { TakenOut } from '~/domain/evidence/taken-out'
import { bodyLines } from '~/domain/report/furniture'
import type { SourceDocument } from '~/domain/report/source'
import { piecesOfFile } from './checking/pieces-of-file.server'
import { sourceFromDocx } from './docx-source.server'
import { sourceFromPdf } from './pdf-source.server'
import { photoWithoutDetails } from './photos/photo-without-details'
import { drawPicture, previewOf } from './previews/preview-of-file.server'
import type { Preview } from './previews/preview'
import { readingLimits } from './reading-limits'
import type { DocumentRefusalReason } from './refusals'
import { sourceFromHtml } from './source-from-html'
import { sourceFromText } from './source-from-text'
import { readTables } from './tables/tables-of-file.server'
import { type ReadTable, Refused, type TablesRefusalReason } from './tables/tables-read'
import { storable } from './storable-text'
import { textOf, whatItIs } from './what-it-is.server'

/** The process that reads documents apart from the server: a hostile file can harm only this. */

const limit = (readingLimits.memoryMegabytes - 32) * 1024 * 1024

export type ReadingAnswer = { source: SourceDocument } | { refusal: DocumentRefusalReason }
export type SearchAnswer =
  Extract<FileSearch, { outcome: 'searched' | 'no-words' }> | { refusal: TablesRefusalReason }
export type PhotoAnswer = { takenOut: TakenOut[] } | { refusal: 'corrupt' }
export type PreviewAnswer = { preview: Preview } | { refusal: TablesRefusalReason }
export type DrawnAnswer = { isDrawn: boolean } | { refusal: TablesRefusalReason }
export type TablesAnswer = { tables: ReadTable[] } | { refusal: TablesRefusalReason }

/** With a place for rows, the tables of a file are wanted; with a search, its identifiers; and so on; else its lines. */
export interface ReadingQuestion {
  path: string
  rowsPath?: string
  search?: { mediaType: string; settings: IdentifierSettings }
  /** where the photo is written to without what it says of itself */
  photo?: { mediaType: string; cleanPath: string }
  /** what a page shows of the file, of a PDF so many pages */
  preview?: { kind: PreviewKind; pages: number }
  /** where one picture of it is drawn to: a page of a PDF, or the picture that it is */
  picture?: { kind: PreviewKind; number: number; drawnPath: string }
}

if (!process.send) throw new Error('The reading process is started by readDocument.')
watchMemory()
process.on('disconnect', () => process.exit(0))
process.on('message', (question: ReadingQuestion) => {
  void answerTo(question).then((answer) => {
    const again = process.memoryUsage.rss() < 0.6 * limit
    process.send!({ answer, again }, () => {
      if (!again) process.exit(0)
    })
  })
})

function answerTo({ path, rowsPath, search, photo, preview, picture }: ReadingQuestion) {
  if (preview) return previewed(path, preview)
  if (picture) return drawn(path, picture)
  if (photo) return cleaned(path, photo)
  if (search) return searched(path, search)
  return rowsPath ? tablesOf(path, rowsPath) : answerFor(path)
}

async function answerFor(file: string): Promise<ReadingAnswer> {
  const bytes = new Uint8Array(await readFile(file))
  if (bytes.byteLength === 0) return { refusal: 'empty' }
  const what = await whatItIs(bytes)
  try {
    const source = await sourceOf(bytes, what)
    if (typeof source === 'string') return { refusal: source }
    const letters = source.lines.reduce((sum, line) => sum + line.text.length, 0)
    if (letters > readingLimits.letters) return { refusal: 'too-long' }
    if (source.lines.length > readingLimits.lines) return { refusal: 'too-long' }
    if (letters === 0 && source.format !== 'pdf') return { refusal: 'empty' }
    // A scan has at most a stamp, a foot or a page number of real text to a page.
    if (source.format === 'pdf') {
      const printed = bodyLines(source).reduce((sum, line) => sum + line.text.length, 0)
      if (printed < 40 * Math.min(source.pages, 50)) return { refusal: 'no-text' }
    }
    return { source }
  } catch (error) {
    return { refusal: refusalFor(error) }
  }
}

async function tablesOf(path: string, rowsPath: string): Promise<TablesAnswer> {
  try {
    return { tables: await readTables(path, rowsPath) }
  } catch (error) {
    return { refusal: error instanceof Refused ? error.reason : 'corrupt' }
  }
}

/** The search runs here too: what it finds is told masked, beside the text that words are looked for in. */
async function searched(
  path: string,
  { mediaType, settings }: NonNullable<ReadingQuestion['search']>,
): Promise<SearchAnswer> {
  try {
    const pieces = await piecesOfFile(path, mediaType)
    if (!pieces) return { outcome: 'no-words' }
    return {
      outcome: 'searched',
      found: [...identifiersInPieces(pieces.all, settings), ...pieces.places.map(placeFound)].slice(
        0,
        1000,
      ),
      text: storable(searchableText(pieces.all)),
      ...(pieces.unsearched.length > 0 ? { unsearched: pieces.unsearched } : {}),
    }
  } catch (error) {
    return { refusal: error instanceof Refused ? error.reason : refusalFor(error) }
  }
}

async function previewed(
  path: string,
  asked: NonNullable<ReadingQuestion['preview']>,
): Promise<PreviewAnswer> {
  try {
    return { preview: await previewOf(path, asked) }
  } catch (error) {
    return { refusal: error instanceof Refused ? error.reason : refusalFor(error) }
  }
}

async function drawn(
  path: string,
  { drawnPath, ...asked }: NonNullable<ReadingQuestion['picture']>,
): Promise<DrawnAnswer> {
  try {
    const picture = await drawPicture(path, asked)
    if (picture) await writeFile(drawnPath, picture, { flag: 'wx', mode: 0o600 })
    return { isDrawn: picture !== undefined }
  } catch (error) {
    return { refusal: error instanceof Refused ? error.reason : refusalFor(error) }
  }
}

async function cleaned(
  path: string,
  { mediaType, cleanPath }: NonNullable<ReadingQuestion['photo']>,
): Promise<PhotoAnswer> {
  let clean
  try {
    clean = photoWithoutDetails(await readFile(path), mediaType)
  } catch {
    return { refusal: 'corrupt' }
  }
  const file = await open(cleanPath, 'wx', 0o600)
  try {
    for (const piece of clean.pieces) await file.appendFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  return { takenOut: clean.takenOut }
}

function sourceOf(
  bytes: Uint8Array,
  what: Awaited<ReturnType<typeof whatItIs>>,
): Promise<SourceDocument | DocumentRefusalReason> | SourceDocument | DocumentRefusalReason {
  switch (what.type) {
    case 'pdf':
      return sourceFromPdf(bytes, readingLimits)
    case 'docx':
      return sourceFromDocx(bytes, readingLimits)
    case 'html':
      return sourceFromHtml(textOf(bytes) ?? '', 'html')
    case 'text':
      return sourceFromText(what.text)
    case 'encrypted-office':
      return 'encrypted'
    case 'none':
      return what.found === 'zip' ? 'corrupt' : 'not-a-document'
  }
}

const refusalFor = (error: unknown): 'encrypted' | 'corrupt' =>
  error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'corrupt'

/** A thread beside the reading, so that it still looks while the reading never pauses. */
function watchMemory(): void {
  const watch = new Worker(
    `setInterval(() => {
       if (process.memoryUsage.rss() > ${limit}) process.kill(process.pid, 'SIGKILL')
     }, 20)`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
  )
  watch.unref()
}
