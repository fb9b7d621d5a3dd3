/**
 * A row of an old plan becomes an action only when every cell of it that is used is understood; what is
 * not, is told with its cell, and the row waits until it is put right or set aside.
 *
 * Source: issue 3, "row-by-row errors with the cell; nothing is saved until all is right or the wrong rows
 * are set aside"; PRODUCT rules 1, 3 and 8. In SQL: actions_are_due_after_they_start, actions_have_a_title.
 */
import type { Delivery } from '../action/delivery'
import { datesInOrder } from '../action/plan-action'
import type { CalendarDate } from '../time/calendar-date'
import { type Cell, cellName, folded, isEmpty, tableInSentence, wordsOf } from './cell'
import { type Columns, type Field, fields } from './columns'
import { type DateReading, type DateUse, readDate } from './dates'
import { type KnownPerson, readOwner } from './names'
import { type KnownRecommendation, readRecommendation } from './recommendation-match'
import { proposedStatus } from './statuses'

/** Words of an old plan that a person is asked about once, however many rows have them. */
export const valueKinds = ['status', 'owner', 'recommendation', 'due', 'start'] as const
export type ValueKind = (typeof valueKinds)[number]

export interface ReadValue {
  kind: ValueKind
  /** the words with white space and capitals made alike; one question for each */
  key: string
  shown: string
  /** what it is taken as where nobody says otherwise; undefined where a person must say */
  taken: string | undefined
  /** what to begin with where a person must say */
  proposed: string | undefined
  because: string
  choices: { value: string; title: string }[]
}

/** What a person said of words: an id, a status, a day; 'none' for nothing of ours. */
export type Answers = ReadonlyMap<string, string>
export const answerKey = (kind: ValueKind, key: string): string => `${kind}:${key}`

export interface Problem {
  field: Field | null
  /** with the cell: "Sheet Plan, cell F14: …" */
  sentence: string
}

export interface BroughtAction {
  title: string
  outcome: string
  successMeasure: string
  ownerId: number | null
  startOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  dueOn: CalendarDate | null
  recommendationIds: readonly number[]
  /** what the old plan said of the status, as a person took it; null where it said nothing */
  stated: Delivery | null
  status: string
  progress: string
  /** the reference that the old plan has for it */
  ref: string
  /** the number of the action where the row is out of an export of Waymark */
  waymarkId: number | null
}

export type JudgedRow =
  | { state: 'ready'; action: BroughtAction; problems: readonly [] }
  | { state: 'wrong'; action: BroughtAction; problems: readonly Problem[] }
  | { state: 'left-out'; because: string }

export interface RowToJudge {
  row: number
  cells: readonly Cell[]
  /** what a person wrote in the place of a cell, by field */
  corrections: Readonly<Partial<Record<Field, string>>>
  /** cells that hold what looks like an identifier, each with its sentence */
  hits: readonly { column: number; sentence: string }[]
  /** why those are none, where a person said so */
  notAnIdentifier: string
}

export interface Plan {
  table: string
  columns: Columns
  /** where each thing stands, by what it is */
  places: ReadonlyMap<Field, number>
  /** dates that were read before: a column holds the same ones again and again */
  dates: Map<string, DateReading>
  headings: readonly string[]
  people: readonly KnownPerson[]
  recommendations: readonly KnownRecommendation[]
  answers: Answers
  today: CalendarDate
}

/** What rows are judged by, with what is worked out once for all of them. */
export const planOf = (given: Omit<Plan, 'places' | 'dates'>): Plan => ({
  ...given,
  places: new Map(Object.entries(given.columns).map(([at, field]) => [field, Number(at)])),
  dates: new Map(),
})

/** Reads values once for all the rows that have them. */
export type ValuesRead = Map<string, ReadValue>

const longestTitle = 300
const longestWords = 4000

/** What one row of the plan becomes; the words that people are asked about go into `values`. */
export function judgeRow(row: RowToJudge, plan: Plan, values: ValuesRead): JudgedRow {
  const because = whyLeftOut(row, plan)
  if (because) return { state: 'left-out', because }

  const problems: Problem[] = []
  const columnOf = (field: Field): number | undefined => plan.places.get(field)
  const wrong = (field: Field, sentence: string, joined = ': ') => {
    const column = columnOf(field)
    const place =
      column === undefined ? `${plan.table}, row ${row.row}` : cellName(plan.table, row.row, column)
    problems.push({ field, sentence: `${place}${joined}${sentence}` })
  }
  const cellOf = (field: Field): Cell => {
    const corrected = row.corrections[field]
    if (corrected !== undefined) return corrected
    const column = columnOf(field)
    return column === undefined ? '' : (row.cells[column] ?? '')
  }
  const words = (field: Field): string => wordsOf(cellOf(field)).trim()
  const limited = (field: Field): string => {
    const text = words(field)
    if (text.length > longestWords)
      wrong(field, `keep this to ${longestWords.toLocaleString('en-GB')} characters or fewer.`)
    return text
  }

  /** What words are taken as; undefined where a person has still to say, which is a problem of the row. */
  const answered = (
    field: Field,
    kind: ValueKind,
    text: string,
    read: () => Omit<ReadValue, 'kind' | 'key' | 'shown'>,
  ) => {
    const key = folded(text).slice(0, 300)
    const place = answerKey(kind, key)
    const value = values.get(place) ?? { kind, key, shown: text.slice(0, 300), ...read() }
    values.set(place, value)
    const answer = plan.answers.get(place) ?? value.taken
    if (answer === undefined) wrong(field, `“${value.shown}”. ${value.because}`, ' says ')
    return answer
  }
  const date = (field: Field, use: DateUse): CalendarDate | null => {
    const cell = cellOf(field)
    if (typeof cell === 'object' && (cell.is === 'error' || cell.is === 'no-value')) return null
    const reading = dateIn(cell, use, plan)
    if (reading.is === 'day' && !reading.note) return reading.day
    const text = wordsOf(cell).trim()
    if (text === '') return null
    const answer = answered(field, use, text, () => dateValue(reading))
    return answer === undefined || answer === 'none' ? null : (answer as CalendarDate)
  }

  for (const field of fields) {
    const cell = cellOf(field)
    if (typeof cell === 'string') continue
    if (cell.is === 'no-value') {
      wrong(
        field,
        `the formula ${cell.formula} has no value in the file. Open the file in Excel, save it, and bring it in again, or write the value here.`,
      )
    }
    if (cell.is === 'error') wrong(field, `its formula gives ${cell.text}.`)
  }
  const titleCell = cellOf('title')
  const title = words('title').replace(/\s+/g, ' ')
  if (title === '') wrong('title', 'there is no action in this row.')
  if (typeof titleCell === 'object' && titleCell.is === 'merged') {
    wrong(
      'title',
      'it is merged with the cell above, so this row goes on with the action of that row. Give it words of its own, or set the row aside.',
    )
  }

  const ownerWords = [words('owner'), words('owner-email') && `<${words('owner-email')}>`]
    .filter(Boolean)
    .join(' ')
  const owner =
    ownerWords && answered('owner', 'owner', ownerWords, () => ownerValue(ownerWords, plan.people))
  const recommendationWords = words('recommendation')
  const recommendations =
    recommendationWords &&
    answered('recommendation', 'recommendation', recommendationWords, () =>
      recommendationValue(recommendationWords, plan.recommendations),
    )
  const statusWords = words('status')
  const status =
    statusWords && answered('status', 'status', statusWords, () => statusValue(statusWords))

  const startOn = date('start', 'start')
  const due = date('due', 'due')
  const revised = date('revised', 'due')
  const dueOn = revised ?? due
  const order = datesInOrder({ startOn, dueOn })
  if (!order.allowed) wrong(revised ? 'revised' : 'due', lowerFirst(order.because))

  if (row.notAnIdentifier.trim() === '') {
    for (const { column, sentence } of row.hits) {
      const field = plan.columns[column]
      if (field && row.corrections[field] === undefined) wrong(field, sentence)
    }
  }

  const waymark = /^a(\d{1,9})$/i.exec(words('waymark-ref'))
  const action: BroughtAction = {
    title: shortened(title),
    outcome: limited('outcome'),
    successMeasure: limited('success-measure'),
    ownerId: owner && owner !== 'none' ? Number(owner) : null,
    startOn,
    originalDueOn: due ?? revised,
    dueOn,
    recommendationIds:
      recommendations && recommendations !== 'none' ? recommendations.split(',').map(Number) : [],
    stated: status && status !== 'none' ? (status as Delivery) : null,
    status: statusWords,
    progress: words('progress'),
    ref: words('ref').slice(0, 100),
    waymarkId: waymark ? Number(waymark[1]) : null,
  }
  return problems.length === 0
    ? { state: 'ready', action, problems: [] }
    : { state: 'wrong', action, problems }
}

const lowerFirst = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** A long action goes by its first sentence, or by as many words as fit; all of it stays with the source. */
export function shortened(title: string): string {
  if (title.length <= longestTitle) return title
  const first = /^.{20,299}?[.;](?=\s)/.exec(title)?.[0]
  if (first) return first
  return `${title.slice(0, longestTitle - 1).replace(/\s+\S*$/, '')}…`
}

/** Why a row is none of the plan: a total, headings again, the heading of a part. */
function whyLeftOut(
  { cells, corrections }: RowToJudge,
  { columns, places, headings }: Plan,
): string | undefined {
  if (corrections.title) return undefined
  const filled = cells.flatMap((cell, at) =>
    isEmpty(cell) ? [] : [{ at, text: wordsOf(cell).trim() }],
  )
  const [first] = filled
  if (!first) return 'The row is empty.'
  if (/^(grand |sub-? ?)?totals?\b|^(count|sum|average)( of\b.*)?:?$/i.test(first.text))
    return 'It is a row of totals.'
  const isHeadings =
    filled.length > 1 &&
    filled.every(({ at, text }) => folded(headings[at] ?? '').endsWith(folded(text)))
  if (isHeadings) return 'It repeats the headings.'
  const title = places.get('title')
  const used = filled.filter(({ at }) => columns[at])
  if (used.length === 0) return 'None of the columns that are used says anything here.'
  const width = places.size
  // "Priority 1: leadership" across the table: words in one place only, and not where actions stand.
  const isNumberedPart =
    /^(priority|theme|section|part|area|objective|work ?stream|strand|recommendation|domain) [\dA-Z]{1,3}\b/i
  if (filled.length === 1 && width > 2 && (first.at !== title || isNumberedPart.test(first.text))) {
    return 'It is the heading of a part: only one of its cells is filled.'
  }
  return undefined
}

function dateIn(cell: Cell, use: DateUse, { dates, today }: Plan): DateReading {
  const place = `${use} ${typeof cell === 'string' ? cell : JSON.stringify(cell)}`
  const known = dates.get(place) ?? readDate(cell, use, today)
  dates.set(place, known)
  return known
}

function dateValue(reading: DateReading): Omit<ReadValue, 'kind' | 'key' | 'shown'> {
  if (reading.is === 'day')
    return { taken: reading.day, proposed: reading.day, because: `${reading.note}.`, choices: [] }
  if (reading.is === 'none')
    return {
      taken: 'none',
      proposed: 'none',
      because: 'It names no day, so there is no date; the words are kept.',
      choices: [],
    }
  const choices = reading.choices.map(({ day, title }) => ({ value: day, title }))
  return { taken: undefined, proposed: undefined, because: reading.because, choices }
}

function ownerValue(
  text: string,
  people: readonly KnownPerson[],
): Omit<ReadValue, 'kind' | 'key' | 'shown'> {
  const reading = readOwner(text, people)
  if (reading.is === 'person') {
    const taken = String(reading.personId)
    return {
      taken,
      proposed: taken,
      because: 'It can be nobody else here.',
      choices: [{ value: taken, title: '' }],
    }
  }
  const choices =
    reading.is === 'asked' ? reading.personIds.map((id) => ({ value: String(id), title: '' })) : []
  return { taken: undefined, proposed: undefined, because: reading.because, choices }
}

function recommendationValue(
  text: string,
  known: readonly KnownRecommendation[],
): Omit<ReadValue, 'kind' | 'key' | 'shown'> {
  const reading = readRecommendation(text, known)
  if (reading.is === 'recommendations') {
    const taken = reading.ids.join(',')
    return {
      taken,
      proposed: taken,
      because: 'Its words are those of the plan.',
      choices: [{ value: taken, title: '' }],
    }
  }
  const choices =
    reading.is === 'asked' ? reading.ids.map((id) => ({ value: String(id), title: '' })) : []
  const [only] = choices
  return {
    taken: undefined,
    proposed: choices.length === 1 ? only!.value : undefined,
    because: reading.because,
    choices,
  }
}

const statusValue = (text: string): Omit<ReadValue, 'kind' | 'key' | 'shown'> => ({
  taken: undefined,
  proposed: proposedStatus(text),
  because: 'Say what this status means here.',
  choices: [],
})

/** What the old plan said of an action, as an update that says where it is from. */
export function broughtInWords(
  { status, progress }: Pick<BroughtAction, 'status' | 'progress'>,
  from: { file: string; table: string; row: number },
): string {
  const quoted = [
    status && `Status there: “${status}”.`,
    progress && `Progress there: “${progress}”`,
  ]
  return [
    `Brought in from “${from.file}”, ${tableInSentence(from.table)}, row ${from.row}.`,
    ...quoted.filter(Boolean),
  ].join(' ')
}

/** Whether two actions are the same in other words: the words of one are mostly those of the other. */
export function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new Set(folded(text).match(/[\p{L}\p{N}]+/gu) ?? []))
  const shared = [...a!].filter((word) => b!.has(word)).length
  return shared > 0 && shared / Math.max(a!.size, b!.size) >= 0.5
}
