import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { type Cell } from '~/domain/bring-in/cell'
import { unguarded } from '~/domain/bring-in/csv-guard'
import { cellWords, type TakesRows } from './row-writer'
import { Refused } from './tables-read'

/** The one table of a CSV file, whatever separates its cells and in whichever encoding councils use. */
export async function csvTable(path: string, rows: TakesRows): Promise<void> {
  const encoding = await encodingOf(path)
  if (!encoding) throw new Refused('not-a-table')
  const delimiter = delimiterIn(await beginning(path, encoding))
  const table = rows.begin('The file')
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 4 * 1024 * 1024,
    // the line that a row begins on is how people find it, in whichever program they look
    info: true,
  })
  const decoder = new TextDecoder(encoding)
  const pump = async () => {
    for await (const chunk of createReadStream(path)) {
      if (!parser.write(decoder.decode(chunk as Buffer, { stream: true }).replaceAll('\0', ''))) {
        await new Promise((drained) => parser.once('drain', drained).once('close', drained))
        if (parser.destroyed) return // nobody wants more of it
      }
    }
    parser.end(decoder.decode())
  }
  const pumped = pump()
  pumped.catch((error: Error) => parser.destroy(error))
  let row = 0
  for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
    row += 1
    rows.row(
      row,
      record.map((text): Cell => unguarded(cellWords(text.replace(/\r\n?/g, '\n')))),
    )
    await rows.drain()
  }
  await pumped
  if (table.rows === 0) throw new Refused('empty')
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The encoding in which all of the file is text; Windows-1252 where nothing else fits. */
export async function encodingOf(path: string): Promise<Encoding | undefined> {
  const head = await headOf(path)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // Every other byte of plain words in UTF-16 is nought, whether or not the file says so itself.
  const noughts = [0, 1].map(
    (from) => head.filter((byte, at) => at % 2 === from && byte === 0).length,
  )
  if (noughts[1]! > head.length / 4) return 'utf-16le'
  if (noughts[0]! > head.length / 4) return 'utf-16be'
  if (head.includes(0)) return undefined
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path))
      strict.decode(chunk as Buffer, { stream: true })
    strict.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

export async function headOf(path: string, length = 64 * 1024): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const beginning = async (path: string, encoding: Encoding): Promise<string> =>
  new TextDecoder(encoding).decode(await headOf(path))

/** What separates the cells: what stands most evenly outside quotation marks in the first lines. */
export function delimiterIn(text: string): string {
  const declared = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1]
  if (declared) return declared
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  const scores = [',', ';', '\t', '|'].map((one) => {
    const counts = lines.map((line) => line.split(one).length - 1)
    const most = Math.max(0, ...counts)
    const even = counts.filter(
      (count) => count > 0 && count === counts[Math.floor(counts.length / 2)],
    ).length
    return { one, score: most === 0 ? 0 : even * 100 + most }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).one
}
