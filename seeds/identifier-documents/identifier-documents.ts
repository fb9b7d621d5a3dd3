import { chanceFrom, type Chance } from '../../app/documents/mutations'
import type { IdentifierKind, IdentifierSettings } from '../../app/domain/evidence/identifiers'

/**
 * Pages of our own words about practice, the same for the same seed: every second one has identifiers
 * at places that are known, all have look-alikes. The identifiers are made here by sums of their own,
 * so that a mistake in the rule is not made twice.
 */
export interface IdentifierDocument {
  text: string
  /** none on a clean page */
  planted: readonly { kind: IdentifierKind; written: string; start: number }[]
}

/** The settings of the council whose pages these are. */
export const measuredSettings: IdentifierSettings = {
  caseNumbers: ['WM-?#######'],
  officePostcodes: ['LS1 4AP', 'LS11 5BD'],
}

export function identifierDocuments(count: number, seed = 2026): IdentifierDocument[] {
  return Array.from({ length: count }, (_, i) => {
    const page = new Page(chanceFrom(seed * 100_003 + i))
    return page.with(i % 2 === 0 ? 0 : 1 + (i % 3))
  })
}

class Page {
  private text = ''
  private planted: { kind: IdentifierKind; written: string; start: number }[] = []

  constructor(private readonly chance: Chance) {}

  with(identifiers: number): IdentifierDocument {
    const sentences = 22 + this.below(12)
    const places = new Set<number>()
    while (places.size < identifiers) places.add(this.below(sentences))
    for (let i = 0; i < sentences; i += 1) {
      if (places.has(i)) this.plant(this.one(kinds))
      else if (this.below(6) === 0) this.text += `${this.one(lookAlikes)(this)} `
      else this.text += `${this.sentence()} `
      if (this.below(5) === 0) this.text = `${this.text.trimEnd()}\n\n`
    }
    return { text: this.text, planted: this.planted }
  }

  private plant(kind: InWords): void {
    const { before, written, after } = made[kind](this)
    this.text += before
    this.planted.push({ kind, written, start: this.text.length })
    this.text += `${written}${after} `
  }

  below = (count: number): number => Math.floor(this.chance() * count)
  one = <T>(choices: readonly T[]): T => choices[this.below(choices.length)]!
  digits = (count: number): string =>
    Array.from({ length: count }, () => String(this.below(10))).join('')
  two = (from: number, to: number): string =>
    String(from + this.below(to - from + 1)).padStart(2, '0')
  date = (years: readonly [number, number]): string => {
    const [day, month] = [this.two(1, 28), this.two(1, 12)]
    const year = String(years[0] + this.below(years[1] - years[0] + 1))
    return this.one([
      `${day}/${month}/${year}`,
      `${day}.${month}.${year}`,
      `${day}-${month}-${year.slice(2)}`,
      `${year}-${month}-${day}`,
      `${Number(day)} ${this.one(months)} ${year}`,
    ])
  }
  sentence = (): string =>
    `${this.one(openings)} ${this.one(subjects)} ${this.one(verbs)} ${this.one(objects)}${this.one(endings)}.`
}

/** A place is told by a photo's satellites, not by words. */
type InWords = Exclude<IdentifierKind, 'place'>

const kinds: readonly InWords[] = [
  // As often as they matter: the two that must never be missed come most.
  ...Array<InWords>(4).fill('nhs-number'),
  ...Array<InWords>(3).fill('upn'),
  'date-of-birth',
  'date-of-birth',
  'postcode',
  'national-insurance-number',
  'case-number',
]

const months =
  'January February March April May June July August September October November December'.split(' ')
const openings = [
  'In most of the records that were read,',
  'Since the last board,',
  'As the team managers had hoped,',
  'In the spring quarter,',
  'Where a worker has been in post for a year,',
  'In two of the five localities,',
]
const subjects = [
  'the reviewing officers',
  'social workers in the north team',
  'the practice leads',
  'those who chair conferences',
  'the duty managers',
  'foster carers',
]
const verbs = [
  'now write down',
  'could explain',
  'had begun to test',
  'are slower than before with',
  'asked again for',
  'have a shared view of',
]
const objects = [
  'why a decision was taken',
  'what a child had said about home',
  'the plan for the next visit',
  'when a strategy meeting is needed',
  'how a return interview changes the plan',
  'the work with fathers',
]
const endings = [
  '',
  ', and the audit of the quarter bears this out',
  ', though not yet at weekends',
  ', which the panel wants to see twice more',
  ', as the sample of twelve shows',
]

type Made = { before: string; written: string; after: string }

const separators3 = ['', ' ', ' ', '-', '.', '\u00a0', '\u202f', '–', '\n', '\r\n   ', '  ', '/']

const made: Record<InWords, (page: Page) => Made> = {
  'nhs-number': (page) => {
    const number = nhsNumber(page)
    const gap = page.one(separators3)
    // A line ends once within a number, not twice.
    const second = gap.includes('\n') ? ' ' : gap
    const written = [number.slice(0, 3), gap, number.slice(3, 6), second, number.slice(6)].join('')
    const before = page.one(['NHS number ', 'NHS No: ', 'the child (', 'record ', 'NHS no. ', ''])
    return { before, written, after: before.endsWith('(') ? ')' : page.one(['.', ',', ';']) }
  },
  upn: (page) => {
    const upn = pupilNumber(page)
    const gap = page.one(['', '', ' ', '-', '\u00a0'])
    const grouped = [upn.slice(0, 1), upn.slice(1, 4), upn.slice(4, 8), upn.slice(8)].join(gap)
    const written = page.one([grouped, grouped, upn.toLowerCase(), `${upn[0]} ${upn.slice(1)}`])
    return { before: page.one(['UPN ', 'UPN: ', 'pupil ', 'the pupil (']), written, after: '.' }
  },
  'national-insurance-number': (page) => {
    const written = [
      page.one(['AB', 'CE', 'JG', 'PX', 'SK', 'WL']),
      page.digits(2),
      page.digits(2),
      page.digits(2),
      page.one([...'ABCD']),
    ].join(page.one(['', ' ']))
    return { before: page.one(['National Insurance ', 'NI no. ', 'carer ']), written, after: '.' }
  },
  'date-of-birth': (page) => ({
    before: page.one(['DOB ', 'dob: ', 'D.O.B. ', 'Date of birth: ', 'born on ', 'DoB - ']),
    written: page.date([2006, 2025]),
    after: '.',
  }),
  postcode: (page) => ({
    before: page.one(['lives at ', 'moved to ', 'address: 4 Long Row, ']),
    written: `${page.one(['LS', 'M', 'B', 'SE', 'NE', 'CV', 'PL'])}${1 + page.below(9)}${page.one([' ', ' ', ''])}${page.below(10)}${page.one([...'ABDEFGHJ'])}${page.one([...'LNPQRSTU'])}`,
    after: '.',
  }),
  'case-number': (page) => ({
    before: page.one(['case ', 'see ', 'ref ']),
    written: `WM${page.one(['', '-'])}${page.digits(7)}`,
    after: '.',
  }),
}

/** Weights 10 to 1 over all ten digits give a multiple of eleven: the other way to say the check. */
function nhsNumber(page: Page): string {
  for (;;) {
    const number = page.one([...'4679']) + page.digits(9)
    const sum = [...number].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
    if (sum % 11 === 0) return number
  }
}

function pupilNumber(page: Page): string {
  // The letters in the order of the guide: I, O and S are never used.
  const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
  const isTemporary = page.below(5) === 0
  const places = [...page.one(['801', '383', '352', '207', '909']), ...page.digits(8)].map(Number)
  const last = isTemporary ? page.below(23) : page.below(10)
  let rest = last * 13
  for (let place = 12; place >= 2; place -= 1) rest += places[place - 2]! * place
  return letters[rest % 23]! + places.join('') + (isTemporary ? letters[last]! : String(last))
}

const lookAlikes: readonly ((page: Page) => string)[] = [
  (p) => `Ring the duty desk on 0${p.one(['113', '161', '121'])} 496 0${p.digits(3)}.`,
  (p) => `Tel: 0${p.one(['1204', '1722'])} ${p.digits(6)}.`,
  (p) => `Mobile 07700 900${p.digits(3)}, or +44 7700 900 ${p.digits(3)}.`,
  (p) => `The training was paid with invoice no. ${p.digits(10)}.`,
  (p) => `Purchase order ${p.digits(10)} covers ${p.below(40)} places.`,
  (p) =>
    `See [20${p.two(10, 25)}] EWCA Civ ${p.below(2000)} and (20${p.two(10, 25)}) 2 FLR ${p.below(1500)}.`,
  (p) => `The book is ISBN 978-0-${p.digits(3)}-${p.digits(5)}-${p.below(10)}.`,
  (p) => `ISBN ${p.digits(10)} is on the reading list.`,
  (p) => `The group met on ${p.date([2023, 2026])} and again on ${p.date([2023, 2026])}.`,
  (p) =>
    `It rose from ${p.below(100)}.${p.below(10)}% to ${p.below(100)}% of ${p.digits(3)} plans.`,
  (p) => `Spending was £${p.two(10, 99)},${p.digits(3)},${p.digits(3)} in 2024/25.`,
  () => `Come to the council’s office, 1 Civic Way, LS1 4AP.`,
  () => `Ofsted, Piccadilly Gate, Store Street, Manchester M1 2WD.`,
  (p) => `The report is ${p.digits(8)}, of a provider with URN ${p.digits(7)}.`,
  (p) =>
    `The photo IMG_20${p.two(20, 25)}${p.two(1, 12)}${p.two(1, 28)}_${p.digits(6)}.jpg shows the wall.`,
  (p) => `Weeks 12 13 14 had ${p.digits(3)} ${p.digits(3)} ${p.digits(3)} contacts.`,
  (p) => `Section 47 of the Children Act 1989, SI 2010/${p.digits(3)}, paragraph ${p.below(90)}.`,
  (p) => `The ward was built on ${p.date([1890, 1990])}; DOB is asked for on the form.`,
  (p) =>
    `Version ${p.below(9)}.${p.below(20)}.${p.below(200)} of form CP${p.digits(3)}B is in use.`,
  (p) =>
    `The card ends in ${p.digits(4)} ${p.digits(4)}, and the meeting is in room E1, 2nd floor.`,
  // Ten digits without a word that says what they are: one in eleven of them passes the sum.
  (p) => `The list was taken from export-17${p.digits(8)}.csv.`,
  (p) => `Budget code ${p.one(['QA', 'CS'])}${p.digits(6)} and cost centre ${p.digits(5)}.`,
]
