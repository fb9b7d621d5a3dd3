/**
 * A row of an old plan becomes an action only when every cell of it that is used is understood; what is
 * not, is told with its cell, and the row waits until it is put right or set aside.
 *
 * Source: issue 3, "row-by-row errors with the cell; nothing is saved until all is right or the wrong rows
 * are set aside"; PRODUCT rules 1, 3 and 8. In SQL: actions_are_due_after_they_start, actions_have_a_title.
 */
import type { Delivery } from '../action/delivery'
import { deliveredInTime } from '../action/deliver'
import { datesInOrder } from '../action/plan-action'
import type { CalendarDate } from '../time/calendar-date'
import { yes } from '../decision'
import {
  contributorValue,
  dateValue,
  type Meaning,
  milestoneValue,
  ownerValue,
  type ReadValue,
  recommendationValue,
  statusValue,
  teamValue,
  themeValue,
  type ValueKind,
} from './asked-words'
import { type Cell, cellName, folded, isEmpty, tableInSentence, wordsOf } from './cell'
import { type Columns, type Field, fields, isForMany } from './columns'
import { type DateReading, type DateUse, readDate } from './dates'
import type { KnownName } from './known-name'
import { type BroughtMilestone, milestoneLines, readMilestone } from './milestones'
import { type KnownPerson, namesIn } from './names'
import type { KnownRecommendation } from './recommendation-match'

/** What a person said of words: an id, a status, a day; 'none' for nothing of ours, 'new' for a new theme. */
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
  /** the proposal to invite whoever is to own it, while that waits for an administrator */
  heldForId: number | null
  contributorIds: readonly number[]
  /** null where it names none of ours, or the owner's: then it is the owner's */
  teamId: number | null
  /** a theme of the plan, or the words of one that is made with this action */
  theme: number | string | null
  startOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  dueOn: CalendarDate | null
  milestones: readonly BroughtMilestone[]
  /** the day on which it was delivered, where the old plan has a column that says so */
  deliveredOn: CalendarDate | null
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

/** Somebody who is to be invited, and whether they were. */
export interface ProposedPerson {
  name: string
  personId: number | null
  /** why an administrator declined; null where none did */
  declined: string | null
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
  teams: readonly KnownName[]
  themes: readonly KnownName[]
  /** what became of those who were proposed to be invited, by their proposal's number */
  proposals: ReadonlyMap<number, ProposedPerson>
  recommendations: readonly KnownRecommendation[]
  answers: Answers
  today: CalendarDate
}

/** What rows are judged by, with what is worked out once for all of them. */
export const planOf = (given: Omit<Plan, 'places' | 'dates'>): Plan => ({
  ...given,
  places: new Map(
    Object.entries(given.columns).flatMap(([at, field]) =>
      isForMany(field) ? [] : [[field, Number(at)] as const],
    ),
  ),
  dates: new Map(),
})

/** Reads values once for all the rows that have them. */
export type ValuesRead = Map<string, ReadValue>

const longestTitle = 300
const longestTheme = 100
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
  const answered = (field: Field, kind: ValueKind, text: string, read: () => Meaning) => {
    const key = folded(text).slice(0, 300)
    const place = answerKey(kind, key)
    const value = values.get(place) ?? { kind, key, shown: text.slice(0, 300), ...read() }
    values.set(place, value)
    const answer = plan.answers.get(place) ?? value.taken
    if (answer === undefined) {
      if (value.shown === '') wrong(field, lowerFirst(value.because))
      else wrong(field, `“${value.shown}”. ${value.because}`, ' says ')
    }
    return answer
  }
  const date = (
    field: Field,
    use: DateUse,
    kind: 'due' | 'start' | 'delivered' = use,
  ): CalendarDate | null => {
    const cell = cellOf(field)
    if (typeof cell === 'object' && (cell.is === 'error' || cell.is === 'no-value')) return null
    const reading = dateIn(cell, use, plan)
    if (reading.is === 'day' && !reading.note) return reading.day
    const text = wordsOf(cell).trim()
    if (text === '') return null
    const answer = answered(field, kind, text, () => dateValue(reading))
    return answer === undefined || answer === 'none' ? null : (answer as CalendarDate)
  }
  const milestone = (line: string): BroughtMilestone[] => {
    const { title: step, due, doneOn } = readMilestone(line, plan.today)
    if (doneOn === undefined) {
      wrong(
        'milestones',
        `“${line}”: the day on which it was done is not clear, or has not come yet.`,
      )
    }
    const on =
      due.is === 'day' && !due.note
        ? due.day
        : answered('milestones', 'milestone', line, () => milestoneValue(due))
    if (on === undefined || on === 'none') return []
    return [{ title: shortened(step), dueOn: on as CalendarDate, doneOn: doneOn ?? null }]
  }

  for (const field of fields) {
    if (isForMany(field)) continue
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
  const progress = words('progress')
  // Progress without a status is asked about once for all the rows that have it.
  const status =
    (statusWords || progress) &&
    answered('status', 'status', statusWords, () => statusValue(statusWords))
  const proposed = /^p(\d+)$/.exec(owner ?? '')?.[1]
  const invited = proposed === undefined ? undefined : plan.proposals.get(Number(proposed))
  if (invited?.declined != null) {
    wrong('owner', `${invited.name} was not invited: “${invited.declined}” Say anew who owns it.`)
  }
  const owns = invited ? invited.personId : (idIn(owner)[0] ?? null)
  const contributors = namesIn(words('contributors')).map((name) =>
    answered('contributors', 'contributor', name, () => contributorValue(name, plan.people)),
  )
  const teamWords = words('team')
  const team =
    teamWords && answered('team', 'team', teamWords, () => teamValue(teamWords, plan.teams))
  const themeWords = words('theme').slice(0, longestTheme)
  const theme =
    themeWords && answered('theme', 'theme', themeWords, () => themeValue(themeWords, plan.themes))

  const startOn = date('start', 'start')
  const due = date('due', 'due')
  const revised = date('revised', 'due')
  const dueOn = revised ?? due
  const order = datesInOrder({ startOn, dueOn })
  if (!order.allowed) wrong(revised ? 'revised' : 'due', lowerFirst(order.because))
  const milestones = milestoneLines(words('milestones')).flatMap(milestone)
  const deliveredOn = date('delivered', 'due', 'delivered')
  const inTime = deliveredOn
    ? deliveredInTime({ startOn }, { deliveredOn, today: plan.today })
    : yes
  if (!inTime.allowed) wrong('delivered', inTime.because)

  if (row.notAnIdentifier.trim() === '') {
    for (const { column, sentence } of row.hits) {
      const field = plan.columns[column]
      // What is only kept as words is shown with the identifier masked.
      if (!field || isForMany(field)) continue
      if (row.corrections[field] === undefined) wrong(field, sentence)
    }
  }

  const waymark = /^a(\d{1,9})$/i.exec(words('waymark-ref'))
  const action: BroughtAction = {
    title: shortened(title),
    outcome: limited('outcome'),
    successMeasure: limited('success-measure'),
    ownerId: owns,
    heldForId: invited && owns === null ? Number(proposed) : null,
    // The owner contributes anyway.
    contributorIds: [...new Set(contributors.flatMap(idIn))].filter((id) => id !== owns),
    teamId: ownTeam(team, owns, plan.people),
    theme: theme === 'new' ? themeWords : (idIn(theme)[0] ?? null),
    startOn,
    originalDueOn: due ?? revised,
    dueOn,
    milestones,
    deliveredOn,
    recommendationIds:
      recommendations && recommendations !== 'none' ? recommendations.split(',').map(Number) : [],
    stated: status && status !== 'none' ? (status as Delivery) : null,
    status: statusWords,
    progress,
    ref: words('ref').slice(0, 100),
    waymarkId: waymark ? Number(waymark[1]) : null,
  }
  return problems.length === 0
    ? { state: 'ready', action, problems: [] }
    : { state: 'wrong', action, problems }
}

/** The id that an answer is; none where it is no id. */
const idIn = (answer: string | undefined): number[] =>
  answer && /^\d+$/.test(answer) ? [Number(answer)] : []

/** A team that is the owner's own is theirs without saying, and stays so wherever they go. */
function ownTeam(
  answer: string | undefined,
  ownerId: number | null,
  people: readonly KnownPerson[],
): number | null {
  const [team] = idIn(answer)
  const isOwners = people.some(({ id, teamId }) => id === ownerId && teamId === team)
  return team === undefined || isOwners ? null : team
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
  const used = filled.filter(({ at }) => columns[at] && !isForMany(columns[at]))
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
