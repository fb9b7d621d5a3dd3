/**
 * Figures come in tables as people keep them: long, a row for each figure; or wide, with the periods across
 * the top and the measures down the side, or the other way round. Which it is, is told from the headings;
 * two columns without headings are a period and its figure. In a wide table numerators and denominators
 * stand in rows or columns of their own, which say so beside the name of their measure or at its end.
 *
 * Every cell that cannot be read is told with its place and what to write instead, a period that stands
 * twice with both places, and nothing is taken in part: somebody sees what would be new, what is the same
 * and what would correct a figure, before anything is kept.
 * Source: issue 6; the limits of 130 columns and 5,000 rows are Waymark's own.
 */
import type { CalendarDate } from '../time/calendar-date'
import {
  type Figure,
  figureOf,
  figureTrouble,
  isSameFigure,
  periodTrouble,
  type ReadNumber,
  readNumber,
} from './figure'
import type { Unit } from './measure'
import { inBrief, looksLikePeriod, type PeriodLength, periodTitle, readPeriod } from './period'

export interface SheetMeasure {
  id: number
  title: string
  unit: Unit
  length: PeriodLength
  /** what stands in each period now, by its first day; null where a figure was taken away */
  present: ReadonlyMap<CalendarDate, Figure | null>
}

export interface SheetFigure {
  measureId: number
  from: CalendarDate
  figure: Figure
  change: 'new' | 'same' | 'correction'
  /** what stands there now */
  present: Figure | null
  /** "row 3, column C" */
  place: string
}

export interface SheetTrouble {
  place: string
  sentence: string
}

export interface Sheet {
  shape: 'long' | 'periods-across' | 'periods-down'
  /** in the order of the table */
  figures: SheetFigure[]
  troubles: SheetTrouble[]
  /** cells that hold nothing, or a sign that a figure was held back */
  empty: number
  /** figures of a percentage that are all 1 or less, as a spreadsheet shows 85% when its format is lost */
  looksLikeFractions: boolean
}

const mostColumns = 130
const mostRows = 5000

/** Text from a spreadsheet or a CSV file as rows of cells. */
export function rowsOf(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(lines)
  if (separator === ' ') {
    return lines.split('\n').map((line) => {
      const parts = /^(.*\S)\s+(\S+)\s*$/.exec(line)
      return parts ? [parts[1]!.trim(), parts[2]!] : [line.trim()]
    })
  }
  return delimited(lines, separator)
}

const linesToLookAt = 20

/** The separator that stands in the most of the first lines. */
function separatorOf(text: string): '\t' | ',' | ';' | ' ' {
  if (text.includes('\t')) return '\t'
  const lines = text.split('\n', linesToLookAt)
  // "September, 2026 29" is three words and no table of two columns
  const isWords = (line: string) => /^[a-z]+, ?\d{4}\s+\S+$/i.test(line.trim())
  const having = (separator: string) =>
    lines.filter((line) => line.includes(separator) && !isWords(line)).length
  const [semicolons, commas] = [having(';'), having(',')]
  if (semicolons + commas === 0) return ' '
  return semicolons >= commas ? ';' : ','
}

function delimited(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)!.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows
}

interface Cell {
  text: string
  place: string
}

interface Row {
  cells: Cell[]
}

/** Numbered as in the spreadsheet: "row 3, column C". */
const placeOf = (row: number, column: number): string => {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return `row ${row + 1}, column ${name}`
}

type Read = Omit<Sheet, 'figures' | 'looksLikeFractions'> & { found: Found[] }

interface Found {
  measure: SheetMeasure
  from: CalendarDate
  figure: Figure
  place: string
}

const refused = (sentence: string): Sheet => ({
  shape: 'long',
  figures: [],
  troubles: [{ place: '', sentence }],
  empty: 0,
  looksLikeFractions: false,
})

/**
 * What a table says.
 * @param measures those that it may name; where there is only one it need not be named
 * @param areFractions percentages are written as parts of one: 0.857 is 85.7%
 */
export function readSheet(
  table: readonly (readonly string[])[],
  measures: readonly SheetMeasure[],
  today: CalendarDate,
  { areFractions = false }: { areFractions?: boolean } = {},
): Sheet {
  const rows = table
    .map((cells, at): Row => ({
      cells: cells.map((text, column) => ({ text: text.trim(), place: placeOf(at, column) })),
    }))
    .filter(({ cells }) => cells.some(({ text }) => text !== ''))
  const widest = rows.reduce((most, { cells }) => Math.max(most, usedWidth(cells)), 0)
  if (rows.length === 0)
    return refused('There is nothing in it. Copy the cells with their headings.')
  if (rows.length > mostRows) {
    return refused(`That is ${rows.length} rows. Bring at most ${mostRows} at a time.`)
  }
  if (widest > mostColumns) {
    return refused(
      `That is ${widest} columns. Bring at most ${mostColumns} at a time: a name and the periods that are new.`,
    )
  }
  const read = readRows(rows, measures, areFractions)
  if ('sentence' in read) return refused(read.sentence)
  return compared(read, today)
}

const usedWidth = (cells: readonly Cell[]): number =>
  cells.reduce((width, { text }, at) => (text === '' ? width : at + 1), 0)

const headings = {
  period: /^(?:month|period|date|quarter|week|month ending|week ending|week beginning)$/i,
  measure: /^(?:measure|indicator|name|kpi|title|ref|reference)$/i,
  value: /^(?:value|figure|rate|result|number|count|percentage|per cent|%|actual|days|average)$/i,
  numerator: /^(?:numerator|num|top)$/i,
  denominator: /^(?:denominator|denom|den|bottom|out of|of)$/i,
}
type Heading = keyof typeof headings

const parts = ['numerator', 'denominator'] as const
type Part = (typeof parts)[number]

const partSaid = (text: string): Part | undefined => parts.find((part) => headings[part].test(text))

/** "Visits in time (numerator)", "Visits in time den" */
const partAtTheEnd =
  /^(.*[^\s,:;/([–—-])[\s,:;/([–—-]+(num(?:erator)?|den(?:om(?:inator)?)?)[.)\]]*$/i

interface Named {
  measure: SheetMeasure
  /** which part of it its figures are; left out where they are the measure itself */
  part?: Part
}

/** A measure by its name or its reference, and the part of it that the name ends with. */
function namedIn(text: string, measures: readonly SheetMeasure[]): Named | undefined {
  const whole = measureNamed(text, measures)
  if (whole) return { measure: whole }
  const [, name, word] = partAtTheEnd.exec(text) ?? []
  const measure = name === undefined ? undefined : measureNamed(name, measures)
  return measure && { measure, part: partSaid(word!)! }
}

const columnOf = (row: Row, heading: Heading): number =>
  row.cells.findIndex(({ text }) => headings[heading].test(text))

function readRows(
  rows: readonly Row[],
  measures: readonly SheetMeasure[],
  areFractions: boolean,
): Read | { sentence: string } {
  const [first] = rows
  const across = rows.findIndex(
    ({ cells }) =>
      cells.filter(({ text }) => looksLikePeriod(text)).length >= 2 ||
      (cells.length >= 2 &&
        !looksLikePeriod(cells[0]!.text) &&
        readNumberOrNothing(cells[0]!.text) &&
        cells.slice(1).some(({ text }) => looksLikePeriod(text)) &&
        columnOf({ cells }, 'period') === -1),
  )
  const headed = rows.findIndex((row) => columnOf(row, 'period') !== -1)
  if (headed !== -1 && (across === -1 || headed <= across)) {
    return periodsInAColumn(rows[headed]!, rows.slice(headed + 1), measures, areFractions)
  }
  if (across !== -1 && across < rows.length - 1) {
    return periodsAcross(rows[across]!, rows.slice(across + 1), measures, areFractions)
  }
  const [only, ...others] = measures
  if (first && looksLikePeriod(first.cells[0]?.text ?? '') && usedWidth(first.cells) <= 2) {
    if (!only || others.length > 0) {
      return {
        sentence: 'Which measure are these for? Open it first, or give the columns headings.',
      }
    }
    return bareColumns(rows, only, areFractions)
  }
  return {
    sentence:
      'Waymark cannot tell which cells are periods. Copy the headings too: “Month” and “Value”, or the months across the top.',
  }
}

/** Words of a heading rather than a number. */
const readNumberOrNothing = (text: string): boolean => !('value' in readNumber(text))

/** A measure by its name or its reference, however it is spelt in capitals and spaces. */
function measureNamed(text: string, measures: readonly SheetMeasure[]): SheetMeasure | undefined {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}%]+/gu, ' ')
      .trim()
  const said = plain(text)
  return measures.find(({ id, title }) => plain(title) === said || `m${id}` === said)
}

const notAMeasure = (text: string): string =>
  text === '' ? 'The row does not say which measure.' : `There is no measure “${inBrief(text)}”.`

class Reading {
  readonly found: Found[] = []
  readonly troubles: SheetTrouble[] = []
  empty = 0

  constructor(private readonly areFractions: boolean) {}

  trouble(place: string, sentence: string): void {
    this.troubles.push({ place, sentence })
  }

  period({ text, place }: Cell, { length }: SheetMeasure): CalendarDate | undefined {
    const read = readPeriod(text, length)
    if ('from' in read) return read.from
    this.trouble(place, read.wrong)
    return undefined
  }

  value(measure: SheetMeasure, from: CalendarDate, { text, place }: Cell): void {
    const read = readNumber(text, measure.unit)
    if ('nothing' in read) this.empty += 1
    else if ('wrong' in read) this.trouble(place, read.wrong)
    else {
      const isFraction = this.areFractions && measure.unit === 'percent' && !text.includes('%')
      // 0.57 times 100 is a little more than 57 to a computer
      const value = isFraction ? Number((read.value * 100).toPrecision(12)) : read.value
      this.found.push({ measure, from, figure: { value, parts: null }, place })
    }
  }

  /** By its parts where they are given, or else as it stands. */
  figure(
    measure: SheetMeasure,
    from: CalendarDate,
    { value, numerator, denominator }: Partial<Record<'value' | Part, Cell>>,
  ): void {
    const isInParts = numerator && denominator
    if (isInParts && (!value || numerator.text !== '' || denominator.text !== '')) {
      this.parts(measure, from, numerator, denominator)
    } else if (value) this.value(measure, from, value)
  }

  parts(measure: SheetMeasure, from: CalendarDate, top: Cell, bottom: Cell): void {
    const [numerator, denominator] = [readNumber(top.text), readNumber(bottom.text)]
    const wrong = (read: ReadNumber, place: string) => {
      if ('wrong' in read) this.trouble(place, read.wrong)
    }
    wrong(numerator, top.place)
    wrong(denominator, bottom.place)
    if ('value' in numerator && 'value' in denominator) {
      const parts = { numerator: numerator.value, denominator: denominator.value }
      const place = top.place
      if (parts.denominator === 0) {
        this.trouble(bottom.place, figureTrouble('percent', { value: 0, parts })!)
      } else this.found.push({ measure, from, figure: figureOf(measure.unit, parts), place })
    } else if ('nothing' in numerator && 'nothing' in denominator) this.empty += 1
    else if ('nothing' in numerator) this.trouble(top.place, 'The numerator is missing.')
    else if ('nothing' in denominator) this.trouble(bottom.place, 'The denominator is missing.')
  }
}

const emptyAt = (place: string): Cell => ({ text: '', place })

/** A row or a column of figures, `of` which it is. */
interface Line<Of> extends Named {
  name: Cell
  of: Of
}

/** The lines of one measure. */
type Together<Of> = { measure: SheetMeasure } & Partial<Record<'value' | Part, Of>>

const otherPart = { numerator: 'denominator', denominator: 'numerator' } as const

/** Brings each line of numerators together with that of its denominators; one alone says nothing. */
function together<Of>(
  lines: readonly Line<Of>[],
  what: 'row' | 'column',
  reading: Reading,
): Together<Of>[] {
  const all: Together<Of>[] = []
  for (const { measure, part, name, of } of lines) {
    const its = all.filter((one) => one.measure === measure)
    if (part && its.some((one) => one[part] !== undefined)) {
      reading.trouble(name.place, `“${measure.title}” has two ${what}s of ${part}s. Keep one.`)
      continue
    }
    const open = its.find((one) => one[part ?? 'value'] === undefined)
    const one: Together<Of> = open ?? { measure }
    one[part ?? 'value'] = of
    if (!open) all.push(one)
  }
  for (const { measure, part, name } of lines) {
    const other = part && otherPart[part]
    if (!other || all.some((one) => one.measure === measure && one[other] !== undefined)) continue
    reading.trouble(
      name.place,
      `“${measure.title}” has a ${what} of ${part}s and none of ${other}s.`,
    )
  }
  return all
}

/** Long, or the periods down the side with a column for each measure. */
function periodsInAColumn(
  heading: Row,
  rows: readonly Row[],
  measures: readonly SheetMeasure[],
  areFractions: boolean,
): Read | { sentence: string } {
  const columns = {
    period: columnOf(heading, 'period'),
    measure: columnOf(heading, 'measure'),
    value: columnOf(heading, 'value'),
    numerator: columnOf(heading, 'numerator'),
    denominator: columnOf(heading, 'denominator'),
  }
  const hasParts = columns.numerator !== -1 && columns.denominator !== -1
  const isLong = hasParts || columns.value !== -1
  const [only, ...others] = measures
  if (isLong && columns.measure === -1 && (!only || others.length > 0)) {
    return { sentence: 'Which measure are these for? Add a column with the heading “Measure”.' }
  }
  const reading = new Reading(areFractions)
  const partsBelow = isLong ? undefined : partsUnder(columns.period, rows[0])
  const byColumn = isLong ? [] : columnsOf(heading, partsBelow, columns.period, measures, reading)
  if (!isLong && byColumn.length === 0 && reading.troubles.length === 0) {
    return { sentence: 'Beside the periods there is no column with figures.' }
  }
  for (const { cells } of partsBelow ? rows.slice(1) : rows) {
    const at = (column: number) => cells[column] ?? emptyAt(cells[0]!.place)
    const period = at(columns.period)
    if (!isLong) {
      for (const { measure, ...its } of byColumn) {
        const from = reading.period(period, measure)
        if (!from) break
        reading.figure(measure, from, cellsOf(its, at))
      }
      continue
    }
    const named = columns.measure === -1 ? undefined : at(columns.measure)
    const measure = named ? measureNamed(named.text, measures) : only
    if (!measure) {
      reading.trouble(named?.place ?? period.place, notAMeasure(named?.text ?? ''))
      continue
    }
    const from = reading.period(period, measure)
    if (!from) continue
    reading.figure(measure, from, {
      value: columns.value === -1 ? emptyAt('') : at(columns.value),
      ...(hasParts && {
        numerator: at(columns.numerator),
        denominator: at(columns.denominator),
      }),
    })
  }
  const { found, troubles, empty } = reading
  return { shape: isLong ? 'long' : 'periods-down', found, troubles, empty }
}

/** The row under the headings, where it says which columns are numerators and which denominators. */
const partsUnder = (period: number, row: Row | undefined): Row | undefined =>
  row && !row.cells[period]?.text && row.cells.some(({ text }) => partSaid(text)) ? row : undefined

/** The columns of figures; one without a name goes on with the measure before it, as merged cells do. */
function columnsOf(
  heading: Row,
  partsBelow: Row | undefined,
  period: number,
  measures: readonly SheetMeasure[],
  reading: Reading,
): Together<number>[] {
  const lines: Line<number>[] = []
  const width = Math.max(heading.cells.length, partsBelow?.cells.length ?? 0)
  for (let at = 0; at < width; at += 1) {
    const name = heading.cells[at] ?? emptyAt(partsBelow!.cells[at]!.place)
    const part = partSaid(partsBelow?.cells[at]?.text ?? '')
    if (at === period || (name.text === '' && !part)) continue
    const before = lines.at(-1)
    const named = name.text === '' ? before : namedIn(name.text, measures)
    if (named) lines.push({ measure: named.measure, part: part ?? named.part, name, of: at })
    else reading.trouble(name.place, notAMeasure(name.text))
  }
  return together(lines, 'column', reading)
}

/** The cells of one period. */
const cellsOf = <Of>(
  its: Partial<Record<'value' | Part, Of>>,
  cell: (of: Of) => Cell,
): Partial<Record<'value' | Part, Cell>> =>
  Object.fromEntries(Object.entries(its).map(([what, of]) => [what, cell(of)]))

/** The periods across the top, a row for each measure; of a single one it may go without its name. */
function periodsAcross(
  heading: Row,
  rows: readonly Row[],
  measures: readonly SheetMeasure[],
  areFractions: boolean,
): Read {
  const reading = new Reading(areFractions)
  const firstPeriod = heading.cells.findIndex(({ text }) => looksLikePeriod(text))
  const [only, ...others] = measures
  const lines: Line<readonly Cell[]>[] = []
  for (const { cells } of rows) {
    const words = cells.slice(0, firstPeriod).filter(({ text }) => text !== '')
    const saying = words.find(({ text }) => partSaid(text))
    const names = words.filter((cell) => cell !== saying)
    // without a name it is the only measure, or that of the row before, as merged cells are
    const unnamed: Named | undefined =
      others.length === 0 ? only && { measure: only } : saying && lines.at(-1)
    const named =
      names.map((cell) => namedIn(cell.text, measures)).find((one) => one !== undefined) ??
      (names.length === 0 ? unnamed : undefined)
    const name = names[0] ?? cells[0]!
    if (named) {
      const part = saying ? partSaid(saying.text) : named.part
      lines.push({ measure: named.measure, part, name, of: cells })
    } else reading.trouble(name.place, notAMeasure(names[0]?.text ?? ''))
  }
  for (const { measure, ...its } of together(lines, 'row', reading)) {
    for (const [at, period] of heading.cells.entries()) {
      if (at < firstPeriod || period.text === '') continue
      const from = reading.period(period, measure)
      if (!from) continue
      reading.figure(
        measure,
        from,
        cellsOf(its, (cells) => cells[at] ?? emptyAt(period.place)),
      )
    }
  }
  const { found, troubles, empty } = reading
  return { shape: 'periods-across', found, troubles: onceEach(troubles), empty }
}

/** A heading that is wrong is wrong once, however many rows stand under it. */
const onceEach = (troubles: readonly SheetTrouble[]): SheetTrouble[] =>
  troubles.filter(
    ({ place, sentence }, at) =>
      troubles.findIndex((one) => one.place === place && one.sentence === sentence) === at,
  )

function bareColumns(rows: readonly Row[], measure: SheetMeasure, areFractions: boolean): Read {
  const reading = new Reading(areFractions)
  for (const { cells } of rows) {
    const from = reading.period(cells[0]!, measure)
    if (from) reading.value(measure, from, cells[1] ?? emptyAt(cells[0]!.place))
  }
  const { found, troubles, empty } = reading
  return { shape: 'long', found, troubles, empty }
}

/** Holds what was found against the rules of a figure, against itself and against what stands there. */
function compared({ shape, found, troubles: before, empty }: Read, today: CalendarDate): Sheet {
  const troubles = [...before]
  const figures: SheetFigure[] = []
  const places = new Map<string, string>()
  for (const { measure, from, figure, place } of found) {
    const trouble =
      periodTrouble(from, measure.length, today) ?? figureTrouble(measure.unit, figure)
    if (trouble) {
      troubles.push({ place, sentence: trouble })
      continue
    }
    const key = `${measure.id} ${from}`
    const other = places.get(key)
    if (other) {
      troubles.push({
        place,
        sentence: `${periodTitle(from, measure.length)} stands twice for “${measure.title}”: also in ${other}. Keep one.`,
      })
      continue
    }
    places.set(key, place)
    const present = measure.present.get(from)
    figures.push({
      measureId: measure.id,
      from,
      figure,
      present: present ?? null,
      change:
        present === undefined
          ? 'new'
          : present && isSameFigure(present, figure)
            ? 'same'
            : 'correction',
      place,
    })
  }
  const percents = found.filter(
    ({ measure: { unit }, figure }) => unit === 'percent' && !figure.parts,
  )
  return {
    shape,
    figures,
    troubles,
    empty,
    looksLikeFractions:
      percents.length >= 3 &&
      percents.every(({ figure: { value } }) => value <= 1) &&
      percents.some(({ figure: { value } }) => value > 0),
  }
}
