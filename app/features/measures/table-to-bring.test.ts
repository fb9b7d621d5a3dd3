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

const partsOf = async (file: string, of: SheetMeasure) => {
  const read = await withTablesOf(file, ({ rows }) => firstTable(rows))
  if (!read.ok) return read.sentence
  const { figures, troubles } = readSheet(rowsOf(read.result), [of], '2026-11-20')
  expect(troubles).toEqual([])
  return figures.map(({ from, figure }) => [from, figure])
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

  const workbook = async (name: string, headings: string[], ...cells: string[][]) => {
    const file = path.join(folder, name)
    const rows = async function* () {
      yield* cells
    }
    const sheet = { name: 'Figures', headings, days: new Set<number>() }
    await pipeline(xlsxStream(sheet, rows()), createWriteStream(file))
    return file
  }

  test('is read out of a wide workbook', async () => {
    const row = ['Unallocated children', '29', '22']
    const file = await workbook('wide.xlsx', ['Measure', 'Sep-26', 'Oct-26'], row)
    expect(await figuresOf(file)).toEqual([
      ['2026-09-01', 29, 'row 2, column B'],
      ['2026-10-01', 22, 'row 2, column C'],
    ])
  })

  const inParts = [
    ['2026-09-01', { value: 75, parts: { numerator: 9, denominator: 12 } }],
    ['2026-10-01', { value: 75, parts: { numerator: 12, denominator: 16 } }],
  ]
  test('is read with numerators and denominators, out of a workbook in long and wide form and out of a CSV file', async () => {
    const long = await workbook(
      'long-parts.xlsx',
      ['Month', 'Numerator', 'Denominator'],
      ['Sep-26', '9', '12'],
      ['Oct-26', '12', '16'],
    )
    const wide = await workbook(
      'wide-parts.xlsx',
      ['Measure', 'Part', 'Sep-26', 'Oct-26'],
      ['Visits in time', 'Numerator', '9', '12'],
      ['', 'Denominator', '12', '16'],
    )
    const csv = path.join(folder, 'wide-parts.csv')
    await writeFile(
      csv,
      'Measure,Sep-26,Oct-26\r\nVisits in time numerator,9,12\r\nVisits in time denominator,12,16\r\n',
    )
    const visits: SheetMeasure = { ...measure, title: 'Visits in time', unit: 'percent' }
    for (const file of [long, wide, csv]) {
      expect(await partsOf(file, visits), file).toEqual(inParts)
    }
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
