import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cell } from '~/domain/bring-in/cell'
import {
  csv,
  headings,
  numberedRows,
  westmarshOldPlan,
  wordTables,
  workbook,
} from '../../../seeds/sample-old-plans/old-plans'
import { zipOf } from '../../testing/uploads'
import { withTablesOf } from './read-tables.server'
import type { ReadRow, ReadTable } from './tables-read'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-old-plans-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0
async function read(content: Uint8Array | string, milliseconds?: number) {
  const file = path.join(folder, `${(written += 1)}`)
  await writeFile(file, content)
  return withTablesOf(
    file,
    async ({ tables, rows }) => {
      const all: ReadRow[] = []
      for await (const row of rows) all.push(row)
      return { tables, rows: all }
    },
    milliseconds === undefined ? undefined : { milliseconds },
  )
}

async function tablesIn(
  content: Uint8Array | string,
): Promise<{ tables: ReadTable[]; rows: ReadRow[] }> {
  const answer = await read(content)
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.result
}
const cellsIn = async (content: Uint8Array | string): Promise<Cell[][]> =>
  (await tablesIn(content)).rows.map(({ cells }) => cells)

describe('a workbook', () => {
  test('is read sheet by sheet: hidden ones are told, dates are days, merged cells stand in each of their rows', async () => {
    const { tables, rows } = await tablesIn(await westmarshOldPlan())
    expect(
      tables.map(({ name, isHidden, rows: count, merged }) => ({ name, isHidden, count, merged })),
    ).toEqual([
      { name: 'Sheet Read me', isHidden: false, count: 2, merged: 0 },
      { name: 'Sheet Plan', isHidden: false, count: 10, merged: 3 },
      { name: 'Sheet Lists', isHidden: true, count: 3, merged: 0 },
    ])
    const plan = rows.filter(({ table }) => table === 1)
    expect(plan.map(({ row }) => row)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    const [first, second] = [plan[3]!.cells, plan[4]!.cells]
    expect(first[6]).toEqual({ is: 'day', day: '2026-04-01' })
    expect(first[1]).toBe('The timeliness of assessments for children in need.')
    expect(second[1]).toEqual({
      is: 'merged',
      text: 'The timeliness of assessments for children in need.',
    })
    expect(second[7]).toBe('30/11/26')
  })

  test('gives formulas by the value that Excel worked out, and says where there is none, or an error', async () => {
    const file = await workbook({
      Plan: [
        ['Action', 'Due', 'Count'],
        [
          { formula: 'UPPER("test")', result: 'TEST' },
          { formula: 'TODAY()+30', result: new Date('2026-12-20T00:00:00Z') },
          { formula: 'A1+1' } as never,
        ],
        ['Two', { error: '#REF!' }, { formula: 'B9/0', result: { error: '#DIV/0!' } as never }],
      ],
    })
    const { tables, rows } = await tablesIn(file)
    expect(rows[1]!.cells).toEqual([
      'TEST',
      { is: 'day', day: '2026-12-20' },
      { is: 'no-value', formula: '=A1+1' },
    ])
    expect(rows[2]!.cells).toEqual([
      'Two',
      { is: 'error', text: '#REF!' },
      { is: 'error', text: '#DIV/0!' },
    ])
    expect(tables[0]!.formulas).toBe(4)
  })

  test('keeps rich text, numbers as Excel shows them, yes and no, links, and what stands on several lines', async () => {
    const file = await workbook({
      Plan: [
        ['Action', 'B', 'C', 'D', 'E'],
        [
          { richText: [{ text: 'Test ' }, { text: 'hand-overs', font: { bold: true } }] },
          0.1 + 0.2,
          true,
          { text: 'a link', hyperlink: 'https://example.test' },
          'one\ntwo & <three>',
        ],
      ],
    })
    expect((await cellsIn(file))[1]).toEqual([
      'Test hand-overs',
      { is: 'number', text: '0.3' },
      'Yes',
      'a link',
      'one\ntwo & <three>',
    ])
  })

  test('counts days from 1904 where it says so, and tells hidden rows', async () => {
    const file = await workbook(
      { Plan: [['Due'], [new Date('2026-06-30T00:00:00Z')], ['hidden']] },
      (book) => {
        book.properties.date1904 = true
        book.getWorksheet('Plan')!.getRow(3).hidden = true
      },
    )
    const { tables, rows } = await tablesIn(file)
    expect(rows[1]!.cells).toEqual([{ is: 'day', day: '2026-06-30' }])
    expect(tables[0]!.hiddenRows).toBe(1)
  })

  test('may have three hundred columns', async () => {
    const wide = Array.from({ length: 300 }, (_, at) => `Column ${at + 1}`)
    const { tables, rows } = await tablesIn(await workbook({ Plan: [wide] }))
    expect(tables[0]!.columns).toBe(300)
    expect(rows[0]!.cells[299]).toBe('Column 300')
  })
})

describe('a CSV file', () => {
  const rows = [headings, ...numberedRows(3)]

  test.each([',', ';', '\t', '|'])('is read where %j separates its cells', async (delimiter) => {
    const cells = await cellsIn(csv(rows, delimiter))
    expect(cells[1]).toEqual(rows[1])
  })

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with its mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with its mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without it', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('is read in %s', async (_encoding, encode) => {
    expect(await cellsIn(encode('Action,Lead\r\nWrite to parents – plainly,“Zoë”'))).toEqual([
      ['Action', 'Lead'],
      ['Write to parents – plainly', '“Zoë”'],
    ])
  })

  test('is read in Windows-1252', async () => {
    expect(
      await cellsIn(
        Buffer.from('Action,Lead\r\nWrite to parents \x96 plainly,\x93Zo\xeb\x94', 'latin1'),
      ),
    ).toEqual([
      ['Action', 'Lead'],
      ['Write to parents – plainly', '“Zoë”'],
    ])
  })

  test('keeps quotation marks, line ends in a cell, rows of other lengths, and counts rows past empty ones', async () => {
    const { rows: read } = await tablesIn(
      'Action,Lead\r\n"He said ""now"",\nand left",J\r\n,\r\n\r\nshort\r\nlong,er,still',
    )
    expect(read.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'Action', 'Lead'],
      [2, 'He said "now",\nand left', 'J'],
      [5, 'short'],
      [6, 'long', 'er', 'still'],
    ])
  })

  test('loses the apostrophe that guarded a cell from being a formula', async () => {
    expect((await cellsIn("Action,Lead\r\n'=1+1,'quoted'"))[1]).toEqual(['=1+1', "'quoted'"])
  })

  test('of fifty thousand rows is read whole', { timeout: 90_000 }, async () => {
    const { tables } = await tablesIn(csv([headings, ...numberedRows(50_000)]))
    expect(tables[0]!.rows).toBe(50_001)
  })
})

describe('a Word document', () => {
  test('is read table by table: merged cells across and down, several lines in a cell', async () => {
    const file = await wordTables([
      [
        ['Recommendation', 'Action', 'Timescale'],
        [
          { text: 'Assessments', merge: 'begins' },
          'Give each manager a list\nevery week',
          '30/6/26',
        ],
        [{ text: '', merge: 'goes-on' }, 'Agree what is short', 'Q2 2026'],
        [{ text: 'Priority 2', across: 3 }],
      ],
      [
        ['Action', 'Lead'],
        ['Train managers', 'Grace Holloway'],
      ],
    ])
    const { tables, rows } = await tablesIn(file)
    expect(
      tables.map(({ name, rows: count, columns, merged }) => ({ name, count, columns, merged })),
    ).toEqual([
      { name: 'Table 1', count: 4, columns: 3, merged: 1 },
      { name: 'Table 2', count: 2, columns: 2, merged: 0 },
    ])
    expect(rows[1]!.cells).toEqual([
      'Assessments',
      'Give each manager a list\nevery week',
      '30/6/26',
    ])
    expect(rows[2]!.cells).toEqual([
      { is: 'merged', text: 'Assessments' },
      'Agree what is short',
      'Q2 2026',
    ])
    expect(rows[3]!.cells).toEqual(['Priority 2'])
  })

  test('without a table is refused in words', async () => {
    expect(await read(await wordTables([]))).toMatchObject({ ok: false, because: 'no-table' })
  })
})

describe('what cannot be read is refused in words', () => {
  test.each<[string, () => Uint8Array | string | Promise<Uint8Array>, string, RegExp]>([
    ['an empty file', () => '', 'empty', /nothing in this file/],
    [
      'a workbook with nothing in it',
      () => workbook({ Plan: [] }),
      'empty',
      /nothing in this file/,
    ],
    ['a file of empty lines', () => '\r\n\r\n\r\n', 'empty', /nothing in this file/],
    ['a workbook with a password', () => compound('EncryptedPackage'), 'encrypted', /password/],
    ['an Excel file of before 2007', () => compound('Workbook'), 'old-excel', /Save as/],
    [
      'a damaged workbook',
      async () => (await westmarshOldPlan()).slice(0, 4000),
      'corrupt',
      /damaged/,
    ],
    [
      'a picture',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'not-a-table',
      /not an Excel workbook/,
    ],
    [
      'a workbook that inflates to gigabytes',
      () => bomb(),
      'too-large',
      /more than can be read safely/,
    ],
    ['a workbook with entities that grow', () => laughter(), 'corrupt', /damaged/],
    [
      'more than a hundred thousand rows',
      () => 'a\n'.repeat(100_001),
      'too-many-rows',
      /100,000 rows/,
    ],
    [
      'more than a thousand columns',
      () => 'a,'.repeat(1_200) + 'b',
      'too-many-columns',
      /1,000 columns/,
    ],
  ])('%s', { timeout: 60_000 }, async (_what, make, because, sentence) => {
    const answer = await read(await make())
    if (answer.ok) throw new Error('It was read.')
    expect(answer.because).toBe(because)
    expect(answer.sentence).toMatch(sentence)
  })

  test('what takes too long is stopped', async () => {
    expect(await read(csv([headings, ...numberedRows(20_000)]), 1)).toMatchObject({
      ok: false,
      because: 'took-too-long',
    })
  })
})

/** The beginning of a file of the older Office form, and in it the name of a part. */
function compound(part: string): Uint8Array {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  Buffer.from(part, 'utf16le').copy(bytes, 1024)
  return bytes
}

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
const book = `<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`

const laughter = () =>
  zipOf({
    '[Content_Types].xml': types,
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': relations,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&m;</t></is></c></row></sheetData></worksheet>`,
  })

/** A workbook whose sheet is spaces without end, packed a thousand times smaller; its list tells the truth. */
function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(600 * 1024 * 1024, ' '), { level: 1 })
  const zip = Buffer.from(
    zipOf({
      '[Content_Types].xml': types,
      'xl/workbook.xml': book,
      'xl/_rels/workbook.xml.rels': relations,
      'xl/worksheets/sheet1.xml': '',
    }),
  )
  const entry = zip.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  const place = zip.readUInt32LE(entry + 42)
  const name = 'xl/worksheets/sheet1.xml'.length
  const head = Buffer.from(zip.subarray(place, place + 30 + name))
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(600 * 1024 * 1024, 22)
  const list = zip.subarray(zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')))
  const directory = Buffer.from(list)
  const own = directory.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  directory.writeUInt16LE(8, own + 10)
  directory.writeUInt32LE(packed.length, own + 20)
  directory.writeUInt32LE(600 * 1024 * 1024, own + 24)
  const end = directory.length - 22
  directory.writeUInt32LE(place + head.length + packed.length, end + 16)
  return Buffer.concat([zip.subarray(0, place), head, packed, directory])
}
