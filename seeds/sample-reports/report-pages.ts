import PDFDocument from 'pdfkit'

/** Sets a sample report in the manner of the real ones: large title, table of judgements, bold headings, hanging bullets,
 *  numbered paragraphs, a running foot with the page number. */

const left = 72
const width = 451
const bottom = 770
const roman = 'Helvetica'
const bold = 'Helvetica-Bold'

export type TableRow = [name: string, grade: string]

export class ReportPages {
  private doc: PDFKit.PDFDocument
  private chunks: Buffer[] = []
  private finished: Promise<Buffer>

  constructor(
    private foot: string[],
    options: PDFKit.PDFDocumentOptions = {},
  ) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: 84, bottom: 60, left, right: 72 },
      bufferPages: true,
      // The same words give the same bytes, so that a rebuilt sample is no change.
      info: { CreationDate: new Date('2020-01-01T00:00:00Z'), Title: foot[0] ?? 'Sample report' },
      ...options,
    })
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
    this.finished = new Promise((done) => {
      this.doc.on('end', () => done(Buffer.concat(this.chunks)))
    })
  }

  title(words: string, size = 26): this {
    this.doc.font(roman).fontSize(size).text(words, left, this.doc.y, { width }).moveDown(0.4)
    return this
  }

  label(words: string, isBold = false): this {
    this.doc
      .font(isBold ? bold : roman)
      .fontSize(12)
      .text(words, left, this.doc.y, { width })
    this.doc.moveDown(0.7)
    return this
  }

  heading(words: string, note = ''): this {
    this.room(60)
    this.doc.moveDown(0.8).font(bold).fontSize(14)
    const y = this.doc.y
    this.doc.text(words, left, y, { width })
    if (note) {
      const after = this.doc.y
      const end = left + this.doc.widthOfString(words)
      this.doc.fontSize(8).text(note, end, y - 1, { lineBreak: false })
      this.doc.y = after
    }
    this.doc.moveDown(0.5)
    return this
  }

  theme(words: string): this {
    this.room(50)
    this.doc.moveDown(0.3).font(bold).fontSize(11.5).text(words, left, this.doc.y, { width })
    this.doc.moveDown(0.5)
    return this
  }

  paragraph(words: string): this {
    this.doc.font(roman).fontSize(11.5).text(words, left, this.doc.y, { width })
    this.doc.moveDown(0.9)
    return this
  }

  numbered(number: number, words: string): this {
    return this.hanging(`${number}.`, words, left, 30, 0.9)
  }

  bullet(words: string): this {
    return this.hanging('•', words, left, 18, 0.5)
  }

  part(words: string): this {
    return this.hanging('–', words, left + 30, 18, 0.5)
  }

  /** Names at the left, grades at the right, as on the first page. */
  judgements(
    rows: readonly TableRow[],
    header: TableRow | undefined = ['Judgement', 'Grade'],
  ): this {
    if (header) this.row(header, bold)
    for (const row of rows) this.row(row, roman)
    this.doc.moveDown(1)
    return this
  }

  /** Two columns side by side, each row as high as the higher cell. */
  columns(header: [string, string], rows: readonly [string, string][]): this {
    this.twoCells(header, bold)
    for (const row of rows) this.twoCells(row, roman)
    this.doc.moveDown(1)
    return this
  }

  /** A table of one column, a row an item. */
  cells(header: string, rows: readonly string[]): this {
    for (const [index, words] of [header, ...rows].entries()) {
      this.doc.font(index === 0 ? bold : roman).fontSize(11.5)
      const height = this.doc.heightOfString(words, { width: width - 12 })
      this.room(height + 10)
      const y = this.doc.y
      this.doc.rect(left, y, width, height + 8).stroke('#888')
      this.doc.fillColor('black').text(words, left + 6, y + 5, { width: width - 12 })
      this.doc.y = y + height + 8
    }
    this.doc.moveDown(1)
    return this
  }

  footnote(number: number, words: string): this {
    const y = 726
    this.doc
      .font(roman)
      .fontSize(6)
      .text(String(number), left, y - 2, { lineBreak: false })
    this.doc.fontSize(9).text(words, left + 5, y, { width: width - 5, height: 30 })
    return this.newPage()
  }

  newPage(): this {
    this.doc.addPage()
    return this
  }

  picture(png: Buffer): this {
    this.doc.image(png, 0, 0, { width: 595 })
    return this
  }

  async bytes(): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page)
      this.doc.page.margins.bottom = 0
      if (this.foot.length > 0) {
        this.doc.font(roman).fontSize(8)
        for (const [index, line] of this.foot.entries()) {
          this.doc.text(line, left, 796 + index * 10, { lineBreak: false })
        }
        this.doc.fontSize(16).text(String(page + 1), 510, 796, { lineBreak: false })
      }
    }
    this.doc.end()
    return this.finished
  }

  private row([name, grade]: TableRow, font: string): void {
    this.doc.font(font).fontSize(12)
    const height = this.doc.heightOfString(name, { width: 215 })
    const y = this.doc.y
    this.doc.text(name, left + 5, y, { width: 215 })
    this.doc.text(grade, left + 240, y, { width: 205 })
    this.doc.y = y + height + 13
  }

  private twoCells([body, action]: [string, string], font: string): void {
    this.doc.font(font).fontSize(11.5)
    const height = Math.max(
      this.doc.heightOfString(body, { width: 145 }),
      this.doc.heightOfString(action, { width: 278 }),
    )
    this.room(height + 12)
    const y = this.doc.y
    this.doc.rect(left, y, width, height + 10).stroke('#888')
    this.doc.fillColor('black').text(body, left + 6, y + 5, { width: 145 })
    this.doc.text(action, left + 166, y + 5, { width: 278 })
    this.doc.y = y + height + 10
  }

  private hanging(mark: string, words: string, x: number, indent: number, after: number): this {
    this.doc.font(roman).fontSize(11.5)
    this.room(28)
    const y = this.doc.y
    this.doc.text(mark, x, y, { lineBreak: false })
    this.doc.text(words, x + indent, y, { width: left + width - x - indent })
    this.doc.moveDown(after)
    return this
  }

  private room(height: number): void {
    if (this.doc.y + height > bottom) this.doc.addPage()
  }
}
