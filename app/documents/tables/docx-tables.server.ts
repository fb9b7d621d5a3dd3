import { type Cell } from '~/domain/bring-in/cell'
import { cellWords, type RowWriter } from './row-writer'
import { Refused } from './tables-read'
import { Parts } from './zip-reader.server'

interface OpenTable {
  rows: { cells: Cell[] }[]
  cells: Cell[]
  words: string
  span: number
  isContinued: boolean
  merged: number
}

/** The tables of a Word document; one within a cell of another is told as the words of that cell. */
export async function docxTables(path: string, rows: RowWriter): Promise<void> {
  const parts = await Parts.open(path)
  try {
    let depth = 0
    let table: OpenTable | undefined
    let isText = false
    const say = (text: string) => {
      if (table) table.words += text
    }
    await parts.read(
      'word/document.xml',
      {
        open: (name, attributes) => {
          const value = attributes['w:val']
          if (name === 'tbl') {
            depth += 1
            if (depth === 1)
              table = { rows: [], cells: [], words: '', span: 1, isContinued: false, merged: 0 }
          }
          if (name === 't') isText = true
          if (name === 'tab' && table) say(' ')
          if (name === 'br' || name === 'cr') say('\n')
          if (name === 'noBreakHyphen') say('-')
          if (depth !== 1 || !table) return
          if (name === 'tr') table.cells = []
          if (name === 'tc') Object.assign(table, { words: '', span: 1, isContinued: false })
          if (name === 'gridSpan') table.span = Math.min(100, Number(value) || 1)
          if (name === 'vMerge' && value !== 'restart') table.isContinued = true
        },
        text: (text) => {
          if (isText) say(text)
        },
        close: (name) => {
          if (name === 't') isText = false
          if (name === 'p') say('\n')
          if (name === 'tbl') {
            depth -= 1
            if (depth === 0 && table) {
              write(table, rows)
              table = undefined
            }
          }
          if (depth !== 1 || !table) return
          if (name === 'tc') {
            const above = table.rows.at(-1)?.cells[table.cells.length]
            const words = cellWords(table.words.replace(/\n+/g, '\n').trim())
            if (table.isContinued) table.merged += 1
            table.cells.push(table.isContinued && above !== undefined ? merged(above) : words)
            for (let more = 1; more < table.span; more += 1) table.cells.push('')
          }
          if (name === 'tr') table.rows.push({ cells: table.cells })
        },
      },
      () => rows.drain(),
    )
    if (rows.tables.length === 0) throw new Refused('no-table')
  } finally {
    parts.close()
  }
}

const merged = (above: Cell): Cell => ({
  is: 'merged',
  text: typeof above === 'string' ? above : above.is === 'merged' ? above.text : '',
})

function write(table: OpenTable, rows: RowWriter): void {
  const begun = rows.begin(`Table ${rows.tables.length + 1}`)
  begun.merged = table.merged
  table.rows.forEach(({ cells }, at) => rows.row(at + 1, cells))
}
