import type { FileHandle } from 'node:fs/promises'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const longestEnd = 22 + 65_535
const longestDirectory = 4 * 1024 * 1024

/**
 * The names of the files in a zip, out of its directory; nothing is unpacked. Empty where there is
 * no directory to read, or one that no office document has.
 */
export async function namesInZip(file: FileHandle, bytes: number): Promise<string[]> {
  const tail = await readAt(file, Math.max(0, bytes - longestEnd), Math.min(bytes, longestEnd))
  const end = tail.lastIndexOf(signature(endSignature))
  if (end < 0 || tail.length - end < 22) return []
  const size = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (size > longestDirectory || offset + size > bytes) return []

  const directory = await readAt(file, offset, size)
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length;) {
    if (directory.readUInt32LE(at) !== entrySignature) break
    const nameLength = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
