import { inflateSync } from 'node:zlib'
import type { Pieces } from './pieces'

/** What a photo says of itself beside the picture: EXIF, XMP, IPTC and comments. */
export function jpegPieces(bytes: Buffer, pieces: Pieces): void {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    if (marker === 0xda || marker === 0xd9) return
    const length = bytes.readUInt16BE(at + 2)
    const isMetadata = (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2) || marker === 0xfe
    if (isMetadata) readable(bytes.subarray(at + 4, at + 2 + length), pieces)
    at += 2 + Math.max(2, length)
  }
}

export function pngPieces(bytes: Buffer, pieces: Pieces): void {
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

/** The words in it: tags of EXIF are in one byte a letter, some of Windows in two. */
function readable(data: Buffer, pieces: Pieces): void {
  const words = (text: string) => (text.match(/[\p{L}\p{N}\p{P}\p{Zs}]{4,}/gu) ?? []).join('\n')
  pieces.add('the photo’s details', words(data.toString('utf8')))
  for (const offset of [0, 1]) {
    const wide = data
      .subarray(offset, data.length - ((data.length - offset) % 2))
      .toString('utf16le')
    pieces.add('the photo’s details', words(wide.replace(/[^\u0020-\u024f]/g, '\n')))
  }
}
