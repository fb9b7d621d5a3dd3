import type { DocumentBlock, DocumentCell, DocumentList } from './preview'
import { previewLimits } from './preview-limits'

/**
 * Puts a document together from its elements as they open and close. Elements that are not listed here are
 * nothing: their words stand where they stood, and that is all.
 */
export class Blocks {
  isCut = false
  private blocks: DocumentBlock[] = []
  private count = 0
  private letters = 0
  private pictures = 0
  private text = ''
  private lists: DocumentList[] = []
  private table: { rows: DocumentCell[][] } | undefined
  private tableDepth = 0
  private cell: Omit<DocumentCell, 'text'> | undefined

  open(name: string, attributes: Readonly<Record<string, string>> = {}): void {
    if (this.isCut) return
    if (name === 'img') {
      this.pictures += 1
      this.text += attributes.alt ? ` [Picture: ${attributes.alt}] ` : ' [Picture] '
    }
    if (name === 'br') this.text += '\n'
    if (name === 'table') {
      this.tableDepth += 1
      if (this.tableDepth > 1) return
      this.endParagraph()
      this.table = { rows: [] }
    }
    // A table within a cell is told as the words of that cell.
    if (this.tableDepth === 1 && name === 'tr') this.table!.rows.push([])
    if (this.tableDepth === 1 && (name === 'td' || name === 'th')) {
      const span = (given: string | undefined) => Math.min(100, Math.max(1, Number(given) || 1))
      const { colspan, rowspan } = attributes
      this.cell = { isHead: name === 'th', across: span(colspan), down: span(rowspan) }
      this.text = ''
    }
    if (this.tableDepth > 0) return
    if (name === 'ul' || name === 'ol') this.openList(name === 'ol')
    if (name === 'li' && this.lists.length > 0) {
      this.endParagraph()
      this.lists.at(-1)!.items.push({ text: '', lists: [] })
      this.grow(0)
    }
  }

  write(words: string): void {
    if (!this.isCut) this.text += words
  }

  close(name: string): void {
    if (this.isCut) return
    if (this.tableDepth > 0) return this.closeInTable(name)
    if (name === 'p') this.endParagraph()
    if (/^h[1-6]$/.test(name)) this.endHeading(Number(name[1]))
    if (name === 'li') this.endParagraph()
    if (name === 'ul' || name === 'ol') {
      this.endParagraph()
      this.lists.pop()
    }
  }

  finish(): { blocks: DocumentBlock[]; isCut: boolean; pictures: number } {
    this.endParagraph()
    if (this.table) this.endTable(this.table)
    return { blocks: this.blocks, isCut: this.isCut, pictures: this.pictures }
  }

  private closeInTable(name: string): void {
    if (name === 'p' || name === 'li' || /^h[1-6]$/.test(name)) this.text += '\n'
    if (name === 'td' || name === 'th') {
      const row = this.table?.rows.at(-1)
      if (this.tableDepth > 1) this.text += ' '
      else if (this.cell && row) {
        row.push({ ...this.cell, text: this.taken() })
        this.cell = undefined
      }
    }
    if (name === 'tr' && this.tableDepth === 1) this.grow(0)
    if (name !== 'table') return
    this.tableDepth -= 1
    if (this.tableDepth === 0 && this.table) this.endTable(this.table)
  }

  private endTable(table: { rows: DocumentCell[][] }): void {
    this.table = undefined
    this.text = ''
    const rows = table.rows.filter((row) => row.length > 0)
    // Where every row calls itself a head, as some programs write, the first is one.
    if (rows.every((row) => row.every(({ isHead }) => isHead))) {
      for (const cell of rows.slice(1).flat()) cell.isHead = false
    }
    if (rows.length > 0) this.blocks.push({ is: 'table', rows })
  }

  private openList(isOrdered: boolean): void {
    this.endParagraph()
    const list: DocumentList = { isOrdered, items: [] }
    const within = this.lists.at(-1)?.items.at(-1)
    // Deeper than anybody writes, the items stand side by side.
    if (within && this.lists.length < 9) within.lists.push(list)
    else if (this.lists.length === 0) this.blocks.push({ is: 'list', list })
    else {
      this.lists.push(this.lists.at(-1)!)
      return
    }
    this.lists.push(list)
  }

  private endHeading(level: number): void {
    const text = this.taken()
    if (text !== '') this.blocks.push({ is: 'heading', level, text })
  }

  private endParagraph(): void {
    const text = this.taken()
    if (text === '') return
    const item = this.lists.at(-1)?.items.at(-1)
    if (item) item.text = item.text === '' ? text : `${item.text}\n${text}`
    else this.blocks.push({ is: 'paragraph', text })
  }

  /** The words since the last block, as far as there is room for them. */
  private taken(): string {
    const text = this.text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n+ ?/g, '\n')
      .replace(/ ?↑$/, '') // the way back from a footnote
      .trim()
    this.text = ''
    if (text === '' || this.isCut) return ''
    const room = previewLimits.letters - this.letters
    this.grow(text.length)
    return text.length > room ? `${text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '')} …` : text
  }

  private grow(letters: number): void {
    this.letters += letters
    this.count += 1
    if (this.letters > previewLimits.letters || this.count >= previewLimits.blocks)
      this.isCut = true
  }
}
