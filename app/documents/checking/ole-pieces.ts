/**
 * What lies in a compound file (MS-CFB), which is how Office embeds what is no part of its own: another
 * document as a “Package”, or any file wrapped up with its name (“Ole10Native”).
 */

export interface OlePart {
  name: string
  bytes: Buffer
}

export interface OleContents {
  /** whole files that are packed within it */
  files: OlePart[]
  /** whether it holds an old Office document, a protected one, or another that is kept in its own way */
  isUnread: boolean
  isEncrypted: boolean
}

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
export const isOle = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(magic)

// Streams in which no words stand: links, previews, kinds, positions. A sign below the space stands before them.
const withoutWords =
  /^(?:Ole|CompObj|OlePres\d*|ObjInfo|EPRINT|META|PIC|LINK|OCXNAME|Equation Native)$/

/** @throws Error where it is no whole compound file */
export function oleContents(bytes: Buffer): OleContents {
  const streams = streamsOf(bytes)
  const files: OlePart[] = []
  let isUnread = false
  let isEncrypted = false
  for (const { name, bytes: content } of streams) {
    if (name === 'Package' || name === 'CONTENTS') files.push({ name: 'document', bytes: content })
    else if (name === '\u0001Ole10Native') files.push(unwrapped(content))
    else if (name === 'EncryptedPackage') isEncrypted = true
    else if (!withoutWords.test(name.replace(/^\p{Cc}/u, ''))) isUnread = true
  }
  // Beside a whole file its streams are only how it is shown.
  return { files, isUnread: isUnread && files.length === 0 && !isEncrypted, isEncrypted }
}

/** A file that was dropped into a document: its length, its name, where it was, and then itself. */
function unwrapped(content: Buffer): OlePart {
  let at = 6
  const words = () => {
    const end = content.indexOf(0, at)
    if (end === -1) throw new Error('A name does not end')
    const text = content.toString('latin1', at, end)
    at = end + 1
    return text
  }
  const name = words()
  words() // where it came from
  at += 4
  at += 4 + content.readUInt32LE(at) // where it lay meanwhile
  const length = content.readUInt32LE(at)
  return { name, bytes: content.subarray(at + 4, at + 4 + length) }
}

const [free, endOfChain] = [0xffffffff, 0xfffffffe]

function streamsOf(bytes: Buffer): OlePart[] {
  if (!isOle(bytes)) throw new Error('No compound file')
  const sectorSize = 1 << bytes.readUInt16LE(30)
  const miniSize = 1 << bytes.readUInt16LE(32)
  const sector = (at: number) => {
    const start = (at + 1) * sectorSize
    if (start >= bytes.length) throw new Error('The compound file is cut off')
    return bytes.subarray(start, start + sectorSize)
  }
  const table: number[] = []
  for (const at of sectorsOfTable(bytes, sector)) {
    const one = sector(at)
    for (let i = 0; i + 4 <= one.length; i += 4) table.push(one.readUInt32LE(i))
  }
  const chain = (first: number, next: readonly number[], part: (at: number) => Buffer) => {
    const parts: Buffer[] = []
    for (let at = first; at < endOfChain; at = next[at] ?? endOfChain) {
      // A chain that leads in a circle is longer than the table.
      if (parts.length > next.length) throw new Error('A chain has no end')
      parts.push(part(at))
    }
    return Buffer.concat(parts)
  }
  const directory = chain(bytes.readUInt32LE(48), table, sector)
  const entries = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const entry = directory.subarray(at, at + 128)
    const name = entry.toString('utf16le', 0, Math.max(0, entry.readUInt16LE(64) - 2))
    const size = entry.readUInt32LE(120)
    entries.push({ name, type: entry[66], first: entry.readUInt32LE(116), size })
  }
  const root = entries.find(({ type }) => type === 5)
  if (!root) throw new Error('The compound file has no root')
  const mini = chain(root.first, table, sector)
  const miniTableBytes = chain(bytes.readUInt32LE(60), table, sector)
  const miniTable = Array.from({ length: Math.floor(miniTableBytes.length / 4) }, (_, i) =>
    miniTableBytes.readUInt32LE(4 * i),
  )
  const miniSector = (at: number) => mini.subarray(at * miniSize, (at + 1) * miniSize)
  const cutoff = bytes.readUInt32LE(56)
  return entries
    .filter(({ type }) => type === 2)
    .map(({ name, first, size }) => ({
      name,
      bytes: (size < cutoff
        ? chain(first, miniTable, miniSector)
        : chain(first, table, sector)
      ).subarray(0, size),
    }))
}

/** Where the table of sectors itself lies: the first 109 places in the head, the rest in a chain. */
function sectorsOfTable(bytes: Buffer, sector: (at: number) => Buffer): number[] {
  const places: number[] = []
  for (let i = 0; i < 109; i += 1) places.push(bytes.readUInt32LE(76 + 4 * i))
  let next = bytes.readUInt32LE(68)
  for (let seen = 0; next < endOfChain && seen < 1000; seen += 1) {
    const more = sector(next)
    for (let i = 0; i + 8 <= more.length; i += 4) places.push(more.readUInt32LE(i))
    next = more.readUInt32LE(more.length - 4)
  }
  return places.filter((at) => at !== free)
}
