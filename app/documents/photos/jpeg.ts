import { type Details, onlyOrientation } from './what-a-photo-says'

/** Segments that the picture needs, by their marker: tables, frames, restart intervals. */
const isPicture = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) ||
  [0xdb, 0xdc, 0xdd, 0xde, 0xdf].includes(marker)
const [startOfScan, endOfImage] = [0xda, 0xd9]
const xmp = 'http://ns.adobe.com/xap/1.0/\0'

export function jpegWithout(bytes: Buffer, details: Details): Buffer[] {
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new Error('No JPEG')
  const head: Buffer[] = []
  const picture: Buffer[] = []
  let hasScan = false
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1 // fill bytes
    if (at + 4 > bytes.length || bytes[at] !== 0xff) break
    const marker = bytes[at + 1]!
    if (marker === endOfImage) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) throw new Error('A segment of the JPEG is cut off')
    const segment = bytes.subarray(at, end)
    if (marker === startOfScan) {
      hasScan = true
      const next = endOfScan(bytes, end)
      picture.push(bytes.subarray(at, next))
      at = next
      continue
    }
    if (isPicture(marker)) picture.push(segment)
    else head.push(...appSegment(marker, segment, details))
    at = end
  }
  if (!hasScan) throw new Error('The JPEG has no picture')
  // What lies behind the picture is another one, or a film, with details of its own.
  if (at + 2 < bytes.length) details.other()
  const turned =
    details.orientation === 1 ? [] : [exifSegment(onlyOrientation(details.orientation))]
  return [
    Buffer.from([0xff, 0xd8]),
    ...head,
    ...turned,
    ...picture,
    Buffer.from([0xff, endOfImage]),
  ]
}

/** Where the packed picture ends: at the next marker that is no part of it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** What is kept of an application's segment or a comment. */
function appSegment(marker: number, segment: Buffer, details: Details): Buffer[] {
  const data = segment.subarray(4)
  const begins = (words: string) => data.toString('latin1', 0, words.length) === words
  if (marker === 0xe0 && begins('JFIF\0') && data.length >= 14) {
    if (data.length === 14) return [segment]
    details.other() // a thumbnail
    const plain = Buffer.concat([Buffer.from([0xff, 0xe0, 0, 16]), data.subarray(0, 14)])
    plain.fill(0, 16, 18)
    return [plain]
  }
  if (marker === 0xe2 && begins('ICC_PROFILE\0')) return [segment]
  if (marker === 0xee && begins('Adobe')) return [segment]
  if (marker === 0xe1 && begins('Exif\0')) details.exif(data.subarray(6))
  else if (marker === 0xe1 && begins(xmp)) details.words(data)
  else details.other()
  return []
}

function exifSegment(tiff: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 8 + tiff.length])
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff])
}
