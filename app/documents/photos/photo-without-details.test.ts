import { describe, expect, test } from 'vitest'
import {
  exif,
  gifPhoto,
  heicPhoto,
  jpegPhoto,
  plain,
  pngPhoto,
  secret,
  webpPhoto,
} from '~/testing/photos'
import { photoWithoutDetails } from './photo-without-details'
import { Details } from './what-a-photo-says'

const clean = (bytes: Buffer, mediaType: string) => {
  const { pieces, takenOut } = photoWithoutDetails(bytes, mediaType)
  return { bytes: Buffer.concat(pieces), takenOut }
}

const everything = ['place', 'moment', 'details']
const photos = [
  ['a JPEG', 'image/jpeg', jpegPhoto(), everything],
  ['a progressive JPEG', 'image/jpeg', jpegPhoto('progressive'), everything],
  ['a PNG', 'image/png', pngPhoto(), everything],
  ['a WebP', 'image/webp', webpPhoto(), everything],
  ['a HEIC', 'image/heic', heicPhoto(), everything],
  ['a GIF', 'image/gif', gifPhoto(), ['details']],
] as const

describe.each(photos)('%s', (_what, mediaType, bytes, takenOut) => {
  test('loses all that was said of where, when and with what it was taken', () => {
    expect(bytes.includes(secret)).toBe(true)
    const cleaned = clean(bytes, mediaType)
    expect(cleaned.takenOut).toEqual(takenOut)
    expect(cleaned.bytes.includes(secret)).toBe(false)
    expect(cleaned.bytes.includes('2026:11:20')).toBe(false)
    expect(cleaned.bytes.includes('GPSLatitude')).toBe(false)
  })

  test('is the same when it is cleaned again', () => {
    const once = clean(bytes, mediaType).bytes
    const twice = clean(once, mediaType)
    expect(twice.bytes.equals(once)).toBe(true)
    expect(twice.takenOut).toEqual([])
  })

  test('that is cut off is no whole picture, or has lost nothing but its end', () => {
    for (let length = 4; length < bytes.length; length += 7) {
      let pieces: Buffer[] = []
      try {
        pieces = photoWithoutDetails(bytes.subarray(0, length), mediaType).pieces
      } catch {
        continue
      }
      expect(Buffer.concat(pieces).includes(secret)).toBe(false)
    }
  })
})

describe('the picture itself', () => {
  const turned = (bytes: Buffer) => {
    const details = new Details()
    details.exif(bytes)
    return details.orientation
  }

  test.each(['jpeg', 'progressive'] as const)(
    'of a %s stays to the byte, and is still turned',
    (kind) => {
      const { bytes } = clean(jpegPhoto(kind), 'image/jpeg')
      const original = plain(kind)
      expect(bytes.subarray(-original.length + 20).equals(original.subarray(20))).toBe(true)
      expect(turned(bytes.subarray(bytes.indexOf('Exif') + 6))).toBe(6)
    },
  )

  test('of a PNG keeps its dots, its colours and how it is turned', () => {
    const { bytes } = clean(pngPhoto(), 'image/png')
    const types = [...bytes.toString('latin1').matchAll(/IHDR|gAMA|eXIf|IDAT|IEND/g)].map(
      ([type]) => type,
    )
    expect(types).toEqual(['IHDR', 'eXIf', 'gAMA', 'IDAT', 'IEND'])
    expect(turned(bytes.subarray(bytes.indexOf('eXIf') + 4))).toBe(6)
  })

  test('of a WebP stays, with its flags true and its length right', () => {
    const { bytes } = clean(webpPhoto(), 'image/webp')
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
    expect(bytes[20]).toBe(0x08) // EXIF, for how it is turned
    expect(bytes.includes(plain('webp').subarray(12))).toBe(true)
    expect(turned(bytes.subarray(bytes.indexOf('EXIF') + 8))).toBe(6)
  })

  test('of a HEIC stays where it was', () => {
    const { bytes } = clean(heicPhoto(), 'image/heic')
    expect(bytes.length).toBe(heicPhoto().length)
    const dots = plain('heic').subarray(-62)
    expect(bytes.indexOf(dots)).toBe(heicPhoto().indexOf(dots))
  })

  test('that says nothing of itself is not touched', () => {
    expect(clean(plain('jpeg'), 'image/jpeg')).toEqual({ bytes: plain('jpeg'), takenOut: [] })
    expect(clean(plain('webp'), 'image/webp')).toEqual({ bytes: plain('webp'), takenOut: [] })
    expect(clean(plain('heic'), 'image/heic')).toEqual({ bytes: plain('heic'), takenOut: [] })
  })
})

test('details that lead in a circle, or beyond their end, are read once', () => {
  const circle = exif()
  circle.writeUInt32LE(8, 8 + 2 + 12 * 3 + 8) // the place by satellite is said to be where it began
  const details = new Details()
  details.exif(circle)
  expect(details.takenOut).toContain('place')
  expect(() => new Details().exif(exif().subarray(0, 20))).not.toThrow()
})
