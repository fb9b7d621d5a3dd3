import type { Details } from './what-a-photo-says'

interface Box {
  type: string
  /** where its content begins and ends in the file */
  from: number
  to: number
}

/** Kinds of items that are pictures, or tell how pictures are put together. */
const pictures = new Set(['hvc1', 'hev1', 'avc1', 'av01', 'jpeg', 'grid', 'iden', 'iovl', 'tmap'])
const topLevel = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip', 'wide'])
/** Properties of items that are words or moments. */
const saying = new Set(['udes', 'altt', 'crtt', 'mdft', 'uuid'])

/**
 * The lengths of a HEIF picture are all told at its beginning, so nothing is moved: everything in its data
 * that is not of a picture becomes zeros. How it is turned is a property of the picture and stays.
 */
export function heifWithout(given: Buffer, details: Details): Buffer[] {
  const bytes = Buffer.from(given)
  const boxes = boxesIn(bytes, 0, bytes.length)
  if (boxes[0]?.type !== 'ftyp') throw new Error('No HEIF')
  for (const box of boxes) {
    if (topLevel.has(box.type)) continue
    if (box.type === 'moov' || box.type === 'moof') throw new Error('A film, not a picture')
    empty(bytes, box)
    details.other()
  }
  for (const box of boxes.filter(({ type }) => type === 'free' || type === 'skip')) {
    bytes.fill(0, box.from, box.to)
  }
  const meta = boxes.find(({ type }) => type === 'meta')
  if (!meta) throw new Error('The HEIF has no list of its pictures')
  const inMeta = boxesIn(bytes, meta.from + 4, meta.to)
  const only = (type: string) => inMeta.find((box) => box.type === type)
  const [names, places, data, properties] = ['iinf', 'iloc', 'idat', 'iprp'].map(only)
  if (!names || !places) throw new Error('The HEIF has no list of its pictures')

  const kinds = kindsOfItems(bytes, names)
  const keep: [from: number, to: number][] = []
  for (const { id, extents, isInData } of placesOfItems(bytes, places)) {
    const base = isInData ? (data?.from ?? bytes.length) : 0
    for (const { offset, length } of extents) {
      const [from, to] = [base + offset, base + offset + length]
      if (to > bytes.length) throw new Error('A picture of the HEIF is cut off')
      const kind = kinds.get(id)
      if (kind !== undefined && pictures.has(kind)) keep.push([from, to])
      else if (bytes.subarray(from, to).every((byte) => byte === 0))
        continue // emptied before
      else if (kind === 'Exif') {
        const tiff = bytes.subarray(from, to)
        if (tiff.length > 8) details.exif(tiff.subarray(4 + tiff.readUInt32BE(0)))
      } else details.words(bytes.subarray(from, to))
    }
  }
  if (keep.length === 0) throw new Error('The HEIF has no picture')
  keep.sort(([a], [b]) => a - b)
  for (const box of [...boxes.filter(({ type }) => type === 'mdat'), ...(data ? [data] : [])]) {
    zeroBut(bytes, box, keep)
  }
  if (properties) emptySaying(bytes, properties, details)
  return [bytes]
}

function emptySaying(bytes: Buffer, properties: Box, details: Details): void {
  for (const list of boxesIn(bytes, properties.from, properties.to)) {
    if (list.type !== 'ipco') continue
    for (const box of boxesIn(bytes, list.from, list.to)) {
      if (!saying.has(box.type)) continue
      empty(bytes, box)
      details.other()
    }
  }
}

/** Makes it a box that everybody skips: others are found by their place, so it stays as long as it is. */
function empty(bytes: Buffer, { from, to }: Box): void {
  bytes.write('free', from - 4, 'latin1')
  bytes.fill(0, from, to)
}

function zeroBut(bytes: Buffer, { from, to }: Box, keep: readonly [number, number][]): void {
  let at = from
  for (const [first, last] of keep) {
    if (last <= from || first >= to) continue
    if (first > at) bytes.fill(0, at, first)
    at = Math.max(at, last)
  }
  if (at < to) bytes.fill(0, at, to)
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    if (at + 8 > to) throw new Error('A box of the HEIF is cut off')
    let length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    let head = 8
    if (length === 1) {
      if (at + 16 > to) throw new Error('A box of the HEIF is cut off')
      length = Number(bytes.readBigUInt64BE(at + 8))
      head = 16
    } else if (length === 0) length = to - at
    if (length < head || at + length > to) throw new Error('A box of the HEIF is cut off')
    // The type stands before the content, also where a long length comes between.
    if (head === 16 && type !== 'mdat')
      throw new Error('A box of the HEIF is longer than any picture')
    boxes.push({ type, from: at + head, to: at + length })
    at += length
  }
  return boxes
}

function kindsOfItems(bytes: Buffer, { from, to }: Box): Map<number, string> {
  const first = bytes[from] === 0 ? from + 6 : from + 8
  const kinds = new Map<number, string>()
  for (const entry of boxesIn(bytes, first, to)) {
    const version = bytes[entry.from]!
    if (version < 2) throw new Error('A list of pictures that we do not read')
    const wide = version > 2
    const at = entry.from + 4
    const id = wide ? bytes.readUInt32BE(at) : bytes.readUInt16BE(at)
    const kindAt = at + (wide ? 4 : 2) + 2
    kinds.set(id, bytes.toString('latin1', kindAt, kindAt + 4))
  }
  return kinds
}

interface ItemPlace {
  id: number
  extents: { offset: number; length: number }[]
  /** its offsets count from the data that stands in the list itself */
  isInData: boolean
}

function placesOfItems(bytes: Buffer, { from, to }: Box): ItemPlace[] {
  let at = from + 4
  const number = (size: number): number => {
    if (at + size > to) throw new Error('A list of places is cut off')
    const value =
      size === 8 ? Number(bytes.readBigUInt64BE(at)) : size === 0 ? 0 : bytes.readUIntBE(at, size)
    at += size
    return value
  }
  const version = bytes[from]!
  const [one, two] = [number(1), number(1)]
  const [offsetSize, lengthSize, baseSize] = [one >> 4, one & 15, two >> 4]
  const indexSize = version > 0 ? two & 15 : 0
  const count = number(version < 2 ? 2 : 4)
  const places: ItemPlace[] = []
  for (let i = 0; i < count; i += 1) {
    const id = number(version < 2 ? 2 : 4)
    const method = version > 0 ? number(2) & 15 : 0
    if (method > 1) {
      // Its data is that of another item, which is kept or not on its own.
      skipExtents()
      continue
    }
    number(2)
    const base = number(baseSize)
    const extents = Array.from({ length: number(2) }, () => {
      number(indexSize)
      const offset = base + number(offsetSize)
      const length = number(lengthSize)
      if (length === 0) throw new Error('A place without a length')
      return { offset, length }
    })
    places.push({ id, extents, isInData: method === 1 })
  }
  return places

  function skipExtents(): void {
    number(2)
    number(baseSize)
    for (let left = number(2); left > 0; left -= 1) {
      number(indexSize)
      number(offsetSize)
      number(lengthSize)
    }
  }
}
