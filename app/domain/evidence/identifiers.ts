/**
 * No child is identifiable: file names, notes and the text of uploads are searched for numbers,
 * dates and codes that would tell who a child is, and each hit is shown masked to the uploader.
 *
 * Source: PRODUCT rule 8; NHS Data Dictionary (NHS_NUMBER, modulus 11); DfE Unique Pupil Number
 * check letter; HMRC form of the National Insurance number. A hit is a question, never a verdict:
 * one in eleven of all ten-digit numbers passes the NHS check, so the uploader may record why it is
 * not an identifier. Nothing here stores or logs what it finds.
 */
import { dateFromParts } from '../time/calendar-date'
import { searchFor } from './case-number-patterns'

export const identifierKinds = [
  'nhs-number',
  'upn',
  'national-insurance-number',
  'date-of-birth',
  'postcode',
  'case-number',
  'place',
] as const
export type IdentifierKind = (typeof identifierKinds)[number]

export const identifierTitles: Record<IdentifierKind, string> = {
  'nhs-number': 'NHS number',
  upn: 'Unique pupil number (UPN)',
  'national-insurance-number': 'National Insurance number',
  'date-of-birth': 'Date of birth',
  postcode: 'Postcode',
  'case-number': 'Case number',
  // of a photo or recording within a file; words never tell it
  place: 'Place where a photo or recording was made',
}

export interface IdentifierHit {
  kind: IdentifierKind
  /** Place in the text, in UTF-16 units as JavaScript counts them; `end` is the first unit after. */
  start: number
  end: number
  /** The hit with its letters and digits as dots; the last two stay, but none of a date of birth. */
  masked: string
}

export interface IdentifierSettings {
  /** Patterns of the council's own case numbers, such as "LCS######" (case-number-patterns.ts). */
  caseNumbers?: readonly string[]
  /** Postcodes that are nobody's home: the council's offices. Those in every report are known. */
  officePostcodes?: readonly string[]
}

/**
 * Everything in the text that looks like an identifier, in order, none overlapping another. Finds
 * every valid NHS number and UPN in its usual forms; for the rest it prefers few false alarms.
 * Throws SyntaxError for a case-number pattern that `canUseAsPattern` would refuse.
 */
export function findIdentifiers(
  text: string,
  settings: IdentifierSettings = {},
): readonly IdentifierHit[] {
  const found: IdentifierHit[] = []
  // The more telling kind first: a UPN is not also reported as the postcode within it.
  for (const find of [upns, nhsNumbers, nationalInsuranceNumbers, datesOfBirth]) {
    found.push(...find(text))
  }
  found.push(...postcodes(text, settings.officePostcodes ?? []))
  found.push(...caseNumbers(text, settings.caseNumbers ?? []))
  const taken = new Uint8Array(text.length)
  const kept = found.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

function hit(text: string, kind: IdentifierKind, start: number, end: number): IdentifierHit {
  const shown = kind === 'date-of-birth' ? 0 : 2
  const characters = [...text.slice(start, end)]
  const hidden = characters.filter((one) => /[\p{L}\p{N}]/u.test(one)).length - shown
  let seen = 0
  const masked = characters
    .map((one) => (/[\p{L}\p{N}]/u.test(one) && (seen += 1) <= hidden ? '•' : one))
    .join('')
  return { kind, start, end, masked }
}

/** Every place where the pattern matches, those that begin inside an earlier match included. */
function* everyMatch(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  const search = new RegExp(pattern.source, pattern.flags.replace('g', '') + 'g')
  for (let match = search.exec(text); match; match = search.exec(text)) {
    yield match
    search.lastIndex = match.index + 1
  }
}

// What may stand between the groups of one number: spaces of any width, a line end with the indent
// of the next line, a hyphen or dash, a full stop, slash or underscore, characters without width that
// documents leave behind, and what stands for a sign that the letters of a PDF do not have. Written so that each character can be read in one way only: a text
// made to be slow to search is searched as fast as any other.
const space = String.raw`[ \0\t\f\v\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\u00ad\ufeff]`
const gap = String.raw`${space}{0,3}(?:(?:\r?\n|[\r\u2028\u2029])${space}{0,12})?`
const between = String.raw`(?:${gap}(?:[-\u2010-\u2015\u2212._/]${gap})?)`
const anySeparators = /[\s\0\u00ad\u200b-\u200d\u2060\ufeff\u2010-\u2015\u2212._/-]/g

const nhsShapes = new RegExp(String.raw`(?<!\d)\d{3}${between}\d{3}${between}\d{4}(?!\d)`)
// With its name before it, a number is recognised however its digits are grouped.
const nhsNamed = new RegExp(
  String.raw`(?<![A-Za-z])NHS(?![A-Za-z])[^\d\n]{0,30}?(?<number>(?<!\d)\d(?:${between}\d){9})(?!\d)`,
  'i',
)

/**
 * Whether ten digits are an NHS number: modulus 11 over weights 10 to 2, and not one digit repeated
 * ten times, which would pass the sum. The digits alone, without spaces.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, i) => total + Number(digit) * (10 - i),
    0,
  )
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}

function nhsNumbers(text: string): IdentifierHit[] {
  const hits: IdentifierHit[] = []
  const consider = (start: number, written: string, named: boolean) => {
    if (!isNhsNumber(written.replace(anySeparators, ''))) return
    if (!named && isSomethingElse(text, start, written)) return
    hits.push(hit(text, 'nhs-number', start, start + written.length))
  }
  for (const match of everyMatch(text, nhsShapes)) consider(match.index, match[0], false)
  for (const match of everyMatch(text, nhsNamed)) {
    const written = match.groups!.number!
    consider(match.index + match[0].length - written.length, written, true)
  }
  return hits
}

const otherNames =
  /\b(?:invoice|purchase order|order|po|isbn|isbn-?10|vat|account|barcode|serial|licence)(?:\s+(?:no|num|number|ref|reference))?\b[\s.:#№-]{0,4}$/i

/**
 * Ten digits that their own words make something else: the last ten of "+44 (0)113 496 0000", a
 * number with a telephone's name and a nought, or one directly behind "Invoice no." and the like.
 * One in eleven of those would pass the sum.
 */
function isSomethingElse(text: string, start: number, written: string): boolean {
  const before = text.slice(Math.max(0, start - 32), start)
  if (/(?:(?<![\w+])\+\d{1,3}|\b0044)[\s.-]*(?:\(0\))?[\s.(-]*$/.test(before)) return true
  if (otherNames.test(before)) return true
  return /^0/.test(written) && /\b(?:tel|telephone|phone|mobile|mob|fax|call)\b\W*$/i.test(before)
}

const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const upnShape = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?:UPN)?(?<upn>[A-HJ-NP-RT-Z]${between}\d{3}${between}\d{4}${between}\d{2}${between}\d{2}[\dA-HJ-NP-RT-Z])(?![A-Za-z0-9])`,
  'i',
)
// With its name before it, a number is recognised however its characters are grouped.
const upnNamed = new RegExp(
  String.raw`(?<![A-Za-z])UPN(?![A-Za-z])[^\d\n]{0,20}?(?<upn>(?<![A-Za-z0-9])[A-HJ-NP-RT-Z](?:${between}\d){11}${between}[\dA-HJ-NP-RT-Z])(?![A-Za-z0-9])`,
  'i',
)

/**
 * Whether thirteen characters are a unique pupil number: a check letter, a local authority, a
 * school, a year and a serial number, whose last place is a letter where the number is temporary.
 * Either case; without spaces.
 */
export function isUpn(characters: string): boolean {
  const upn = characters.toUpperCase()
  if (!/^[A-HJ-NP-RT-Z](?!000)\d{11}[\dA-HJ-NP-RT-Z]$/.test(upn)) return false
  const sum = [...upn.slice(1)].reduce((total, character, i) => {
    const value = /\d/.test(character) ? Number(character) : upnLetters.indexOf(character)
    return total + value * (i + 2)
  }, 0)
  return upnLetters[sum % 23] === upn[0]
}

function upns(text: string): IdentifierHit[] {
  const hits: IdentifierHit[] = []
  for (const match of [...everyMatch(text, upnShape), ...everyMatch(text, upnNamed)]) {
    const written = match.groups!.upn!
    const start = match.index + match[0].length - written.length
    if (isUpn(written.replace(anySeparators, ''))) {
      hits.push(hit(text, 'upn', start, start + written.length))
    }
  }
  return hits
}

const niBody = String.raw`(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][\s-]?\d{2}[\s-]?\d{2}[\s-]?\d{2}`
const niShape = new RegExp(String.raw`(?<![A-Z0-9])${niBody}[\s-]?[A-D](?![A-Z0-9])`, 'i')
// The last letter is often left out; without it the number is one only where it is named.
const niNamed = new RegExp(
  String.raw`\b(?:NINO|NI|national insurance)\b[^\d\n]{0,12}?(?<![A-Z0-9])(?<number>${niBody})(?![A-Z0-9])`,
  'i',
)

function nationalInsuranceNumbers(text: string): IdentifierHit[] {
  const hits: IdentifierHit[] = []
  for (const match of text.matchAll(new RegExp(niShape.source, 'gi'))) {
    hits.push(hit(text, 'national-insurance-number', match.index, match.index + match[0].length))
  }
  for (const match of text.matchAll(new RegExp(niNamed.source, 'gi'))) {
    const end = match.index + match[0].length
    hits.push(hit(text, 'national-insurance-number', end - match.groups!.number!.length, end))
  }
  return hits
}

const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const year = String.raw`(?:19|20)?\d{2}`
const dateForms = [
  String.raw`(?<y1>(?:19|20)\d{2})[-/.](?<m1>\d{1,2})[-/.](?<d1>\d{1,2})`,
  String.raw`(?<d2>\d{1,2})(?:\s?[-/._]\s?|\s)(?<m2>\d{1,2})(?:\s?[-/._]\s?|\s)(?<y2>${year})`,
  String.raw`(?<d3>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.,_-]*(?:${monthNames})[\s.,_-]*'?(?:${year})`,
  String.raw`(?:${monthNames})[\s.]*\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}`,
  String.raw`(?<d5>\d{2})(?<m5>\d{2})(?<y5>(?:19|20)\d{2})`,
  String.raw`(?<y6>(?:19|20)\d{2})(?<m6>\d{2})(?<d6>\d{2})`,
]
const dateForm = new RegExp(`(?<!\\d)(?:${dateForms.join('|')})(?!\\d)`, 'gi')
const birthWords =
  /(?<![a-z])(?:(?:person|child|pupil)?d\.?\s?o\.?\s?b(?:['’]?s)?(?![a-z])\.?|dates?[\s_-]?of[\s_-]?birth|(?:person|child|pupil)?[\s_-]?birth[\s_-]?dates?|birthdays?|b\.(?=\s?\d)|born(?![a-z]))/gi

/** How far after the word a date is still the date of birth, in characters. */
const reach = { after: 40, afterBorn: 25 }

function isADay(match: RegExpMatchArray): boolean {
  const group = match.groups ?? {}
  const of = (letter: string) =>
    Number([1, 2, 3, 5, 6].map((i) => group[`${letter}${i}`]).find((value) => value !== undefined))
  const [d, m] = [of('d'), of('m')]
  if (Number.isNaN(m)) return Number.isNaN(d) || (d >= 1 && d <= 31)
  // Either order, because systems export both.
  return dateFromParts(2000, m, d) !== undefined || dateFromParts(2000, d, m) !== undefined
}

const firstDate = new RegExp(dateForm.source, 'i')

/** Whether the words of one cell would be read as a date of birth under a heading "DOB". */
export function isReadAsDate(words: string): boolean {
  const match = firstDate.exec(words)
  return match !== null && isADay(match)
}

interface Span {
  start: number
  end: number
}

function datesOfBirth(text: string): IdentifierHit[] {
  const words = [...text.matchAll(birthWords)]
  if (words.length === 0) return []
  const dates: Span[] = [...text.matchAll(dateForm)]
    .filter(isADay)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const spans = [
    ...words.flatMap((word) => datesBeside(text, dates, word)),
    ...datesInBirthColumns(text, dates),
  ]
  return spans.map(({ start, end }) => hit(text, 'date-of-birth', start, end))
}

function datesBeside(text: string, dates: readonly Span[], word: RegExpMatchArray): Span[] {
  const start = word.index!
  const end = start + word[0].length
  const born = /^born/i.test(word[0])
  const spans: Span[] = []
  const first = firstFrom(dates, end)
  const ahead = dates[first]
  if (ahead && ahead.start - end <= (born ? reach.afterBorn : reach.after)) {
    const gapBetween = text.slice(end, ahead.start)
    const newLine = gapBetween.includes('\n')
    // "DOB is asked for. The group met on 12/03/2025": the next sentence is about something else.
    const nextSentence = /[a-z][.;!?]\s+[a-z]/i.test(gapBetween)
    const isListed = newLine && birthColumn(lineAt(text, start)) !== undefined
    if (!nextSentence && !isListed) spans.push(ahead)
    let last = first
    // "DOBs 12/03/2014 and 14/05/2016": a list goes on while only marks or "and" stand between.
    for (let next = dates[last + 1]; next && !newLine && !nextSentence; next = dates[last + 1]) {
      if (!/^[\s,;&/]*(?:and)?\s*$/.test(text.slice(dates[last]!.end, next.start))) break
      spans.push(next)
      last += 1
    }
  }
  // Before it: only "12/03/2014 (DOB)", with nothing but marks between and no sentence behind.
  const before = born ? undefined : dates[firstFrom(dates, start) - 1]
  const isClosed = /^\s{0,2}(?:$|[\r\n)\].,;|])/.test(text.slice(end, end + 3))
  if (before && isClosed && /^[\s(,;:[-]{0,5}$/.test(text.slice(before.end, start))) {
    spans.push(before)
  }
  return spans
}

const lineAt = (text: string, place: number): string => {
  const end = text.indexOf('\n', place)
  return text.slice(text.lastIndexOf('\n', place - 1) + 1, end === -1 ? undefined : end)
}

/** The index of the first date that starts at `from` or after it; halving, because uploads are long. */
function firstFrom(dates: readonly Span[], from: number): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.start < from) low = middle + 1
    else high = middle
  }
  return low
}

/** In a table as text, the dates under a heading that is nothing but "DOB" or "Date of birth". */
function datesInBirthColumns(text: string, dates: readonly Span[]): Span[] {
  const spans: Span[] = []
  let column: { mark: string; place: number } | undefined
  let start = 0
  let next = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const heading = birthColumn(line)
    if (heading) column = heading
    else if (line.trim() === '') column = undefined
    let place = 0
    let counted = start
    for (; next < dates.length && dates[next]!.start < end; next += 1) {
      const date = dates[next]!
      if (!column) continue
      // Counted on from the date before, because a line may be as long as the upload.
      place += text.slice(counted, date.start).split(column.mark).length - 1
      counted = date.start
      if (place === column.place) spans.push(date)
    }
    start = end + 1
  }
  return spans
}

function birthColumn(line: string): { mark: string; place: number } | undefined {
  for (const mark of ['\t', ',', ';', '|']) {
    const cells = line.split(mark)
    if (cells.length < 2) continue
    const place = cells.findIndex((cell) =>
      /^\W*(?:(?:(?:person|child|pupil)['’]?s?\s?)?(?:d\.?o\.?b\.?|date of birth|birth ?date))\W*$/i.test(
        cell.replace(/_/g, ' '),
      ),
    )
    if (place !== -1) return { mark, place }
  }
  return undefined
}

const postcodeAreas =
  'AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE'
const postcodeShape = new RegExp(
  String.raw`(?<![A-Z0-9])(?:${postcodeAreas})(?:\d{1,2}|\d[A-HJKMNPR-Y])(?<gap>[ \u00a0\t_]{0,2})\d[ABD-HJLNP-UW-Z]{2}(?![A-Z0-9])`,
  'gi',
)
// Printed in every report: Ofsted's office and The National Archives.
const inEveryReport = ['M12WD', 'TW94DU']

function postcodes(text: string, offices: readonly string[]): IdentifierHit[] {
  const known = new Set([
    ...inEveryReport,
    ...offices.map((one) => one.toUpperCase().replace(/\s/g, '')),
  ])
  return [...text.matchAll(postcodeShape)]
    .filter((match) => {
      const written = match[0]
      if (known.has(written.toUpperCase().replace(/[\s_]/g, ''))) return false
      if (written === written.toUpperCase()) return true
      // In small letters it needs its gap, and "e1 2nd" is a place in a list.
      return (
        written === written.toLowerCase() &&
        match.groups!.gap !== '' &&
        !/(?:1st|2nd|3rd|\dth)$/.test(written)
      )
    })
    .map((match) => hit(text, 'postcode', match.index, match.index + match[0].length))
}

function caseNumbers(text: string, patterns: readonly string[]): IdentifierHit[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(searchFor(pattern), 'gi'))].map((match) =>
      hit(text, 'case-number', match.index, match.index + match[0].length),
    ),
  )
}
