import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { type FileKind, sizeInWords } from '~/domain/evidence/file-kinds'
import type { BlobStore } from './blob-store'
import { cleanFileName } from './file-name'
import { recognise } from './recognise.server'

export interface ReceivedFile {
  sha256: string
  bytes: number
  /** recognised from the content */
  mediaType: string
  /** as it was called, without folders and invisible signs, ending as its content says */
  originalName: string
  /** where it lies on the local disk */
  path: string
}

export interface UploadLimits {
  maxBytes: number
  fileField: string
  /** how many files one form may bring; one where it is left out */
  mostFiles?: number
  /** kinds that are taken here beside those of evidence: a report may come as a web page */
  alsoTaken?: Readonly<Record<string, FileKind>>
  /** how many bytes of words one field may hold, where that is not a megabyte */
  longestField?: number
}

type Typed = Record<string, string[]>

export type Upload =
  | {
      ok: true
      typed: Typed
      file?: ReceivedFile
      /** all that came, in the order of the form, where its limits let it bring more than one */
      files?: readonly ReceivedFile[]
      /** the form is one that was kept while its sender signed in again: it lost the file on the way */
      lostItsFile?: true
    }
  | {
      ok: false
      typed: Typed
      field: string
      sentence: string
      status: 400 | 404 | 413 | 422 | 507
    }

const mostFields = 500
const mostTypedBesides = 3 * 1024 * 1024
// What comes back of a field that is too long is still too long, so that sending it again as it
// stands does not pass its beginning off as the whole.
const shownBeyond = 1024
// A form that is far over the limit is still read to its end, so that the answer with what was typed
// arrives: browsers listen only then. Beyond this much that nothing is kept of nobody waits for an answer.
const readPastAtMost = 4 * 1024 ** 3

type Trouble = Omit<Extract<Upload, { ok: false }>, 'ok' | 'typed' | 'field'> & {
  /** where it is not the file */
  field?: string
}
type Stored = { part: string; sha256: string; bytes: number; givenName: string }

/**
 * Reads a posted form with its file or files, each written to `store` and hashed as it arrives;
 * memory stays flat. Whatever happens to the file, the words of the form come back in `typed`.
 * Nothing is kept of a file that is refused or does not arrive whole.
 *
 * @throws Error where the disk cannot be written for another reason than being full
 */
export async function receiveUploadInto(
  store: BlobStore,
  request: Request,
  { maxBytes, fileField, mostFiles = 1, alsoTaken, longestField = 1024 * 1024 }: UploadLimits,
): Promise<Upload> {
  const fields: [name: string, value: string][] = []
  const typed = () => {
    const byName = new Map<string, string[]>()
    for (const [name, value] of fields) byName.set(name, [...(byName.get(name) ?? []), value])
    return Object.fromEntries(byName)
  }
  if (!request.body || !/form/.test(request.headers.get('Content-Type') ?? '')) {
    return { ok: true, typed: typed() }
  }

  const tooLarge: Trouble = {
    sentence: `The file is larger than ${sizeInWords(maxBytes)}. Choose a smaller one, or give a link to where it is kept.`,
    status: 413,
  }
  const declared = Number(request.headers.get('Content-Length') ?? 0)
  let trouble: Trouble | undefined =
    declared > mostFiles * maxBytes + mostFields * 1024 + longestField ? tooLarge : undefined
  let failure: unknown
  const arriving: Promise<Stored | undefined>[] = []
  // A browser sends the part of a file also where none was chosen.
  let hasFilePart = !/multipart/.test(request.headers.get('Content-Type') ?? '')

  const receive = async (stream: Readable, givenName: string): Promise<Stored | undefined> => {
    const part = await store.newPart()
    const hash = createHash('sha256')
    let bytes = 0
    let file: FileHandle | undefined
    const letGo = async () => {
      await file?.close().catch(() => undefined)
      file = undefined
      await store.discard(part)
    }
    const writing = async (write: () => Promise<void>) => {
      try {
        await write()
      } catch (error) {
        if (isFull(error)) trouble = diskFull
        else failure = error
        await letGo()
      }
    }
    try {
      for await (const chunk of stream) {
        if (trouble || failure !== undefined) continue // read past it
        const data = chunk as Buffer
        bytes += data.length
        if (bytes > maxBytes) {
          trouble = tooLarge
          await letGo()
          continue
        }
        await writing(async () => {
          file ??= await open(part, 'wx', 0o600)
          await file.appendFile(data)
          hash.update(data)
        })
      }
      const written = file
      if (written) await writing(() => written.sync())
      await file?.close()
    } catch (error) {
      await letGo()
      throw error
    }
    if (trouble || failure !== undefined) {
      await store.discard(part)
      return undefined
    }
    if (bytes === 0) trouble = { sentence: 'The file is empty. Choose another.', status: 422 }
    return bytes === 0 ? undefined : { part, sha256: hash.digest('hex'), bytes, givenName }
  }

  let isWhole = true
  try {
    const form = busboy({
      headers: Object.fromEntries(request.headers),
      defParamCharset: 'utf8',
      limits: { fieldSize: longestField + shownBeyond, fields: mostFields },
    })
    let typedSoFar = 0
    form.on('field', (name, value, { valueTruncated }) => {
      typedSoFar += value.length
      if (valueTruncated || Buffer.byteLength(value) > longestField) {
        trouble ??= { ...tooLongFor(longestField), field: name }
      }
      // Postgres takes no NUL.
      if (typedSoFar <= longestField + mostTypedBesides) {
        fields.push([name, value.replaceAll('\0', '')])
      } else trouble ??= { ...tooMuchText, field: name }
    })
    form.on('fieldsLimit', () => {
      trouble ??= tooManyFields
    })
    // A sender who goes away ends the stream of the file with an error before anybody reads it; without
    // a listener that ends the server.
    form.on('error', () => undefined)
    form.on('file', (name, stream, { filename }) => {
      stream.on('error', () => undefined)
      if (name === fileField) hasFilePart = true
      if (name !== fileField || !filename) {
        stream.resume()
      } else if (arriving.length >= mostFiles) {
        trouble ??= mostFiles === 1 ? oneAtATime : atMostFiles(mostFiles)
        stream.resume()
      } else {
        const one = receive(stream, filename)
        one.catch(() => undefined) // it is awaited below, once the form has ended
        arriving.push(one)
      }
    })
    await pipeline(
      Readable.fromWeb(request.body as ReadableStream<Uint8Array>),
      readingPast(() => trouble !== undefined || failure !== undefined),
      form,
    )
  } catch {
    isWhole = false
  }

  const stored = await Promise.all(
    arriving.map((one) =>
      one.catch(() => {
        isWhole = false
        return undefined
      }),
    ),
  )
  const letGo = () => Promise.all(stored.flatMap((one) => (one ? [store.discard(one.part)] : [])))
  if (!isWhole) trouble ??= brokenOff
  if (trouble || failure !== undefined) await letGo()
  if (failure !== undefined) throw failure
  if (trouble) return { ok: false, typed: typed(), field: fileField, ...trouble }

  const files: ReceivedFile[] = []
  for (const one of stored) {
    if (!one) continue
    const kept = await keepReceived(store, one, alsoTaken)
    if (!('file' in kept)) {
      await letGo()
      return { ok: false, typed: typed(), field: fileField, ...kept }
    }
    files.push(kept.file)
  }
  const [file] = files
  return {
    ...{ ok: true, typed: typed() },
    ...(mostFiles > 1 ? { files } : {}),
    ...(file ? { file } : hasFilePart ? {} : { lostItsFile: true }),
  }
}

export type Received = { file: ReceivedFile } | Trouble

/** Keeps what arrived whole, if it is something that we take. */
export async function keepReceived(
  store: BlobStore,
  stored: Stored,
  alsoTaken?: UploadLimits['alsoTaken'],
): Promise<Received> {
  const { part, sha256, bytes, givenName } = stored
  try {
    const recognised = await recognise(part, alsoTaken)
    if (!recognised.taken) {
      await store.discard(part)
      return { sentence: recognised.because, status: 422 }
    }
    const { mediaType, kind } = recognised
    const originalName = cleanFileName(givenName, kind.endings)
    return {
      file: { sha256, bytes, mediaType, originalName, path: await store.keep(part, sha256) },
    }
  } catch (error) {
    await store.discard(part)
    if (isFull(error)) return diskFull
    throw error
  }
}

const tooLongFor = (bytes: number): Trouble => ({
  sentence: `That is more text than ${sizeInWords(bytes)}, so only its beginning is shown here: add the file instead.`,
  status: 413,
})

const tooManyFields: Trouble = {
  sentence: `That is more than the ${mostFields} fields that one form takes. Send it in parts.`,
  status: 413,
}

const tooMuchText: Trouble = {
  sentence: 'That is more text than one form takes. Shorten it, and send it again.',
  status: 413,
}

const oneAtATime: Trouble = { sentence: 'Add one file at a time.', status: 422 }

const atMostFiles = (most: number): Trouble => ({
  sentence: `That is more than ${most} files. Add the first ${most}, and then the others.`,
  status: 422,
})

export const diskFull: Trouble = {
  sentence:
    'There is no room left to store the file. Tell your administrator, and add the file again later.',
  status: 507,
}

const brokenOff: Trouble = {
  sentence: 'The connection broke before the whole file had arrived. Choose the file again.',
  status: 400,
}

export const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Hands on what comes; once `isRefused` says so, only so much more. */
function readingPast(isRefused: () => boolean) {
  return async function* (body: AsyncIterable<Uint8Array>) {
    let past = 0
    for await (const chunk of body) {
      if (isRefused()) past += chunk.length
      if (past > readPastAtMost) throw new RangeError('The form is longer than anything we read.')
      yield chunk
    }
  }
}
