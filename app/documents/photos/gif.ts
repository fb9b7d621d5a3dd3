import type { Details } from './what-a-photo-says'

const [extension, image, trailer] = [0x21, 0x2c, 0x3b]
const [graphicControl, application] = [0xf9, 0xff]

export function gifWithout(bytes: Buffer, details: Details): Buffer[] {
  if (!/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) throw new Error('No GIF')
  const pieces: Buffer[] = []
  let at = 13 + colours(bytes[10]!)
  pieces.push(bytes.subarray(0, at))
  for (;;) {
    const from = at
    const mark = bytes[at]
    if (mark === trailer) {
      if (at + 1 < bytes.length) details.other()
      return [...pieces, bytes.subarray(at, at + 1)]
    }
    if (mark === extension) {
      const label = bytes[at + 1]!
      at = endOfBlocks(bytes, at + 2)
      const name = bytes.toString('latin1', from + 3, from + 14)
      const repeats = label === application && /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(name)
      if (label === graphicControl || repeats) pieces.push(bytes.subarray(from, at))
      else details.words(bytes.subarray(from, at))
    } else if (mark === image) {
      at = endOfBlocks(bytes, at + 10 + colours(bytes[at + 9]!) + 1)
      pieces.push(bytes.subarray(from, at))
    } else throw new Error('The GIF is cut off')
  }
}

/** How many bytes the table of colours takes that these flags announce. */
const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    const length = bytes[at]
    if (length === undefined) throw new Error('A block of the GIF is cut off')
    at += 1 + length
    if (length === 0) return at
  }
}
