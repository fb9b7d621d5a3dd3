import { readFile, stat } from 'node:fs/promises'
import type { Cell } from '~/domain/bring-in/cell'
import { cellWords, type RowWriter } from './row-writer'
import { tableLimits } from './table-limits'
import { Refused } from './tables-read'

/** The list of objects that Waymark exports, as a table: the names of the first are its headings. */
export async function jsonTable(path: string, rows: RowWriter): Promise<void> {
  const { size } = await stat(path)
  if (size > tableLimits.jsonMegabytes * 1024 * 1024) throw new Refused('too-large')
  const list: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''))
  const objects = Array.isArray(list) ? list.filter(isObject) : []
  if (objects.length === 0) throw new Refused('no-table')
  rows.begin('The file')
  const headings = Object.keys(objects[0]!)
  rows.row(
    1,
    headings.map((heading) => cellWords(heading)),
  )
  for (const [at, one] of objects.entries()) {
    rows.row(
      at + 2,
      headings.map((heading) => cellOf(one[heading])),
    )
    if (at % 1_000 === 0) await rows.drain()
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return cellWords(value)
  if (typeof value === 'number') return { is: 'number', text: String(value) }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return Array.isArray(value)
    ? cellWords(value.filter((one) => typeof one === 'string').join('\n'))
    : ''
}
