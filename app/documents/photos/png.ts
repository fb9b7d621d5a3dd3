import { crc32 } from 'node:zlib'
import { type Details, onlyOrientation } from './what-a-photo-says'

// The picture, its colours, its animation and the size of its dots.
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(
    ' ',
  ),
)

export function pngWithout(bytes: Buffer, details: Details): Buffer[] {
  if (bytes.readUInt32BE(0) !== 0x89504e47) throw new Error('No PNG')
  const pieces: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw new Error('The PNG is cut off')
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new Error('A chunk of the PNG is cut off')
    const type = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, end - 4)
    if (kept.has(type)) pieces.push(bytes.subarray(at, end))
    else if (type === 'eXIf') details.exif(data)
    else if (type === 'tIME') details.moment()
    else if (/^[it]TXt$|^tEXt$|^zTXt$/.test(type)) details.words(data)
    else details.other()
    at = end
    if (type !== 'IEND') continue
    if (at < bytes.length) details.other()
    // Behind the header, before the picture.
    if (details.orientation !== 1)
      pieces.splice(2, 0, chunk('eXIf', onlyOrientation(details.orientation)))
    return pieces
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
