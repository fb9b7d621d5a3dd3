/** Compound files (MS-CFB) as Office embeds them, for tests of what reads them. */
const sectorSize = 512
const miniSize = 64
const cutoff = 4096
const [free, endOfChain, tableItself] = [0xffffffff, 0xfffffffe, 0xfffffffd]

const padded = (bytes: Buffer, to: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)])

/** Of streams of up to some 50,000 bytes together; short ones lie in the small stream, as they do in life. */
export function oleOf(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const table: number[] = [tableItself]
  const sectors: Buffer[] = []
  const put = (bytes: Buffer): number => {
    if (bytes.length === 0) return endOfChain
    const whole = padded(bytes, sectorSize)
    const first = table.length
    for (let at = 0; at < whole.length; at += sectorSize) {
      sectors.push(whole.subarray(at, at + sectorSize))
      table.push(table.length + 1)
    }
    table[table.length - 1] = endOfChain
    return first
  }
  const miniTable: number[] = []
  const small: Buffer[] = []
  const putSmall = (bytes: Buffer): number => {
    const first = miniTable.length
    const whole = padded(bytes, miniSize)
    for (let at = 0; at < whole.length; at += miniSize) miniTable.push(miniTable.length + 1)
    miniTable[miniTable.length - 1] = endOfChain
    small.push(whole)
    return first
  }
  const entry = (name: string, type: number, first: number, size: number, child = free) => {
    const bytes = Buffer.alloc(128)
    bytes.write(name, 'utf16le')
    bytes.writeUInt16LE(2 * name.length + 2, 64)
    bytes[66] = type
    bytes.writeUInt32LE(free, 68)
    bytes.writeUInt32LE(free, 72)
    bytes.writeUInt32LE(child, 76)
    bytes.writeUInt32LE(first, 116)
    bytes.writeUInt32LE(size, 120)
    return bytes
  }
  const entries = Object.entries(streams).map(([name, content]) => {
    const bytes = Buffer.from(content)
    return entry(name, 2, bytes.length < cutoff ? putSmall(bytes) : put(bytes), bytes.length)
  })
  const smallStream = Buffer.concat(small)
  const root = entry('Root Entry', 5, put(smallStream), smallStream.length, 1)
  const miniTableBytes = Buffer.alloc(4 * miniTable.length)
  miniTable.forEach((next, at) => miniTableBytes.writeUInt32LE(next, 4 * at))
  const miniTableAt = put(miniTableBytes)
  const directoryAt = put(Buffer.concat([root, ...entries]))

  const tableSector = Buffer.alloc(sectorSize, 0xff)
  if (table.length > 128) throw new Error('More than one sector of table')
  table.forEach((next, at) => tableSector.writeUInt32LE(next, 4 * at))
  const head = Buffer.alloc(sectorSize)
  head.write('d0cf11e0a1b11ae1', 'hex')
  head.writeUInt16LE(0x3e, 24)
  head.writeUInt16LE(3, 26)
  head.writeUInt16LE(0xfffe, 28)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(1, 44)
  head.writeUInt32LE(directoryAt, 48)
  head.writeUInt32LE(cutoff, 56)
  head.writeUInt32LE(miniTableAt, 60)
  head.writeUInt32LE(Math.ceil(miniTableBytes.length / sectorSize), 64)
  head.writeUInt32LE(endOfChain, 68)
  head.fill(0xff, 76)
  head.writeUInt32LE(0, 76)
  return Buffer.concat([head, tableSector, ...sectors])
}

/** A file that somebody dropped into a document, under its name. */
export function wrappedFile(name: string, content: Uint8Array): Buffer {
  const words = (text: string) => Buffer.from(`${text}\0`, 'latin1')
  const number = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  const path = words(`C:\\Users\\amara\\${name}`)
  const inside = Buffer.concat([
    ...[Buffer.from([2, 0]), words(name), path, Buffer.from([0, 0, 3, 0])],
    ...[number(path.length), path, number(content.length), Buffer.from(content)],
  ])
  return Buffer.concat([number(inside.length), inside])
}
