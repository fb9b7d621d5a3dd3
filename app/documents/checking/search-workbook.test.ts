import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../testing/uploads'
import { searchFile } from './search-file.server'

// Every number here is made up, with its check digit added.
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const nhs = '943 476 5919'
const upn = 'B801200005001'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-workbooks-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0
async function search(content: Uint8Array) {
  const file = path.join(folder, `${(written += 1)}`)
  await writeFile(file, content)
  return searchFile(file, excel)
}
async function foundIn(content: Uint8Array): Promise<string[]> {
  const answer = await search(content)
  if (answer.outcome !== 'searched') throw new Error(JSON.stringify(answer))
  expect(answer).not.toHaveProperty('unsearched')
  return answer.found.map(({ kind, where }) => `${kind} in ${where}`)
}

async function workbook(build: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Cases')
  sheet.addRow(['Team', 'Files'])
  build(sheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A workbook part by part, for what the library that makes the others cannot write. */
const parts = (more: Record<string, string>, sheet = '<row r="1"><c r="A1"><v>6</v></c></row>') =>
  zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${excel}.main+xml"/></Types>`,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Cases" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  })

describe('beside the cells of a sheet', () => {
  test.each<[string, (sheet: ExcelJS.Worksheet) => void, string[]]>([
    [
      'its printed header, as it is printed',
      (sheet) => (sheet.headerFooter.oddHeader = '&L&"Arial,Bold"&12DOB 12/03/2014&C&A'),
      ['date-of-birth in the printed header of sheet Cases'],
    ],
    [
      'the headers and footers of even pages and of the first',
      (sheet) => {
        sheet.headerFooter.differentFirst = true
        sheet.headerFooter.firstHeader = `&R&K01+000${nhs}`
        sheet.headerFooter.evenFooter = `&L${upn}`
      },
      [
        'nhs-number in the printed header of sheet Cases',
        'upn in the printed footer of sheet Cases',
      ],
    ],
    [
      'what a cell offers, asks and objects',
      (sheet) => {
        sheet.getCell('B2').dataValidation = {
          type: 'list',
          formulae: [`"${upn},another"`],
          showInputMessage: true,
          promptTitle: 'Child',
          prompt: `as ${nhs}`,
          showErrorMessage: true,
          errorTitle: 'Not she',
          error: 'lives at LS2 7EW',
        }
      },
      ['postcode', 'nhs-number', 'upn'].map(
        (kind) => `${kind} in the list or message of a cell on sheet Cases`,
      ),
    ],
    [
      'the tip of a link',
      (sheet) => {
        sheet.getCell('B2').value = {
          text: 'file',
          hyperlink: 'https://example.test',
          tooltip: nhs,
        }
      },
      ['nhs-number in a link on sheet Cases'],
    ],
    [
      'what a conditional format looks for',
      (sheet) =>
        sheet.addConditionalFormatting({
          ref: 'A1:A9',
          rules: [
            { type: 'containsText', operator: 'containsText', text: upn, priority: 1, style: {} },
          ],
        }),
      ['upn in a conditional format on sheet Cases'],
    ],
    [
      'what a formula compares, in the first cell that says it',
      (sheet) => {
        for (const row of [4, 5, 6]) {
          sheet.getCell(`D${row}`).value = {
            formula: `IF(A${row}="${nhs}","seen",B${row})`,
            result: 'seen',
          }
        }
        sheet.getCell('E9').value = { formula: 'A1=9434765919', result: false as never }
      },
      [
        'nhs-number in a formula of sheet Cases, cell D4',
        'nhs-number in a formula of sheet Cases, cell E9',
      ],
    ],
  ])('%s', async (_what, build, expected) => {
    expect((await foundIn(await workbook(build))).sort()).toEqual(expected.sort())
  })

  test('a chosen filter, a scenario, a protected range and what newer programs add', async () => {
    const sheet = `<worksheet xmlns:x14="x" xmlns:xm="m"><sheetData/>
      <protectedRanges><protectedRange name="Sam ${nhs}" sqref="A1"/></protectedRanges>
      <scenarios><scenario name="Plan" user="A" comment="as ${nhs}"><inputCells r="A1" val="${upn}"/></scenario></scenarios>
      <autoFilter ref="A1:B9"><filterColumn colId="0"><filters><filter val="${nhs}"/></filters></filterColumn></autoFilter>
      <extLst><ext><x14:dataValidations><x14:dataValidation prompt="DOB 12/03/2014"><x14:formula1><xm:f>"${upn}"</xm:f></x14:formula1></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`
    expect((await foundIn(parts({ 'xl/worksheets/sheet1.xml': sheet }))).sort()).toEqual([
      'date-of-birth in the list or message of a cell on sheet Cases',
      'nhs-number in a filter on sheet Cases',
      'nhs-number in a scenario on sheet Cases',
      'nhs-number in another part of sheet Cases',
      'upn in a scenario on sheet Cases',
      'upn in the list or message of a cell on sheet Cases',
    ])
  })

  test('a remark that no program shows', async () => {
    const sheet = `<worksheet><!-- ${nhs} --><sheetData><row r="1"><!-- ${upn} --></row></sheetData></worksheet>`
    expect((await foundIn(parts({ 'xl/worksheets/sheet1.xml': sheet }))).sort()).toEqual([
      'nhs-number in a remark behind sheet Cases',
      'upn in a remark behind sheet Cases',
    ])
  })

  test('nothing is found in an ordinary sheet', async () => {
    const clean = await workbook((sheet, book) => {
      sheet.headerFooter.oddHeader = '&L&"Arial,Bold"&12Plan&RPage &P of &N'
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"Red,Amber,Green"'] }
      sheet.getCell('D4').value = { formula: 'SUM(B2:B9)', result: 6 }
      book.definedNames.add('Cases!$A$1:$B$9', 'Ratings')
    })
    expect(await foundIn(clean)).toEqual([])
  })
})

describe('the cells of a sheet', () => {
  test.each(['dd/mm/yyyy', 'd mmmm yyyy', 'mmm-yy', 'dd-mmm', '[$-F800]dddd, mmmm dd, yyyy'])(
    'tell a date of birth, also where a day is shown as %s',
    async (numFmt) => {
      const sheet = await workbook((cells) => {
        cells.getRow(1).values = ['Child', 'Date of birth', 'Seen']
        cells.addRow(['North', new Date('2014-03-12'), new Date('2025-10-01')])
        for (const cell of ['B2', 'C2']) cells.getCell(cell).numFmt = numFmt
      })
      expect(await foundIn(sheet)).toEqual(['date-of-birth in sheet Cases, cell B2'])
    },
  )

  test.each([
    ['commas', '#,##0'],
    ['an exponent', '0.00E+00'],
    ['its own gaps', '000 000 0000'],
    ['nothing at all', ';;;'],
  ])('tell a number that is shown with %s', async (_how, numFmt) => {
    const sheet = await workbook((cells) => {
      cells.getCell('B7').value = 9434765919
      cells.getCell('B7').numFmt = numFmt
    })
    expect(await foundIn(sheet)).toContain('nhs-number in sheet Cases, cell B7')
  })

  test('are looked for by what they show', async () => {
    const sheet = await workbook((cells) => {
      cells.addRow([0.4, 1234.5, new Date('2026-10-02')])
      cells.getCell('A2').numFmt = '0%'
      cells.getCell('B2').numFmt = '"£"#,##0.00'
      cells.getCell('C2').numFmt = 'dd/mm/yyyy'
    })
    expect(await search(sheet)).toMatchObject({
      text: expect.stringContaining('40%\t£1,234.50\t02/10/2026') as string,
    })
  })
})

describe('words that no cell shows', () => {
  test('are searched where the workbook still keeps them, and those above other words', async () => {
    const kept = parts(
      {
        'xl/sharedStrings.xml': `<sst><si><t>Plan</t></si><si><t>was ${upn}</t></si><si><t>Sam</t><rPh sb="0" eb="3"><t>${nhs}</t></rPh></si></sst>`,
      },
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row>',
    )
    expect((await foundIn(kept)).sort()).toEqual([
      'nhs-number in words of the workbook that stand in no cell',
      'upn in words of the workbook that stand in no cell',
    ])
  })

  const strings = `<sst><si><t>DOB</t></si><si><t>12/03/2014</t></si></sst>`
  const cells =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>600</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'

  test('are read with their cells, in whichever case their part is called', async () => {
    const other = parts({ 'xl/SharedStrings.xml': strings }, cells)
    expect(await foundIn(other)).toEqual(['date-of-birth in sheet Cases, cell A2'])
  })

  test('are read where the workbook is a part of another name', async () => {
    const other = zipOf({
      '[Content_Types].xml': `<Types><Override PartName="/xl/workbook2.xml" ContentType="${excel}.main+xml"/></Types>`,
      'xl/workbook2.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Cases" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
      'xl/sharedStrings.xml': `<sst><si><t>${nhs}</t></si></sst>`,
    })
    expect(await foundIn(other)).toEqual(['nhs-number in the words that cells share'])
  })

  test('those that a cell shows are told with their cell alone', async () => {
    const shown = await workbook((sheet) => (sheet.getCell('B7').value = `was ${upn}`))
    expect(await foundIn(shown)).toEqual(['upn in sheet Cases, cell B7'])
  })
})

test('the name of a sheet is searched, and told masked where its cells are', async () => {
  const named = await workbook((_sheet, book) => {
    book.addWorksheet(nhs).getCell('B2').value = upn
  })
  expect((await foundIn(named)).sort()).toEqual([
    'nhs-number in the document’s properties',
    'nhs-number in the names in the workbook',
    'upn in sheet ••• ••• ••••, cell B2',
  ])
})

test('names are searched with what they stand for and what is said of them', async () => {
  const book = `<workbook xmlns:r="r" xmlns:x="x"><x:absPath url="C:\\Cases\\${upn}\\"/><sheets><sheet name="Cases" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="Child" comment="DOB 12/03/2014">"${nhs}"</definedName></definedNames></workbook>`
  expect((await foundIn(parts({ 'xl/workbook.xml': book }))).sort()).toEqual([
    'date-of-birth in the names in the workbook',
    'nhs-number in the names in the workbook',
    'upn in the names in the workbook',
  ])
})

describe('what a pivot table keeps', () => {
  const relationships =
    '<Relationships><Relationship Id="rId1" Target="pivotCacheRecords1.xml"/></Relationships>'
  const kept = (fields: string, records: string) =>
    parts({
      'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A1:C9" sheet="Deleted"/></cacheSource><cacheFields>${fields}</cacheFields></pivotCacheDefinition>`,
      'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relationships,
      'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords>${records}</pivotCacheRecords>`,
    })
  const place = 'the kept data of a pivot table'

  test('is searched, also values that no row has any more', async () => {
    const cache = kept(
      `<cacheField name="Child"><sharedItems><s v="North"/><s v="${upn}"/></sharedItems></cacheField><cacheField name="Number"><sharedItems/></cacheField>`,
      '<r><x v="0"/><n v="9434765919"/></r>',
    )
    expect((await foundIn(cache)).sort()).toEqual([`nhs-number in ${place}`, `upn in ${place}`])
  })

  test('tells a date of birth by the heading of its field, however the field keeps it', async () => {
    const cache = kept(
      '<cacheField name="Team"><sharedItems><s v="East"/></sharedItems></cacheField><cacheField name="Date of birth"><sharedItems containsDate="1"/></cacheField><cacheField name="Seen"><sharedItems/></cacheField>',
      '<r><x v="0"/><d v="2014-03-12T00:00:00"/><d v="2025-10-01T00:00:00"/></r><r><x v="0"/><d v="2015-04-13T00:00:00"/><d v="2025-10-02T00:00:00"/></r>',
    )
    expect(await foundIn(cache)).toEqual([`date-of-birth in ${place}`, `date-of-birth in ${place}`])
    const listed = kept(
      '<cacheField name="DOB"><sharedItems><d v="2014-03-12T00:00:00"/><d v="2015-04-13T00:00:00"/></sharedItems></cacheField><cacheField name="Seen"><sharedItems><d v="2025-10-01T00:00:00"/></sharedItems></cacheField>',
      '<r><x v="0"/><x v="0"/></r>',
    )
    expect(await foundIn(listed)).toEqual([
      `date-of-birth in ${place}`,
      `date-of-birth in ${place}`,
    ])
  })
})

test.each<[string, Record<string, string>, string]>([
  [
    'the title of a chart and the names it keeps, one by one',
    {
      'xl/charts/chart1.xml': `<c:chart xmlns:c="c" xmlns:a="a"><a:p><a:r><a:t>943 47</a:t></a:r><a:r><a:t>6 5919</a:t></a:r></a:p></c:chart>`,
      'xl/charts/chart2.xml':
        '<c:chart xmlns:c="c"><c:strCache><c:pt><c:v>9434765919</c:v></c:pt><c:pt><c:v>12</c:v></c:pt></c:strCache></c:chart>',
    },
    'a chart',
  ],
  [
    'a text box and the description of a picture',
    {
      'xl/drawings/drawing1.xml': `<d:wsDr xmlns:d="d" xmlns:a="a"><d:from><d:col>943</d:col><d:colOff>4765919</d:colOff></d:from><a:p><a:r><a:t>${nhs}</a:t></a:r></a:p></d:wsDr>`,
      'xl/drawings/drawing2.xml': `<d:wsDr xmlns:d="d"><d:cNvPr name="Picture 3" descr="Child ${nhs}"/></d:wsDr>`,
    },
    'a drawing on a sheet',
  ],
  [
    'a drawing of older programs',
    {
      'xl/drawings/vmlDrawing1.vml': `<xml><v:shape alt="${nhs}"><v:textpath string="Plan"/><br></v:shape></xml>`,
      'xl/drawings/vmlDrawing2.vml': `<xml><v:shape><v:textpath string="${nhs}"/></v:shape></xml>`,
    },
    'a drawing',
  ],
  [
    'a comment and its thread',
    {
      'xl/comments1.xml': `<comments><commentList><comment ref="A1"><text><r><t>${nhs}</t></r></text></comment></commentList></comments>`,
      'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><threadedComment ref="A1"><text>about ${nhs}</text></threadedComment></ThreadedComments>`,
    },
    'a comment on a cell',
  ],
  [
    'the printed header of a chart on a sheet of its own',
    {
      'xl/chartsheets/sheet1.xml': `<chartsheet><headerFooter><oddHeader>&amp;L${nhs}</oddHeader></headerFooter></chartsheet>`,
      'xl/chartsheets/sheet2.xml': `<chartsheet><headerFooter><oddHeader>&amp;C&amp;12 ${nhs}</oddHeader></headerFooter></chartsheet>`,
    },
    'the printed header of a sheet of a chart',
  ],
  [
    'a sheet that is in the file and not in its list',
    {
      'xl/worksheets/sheet8.xml':
        '<worksheet><sheetData><row><c><v>9434765919</v></c><c><v>1</v></c></row></sheetData></worksheet>',
      'xl/worksheets/sheet9.xml': `<worksheet><sheetData><row><c t="inlineStr"><is><t><![CDATA[${nhs}]]></t></is></c></row></sheetData></worksheet>`,
    },
    'a sheet that the workbook no longer lists',
  ],
  [
    'what is kept of another workbook',
    {
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><sheetData><row><cell><v>9434765919</v></cell><cell><v>2</v></cell></row></sheetData></externalLink>',
      'xl/externalLinks/externalLink2.xml': `<externalLink><sheetNames><sheetName val="${nhs}"/></sheetNames></externalLink>`,
    },
    'what is kept of another workbook',
  ],
  [
    'the headings of a table, and what is said of it',
    {
      'xl/tables/table1.xml': `<table name="T" comment="${nhs}"/>`,
      'xl/tables/table2.xml': `<table><tableColumn name="${nhs}"/></table>`,
    },
    'the headings of a table',
  ],
  [
    'a pivot table and a slicer of it',
    {
      'xl/pivotTables/pivotTable1.xml': `<pivotTableDefinition><pivotField><items><item n="${nhs}" x="0"/></items></pivotField></pivotTableDefinition>`,
      'xl/pivotTables/pivotTable2.xml': `<pivotTableDefinition><filters><filter stringValue1="${nhs}"/></filters></pivotTableDefinition>`,
    },
    'a pivot table',
  ],
  [
    'the words of a format',
    {
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;${nhs}&quot;0"/></numFmts><cellStyles><cellStyle name="Child ${nhs}"/></cellStyles></styleSheet>`,
    },
    'a format of the workbook',
  ],
])('%s: searched, each by itself', async (_what, more, place) => {
  expect(await foundIn(parts(more))).toEqual([`nhs-number in ${place}`, `nhs-number in ${place}`])
})

test('a workbook of more words than are searched is refused, wherever they stand', async () => {
  const many = parts({
    'xl/sharedStrings.xml': `<sst>${`<si><t>${'plan '.repeat(6_000)}</t></si>`.repeat(220)}</sst>`,
  })
  expect(await search(many)).toEqual({ outcome: 'not-searched', because: 'too-large' })
})
