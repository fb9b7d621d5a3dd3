import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { csvTable } from './csv-table.server'
import { docxTables } from './docx-tables.server'
import { jsonTable } from './json-table.server'
import { RowWriter } from './row-writer'
import { type ReadTable, Refused } from './tables-read'
import { xlsxTables } from './xlsx-tables.server'

/** Reads the tables of a file, told by its content, and writes their rows. Runs only in the reading process. */
export async function readTables(path: string, rowsPath: string): Promise<ReadTable[]> {
  const rows = new RowWriter(rowsPath)
  // The mark of sixteen-bit text looks like the beginning of an MP3.
  const found = (await isMarkedText(path))
    ? undefined
    : (await fileTypeFromFile(path).catch(() => undefined))?.ext
  switch (found) {
    case 'xlsx':
      await xlsxTables(path, rows)
      break
    case 'docx':
      await docxTables(path, rows)
      break
    case 'cfb':
      throw new Refused((await holds(path, 'EncryptedPackage')) ? 'encrypted' : 'old-excel')
    case 'ods':
    case 'odt':
      throw new Refused('open-document')
    case undefined:
    case 'xml':
      await (isList(await beginning(path)) ? jsonTable(path, rows) : csvTable(path, rows))
      break
    case 'zip':
      throw new Refused('corrupt')
    default:
      throw new Refused('not-a-table')
  }
  return rows.end()
}

const isMarkedText = async (path: string): Promise<boolean> =>
  ['fffe', 'feff'].includes((await beginning(path)).subarray(0, 2).toString('hex'))

const isList = (head: Buffer): boolean => /^(?:\ufeff)?\s*\[\s*\{/.test(head.toString('utf8'))

async function beginning(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Whether the folder of an old Office file names such a part; its names are in sixteen bits. */
async function holds(path: string, name: string): Promise<boolean> {
  const file = await open(path)
  try {
    const wanted = Buffer.from(name, 'utf16le')
    const { size } = await file.stat()
    const step = 1024 * 1024
    for (let at = 0; at < size; at += step) {
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(step + wanted.length),
        0,
        step + wanted.length,
        at,
      )
      if (buffer.subarray(0, bytesRead).includes(wanted)) return true
    }
    return false
  } finally {
    await file.close()
  }
}
