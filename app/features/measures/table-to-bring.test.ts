import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTablesOf } from '~/documents/tables/read-tables.server'
import { xlsxStream } from '~/documents/tables/write-xlsx.server'
import { readSheet, rowsOf, type SheetMeasure } from '~/domain/measure/sheet'
import { firstTable } from './table-to-bring.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-figures-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const measure: SheetMeasure = {
  id: 1,
  title: 'Unallocated children',
  unit: 'count',
  length: 'month',
  present: new Map(),
}
const figuresOf = async (file: string) => {
  const read = await withTablesOf(file, ({ rows }) => firstTable(rows))
  if (!read.ok) return read.sentence
  return readSheet(rowsOf(read.result), [measure], '2026-11-20').figures.map(
    ({ from, figure, place }) => [from, figure.value, place],
  )
}

describe('a file of figures', () => {
  test('is read out of an Excel workbook, its days as months, with the rows that Excel shows', async () => {
    const file = path.join(folder, 'figures.xlsx')
    const rows = async function* () {
      yield ['2026-09-01', '29']
      yield ['', '']
      yield ['2026-10-01', '22']
    }
    const sheet = { name: 'Figures', headings: ['Month', 'Value'], days: new Set([0]) }
    await pipeline(xlsxStream(sheet, rows()), createWriteStream(file))
    expect(await figuresOf(file)).toEqual([
      ['2026-09-01', 29, 'row 2, column B'],
      ['2026-10-01', 22, 'row 4, column B'],
    ])
  })

  test('is read out of a CSV file as Windows writes it', async () => {
    const file = path.join(folder, 'figures.csv')
    await writeFile(file, '\ufeffMonth;Value\r\nSep-26;29\r\nOct-26;"1,022"\r\n')
    expect(await figuresOf(file)).toEqual([
      ['2026-09-01', 29, 'row 2, column B'],
      ['2026-10-01', 1022, 'row 3, column B'],
    ])
  })

  test('that is no table is refused in words', async () => {
    const file = path.join(folder, 'picture.png')
    await writeFile(file, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    expect(await figuresOf(file)).toMatch(/not an Excel workbook|damaged/)
  })
})
