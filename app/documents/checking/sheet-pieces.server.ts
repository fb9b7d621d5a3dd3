import { type Cell, tableInSentence, wordsOf } from '~/domain/bring-in/cell'
import { readingLimits } from '../reading-limits'
import { shownAndKept } from '../tables/shown-numbers'
import type { TakesRows } from '../tables/row-writer'
import { type ReadTable, Refused } from '../tables/tables-read'
import { xlsxTables } from '../tables/xlsx-tables.server'
import type { OfXml } from '../tables/zip-reader.server'
import type { Pieces } from './pieces'
import { placesInSheet, WordsOfPart } from './words-of-part'

/**
 * The sheets of a workbook, hidden ones too: their cells row by row, what their formulas say, what stands
 * beside the cells, and the words that no cell shows any more. Answers with the parts that were read.
 */
export async function sheetPieces(path: string, pieces: Pieces): Promise<readonly string[]> {
  const sheets = new SheetPieces(pieces)
  const read = await xlsxTables(path, sheets)
  sheets.end()
  return read
}

/** Lines of cells between tabs, with the number that the file gives each. */
interface Lines {
  texts: string[]
  rows: number[]
}

class SheetPieces implements TakesRows {
  private sheet:
    | { where: string; cells: Lines; formulas: Lines; told: Set<string>; words: WordsOfPart }
    | undefined
  private unshown = ''
  private letters = 0

  constructor(private readonly pieces: Pieces) {}

  readonly inWords = shownAndKept

  begin(name: string, isHidden = false): ReadTable {
    this.endSheet()
    const where = `${isHidden ? 'hidden ' : ''}${tableInSentence(name)}`
    this.sheet = {
      where,
      cells: { texts: [], rows: [] },
      formulas: { texts: [], rows: [] },
      told: new Set(),
      words: new WordsOfPart(where, { places: placesInSheet, rest: `another part of ${where}` }),
    }
    const counts = { rows: 0, columns: 0, merged: 0, formulas: 0, hiddenRows: 0 }
    return { name, isHidden, ...counts, merges: [] }
  }

  row(row: number, cells: Cell[]): void {
    const line = Array.from(cells, (cell) => wordsOf(cell).replace(/\s+/g, ' ')).join('\t')
    this.keep(this.sheet!.cells, row, line)
  }

  /** What a formula compares or puts together; filled down a column it says the same in every row. */
  formula(row: number, column: number, formula: string): void {
    const { formulas, told } = this.sheet!
    const words = (formula.match(/"(?:[^"]|"")*"|\d{6,}/g) ?? []).join(' ')
    if (words === '' || told.has(words)) return
    told.add(words)
    this.keep(formulas, row, '\t'.repeat(column) + words.replace(/\s+/g, ' '))
  }

  readonly beside: OfXml = {
    open: (element, attributes) => this.sheet!.words.open(element, attributes),
    text: (words) => this.sheet!.words.text(words),
    close: (element) => this.sheet!.words.close(element),
    remark: (words) => this.sheet!.words.remark(words),
  }

  inNoCell(words: string): void {
    this.count(words)
    this.unshown += `${words}\n`
  }

  drain(): Promise<void> {
    return Promise.resolve()
  }

  end(): void {
    this.endSheet()
    this.pieces.add('words of the workbook that stand in no cell', this.unshown)
  }

  private keep({ texts, rows }: Lines, row: number, line: string): void {
    this.count(line)
    texts.push(line)
    rows.push(row)
  }

  /** Of a workbook that holds more than may be searched no more is kept than that. */
  private count(words: string): void {
    this.letters += words.length + 1
    if (this.letters > readingLimits.letters) throw new Refused('too-large')
  }

  private endSheet(): void {
    if (!this.sheet) return
    const { where, cells, formulas, words } = this.sheet
    this.pieces.add(where, cells.texts.join('\n'), { rows: cells.rows })
    this.pieces.add(`a formula of ${where}`, formulas.texts.join('\n'), { rows: formulas.rows })
    words.tell(this.pieces)
  }
}
