import { type FileHandle, open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { acceptedFileKinds, type FileKind, whyNotTaken } from '~/domain/evidence/file-kinds'
import {
  controlsIn,
  isEmail,
  isMostlyText,
  type SixteenBits,
  sixteenBitMark,
} from '~/domain/evidence/text-files'
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
    const marked = sixteenBitMark(head)
    // The mark of sixteen-bit text looks like the beginning of an MP3.
    if (found !== undefined && acceptedFileKinds[found] && marked === undefined) return found
    if (head.includes('%PDF-')) return 'application/pdf' // some programs put a few bytes before it
    // What is taken for a program or a picture by two letters may be a sentence: MZ, BM.
    const encoding = await textEncodingOf(file, marked)
    if (encoding === undefined) return marked ? undefined : found
    return textTypeOf(new TextDecoder(encoding).decode(head))
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

/** The encoding in which the whole file is text, if there is one that councils use. */
async function textEncodingOf(
  file: FileHandle,
  marked: SixteenBits | undefined,
): Promise<string | undefined> {
  const decoder = new TextDecoder(marked ?? 'utf-8', { fatal: marked === undefined })
  let isDecoded = true
  let isWestern = marked === undefined
  let controls = 0
  let letters = 0
  let bytesRead = 0
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
    const bytes = chunk as Buffer
    bytesRead += bytes.length
    // A control letter is the same byte in every encoding of eight bits.
    let text = bytes.toString('latin1')
    if (isDecoded) {
      try {
        text = decoder.decode(bytes, { stream: true })
        letters += text.length
      } catch {
        isDecoded = false
      }
    }
    if (text.includes('\0')) return undefined
    controls += controlsIn(text)
    isWestern &&= !bytes.some((byte) => unused.has(byte))
    if (!isDecoded && !isWestern) return undefined
  }
  if (isDecoded) {
    try {
      decoder.decode()
    } catch {
      isDecoded = false
    }
  }
  if (!isMostlyText({ letters: isDecoded ? letters : bytesRead, controls })) return undefined
  return isDecoded ? (marked ?? 'utf-8') : isWestern ? 'windows-1252' : undefined
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
