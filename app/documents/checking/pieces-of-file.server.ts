import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import { Refused } from '../tables/tables-read'
import { textOf, whatItIs } from '../what-it-is.server'
import { emailPieces } from './email-pieces'
import { officePieces } from './office-pieces.server'
import { pdfPieces } from './pdf-pieces.server'
import { Pieces } from './pieces'
import { jpegPieces, pngPieces } from './picture-pieces'

/** What is written in the file at `path`, hidden words too; undefined where the kind holds none that we can read. */
export async function piecesOfFile(path: string, mediaType: string): Promise<Pieces | undefined> {
  const pieces = new Pieces()
  return (await readInto(pieces, path, mediaType)) ? pieces : undefined
}

async function readInto(pieces: Pieces, path: string, mediaType: string): Promise<boolean> {
  const bytes = () => readFile(path)
  if (/officedocument\.(?:wordprocessingml|spreadsheetml|presentationml)/.test(mediaType)) {
    await officePieces(path, pieces)
  } else if (mediaType === 'application/pdf') {
    await pdfPieces(new Uint8Array(await bytes()), pieces)
  } else if (mediaType === 'message/rfc822') {
    const attachments = (attached: Buffer, name: string) => readAttached(pieces, attached, name)
    await emailPieces(textOf(await bytes()) ?? '', pieces, attachments)
  } else if (/^text\//.test(mediaType)) {
    pieces.add('the text', textOf(await bytes()) ?? '')
  } else if (mediaType === 'image/jpeg') {
    jpegPieces(await bytes(), pieces)
  } else if (mediaType === 'image/png') {
    pngPieces(await bytes(), pieces)
  } else return false
  return true
}

/** What an attachment is, its content says; what cannot be read in it is told as such. */
async function readAttached(pieces: Pieces, bytes: Buffer, name: string): Promise<void> {
  if (bytes.length === 0) return
  await pieces.within(`the attachment “${nameWithoutIdentifiers(name).name}”`, async () => {
    const what = await whatItIs(bytes)
    const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? ''
    const mediaType = what.type === 'pdf' ? 'application/pdf' : found || 'text/plain'
    if (what.type === 'encrypted-office') return pieces.addUnsearched('encrypted')
    if (/zip|rar|7z|gzip|x-tar/.test(mediaType)) return pieces.addUnsearched('archive')
    if (/^(?:audio|video|image)\//.test(mediaType) && !/jpeg|png/.test(mediaType)) return
    if (what.type === 'none' && found === '') return pieces.addUnsearched('unread-kind')
    const folder = await mkdtemp(join(tmpdir(), 'waymark-attached-'))
    try {
      const file = join(folder, 'attached')
      await writeFile(file, bytes)
      if (!(await readInto(pieces, file, mediaType))) pieces.addUnsearched('unread-kind')
    } catch (error) {
      const isLocked = error instanceof Error && error.name === 'PasswordException'
      const isLarge = error instanceof Refused && /^too-/.test(error.reason)
      pieces.addUnsearched(isLocked ? 'encrypted' : isLarge ? 'too-large' : 'corrupt')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
}
