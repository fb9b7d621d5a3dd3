import { type FileHandle, open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { acceptedFileKinds, type FileKind, whyNotTaken } from '~/domain/evidence/file-kinds'
import { namesInZip } from './zip-names.server'

const ooxml = 'application/vnd.openxmlformats-officedocument'

export type Recognised =
  { taken: true; mediaType: string; kind: FileKind } | { taken: false; because: string }

/**
 * What the file at `path` is, by its content alone: its name is never asked. Reads the beginning
 * and, for archives, the directory; text is read through once. Memory stays flat.
 */
export async function recognise(
  path: string,
  alsoTaken: Readonly<Record<string, FileKind>> = {},
): Promise<Recognised> {
  const mediaType = await mediaTypeOf(path)
  const kind =
    mediaType === undefined ? undefined : (acceptedFileKinds[mediaType] ?? alsoTaken[mediaType])
  return mediaType !== undefined && kind
    ? { taken: true, mediaType, kind }
    : { taken: false, because: whyNotTaken(mediaType) }
}

async function mediaTypeOf(path: string): Promise<string | undefined> {
  const found = (await fileTypeFromFile(path).catch(() => undefined))?.mime
  return withFile(path, async (file, bytes) => {
    if (found === 'application/zip' || found?.startsWith(ooxml)) {
      return officeIn(await namesInZip(file, bytes)) ?? found
    }
    const head = await headOf(file)
    const marked = byteOrderMarkIn(head)
    // The mark of sixteen-bit text looks like the beginning of an MP3.
    if (found !== undefined && acceptedFileKinds[found] && marked === undefined) return found
    if (head.includes('%PDF-')) return 'application/pdf' // some programs put a few bytes before it
    // What is taken for a program or a picture by two letters may be a sentence: MZ, BM.
    const encoding = await textEncodingOf(file, marked)
    return encoding === undefined ? found : textTypeOf(new TextDecoder(encoding).decode(head))
  })
}

function officeIn(names: readonly string[]): string | undefined {
  if (!names.includes('[Content_Types].xml')) return undefined
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) {
    return 'application/vnd.ms-office.macroenabled'
  }
  if (names.includes('word/document.xml')) return `${ooxml}.wordprocessingml.document`
  if (names.includes('xl/workbook.xml')) return `${ooxml}.spreadsheetml.sheet`
  if (names.includes('ppt/presentation.xml')) return `${ooxml}.presentationml.presentation`
  return undefined
}

async function withFile<Result>(
  path: string,
  read: (file: FileHandle, bytes: number) => Promise<Result>,
): Promise<Result> {
  const file = await open(path)
  try {
    return await read(file, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

const headLength = 64 * 1024

async function headOf(file: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
  return buffer.subarray(0, bytesRead)
}

// The places of Windows-1252 that stand for nothing.
const unused = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

const byteOrderMarkIn = (head: Buffer): 'utf-16le' | 'utf-16be' | undefined =>
  head[0] === 0xff && head[1] === 0xfe
    ? 'utf-16le'
    : head[0] === 0xfe && head[1] === 0xff
      ? 'utf-16be'
      : undefined

/** The encoding in which the whole file is text, if there is one that councils use. */
async function textEncodingOf(
  file: FileHandle,
  marked: 'utf-16le' | 'utf-16be' | undefined,
): Promise<string | undefined> {
  const strict = new TextDecoder(marked ?? 'utf-8', { fatal: true })
  let isStrict = true
  let isWestern = marked === undefined
  let controls = 0
  let length = 0
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
    const bytes = chunk as Buffer
    length += bytes.length
    if (isStrict) {
      try {
        if (strict.decode(bytes, { stream: true }).includes('\0')) return undefined
      } catch {
        isStrict = false
      }
    }
    if (marked === undefined) {
      for (const byte of bytes) {
        if (byte === 0) return undefined
        if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1
        else if (unused.has(byte)) isWestern = false
      }
    }
    if (!isStrict && !isWestern) return undefined
  }
  if (isStrict) {
    try {
      strict.decode()
    } catch {
      isStrict = false
    }
  }
  if (controls > length / 200) return undefined
  return isStrict ? (marked ?? 'utf-8') : isWestern ? 'windows-1252' : undefined
}

/** What a text is, by how it begins. */
function textTypeOf(head: string): string {
  const start = head.slice(0, 4096).trimStart()
  if (/^#!/.test(start)) return 'text/x-shellscript'
  if (/^\{\\rtf/.test(start)) return 'application/rtf'
  if (/^<(?:!doctype|\?xml|html|svg|head|body|script)\b/i.test(start)) return 'text/html'
  if (/^<[a-z!]/i.test(start) && /<\/(?:p|div|body|h[1-6]|ul|table|script|svg)>/i.test(head)) {
    return 'text/html'
  }
  if (isEmail(head)) return 'message/rfc822'
  return isTable(head) ? 'text/csv' : 'text/plain'
}

function isEmail(head: string): boolean {
  const headers = head.split(/\r?\n\r?\n/, 1)[0]!
  return (
    headers.split(/\r?\n/).every((line) => /^(?:[!-9;-~]+:|[ \t])/.test(line)) &&
    /^From:/im.test(headers) &&
    /^(?:Received|MIME-Version|Message-ID):/im.test(headers)
  )
}

/** Whether the first lines have the same number of the same separator, quoted ones aside. */
function isTable(head: string): boolean {
  const lines = head
    .slice(0, 16_384)
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '')
  if (head.length > 16_384) lines.pop() // it may be cut
  if (lines.length < 2) return false
  return [',', ';', '\t'].some((separator) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1)
    return counts[0]! > 0 && counts.every((count) => count === counts[0])
  })
}
