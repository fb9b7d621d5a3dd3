import { type Details, onlyOrientation } from './what-a-photo-says'

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const inFrames = new Set(['VP8 ', 'VP8L', 'ALPH'])
// Of the flags of a VP8X chunk.
const [hasExif, hasXmp] = [0x08, 0x04]
/** What stands before the chunks of a frame of an animation. */
const frameHead = 16

export function webpWithout(bytes: Buffer, details: Details): Buffer[] {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') {
    throw new Error('No WebP')
  }
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) throw new Error('The WebP is cut off')
  if (end < bytes.length) details.other()
  const pieces: Buffer[] = []
  let extended: Buffer | undefined
  for (const { type, data } of chunksIn(bytes.subarray(12, end))) {
    if (type === 'VP8X') {
      extended = Buffer.from(data)
      extended[0]! &= ~(hasExif | hasXmp)
      pieces.push(...chunk(type, extended))
    } else if (type === 'ANMF') {
      const frame = [data.subarray(0, frameHead)]
      for (const inner of chunksIn(data.subarray(frameHead))) {
        if (inFrames.has(inner.type)) frame.push(...chunk(inner.type, inner.data))
        else details.other()
      }
      pieces.push(...chunk(type, Buffer.concat(frame)))
    } else if (kept.has(type)) pieces.push(...chunk(type, data))
    else if (type === 'EXIF') {
      details.exif(data.toString('latin1', 0, 4) === 'Exif' ? data.subarray(6) : data)
    } else if (type === 'XMP ') details.words(data)
    else details.other()
  }
  if (pieces.length === 0) throw new Error('The WebP has no picture')
  if (extended && details.orientation !== 1) {
    extended[0]! |= hasExif
    pieces[1] = extended // behind the head of the first chunk, which is this one
    pieces.push(...chunk('EXIF', onlyOrientation(details.orientation)))
  }
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + pieces.reduce((sum, piece) => sum + piece.length, 0), 4)
  return [head, ...pieces]
}

function* chunksIn(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > bytes.length) throw new Error('A chunk of the WebP is cut off')
    yield {
      type: bytes.toString('latin1', at, at + 4),
      data: bytes.subarray(at + 8, at + 8 + length),
    }
    at += 8 + length + (length % 2)
  }
}

function chunk(type: string, data: Buffer): Buffer[] {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return [head, data, Buffer.alloc(data.length % 2)]
}
