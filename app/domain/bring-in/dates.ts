/**
 * A date of an old plan is read as people in England write it, day first; what may mean more than one
 * day is asked, with the days it may mean, and never guessed.
 *
 * Source: issue 3, "dates in every British form … ambiguous ones are asked, not guessed". A month stands
 * for its last day where something is due, and for its first where something starts; that is said with
 * the date. A financial year begins on 1 April.
 */
import {
  addDays,
  type CalendarDate,
  dateFromParts,
  fromDayNumber,
  longDate,
  months,
  partsOf,
  weekday,
  weekdays,
} from '../time/calendar-date'
import { type Cell, folded, wordsOf } from './cell'

/** What the date is for: when something starts, or by when it is due. */
export type DateUse = 'start' | 'due'

export interface DateChoice {
  day: CalendarDate
  title: string
}

export type DateReading =
  | { is: 'day'; day: CalendarDate; note?: string }
  /** empty, or words that name no day, such as "ongoing" */
  | { is: 'none'; note?: string }
  | { is: 'asked'; because: string; choices: readonly DateChoice[] }

const day = (date: CalendarDate, note?: string): DateReading =>
  note ? { is: 'day', day: date, note } : { is: 'day', day: date }

const asked = (
  because: string,
  choices: readonly (DateChoice | undefined)[] = [],
): DateReading => ({
  is: 'asked',
  because,
  choices: choices.filter((one): one is DateChoice => one !== undefined && isWithin(one.day)),
})

const isWithin = (date: CalendarDate): boolean => date >= '2000-01-01' && date <= '2100-12-31'

const monthForms =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthOf = (name: string): number =>
  months.findIndex((month) => month.toLowerCase().startsWith(name.slice(0, 3))) + 1

const yearOf = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits)

const lastDay = (year: number, month: number): CalendarDate =>
  addDays(dateFromParts(month === 12 ? year + 1 : year, (month % 12) + 1, 1)!, -1)

const choice = (date: CalendarDate | undefined, what = ''): DateChoice | undefined =>
  date && { day: date, title: what ? `${longDate(date)}, ${what}` : longDate(date) }

const none =
  /^(?:[-–—?./]+|n\/?a|none|nil|tb[acdn]|to be (?:agreed|confirmed|determined|decided|advised)|not (?:set|known|applicable|agreed)|unknown|on ?-?going|continuous(?:ly)?|continual|rolling|permanent|business as usual|bau|as (?:required|needed|and when.*)|asap|a\.s\.a\.p\.?|immediate(?:ly)?|urgent|now|(?:bi-?)?(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|termly)|fortnightly|half[- ]yearly|each (?:week|month|quarter|term|year)|every (?:week|month|quarter|term|year)|regular(?:ly)?|open|closed|complete[d]?|done|achieved|in place|in progress|overdue|under review|awaiting.*)(?: (?:and )?(?:on ?-?going|monitored|thereafter|date))?[.!]?$/

/** What the cell of a date column says. `today` is only used to offer years where none is written. */
export function readDate(cell: Cell, use: DateUse, today: CalendarDate): DateReading {
  if (typeof cell === 'object' && cell.is === 'day') {
    return isWithin(cell.day) ? day(cell.day) : asked('The year is not one of a plan.')
  }
  const written = wordsOf(cell)
  if (written.trim() === '') return { is: 'none' }
  const text = cleaned(written)
  if (none.test(text) || none.test(folded(written)))
    return { is: 'none', note: `“${written.trim()}” names no day` }
  const read = forms.reduce<DateReading | undefined>(
    (found, form) => found ?? form(text, use, today),
    undefined,
  )
  if (!read) return severalDays(text, use, today) ?? asked('Waymark cannot tell which day this is.')
  if (read.is === 'day' && !isWithin(read.day)) return asked('The year is not one of a plan.')
  return read.is === 'day' && isShortAndFarOff(text, read.day, today)
    ? asked(`The year has two digits, and ${partsOf(read.day).year} is far from now.`, [
        choice(read.day),
      ])
    : read
}

const farOffYears = 20

/** A year of two digits is of this century; not where nobody plans for that or remembers it. */
const isShortAndFarOff = (text: string, read: CalendarDate, today: CalendarDate): boolean =>
  !/(?:19|20|21)\d{2}|^\d{5}/.test(text) &&
  Math.abs(partsOf(read).year - partsOf(today).year) > farOffYears

/** In small letters and without what says nothing of the day: "By", "the", a time, a full stop. */
function cleaned(written: string): string {
  return folded(written)
    .replace(/\(.*?\)/g, (inside) => (/\d/.test(inside) ? inside.slice(1, -1) : ' '))
    .replace(/[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|z)?$/, '')
    .replace(/,?\s(?:at |by )?\d{1,2}(?:\.\d{2})?\s?(?:am|pm|noon)$/, '')
    .replace(/,?\s(?:at |by )?(?:noon|midday|midnight|close of play|cop|cob)$/, '')
    .replace(
      /^(?:(?:to be )?(?:complete[d]?|in place|delivered|done|due|target|deadline|expected|anticipated)\b[\s:]*)?(?:(?:by|before|from|on|for|until|till|no later than|due|starting)\s+)?(?:the\s+)?/,
      '',
    )
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\bthe\b/g, ' ')
    .replace(/\b(first|second|third|fourth) (?=quarter\b)/, (word) => `${ordinals[word.trim()]} `)
    .replace(/\bq\.\s?(?=[1-4]\b)/, 'q')
    .replace(/['’](\d{2})\b/g, ' $1')
    .replace(/[.,;]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const ordinals: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4 }

type Form = (text: string, use: DateUse, today: CalendarDate) => DateReading | undefined

/** One way to write a date: its parts by name, or undefined where the text is not of this form after all. */
const form =
  (
    pattern: RegExp,
    read: (
      parts: Record<string, string | undefined>,
      use: DateUse,
      today: CalendarDate,
    ) => DateReading | undefined,
  ): Form =>
  (text, use, today) => {
    const match = pattern.exec(text)
    return match ? read(match.groups ?? {}, use, today) : undefined
  }

const weekdayForms = '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?'
const monthName = `(?<month>${monthForms})`
const yearDigits = String.raw`(?<year>(?:19|20|21)\d{2}|\d{2})`

function numbered(first: number, second: number, year: number): DateReading {
  const british = dateFromParts(year, second, first)
  if (british) {
    const american =
      first !== second && first <= 12 ? dateFromParts(year, first, second) : undefined
    return american ? day(british, `read day first: ${longDate(british)}`) : day(british)
  }
  const american = dateFromParts(year, first, second)
  return american
    ? asked('There is no such day when the day stands first, as it does in Britain.', [
        choice(american, 'if the month stands first'),
      ])
    : asked('There is no such day.')
}

/** Where no year is written: the one that has begun, and those beside it. */
const eachYear = (
  today: CalendarDate,
  dateIn: (year: number) => CalendarDate | undefined,
): (DateChoice | undefined)[] => {
  const { year } = partsOf(today)
  return [year - 1, year, year + 1].map((one) => choice(dateIn(one)))
}

const noYear = 'It does not say which year.'

/**
 * Two numbers are a day of a month; or, where the second is none, a month and two digits of its year.
 * Two years that follow one another, as in 25-26, are a financial year, further down.
 */
function twoNumbers(
  first: number,
  second: string,
  use: DateUse,
  today: CalendarDate,
): DateReading | undefined {
  const number = Number(second)
  if (first > 12 && number === (first + 1) % 100) return undefined
  // 2024 has a 29 February
  if (dateFromParts(2024, number, first)) {
    return asked(
      noYear,
      eachYear(today, (year) => dateFromParts(year, number, first)),
    )
  }
  if (first < 1 || first > 12 || second.length < 2) return asked('There is no such day.')
  const year = yearOf(second)
  return asked('It may be a month of a year, or a day after its month.', [
    choice(edgeOfMonth(year, first, use), `if ${months[first - 1]!} ${year} is meant`),
    ...eachYear(today, (one) => dateFromParts(one, first, number)),
  ])
}

const edgeOfMonth = (year: number, month: number, use: DateUse): CalendarDate =>
  edge(use, dateFromParts(year, month, 1)!, lastDay(year, month))

const financialEdge = (from: number, use: DateUse): CalendarDate =>
  edge(use, dateFromParts(from, 4, 1)!, lastDay(from + 1, 3))

/** A year that ends, with or without its number: which of the two kinds of year, and which of them. */
function endOfYear(
  kind: string | undefined,
  year: string | undefined,
  use: DateUse,
  today: CalendarDate,
): DateReading {
  const years = year ? [Number(year)] : [-1, 0, 1].map((later) => partsOf(today).year + later)
  const calendar = years.map((one) =>
    choice(edge(use, dateFromParts(one, 1, 1)!, lastDay(one, 12)), `of the year ${one}`),
  )
  // “Financial year 2025” may begin or end in 2025.
  const financial = (year ? [years[0]! - 1, years[0]!] : years).map((from) =>
    choice(financialEdge(from, use), `of the financial year ${financialYear(from)}`),
  )
  const choices = kind === 'calendar' ? calendar : kind ? financial : [...calendar, ...financial]
  return asked(
    year
      ? `It may be one year or another${kind ? '' : ', of the calendar or of finance'}.`
      : 'It does not say which year.',
    choices,
  )
}

function wholeMonth(year: number, month: number, use: DateUse): DateReading {
  return day(
    edgeOfMonth(year, month, use),
    use === 'start' ? 'the first day of the month' : 'the last day of the month',
  )
}

/** The last day of a part of a year, or its first where something starts. */
const edge = (use: DateUse, from: CalendarDate, to: CalendarDate) => (use === 'start' ? from : to)

function quarterChoices(quarter: number, year: number, use: DateUse): DateChoice[] {
  const begins = 3 * quarter - 2
  const calendar = edge(use, dateFromParts(year, begins, 1)!, lastDay(year, begins + 2))
  return [
    choice(calendar, `if the calendar year ${year} is meant`)!,
    choice(
      financialQuarter(quarter, year, use),
      `if the financial year ${financialYear(year)} is meant`,
    )!,
  ]
}

function financialQuarter(quarter: number, year: number, use: DateUse): CalendarDate {
  const [in_, begins] = quarter === 4 ? [year + 1, 1] : [year, 3 * quarter + 1]
  return edge(use, dateFromParts(in_, begins, 1)!, lastDay(in_, begins + 2))
}

const financialYear = (from: number): string =>
  `${from}/${String((from + 1) % 100).padStart(2, '0')}`

const seasons: Record<string, { ends: [month: number, nextYear?: 1]; term?: [number, string] }> = {
  spring: { ends: [5], term: [3, 'about the end of the spring term'] },
  summer: { ends: [8], term: [7, 'about the end of the summer term'] },
  autumn: { ends: [11], term: [12, 'about the end of the autumn term'] },
  winter: { ends: [2, 1] },
}

function seasonChoices(name: string, year: number): (DateChoice | undefined)[] {
  const { ends, term } = seasons[name]!
  return [
    choice(lastDay(year + (ends[1] ?? 0), ends[0]), `the end of ${name}`),
    term && choice(lastDay(year, term[0]), term[1]),
    name === 'winter' ? choice(lastDay(year, 12), 'the end of the year') : undefined,
  ]
}

const forms: readonly Form[] = [
  form(
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<date>\d{1,2})(?:t.*)?$/,
    ({ year, month, date }) => {
      const read = dateFromParts(Number(year), Number(month), Number(date))
      return read ? day(read) : asked('There is no such day.')
    },
  ),
  form(
    /^(?<first>\d{1,2})\s?[-/.\\ ]\s?(?<second>\d{1,2})\s?[-/.\\ ]\s?(?<year>\d{4}|\d{2})$/,
    ({ first, second, year }) => numbered(Number(first), Number(second), yearOf(year!)),
  ),
  form(/^(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<date>[0-3]\d)$/, ({ year, month, date }) => {
    const read = dateFromParts(Number(year), Number(month), Number(date))
    return read ? day(read) : asked('There is no such day.')
  }),
  form(/^(?<date>[0-3]\d)(?<month>0[1-9]|1[0-2])(?<year>20\d{2})$/, ({ year, month, date }) => {
    const read = dateFromParts(Number(year), Number(month), Number(date))
    return read ? day(read) : asked('There is no such day.')
  }),
  // A day as Excel counts them, which is left where a date was copied as a number.
  form(/^(?<serial>[34567]\d{4})(?:\.\d+)?$/, ({ serial }) =>
    day(fromDayNumber(Number(serial) - 25_569), 'a day as Excel counts them'),
  ),
  form(/^(?<first>\d{1,2})[-/.](?<second>\d{1,2})$/, ({ first, second }, use, today) =>
    twoNumbers(Number(first), second!, use, today),
  ),
  form(
    new RegExp(
      String.raw`^(?:(?<weekday>${weekdayForms}),? )?(?<date>\d{1,2})(?: of)?[-\s./]*${monthName}[-\s./,]*${yearDigits}$`,
    ),
    (parts) => namedDay(parts),
  ),
  form(
    new RegExp(
      String.raw`^(?:(?<weekday>${weekdayForms}),? )?${monthName}[-\s.]+(?<date>\d{1,2}),?[-\s]+(?<year>\d{4})$`,
    ),
    (parts) => namedDay(parts),
  ),
  form(
    new RegExp(String.raw`^(?:${weekdayForms},? )?(?<date>\d{1,2})(?: of)?[-\s./]*${monthName}$`),
    ({ date, month }, _use, today) => {
      const inYear = (year: number) => dateFromParts(year, monthOf(month!), Number(date))
      return asked(noYear, eachYear(today, inYear))
    },
  ),
  form(
    new RegExp(String.raw`^${monthName}[-\s./]*(?<year>(?:19|20|21)\d{2})$`),
    ({ month, year }, use) => wholeMonth(Number(year), monthOf(month!), use),
  ),
  form(
    new RegExp(String.raw`^(?<month>0?[1-9]|1[0-2])[/.-](?<year>20\d{2})$`),
    ({ month, year }, use) => wholeMonth(Number(year), Number(month), use),
  ),
  form(
    new RegExp(String.raw`^${monthName}[-\s./]*(?<number>\d{1,2})$`),
    ({ month, number }, use, today) => {
      const named = monthOf(month!)
      const year = yearOf(number!.padStart(2, '0'))
      const asMonth = use === 'start' ? dateFromParts(year, named, 1) : lastDay(year, named)
      if (Number(number) > 31) return wholeMonth(year, named, use)
      return asked('It may be a month of a year, or a day of a month.', [
        choice(asMonth, `if ${months[named - 1]!} ${year} is meant`),
        ...eachYear(today, (one) => dateFromParts(one, named, Number(number))),
      ])
    },
  ),
  form(new RegExp(String.raw`^${monthName}$`), ({ month }, use, today) =>
    asked(
      noYear,
      eachYear(today, (year) =>
        use === 'start' ? dateFromParts(year, monthOf(month!), 1) : lastDay(year, monthOf(month!)),
      ),
    ),
  ),
  // The month after its year, as computers write it; 2025-26 is a financial year, further down.
  form(/^(?<year>20\d{2})[-/.](?<month>0[1-9]|1[0-2])$/, ({ year, month }, use) =>
    (Number(year) + 1) % 100 === Number(month)
      ? asked('It may be a month of a year, or a financial year.', [
          choice(edgeOfMonth(Number(year), Number(month), use), 'if the month is meant'),
          choice(
            financialEdge(Number(year), use),
            `if the financial year ${financialYear(Number(year))} is meant`,
          ),
        ])
      : wholeMonth(Number(year), Number(month), use),
  ),
  form(
    new RegExp(
      String.raw`^(?<part>end|late|mid(?:dle)?|early|beginning|start)[-\s]*(?:of[-\s]+)?${monthName}[-\s]*(?:${yearDigits})?$`,
    ),
    ({ part, month, year }, _use, today) => partOfMonth(part!, monthOf(month!), year, today),
  ),
  form(
    /^(?:q(?:uarter|tr)?\s?(?<quarter>[1-4])|(?<ordinal>[1-4]) quarter)[\s,-]*(?:of[\s]*)?(?:fy\s?)?(?<year>20\d{2}|\d{2})\s?[/-]\s?(?:20)?(?<next>\d{2})$/,
    (parts, use) => {
      const year = yearOf(parts.year!)
      const quarter = Number(parts.quarter ?? parts.ordinal)
      return (year + 1) % 100 === Number(parts.next)
        ? day(financialQuarter(quarter, year, use), `of the financial year ${financialYear(year)}`)
        : asked('The two years do not follow one another.', quarterChoices(quarter, year, use))
    },
  ),
  form(
    /^(?:q(?:uarter|tr)?\s?(?<quarter>[1-4])|(?<ordinal>1|2|3|4) quarter)(?: of)?[\s,/-]*(?:fy\s?)?(?<year>20\d{2}|\d{2})$/,
    ({ quarter, ordinal, year }, use) =>
      asked(
        'A quarter may be of the calendar or of the financial year.',
        quarterChoices(Number(quarter ?? ordinal), yearOf(year!), use),
      ),
  ),
  form(/^(?<year>20\d{2})[\s,/-]*q(?<quarter>[1-4])$/, ({ quarter, year }, use) =>
    asked(
      'A quarter may be of the calendar or of the financial year.',
      quarterChoices(Number(quarter), Number(year), use),
    ),
  ),
  form(/^q(?:uarter|tr)?\s?(?<quarter>[1-4])$/, ({ quarter }, use, today) => {
    const { year } = partsOf(today)
    return asked('It does not say which year, nor whether the financial year is meant.', [
      ...quarterChoices(Number(quarter), year - 1, use),
      ...quarterChoices(Number(quarter), year, use),
      ...quarterChoices(Number(quarter), year + 1, use),
    ])
  }),
  form(new RegExp(String.raw`^w[/. ]?\s?(?<edge>[cbe])\.?:?\s+(?<rest>.+)$`), (parts, use, today) =>
    week(parts.edge!, parts.rest!, use, today),
  ),
  form(/^week (?:commencing|beginning|of) (?<rest>.+)$/, ({ rest }, use, today) =>
    week('c', rest!, use, today),
  ),
  form(/^week ending (?<rest>.+)$/, ({ rest }, use, today) => week('e', rest!, use, today)),
  form(
    /^(?:end of |late |early |mid |by )?(?<season>spring|summer|autumn|winter)(?: term)?[\s,-]*(?<year>20\d{2}|\d{2})?$/,
    ({ season, year }, _use, today) =>
      year
        ? asked('A season has no day of its own.', seasonChoices(season!, yearOf(year)))
        : asked(
            'A season has no day of its own, and it does not say which year.',
            [0, 1].flatMap((later) => seasonChoices(season!, partsOf(today).year + later)),
          ),
  ),
  form(
    /^(?:end of |year end |financial year |fy ?|by end of )*(?<year>20\d{2}|\d{2})\s?[/-]\s?(?:20)?(?<next>\d{2})(?: financial year)?$/,
    ({ year, next }, use) => {
      const from = yearOf(year!)
      return (from + 1) % 100 === Number(next)
        ? day(financialEdge(from, use), `the financial year ${financialYear(from)}`)
        : asked('The two years do not follow one another.')
    },
  ),
  form(
    /^(?:by )?(?:end (?:of )?)?(?<kind>financial|fiscal|tax|calendar)? ?year(?: end)?(?: (?<year>20\d{2}))?$/,
    ({ kind, year }, use, today) => endOfYear(kind, year, use, today),
  ),
  form(/^mid(?:dle)?[-\s]*(?:of )?(?<year>20\d{2})$/, ({ year }) =>
    asked('The middle of a year has no day of its own.', [
      choice(lastDay(Number(year), 6), 'half through the year'),
      choice(
        lastDay(Number(year), 9),
        `half through the financial year ${financialYear(Number(year))}`,
      ),
    ]),
  ),
  form(/^(?:end (?:of )?|late |during |in )?(?:year )?(?<year>20\d{2})$/, ({ year }, use) => {
    const number = Number(year)
    return use === 'start'
      ? asked('It names only a year.', [
          choice(dateFromParts(number, 1, 1), 'the first day of the year'),
          choice(dateFromParts(number, 4, 1), 'the first day of the financial year'),
        ])
      : asked('It names only a year.', [
          choice(lastDay(number, 12), 'the end of the year'),
          choice(lastDay(number, 3), `the end of the financial year ${financialYear(number - 1)}`),
          choice(lastDay(number + 1, 3), `the end of the financial year ${financialYear(number)}`),
        ])
  }),
]

function namedDay({
  weekday: said,
  date,
  month,
  year,
}: Record<string, string | undefined>): DateReading {
  const read = dateFromParts(yearOf(year!), monthOf(month!), Number(date))
  if (!read) return asked('There is no such day.')
  const on = weekdays.find((one) => said && one.toLowerCase().startsWith(said.slice(0, 3)))
  return !on || on === weekday(read)
    ? day(read)
    : asked(`${longDate(read)} is a ${weekday(read)}, not a ${on}.`, [choice(read)])
}

function partOfMonth(
  part: string,
  month: number,
  year: string | undefined,
  today: CalendarDate,
): DateReading {
  const inYear = (one: number): { date: CalendarDate; note: string } => {
    if (part === 'end') return { date: lastDay(one, month), note: 'the last day of the month' }
    if (part.startsWith('mid'))
      return { date: dateFromParts(one, month, 15)!, note: 'the middle of the month' }
    return { date: dateFromParts(one, month, 1)!, note: 'the first day of the month' }
  }
  if (part === 'early' || part === 'late') {
    const days = part === 'early' ? [1, 10] : [21, undefined]
    const years = year ? [yearOf(year)] : [0, 1].map((later) => partsOf(today).year + later)
    return asked(
      `“${part === 'early' ? 'Early' : 'Late'}” has no day of its own${year ? '' : ', and it does not say which year'}.`,
      years.flatMap((one) =>
        days.map((at) => choice(at ? dateFromParts(one, month, at) : lastDay(one, month))),
      ),
    )
  }
  if (!year)
    return asked(
      noYear,
      eachYear(today, (one) => inYear(one).date),
    )
  const { date, note } = inYear(yearOf(year))
  return day(date, note)
}

/** A week by the day it begins or ends with; something due in it may be due on any of its days. */
function week(at: string, rest: string, use: DateUse, today: CalendarDate): DateReading {
  const read = readDate(rest, use, today)
  const begins = at !== 'e'
  if (read.is === 'none') return asked('Waymark cannot tell which week this is.')
  if (read.is === 'asked') {
    return begins && use === 'due'
      ? asked(
          read.because,
          read.choices.map((one) => choice(addDays(one.day, 4), 'the Friday of that week')),
        )
      : read
  }
  if (!begins || use === 'start')
    return day(read.day, begins ? 'the first day of that week' : undefined)
  return asked('It names a week.', [
    choice(addDays(read.day, 4), 'the last working day of that week'),
    choice(read.day, 'its first day'),
  ])
}

/** Several dates in one cell, or a time from one to another: which counts, only a person can say. */
function severalDays(text: string, use: DateUse, today: CalendarDate): DateReading | undefined {
  const found = new Map<CalendarDate, DateChoice>()
  const shared = new RegExp(
    String.raw`^(${monthForms})\s?(?:/|-|to|or|and|&)\s?(${monthForms})\s?(\d{4}|\d{2})$`,
  ).exec(text)
  const pieces = shared
    ? [`${shared[1]} ${yearOf(shared[3]!)}`, `${shared[2]} ${yearOf(shared[3]!)}`]
    : text.split(
        /\s+(?:to|until|-|then|and|or|revised(?: to)?|extended(?: to)?|moved to|now|was|was:|reset to)\s+|[;|&>]|\s?(?:->|=>)\s?|\s-\s|,\s(?=\d)/,
      )
  const wholes = pieces.length > 1 ? pieces : datesWithin(text)
  for (const piece of wholes) {
    if (piece.trim() === '' || piece.trim() === text) continue
    const read = readDate(piece, use, today)
    const days = read.is === 'day' ? [choice(read.day)!] : read.is === 'asked' ? read.choices : []
    for (const one of days) if (!found.has(one.day)) found.set(one.day, one)
  }
  if (found.size === 0) return undefined
  return asked(
    found.size > 1 ? 'It names more than one day.' : 'There are other words beside the date.',
    [...found.values()],
  )
}

const dateWithin = new RegExp(
  String.raw`\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b(?:\d{1,2}\s+)?(?:${monthForms})\s+(?:\d{4}|\d{2})\b|\bq[1-4]\s?(?:\d{4}|\d{2})(?:/\d{2})?\b`,
  'g',
)

const datesWithin = (text: string): string[] => [...text.matchAll(dateWithin)].map(([one]) => one)
