/** Small real pictures, with details as cameras write them: made here, so that every byte of them is known. */
import { crc32, deflateSync } from 'node:zlib'

const picture = {
  /** 24 by 16 dots, baseline and progressive */
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAQABgDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFxAAAwEAAAAAAAAAAAAAAAAAAAEVUv/EABYBAQEBAAAAAAAAAAAAAAAAAAAIBP/EABcRAAMBAAAAAAAAAAAAAAAAAAAWYhf/2gAMAwEAAhEDEQA/AMsXVszZ1BfD5QurYzqA+ULq2M6gPlE8urZeedQRY+ULq2M6gPlC6tjOoD5R/9k=',
  progressive:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAAQABgDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAcD/9oADAMBAAIQAxAAAAHK8r4BPXqKgf/EABUQAQEAAAAAAAAAAAAAAAAAAAAT/9oACAEBAAEFArrrrrrv/8QAFhEAAwAAAAAAAAAAAAAAAAAAABVh/9oACAEDAQE/AX1H1H1H1H1H1P/EABYRAAMAAAAAAAAAAAAAAAAAAAAWYf/aAAgBAgEBPwFdguwXYLsF2C7D/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQAGPwJf/8QAFRABAQAAAAAAAAAAAAAAAAAAAHH/2gAIAQEAAT8hpSlKU//aAAwDAQACAAMAAAAQ2xJ//8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPxBVAf/EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQIBAT8QX/8A/8QAFRABAQAAAAAAAAAAAAAAAAAAABH/2gAIAQEAAT8Qllllll//2Q==',
  webp: 'UklGRmoAAABXRUJQVlA4IF4AAABwBACdASoYABAAPikQhkIhoQwCAAwBQlsALsa4D+AfYBef4DyQCvJYx8+e8AD+/aZLKzZonSQtAflemXKZ8v/9qfGkv/anxpL/+4+043//cfacb76QVHm2qB0RWAAA',
  /** 64 by 64 dots */
  heic: 'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAT9tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFjAAEAAAAAAAAAPgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAABGbWRhdAAAADooAa8TgKsLyK/Xj31PWef/u8S+pWZb39BM1M5tOjcEHH7VYtDB+aj6dMU9lx+mGSLDt65U80+WdC/g',
}
export const plain = (kind: keyof typeof picture): Buffer => Buffer.from(picture[kind], 'base64')

/** Words that stand in every photo below, and in none once it is clean. */
export const secret = 'Lighthouse Lane 7'

/** EXIF as a phone writes it: maker, moment, how it is turned, the place by satellite. */
export function exif({ orientation = 6, says = secret } = {}): Buffer {
  const words = (text: string) => Buffer.from(`${text}\0`)
  const made = words(says)
  const moment = words('2026:11:20 09:00:00')
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const directory = (entries: Buffer[]) => {
    const count = Buffer.alloc(2)
    count.writeUInt16LE(entries.length)
    return Buffer.concat([count, ...entries, Buffer.alloc(4)])
  }
  const [first, gpsAt] = [8, 8 + 2 + 12 * 5 + 4]
  const wordsAt = gpsAt + 2 + 12 * 2 + 4
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0, first, 0, 0, 0]),
    directory([
      entry(0x010f, 2, made.length, wordsAt),
      entry(0x0112, 3, 1, orientation),
      entry(0x0132, 2, moment.length, wordsAt + made.length),
      entry(0x8825, 4, 1, gpsAt),
      entry(0x9286, 2, made.length, wordsAt),
    ]),
    directory([entry(1, 2, 2, 0x4e), entry(3, 2, 2, 0x57)]),
    made,
    moment,
  ])
}

const segment = (marker: number, ...data: Buffer[]): Buffer => {
  const all = Buffer.concat(data)
  return Buffer.concat([
    Buffer.from([0xff, marker, (all.length + 2) >> 8, (all.length + 2) & 255]),
    all,
  ])
}
const latin = (text: string) => Buffer.from(text, 'latin1')

export function jpegPhoto(kind: 'jpeg' | 'progressive' = 'jpeg'): Buffer {
  const bytes = plain(kind)
  const afterJfif = 2 + 18
  return Buffer.concat([
    bytes.subarray(0, afterJfif),
    segment(0xe1, latin('Exif\0\0'), exif()),
    segment(
      0xe1,
      latin(
        `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="53,48N">${secret}</x:xmpmeta>`,
      ),
    ),
    segment(0xe0, latin('JFXX\0\x10'), plain('jpeg')),
    segment(0xed, latin(`Photoshop 3.0\0${secret}`)),
    segment(0xfe, latin(secret)),
    bytes.subarray(afterJfif),
    // Phones put a film or a second picture behind the first.
    latin(`ftypmp42 ${secret}`),
  ])
}

export function pngPhoto(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const bytes = Buffer.alloc(12 + data.length)
    bytes.writeUInt32BE(data.length)
    bytes.write(type, 4, 'latin1')
    data.copy(bytes, 8)
    bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
    return bytes
  }
  // One grey dot.
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const dot = deflateSync(Buffer.from([0, 128]))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
    chunk('tEXt', latin(`Comment\0${secret}`)),
    chunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)),
    chunk('tIME', Buffer.from([7, 0xea, 11, 20, 9, 0, 0])),
    chunk('eXIf', exif()),
    chunk('IDAT', dot),
    chunk('prVt', latin(secret)),
    chunk('IEND', Buffer.alloc(0)),
    latin(secret),
  ])
}

export function webpPhoto(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
  }
  const size = Buffer.from([0x0c, 0, 0, 0, 23, 0, 0, 15, 0, 0]) // EXIF and XMP, 24 by 16
  const body = Buffer.concat([
    chunk('VP8X', size),
    plain('webp').subarray(12),
    chunk('EXIF', exif()),
    chunk('XMP ', latin(secret)),
    chunk('note', latin(secret)),
  ])
  const head = latin('RIFF\0\0\0\0WEBP')
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body, latin(secret)])
}

export function gifPhoto(): Buffer {
  const words = latin(secret)
  return Buffer.concat([
    latin('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff'),
    Buffer.from([0x21, 0xfe, words.length]),
    words,
    Buffer.from([0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
    words,
  ])
}

const box = (type: string, ...content: Buffer[]): Buffer => {
  const all = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + all.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, all])
}

/** The picture above with a second item, EXIF, whose bytes lie behind those of the picture. */
export function heicPhoto(): Buffer {
  const bytes = plain('heic')
  const at = (type: string) => bytes.indexOf(type, 'latin1') - 4
  const contentOf = (type: string) =>
    bytes.subarray(at(type) + 8, at(type) + bytes.readUInt32BE(at(type)))
  const details = Buffer.concat([Buffer.alloc(4), exif(), latin(`unlisted ${secret}`)])
  const exifLength = 4 + exif().length
  const data = Buffer.concat([contentOf('mdat'), details])
  const entries = Buffer.concat([
    Buffer.from([0, 0, 0, 0, 0, 2]),
    contentOf('iinf').subarray(6),
    box('infe', Buffer.from([2, 0, 0, 0, 0, 2, 0, 0]), latin('Exif\0')),
  ])
  const meta = (dataAt: number) => {
    const places = Buffer.alloc(8 + 2 * 14)
    places.set([0, 0, 0, 0, 0x44, 0x00, 0, 2])
    const [from, to] = [contentOf('mdat').length, exifLength]
    const place = (id: number, offset: number, length: number, start: number) => {
      places.writeUInt16BE(id, start)
      places.writeUInt16BE(1, start + 4)
      places.writeUInt32BE(offset, start + 6)
      places.writeUInt32BE(length, start + 10)
    }
    place(1, dataAt, from, 8)
    place(2, dataAt + from, to, 22)
    return box(
      'meta',
      Buffer.alloc(4),
      bytes.subarray(at('hdlr'), at('iloc')),
      box('iloc', places),
      box('iinf', entries),
      bytes.subarray(at('iprp'), at('iprp') + bytes.readUInt32BE(at('iprp'))),
    )
  }
  const head = bytes.subarray(0, at('meta'))
  const dataAt = head.length + meta(0).length + 8
  return Buffer.concat([head, meta(dataAt), box('mdat', data), box('uuid', latin(secret))])
}

/**
 * The picture above as a telephone keeps its photos: put together from tiles, turned a quarter to the left
 * (as this is a property of the picture, nothing of EXIF counts), with its EXIF. Every tile is the same one; the
 * last of a row or column may be seen in part.
 */
export function heicOfTiles({
  across = 2,
  down = 1,
  width = 64 * across,
  height = 64 * down,
}: { across?: number; down?: number; width?: number; height?: number } = {}): Buffer {
  const tile = plain('heic')
  const [data, details] = [tile.subarray(-62), Buffer.concat([Buffer.alloc(4), exif()])]
  const u16 = (...numbers: number[]) =>
    Buffer.concat(numbers.map((number) => Buffer.from([number >> 8, number & 255])))
  const u32 = (...numbers: number[]) =>
    Buffer.concat(numbers.map((number) => u16(number >>> 16, number & 0xffff)))
  const tiles = Array.from({ length: across * down }, (_, at) => at + 1)
  const [grid, said] = [tiles.length + 1, tiles.length + 2]
  const at = tile.indexOf('hvcC', 0, 'latin1') - 4
  const size = (width: number, height: number) => box('ispe', u32(0, width, height))
  const hidden = 1
  const item = (id: number, kind: string, flags = 0) =>
    box('infe', Buffer.from([2, 0, 0, flags]), u16(id, 0), latin(`${kind}\0`))
  const list = (place: (id: number) => Buffer) =>
    box(
      'meta',
      u32(0),
      box('hdlr', u32(0, 0), latin('pict'), Buffer.alloc(13)),
      box('pitm', u32(0), u16(grid)),
      box(
        'iloc',
        Buffer.from([1, 0, 0, 0, 0x44, 0]),
        u16(said),
        ...[...tiles, grid, said].map(place),
      ),
      box(
        'iinf',
        u32(0),
        u16(said),
        ...tiles.map((id) => item(id, 'hvc1', hidden)),
        item(grid, 'grid'),
        item(said, 'Exif'),
      ),
      box(
        'iref',
        u32(0),
        box('dimg', u16(grid, tiles.length, ...tiles)),
        box('cdsc', u16(said, 1, grid)),
      ),
      box(
        'iprp',
        box(
          'ipco',
          tile.subarray(at, at + tile.readUInt32BE(at)),
          size(64, 64),
          size(width, height),
          box('irot', Buffer.from([1])),
        ),
        box(
          'ipma',
          u32(0, tiles.length + 1),
          ...tiles.map((id) => Buffer.concat([u16(id), Buffer.from([2, 0x81, 2])])),
          Buffer.concat([u16(grid), Buffer.from([2, 3, 0x84])]),
        ),
      ),
      box('idat', Buffer.from([0, 0, down - 1, across - 1]), u16(width, height)),
    )
  const head = tile.subarray(0, 28)
  const placed = (dataAt: number) =>
    list((id) => {
      const [method, from, length] =
        id === grid
          ? [1, 0, 8]
          : id === said
            ? [0, dataAt + data.length, details.length]
            : [0, dataAt, data.length]
      return Buffer.concat([u16(id, method, 0, 1), u32(from, length)])
    })
  const dataAt = head.length + placed(0).length + 8
  return Buffer.concat([head, placed(dataAt), box('mdat', data, details)])
}

/** A photo that says only this EXIF. */
export function jpegSaying(said: Buffer): Buffer {
  const bytes = plain('jpeg')
  const afterJfif = 2 + 18
  return Buffer.concat([
    bytes.subarray(0, afterJfif),
    segment(0xe1, latin('Exif\0\0'), said),
    bytes.subarray(afterJfif),
  ])
}
