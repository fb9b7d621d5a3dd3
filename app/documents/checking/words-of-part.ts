import type { Pieces } from './pieces'

/**
 * The words of one part of an office document, as they are read: what stands between its elements, and in
 * those of their attributes that people fill in. What stands in a place of its own, such as a printed
 * header or a deletion that is still kept, is told with that place.
 */
export class WordsOfPart {
  private readonly elements: string[] = []
  private readonly places: (string | undefined)[] = []
  private readonly texts = new Map<string, string>()
  /** the cells of tables that are open, one within the other, the outermost first */
  private readonly cells: { text: string; hasTable: boolean }[] = []
  private printed = ''

  constructor(
    private readonly where: string,
    private readonly kind: {
      /** what the elements say of their place: "the printed header of" */
      places?: ReadonlyMap<string, string>
      /** how the rest is called that stands in no such place */
      rest?: string
      isProperties?: boolean
      /** whether people or their programs have chosen the names of its attributes too */
      isCustom?: boolean
      isLook?: boolean
      /** whether what is read in it is wanted alone, and no attribute, which nobody sees */
      isSeenAlone?: boolean
    } = {},
  ) {}

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    this.elements.push(element)
    this.places.push((this.kind.places ?? placesInText).get(element) ?? this.places.at(-1))
    if (element === 'tab') this.add('\t')
    // What a field asks for and what it shows are two texts.
    if (element === 'fldChar') this.endLines()
    if (element === 'tbl' && this.cells.length > 0) this.cells.at(-1)!.hasTable = true
    if (element === 'tc') this.cells.push({ text: '', hasTable: false })
    if (this.kind.isSeenAlone) return
    for (const [given, value] of Object.entries(attributes)) {
      const attribute = given.slice(given.indexOf(':') + 1)
      if (value !== '' && this.holdsWords(element, attribute, value)) this.add(`\n${value}\n`)
    }
  }

  text(words: string): void {
    const inside = this.elements.at(-1)
    if (inside === undefined || this.isMeasure(inside)) return
    if (isPrinted.test(inside)) this.printed += words
    // White space between elements is the file's own.
    else if (inside === 't' || words.trim() !== '') this.add(words)
  }

  close(element: string): void {
    if (isPrinted.test(element)) {
      this.add(`${withoutCodes(this.printed)}\n`)
      this.printed = ''
    }
    this.elements.pop()
    this.places.pop()
    if (element === 'tc') this.endCell()
    if (this.kind.isProperties || endsLine.has(element)) this.endLines()
  }

  remark(words: string): void {
    this.addTo(`a remark behind ${this.where}`, `${words}\n`)
  }

  tell(pieces: Pieces): void {
    for (const [where, text] of this.texts) {
      pieces.add(where, text, this.kind.isLook ? { isLook: true } : {})
    }
  }

  private holdsWords(element: string, attribute: string, value: string): boolean {
    if (this.kind.isCustom) return !isAnId.test(value)
    return wordsIn.has(attribute) || (wordsInElements.get(element)?.includes(attribute) ?? false)
  }

  private isMeasure(element: string): boolean {
    return !this.kind.isCustom && (measures.get(element)?.has(this.elements.at(-2) ?? '') ?? false)
  }

  private add(words: string): void {
    const place = this.places.at(-1)
    const cell = this.cells.at(-1)
    if (place !== undefined) this.addTo(`${place} ${this.where}`, words)
    else if (cell) cell.text += words
    else this.addTo(this.rest, words)
  }

  private get rest(): string {
    return this.kind.rest ?? this.where
  }

  private addTo(where: string, words: string): void {
    this.texts.set(where, (this.texts.get(where) ?? '') + words)
  }

  private endLines(): void {
    const cell = this.cells.at(-1)
    if (cell) cell.text += '\n'
    for (const where of this.texts.keys()) {
      if (!cell || where !== this.rest) this.addTo(where, '\n')
    }
  }

  /** A row of a table is one line, as in a sheet: so a date stands under the heading of its column. */
  private endCell(): void {
    const { text, hasTable } = this.cells.pop()!
    this.add(hasTable ? text : `${text.replace(/\s+/g, ' ').trim()}\t`)
  }
}

const placesInText = new Map([
  ['delText', 'a deletion that is still kept in'],
  ['instrText', 'the code of a field in'],
  ['delInstrText', 'the code of a field in'],
])

export const placesInSheet = new Map(
  Object.entries({
    oddHeader: 'the printed header of',
    evenHeader: 'the printed header of',
    firstHeader: 'the printed header of',
    oddFooter: 'the printed footer of',
    evenFooter: 'the printed footer of',
    firstFooter: 'the printed footer of',
    dataValidation: 'the list or message of a cell on',
    cfRule: 'a conditional format on',
    hyperlink: 'a link on',
    filter: 'a filter on',
    customFilter: 'a filter on',
    scenario: 'a scenario on',
  }),
)

// Where words end, so that those of two cells or paragraphs are never read as one number.
const endsLine = new Set(
  [
    ['p', 'tr', 'br', 'cr', 'comment', 'text', 'author', 'is', 'definedName'],
    // of sheets that are kept in another part, in an older state or for a chart
    ['v', 'f', 'pt', 'si', 'row', 'formula', 'formula1', 'formula2', 'formatCode'],
  ].flat(),
)

// What people fill in, wherever it stands.
const wordsIn = new Set(
  [
    ['name', 'author', 'initials', 'descr', 'title', 'alt', 'string', 'v', 'instr', 'fullDate'],
    ['displayName', 'displayText', 'display', 'tooltip', 'caption', 'dataCaption', 'text'],
    ['comment', 'description', 'help', 'statusBar', 'prompt', 'promptTitle', 'error', 'errorTitle'],
    ['userName', 'user', 'url', 'location', 'connection', 'command', 'sourceFile', 'formatCode'],
    ['stringValue1', 'stringValue2', 'cap', 'subtotalCaption'],
  ].flat(),
)

// Everywhere else `val` is a measure, a colour or a mark of the program’s own.
const wordsInElements: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    ['docVar', 'alias', 'tag', 'attr', 'name', 'default', 'listEntry', 'helpText', 'statusText'],
    ['tblCaption', 'tblDescription', 'lvlText', 'connectString', 'query'],
    ['filter', 'customFilter', 'inputCells', 'sheetName', 'cellSmartTagPr'],
  ]
    .flat()
    .map((element): [string, string[]] => [element, ['val']]),
  ['listItem', ['value']],
  ['item', ['val', 'n']],
  ['i', ['n']],
])

const isAnId = /^(?:\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?|0x[\da-f]+)$/i

// Where a drawing stands: numbers that side by side would look like one of a child's. Elsewhere people
// and their programs call what they keep `row` or `col` too.
const measures: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    col: new Set(['from', 'to']),
    colOff: new Set(['from', 'to']),
    row: new Set(['from', 'to']),
    rowOff: new Set(['from', 'to']),
    posOffset: new Set(['positionH', 'positionV']),
    pctWidth: new Set(['sizeRelH']),
    pctHeight: new Set(['sizeRelV']),
  }),
)

const isPrinted = /^(?:odd|even|first)(?:Header|Footer)$/

/** A printed header as it is read: &C begins its middle, &"Arial,Bold", &12 and &K01+000 are how it looks. */
const withoutCodes = (header: string): string =>
  header.replace(/&(?:"[^"]*"|K(?:[\dA-F]{6}|\d\d[+-]\d{3})|\d{1,3}|[A-Z&])/gi, (code) =>
    code === '&&' ? '&' : /^&[LCR]$/i.test(code) ? '\n' : '',
  )
