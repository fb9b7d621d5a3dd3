import type { TakenOut } from '~/domain/evidence/taken-out'

/** What a photo says of itself beside the picture. */
export class Details {
  private readonly found = new Set<TakenOut>()
  /** as it stands in the file, to be searched for words */
  readonly said: Buffer[] = []
  /** how the picture is to be turned, 1 to 8; 1 is as it lies */
  orientation = 1

  /** EXIF, beginning with its TIFF header. */
  exif(tiff: Buffer): void {
    this.said.push(tiff)
    const order = tiff.toString('latin1', 0, 2)
    if (order !== 'II' && order !== 'MM') {
      this.found.add('details')
      return
    }
    const isLittle = order === 'II'
    const at16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const at32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
    const read = (ifd: number, depth: number): number => {
      if (ifd + 2 > tiff.length) return 0
      const entries = Math.min(at16(ifd), Math.floor((tiff.length - ifd - 2) / 12))
      for (let i = 0; i < entries; i += 1) {
        const entry = ifd + 2 + 12 * i
        const tag = at16(entry)
        if (tag === tags.orientation) {
          const turned = at16(entry + 8)
          if (turned >= 1 && turned <= 8) this.orientation = turned
        } else if (tag === tags.gps) {
          if (depth === 0 && read(at32(entry + 8), 1) > 0) this.found.add('place')
        } else if (tag === tags.exif) {
          if (depth === 0) read(at32(entry + 8), 1)
        } else if (moments.has(tag)) this.found.add('moment')
        else this.found.add('details')
      }
      return entries
    }
    if (tiff.length >= 8) read(at32(4), 0)
  }

  /** XMP, or any other words. */
  words(data: Buffer): void {
    this.said.push(data)
    const text = data.toString('latin1')
    if (/GPSL(?:at|ong)itude|:City>|Location/.test(text)) this.found.add('place')
    if (/DateTimeOriginal|CreateDate|DateCreated|ModifyDate/.test(text)) this.found.add('moment')
    this.found.add('details')
  }

  moment(): void {
    this.found.add('moment')
  }

  other(): void {
    this.found.add('details')
  }

  get takenOut(): TakenOut[] {
    return (['place', 'moment', 'details'] as const).filter((one) => this.found.has(one))
  }
}

const tags = { orientation: 0x0112, exif: 0x8769, gps: 0x8825 }
const moments = new Set([0x0132, 0x9003, 0x9004])

/** EXIF that says nothing but how the picture is to be turned. */
export function onlyOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(tags.orientation, 10)
  tiff.writeUInt16BE(3, 12) // a number of two bytes
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
