import { type Cell, columnAt } from '~/domain/bring-in/cell'
import { builtInFormat, dayOf, isDayFormat, plainNumber } from './number-formats'
import { cellWords, type TakesRows } from './row-writer'
import { tableLimits } from './table-limits'
import { EnoughRows, type Merge, Refused } from './tables-read'
import { Parts } from './zip-reader.server'

interface Sheet {
  name: string
  isHidden: boolean
  part: string
}

/**
 * The sheets of a workbook, row by row, each cell by the value that Excel last worked out.
 * Answers with the names of the parts that were read.
 */
export async function xlsxTables(path: string, rows: TakesRows): Promise<readonly string[]> {
  const parts = await Parts.open(path)
  try {
    const { sheets, countsFrom1904 } = await sheetsOf(parts)
    if (sheets.length === 0) throw new Refused('no-table')
    const strings = stringsOf(parts)
    const shared = await sharedWords(parts, strings, rows)
    const formats = await formatsOf(parts)
    for (const sheet of sheets) {
      await readSheet(
        parts,
        sheet,
        { shared, formats, countsFrom1904, inWords: rows.inWords },
        rows,
      ).catch((error: unknown) => {
        if (!(error instanceof EnoughRows)) throw error
      })
    }
    for (const [at, words] of shared.words.entries()) {
      if (!shared.areShown[at]) rows.inNoCell?.(words)
    }
    return [...sheets.map(({ part }) => part), strings]
  } finally {
    parts.close()
  }
}

async function sheetsOf(parts: Parts): Promise<{ sheets: Sheet[]; countsFrom1904: boolean }> {
  const targets = new Map<string, string>()
  await parts.read('xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target)
    },
  })
  const sheets: Sheet[] = []
  let countsFrom1904 = false
  await parts.read('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(
        ([key]) => /(^|:)id$/.test(key) && key !== 'sheetId',
      )?.[1]
      const target = targets.get(id ?? '')
      if (!target) return
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      if (!parts.has(part) || /chartsheet|dialogsheet/i.test(part)) return
      sheets.push({
        name: attributes.name ?? '',
        isHidden: /hidden/i.test(attributes.state ?? ''),
        part,
      })
    },
  })
  return { sheets, countsFrom1904 }
}

/** The part of the words that cells share: programs write its name in either case. */
const stringsOf = (parts: Parts): string =>
  [...parts.names()].find((name) => /^xl\/sharedStrings\.xml$/i.test(name)) ?? ''

/** The words that the cells share, and which of them stood in a cell so far. */
interface SharedWords {
  words: string[]
  areShown: Uint8Array
}

async function sharedWords(parts: Parts, part: string, rows: TakesRows): Promise<SharedWords> {
  const shared: string[] = []
  let letters = 0
  let item: string | undefined
  let isText = false
  let isPhonetic = false
  await parts.read(part, {
    open: (name) => {
      if (name === 'si') item = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't'
    },
    text: (text) => {
      if (!isText || item === undefined) return
      // How words are said is shown above them, if at all.
      if (isPhonetic) rows.inNoCell?.(text)
      else item += text
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isPhonetic = false
      if (name !== 'si' || item === undefined) return
      letters += item.length
      if (letters > tableLimits.sharedLetters) throw new Refused('too-large')
      shared.push(cellWords(unescaped(item)))
      item = undefined
    },
    remark: (text) => rows.inNoCell?.(text),
  })
  return { words: shared, areShown: new Uint8Array(shared.length) }
}

/** Excel writes a sign that XML does not hold as _x000D_. */
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\r\n?/g, '\n')

/** How each style of cells shows its numbers. */
async function formatsOf(parts: Parts): Promise<string[]> {
  const ours = new Map<number, string>()
  const formats: string[] = []
  let isCells = false
  await parts.read('xl/styles.xml', {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') ours.set(Number(numFmtId), formatCode || 'General')
      if (name === 'cellXfs') isCells = true
      if (name === 'xf' && isCells) {
        const id = Number(numFmtId ?? 0)
        formats.push(ours.get(id) ?? builtInFormat(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats
}

const ofTheGrid = new Set(['sheetData', 'row', 'c'])

interface Sharing {
  shared: SharedWords
  /** how the cells of each style show a number */
  formats: readonly string[]
  countsFrom1904: boolean
  inWords: TakesRows['inWords']
}

async function readSheet(
  parts: Parts,
  sheet: Sheet,
  sharing: Sharing,
  rows: TakesRows,
): Promise<void> {
  const table = rows.begin(`Sheet ${sheet.name}`, sheet.isHidden)
  let row = 0
  let column = -1
  let cells: Cell[] = []
  let cell:
    | { type: string; style: number; value: string; hasValue: boolean; formula: string | undefined }
    | undefined
  let reading: 'value' | 'formula' | undefined
  await parts.read(
    sheet.part,
    {
      open: (name, attributes) => {
        if (!cell && !ofTheGrid.has(name)) rows.beside?.open?.(name, attributes)
        switch (name) {
          case 'row':
            row = Number(attributes.r ?? row + 1)
            column = -1
            cells = []
            if (/^(1|true)$/.test(attributes.hidden ?? '')) table.hiddenRows += 1
            return
          case 'col':
            if (/^(1|true)$/.test(attributes.hidden ?? ''))
              rows.hideColumns?.(Number(attributes.min) - 1, Number(attributes.max) - 1)
            return
          case 'c': {
            const letters = /^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0]
            column = letters ? columnAt(letters) : column + 1
            cell = {
              type: attributes.t ?? 'n',
              style: Number(attributes.s ?? 0),
              value: '',
              hasValue: false,
              formula: undefined,
            }
            return
          }
          case 'v':
          case 't':
            if (cell) [reading, cell.hasValue] = ['value', true]
            return
          case 'f':
            if (cell) [reading, cell.formula] = ['formula', '']
            return
          case 'mergeCell':
            noteMerge(attributes.ref ?? '', table.merges)
            table.merged += 1
        }
      },
      text: (text) => {
        if (!cell) rows.beside?.text?.(text)
        if (!cell || !reading) return
        if (reading === 'value') cell.value += text
        else if (cell.formula!.length < tableLimits.lettersInFormula) cell.formula += text
      },
      close: (name) => {
        if (!cell && !ofTheGrid.has(name)) rows.beside?.close?.(name)
        if (name === 'v' || name === 't' || name === 'f') reading = undefined
        if (name === 'c' && cell) {
          if (cell.formula !== undefined) {
            table.formulas += 1
            rows.formula?.(row, column, cell.formula)
          }
          if (column < tableLimits.columns) cells[column] = cellOf(cell, sharing)
          else if (cell.hasValue) throw new Refused('too-many-columns')
          cell = undefined
        }
        if (name === 'row') rows.row(row, cells)
      },
      remark: (text) => rows.beside?.remark?.(text),
    },
    () => rows.drain(),
  )
}

function cellOf(
  {
    type,
    style,
    value,
    hasValue,
    formula,
  }: { type: string; style: number; value: string; hasValue: boolean; formula: string | undefined },
  { shared, formats, countsFrom1904, inWords }: Sharing,
): Cell {
  const codeOf = (style: number) => formats[style] ?? 'General'
  if (formula !== undefined && (!hasValue || (value === '' && type !== 'str'))) {
    return { is: 'no-value', formula: `=${formula.trim()}`.slice(0, 100) }
  }
  switch (type) {
    case 's':
      shared.areShown[Number(value)] = 1
      return shared.words[Number(value)] ?? ''
    case 'str':
    case 'inlineStr':
      return cellWords(unescaped(value))
    case 'b':
      return value === '1' ? 'Yes' : 'No'
    case 'e':
      return { is: 'error', text: value }
    case 'd': {
      const moment = Date.parse(/T/.test(value) ? `${value.replace(/Z$/, '')}Z` : value)
      if (!inWords || Number.isNaN(moment)) return cellWords(value.replace(/T.*$/, ''))
      const code = isDayFormat(codeOf(style)) ? codeOf(style) : builtInFormat(14)
      return inWords(moment / 86_400_000 + 25_569, { code, countsFrom1904: false })
    }
    default: {
      if (value === '') return ''
      const number = Number(value)
      if (!Number.isFinite(number)) return cellWords(value)
      const code = codeOf(style)
      if (inWords) return inWords(number, { code, countsFrom1904 })
      const day = isDayFormat(code) ? dayOf(number, countsFrom1904) : undefined
      return day ? { is: 'day', day } : { is: 'number', text: plainNumber(number) }
    }
  }
}

/** What counts of a merge is that it goes down: across, its words stand where they are. */
function noteMerge(ref: string, merges: Merge[]): void {
  const parts = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref)
  if (!parts || merges.length >= 100_000) return
  const [fromRow, toRow] = [Number(parts[2]), Number(parts[4])]
  if (toRow > fromRow) merges.push({ fromRow, toRow, column: columnAt(parts[1]!) })
}
