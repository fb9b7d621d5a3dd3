import { Readable } from 'node:stream'
import yazl from 'yazl'
import { columnName } from '~/domain/bring-in/cell'
import { type CalendarDate, calendarDate, dayNumber } from '~/domain/time/calendar-date'
import type { WrittenCell } from './write-csv'

export interface Sheet {
  name: string
  /** what stands in a line of its own above the headings */
  above?: string
  headings: readonly string[]
  days: ReadonlySet<number>
}

/**
 * A workbook of one sheet, written as its rows come, so that its length costs no memory. Words are words
 * also where they begin like a formula, and stay so when somebody edits the cell.
 */
export function xlsxStream(sheet: Sheet, rows: AsyncIterable<readonly WrittenCell[]>): Readable {
  const zip = new yazl.ZipFile()
  const out = zip.outputStream as Readable
  zip.on('error', (error) => out.destroy(error as Error))
  for (const [part, content] of Object.entries(fixedParts(sheet.name))) {
    zip.addBuffer(Buffer.from(xmlHead + content), part)
  }
  const lines = Readable.from(sheetXml(sheet, rows), { objectMode: false })
  lines.on('error', (error) => out.destroy(error))
  out.on('close', () => lines.destroy())
  zip.addReadStream(lines, 'xl/worksheets/sheet1.xml')
  zip.end()
  return out
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const fixedParts = (name: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf quotePrefix="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>`,
})

/** The places of the formats in styles.xml. */
const styles = { words: 1, day: 2, heading: 3 }

async function* sheetXml(
  { above, headings, days }: Sheet,
  rows: AsyncIterable<readonly WrittenCell[]>,
): AsyncGenerator<Buffer> {
  const top = above === undefined ? [headings] : [[above], headings]
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top.length}" topLeftCell="A${top.length + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield Buffer.from(`${xmlHead}<worksheet xmlns="${main}">${pane}<sheetData>`)
  let row = 0
  for (const words of top) {
    row += 1
    yield Buffer.from(
      rowXml(
        row,
        words.map((heading, at) => wordsXml(at, row, heading, styles.heading)),
      ),
    )
  }
  let waiting: string[] = []
  for await (const cells of rows) {
    row += 1
    waiting.push(
      rowXml(
        row,
        cells.map((cell, at) => cellXml(at, row, cell, days.has(at))),
      ),
    )
    if (waiting.length < 100) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
  }
  yield Buffer.from(`${waiting.join('')}</sheetData></worksheet>`)
}

const rowXml = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells.join('')}</row>`

function cellXml(at: number, row: number, cell: WrittenCell, isDay: boolean): string {
  if (cell === null || cell === '') return ''
  const place = `${columnName(at)}${row}`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  const date = isDay ? calendarDate(cell) : undefined
  return date
    ? `<c r="${place}" s="${styles.day}"><v>${daySerial(date)}</v></c>`
    : wordsXml(at, row, cell, styles.words)
}

const wordsXml = (at: number, row: number, words: string, style: number): string =>
  `<c r="${columnName(at)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(words.slice(0, longestCell))}</t></is></c>`

/** Excel holds no more in one cell. */
const longestCell = 32_767

/** A day as Excel counts them. */
const daySerial = (date: CalendarDate): number => dayNumber(date) + 25_569

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML holds no control characters: Excel writes them, and we, as _x0007_. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => signs[sign]!)
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, (sign) => `_x${hex(sign)}_`)
    .replace(/\p{Surrogate}/gu, '\ufffd')

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
