import { inflateSync } from 'node:zlib'
import { photoWithoutDetails } from '../photos/photo-without-details'
import type { Pieces } from './pieces'
import { readableWords } from './readable-words'

/** What a photo says of itself beside the picture: EXIF, XMP, IPTC and comments. */
function jpegPieces(bytes: Buffer, pieces: Pieces): void {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    if (marker === 0xda || marker === 0xd9) return
    const length = bytes.readUInt16BE(at + 2)
    const isMetadata = (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2) || marker === 0xfe
    if (isMetadata) readable(bytes.subarray(at + 4, at + 2 + length), pieces)
    at += 2 + Math.max(2, length)
  }
}

function pngPieces(bytes: Buffer, pieces: Pieces): void {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'tEXt' || type === 'eXIf') readable(data, pieces)
    if (type === 'zTXt' || type === 'iTXt') {
      readable(data, pieces)
      // The words are packed behind a keyword; where they begin, the zlib mark says.
      const packed = data.indexOf(0x78, data.indexOf(0) + 1)
      if (packed !== -1) readable(unpacked(data.subarray(packed)), pieces)
    }
    at += 12 + length
  }
}

function unpacked(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: 4 * 1024 * 1024 })
  } catch {
    return Buffer.alloc(0)
  }
}

const where = 'the photo’s details'

const readable = (data: Buffer, pieces: Pieces): void =>
  pieces.add(where, readableWords(data).join('\n\n'))

/**
 * What a photo within a document or an email says of itself. It is not taken out there, as it is of a photo
 * that is added for itself, so where it was taken is told like any other thing that was found.
 */
export function photoPieces(bytes: Buffer, mediaType: string, pieces: Pieces): void {
  if (mediaType === 'image/jpeg') jpegPieces(bytes, pieces)
  if (mediaType === 'image/png') pngPieces(bytes, pieces)
  const { takenOut, said } = photoWithoutDetails(bytes, mediaType)
  if (!/jpeg|png/.test(mediaType)) for (const data of said) readable(data, pieces)
  if (takenOut.includes('place')) pieces.addPlace(where)
}
