import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { isEmail, sixteenBitMark } from '~/domain/evidence/text-files'
import { isPhoto } from '../photos/photo-without-details'
import { Refused } from '../tables/tables-read'
import { textOf, whatItIs } from '../what-it-is.server'
import { emailPieces } from './email-pieces'
import { isOle, oleContents } from './ole-pieces'
import { wordsOfMarkup } from './markup-words'
import { officePieces } from './office-pieces.server'
import { pdfPieces } from './pdf-pieces.server'
import { Pieces } from './pieces'
import { photoPieces } from './picture-pieces'
import { recordingPieces } from './recording-pieces.server'

/** What is written in the file at `path`, hidden words too; undefined where the kind holds none that we can read. */
export async function piecesOfFile(path: string, mediaType: string): Promise<Pieces | undefined> {
  const pieces = new Pieces()
  return (await readInto(pieces, path, mediaType)) ? pieces : undefined
}

async function readInto(pieces: Pieces, path: string, mediaType: string): Promise<boolean> {
  const bytes = () => readFile(path)
  const packed = (content: Buffer, called: string) => readPacked(pieces, content, called)
  if (/officedocument\.(?:wordprocessingml|spreadsheetml|presentationml)/.test(mediaType)) {
    await officePieces(path, pieces, packed)
  } else if (mediaType === 'application/pdf') {
    await pdfPieces(new Uint8Array(await bytes()), pieces, packed)
  } else if (mediaType === 'message/rfc822') {
    const email = textOf(await bytes())
    if (email === undefined) pieces.addUnsearched('unread-kind')
    else await emailPieces(email, pieces, packed)
  } else if (/^text\//.test(mediaType)) {
    const text = textOf(await bytes())
    if (text === undefined) pieces.addUnsearched('unread-kind')
    else pieces.add('the text', mediaType === 'text/html' ? wordsOfMarkup(text) : text)
  } else if (isPhoto(mediaType)) {
    photoPieces(await bytes(), mediaType, pieces)
  } else if (/^(?:audio|video)\//.test(mediaType)) {
    await recordingPieces(path, mediaType, pieces)
  } else return false
  return true
}

/** Documents within documents within an email; deeper than anybody packs: not read is not clean. */
const deepest = 6

/** What an attachment or an embedded part is, its content says; what cannot be read in it is told as such. */
async function readPacked(pieces: Pieces, bytes: Buffer, called: string): Promise<void> {
  if (bytes.length === 0) return
  await pieces.within(called, async () => {
    if (pieces.depth > deepest) return pieces.addUnsearched('too-large')
    try {
      if (isOle(bytes)) await readOle(pieces, bytes)
      else await readByContent(pieces, bytes)
    } catch (error) {
      const isLocked = error instanceof Error && error.name === 'PasswordException'
      const isLarge = error instanceof Refused && /^too-/.test(error.reason)
      pieces.addUnsearched(isLocked ? 'encrypted' : isLarge ? 'too-large' : 'corrupt')
    }
  })
}

async function readByContent(pieces: Pieces, bytes: Buffer): Promise<void> {
  const mediaType = await mediaTypeOf(bytes)
  if (/zip|rar|7z|gzip|x-tar/.test(mediaType)) return pieces.addUnsearched('archive')
  if (/^image\/(?:bmp|x-icon)$/.test(mediaType)) return // these hold no words
  const folder = await mkdtemp(join(tmpdir(), 'waymark-packed-'))
  try {
    const file = join(folder, 'packed')
    await writeFile(file, bytes)
    if (!(await readInto(pieces, file, mediaType))) pieces.addUnsearched('unread-kind')
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** As what it is read here; 'unknown' where nothing recognises it. */
async function mediaTypeOf(bytes: Buffer): Promise<string> {
  const what = await whatItIs(bytes)
  if (what.type === 'pdf') return 'application/pdf'
  if (what.type === 'html') return 'text/html'
  const text = textOf(bytes)
  // A page that Word takes in is kept as an email keeps one, its words packed.
  const isPacked = text !== undefined && /^MIME-Version:/im.test(text.slice(0, 1_000))
  if (isPacked || (text !== undefined && isEmail(text))) return 'message/rfc822'
  const found = sixteenBitMark(bytes)
    ? undefined
    : (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  // What is taken for a picture or a recording by two letters may be a sentence: BM.
  if (text !== undefined && /^(?:image|audio|video)\//.test(found ?? 'image/')) return 'text/plain'
  return found ?? 'unknown'
}

async function readOle(pieces: Pieces, bytes: Buffer): Promise<void> {
  const { files, isUnread, isEncrypted } = oleContents(bytes)
  if (isEncrypted) pieces.addUnsearched('encrypted')
  if (isUnread) pieces.addUnsearched('unread-kind')
  for (const { name, bytes: content } of files) {
    pieces.add('the name of a file in it', name)
    await readPacked(pieces, content, 'a file in it')
  }
}
