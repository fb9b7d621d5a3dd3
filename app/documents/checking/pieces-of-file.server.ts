import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { isPhoto } from '../photos/photo-without-details'
import { Refused } from '../tables/tables-read'
import { textOf, type WhatItIs, whatItIs } from '../what-it-is.server'
import { emailPieces, wordsOfMarkup } from './email-pieces'
import { isOle, oleContents } from './ole-pieces'
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
    await emailPieces(textOf(await bytes()) ?? '', pieces, packed)
  } else if (mediaType === 'text/html') {
    pieces.add('the text', wordsOfMarkup(textOf(await bytes()) ?? ''))
  } else if (/^text\//.test(mediaType)) {
    pieces.add('the text', textOf(await bytes()) ?? '')
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
  const what = await whatItIs(bytes)
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? ''
  const mediaType = mediaTypeOf(what, found)
  if (/zip|rar|7z|gzip|x-tar/.test(mediaType)) return pieces.addUnsearched('archive')
  // A picture of another kind has no words of its own.
  if (/^image\//.test(mediaType) && !isPhoto(mediaType)) return
  if (what.type === 'none' && found === '') return pieces.addUnsearched('unread-kind')
  const folder = await mkdtemp(join(tmpdir(), 'waymark-packed-'))
  try {
    const file = join(folder, 'packed')
    await writeFile(file, bytes)
    if (!(await readInto(pieces, file, mediaType))) pieces.addUnsearched('unread-kind')
  } finally {
    await rm(folder, { recursive: true })
  }
}

function mediaTypeOf(what: WhatItIs, found: string): string {
  if (what.type === 'pdf') return 'application/pdf'
  if (what.type === 'html') return 'text/html'
  // A page that Word takes in is kept as an email keeps one, its words packed.
  if (what.type === 'text' && /^(?:MIME-Version|From):/im.test(what.text.slice(0, 1_000)))
    return 'message/rfc822'
  return found || 'text/plain'
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
