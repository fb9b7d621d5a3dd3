import { open, type FileHandle } from 'node:fs/promises'
import { type IAudioMetadata, parseFile } from 'music-metadata'
import { Refused } from '../tables/tables-read'
import type { Pieces } from './pieces'
import { readableWords } from './readable-words'

const where = 'the recording’s details'

/**
 * What a recording says of itself: titles, comments, names, and where it was made. What is said in it is
 * not listened to.
 */
export async function recordingPieces(
  path: string,
  mediaType: string,
  pieces: Pieces,
): Promise<void> {
  if (mediaType === 'audio/amr') return // it has no room for words
  const isOfBoxes = await readBoxes(path, pieces)
  // The library knows tags of every kind; of MP4 it reads those of music, and the boxes say the rest.
  const said = await parseFile(path, { duration: false, skipCovers: true }).catch(
    (error: unknown) => {
      if (isOfBoxes) return undefined
      throw error
    },
  )
  if (said) pieces.add(where, wordsOf(said).join('\n\n'))
}

const wordsOf = ({ common, native }: IAudioMetadata): string[] => [
  ...new Set([...wordsIn(common), ...wordsIn(native)]),
]

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)]
  if (value instanceof Uint8Array) return readableWords(Buffer.from(value))
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (value && typeof value === 'object') return Object.values(value).flatMap(wordsIn)
  return []
}

/** Of boxes within boxes, those that hold what is said of a recording, whatever its maker calls them. */
const says = new Set(['udta', 'meta', 'uuid', 'ilst', 'keys', 'XMP_'])
const mostBytes = 32 * 1024 * 1024

/** MP4, QuickTime and 3GP: false where the file is of another form. */
async function readBoxes(path: string, pieces: Pieces): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    let isOfBoxes = false
    for await (const { type, start, end } of boxesOf(file, size)) {
      isOfBoxes ||= type === 'ftyp' || type === 'moov'
      if (!isOfBoxes) return false
      if (type !== 'moov' && !says.has(type)) continue
      if (end - start > mostBytes) throw new Refused('too-large')
      const bytes = Buffer.alloc(end - start)
      await file.read(bytes, 0, bytes.length, start)
      readSaid(type, bytes, pieces)
    }
    return isOfBoxes
  } finally {
    await file.close()
  }
}

interface Box {
  type: string
  start: number
  end: number
}

async function* boxesOf(file: FileHandle, size: number): AsyncGenerator<Box> {
  const head = Buffer.alloc(16)
  for (let at = 0; at + 8 <= size;) {
    await file.read(head, 0, 16, at)
    const box = boxAt(head, 0, at, size)
    if (!box) return
    yield box
    at = box.end
  }
}

/** The box whose head stands at `place` of `bytes`, which is `at` of the whole; undefined where there is none. */
function boxAt(bytes: Buffer, place: number, at: number, limit: number): Box | undefined {
  const short = bytes.readUInt32BE(place)
  const type = bytes.toString('latin1', place + 4, place + 8)
  const isLong = short === 1 && place + 16 <= bytes.length
  const length =
    short === 0 ? limit - at : isLong ? Number(bytes.readBigUInt64BE(place + 8)) : short
  const start = at + (isLong ? 16 : 8)
  return at + length < start || at + length > limit ? undefined : { type, start, end: at + length }
}

/** Looks into a movie and its tracks for what is said of them; the tables of pictures are left. */
function readSaid(type: string, bytes: Buffer, pieces: Pieces): void {
  if (type !== 'moov' && type !== 'trak') {
    pieces.add(where, readableWords(bytes).join('\n\n'))
    if (tellsAPlace(bytes)) pieces.addPlace(where)
    return
  }
  for (let at = 0; at + 8 <= bytes.length;) {
    const box = boxAt(bytes, at, at, bytes.length)
    if (!box) return
    if (box.type === 'trak' || says.has(box.type)) {
      readSaid(box.type, bytes.subarray(box.start, box.end), pieces)
    }
    at = box.end
  }
}

/** As phones write it: "+51.5072-000.1276/" (ISO 6709), or a box of 3GP that is called loci. */
const tellsAPlace = (bytes: Buffer): boolean => {
  const text = bytes.toString('latin1')
  return (
    /[+-]\d{2}(?:\d{2}){0,2}\.\d+[+-]\d{3}(?:\d{2}){0,2}\.\d+/.test(text) ||
    /loci\0|:GPSL/.test(text)
  )
}
