import { readFile } from 'node:fs/promises'
import type { Piece } from '~/domain/evidence/identifiers-in-file'
import { textOf } from '../what-it-is.server'
import { emailPieces } from './email-pieces'
import { officePieces } from './office-pieces.server'
import { pdfPieces } from './pdf-pieces.server'
import { Pieces } from './pieces'
import { jpegPieces, pngPieces } from './picture-pieces'

/** What is written in the file at `path`, hidden words too; undefined where the kind holds none that we can read. */
export async function piecesOfFile(
  path: string,
  mediaType: string,
): Promise<readonly Piece[] | undefined> {
  const pieces = new Pieces()
  const bytes = () => readFile(path)
  if (/officedocument\.(?:wordprocessingml|spreadsheetml|presentationml)/.test(mediaType)) {
    await officePieces(path, pieces)
  } else if (mediaType === 'application/pdf') {
    await pdfPieces(new Uint8Array(await bytes()), pieces)
  } else if (mediaType === 'message/rfc822') {
    emailPieces(textOf(await bytes()) ?? '', pieces)
  } else if (/^text\//.test(mediaType)) {
    pieces.add('the text', textOf(await bytes()) ?? '')
  } else if (mediaType === 'image/jpeg') {
    jpegPieces(await bytes(), pieces)
  } else if (mediaType === 'image/png') {
    pngPieces(await bytes(), pieces)
  } else return undefined
  return pieces.all
}
