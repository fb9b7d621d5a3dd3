/**
 * Small files that evidence comes with: tables of counts, pages of words and emails, made when the story is
 * told; and a few of other kinds, which lie in seeds/sample-evidence.
 */
import {
  addMonths,
  type CalendarDate,
  longDate,
  months,
  partsOf,
} from '~/domain/time/calendar-date'

export interface StoryFile {
  name: string
  /** The text of the file, for evidence of a period that ends on that day. */
  textFor(periodTo: CalendarDate): string
  /** As what the file itself lies in seeds/sample-evidence; its text is what can be read in it. */
  liesReadyAs?: string
}

const cell = (value: string | number): string => {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`

/** A table with these columns and rows. */
export const table = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): StoryFile => ({ name: `${name}.csv`, textFor: () => csv([columns, ...rows]) })

/** A number for each month, the last one for the month in which the period ends. */
export const byMonth = (
  name: string,
  column: string,
  values: readonly (string | number)[],
): StoryFile => ({
  name: `${name}.csv`,
  textFor: (periodTo) =>
    csv([
      ['Month', column],
      ...values.map((value, at) => {
        const { year, month } = partsOf(addMonths(periodTo, at - values.length + 1))
        return [`${months[month - 1]} ${year}`, value]
      }),
    ]),
})

/** What an audit asked, and how many of the records it read met it. */
export const auditSheet = (
  name: string,
  read: number,
  questions: readonly (readonly [question: string, met: number])[],
): StoryFile => ({
  name: `${name}.csv`,
  textFor: () =>
    csv([
      ['Question', 'Met', 'Records read', 'Per cent'],
      ...questions.map(([question, met]) => [question, met, read, Math.round((met / read) * 100)]),
    ]),
})

/** A file of seeds/sample-evidence, in which this can be read, among other words. */
export const ready = (name: string, ...says: readonly string[]): StoryFile => ({
  name,
  textFor: () => says.join('\n'),
  liesReadyAs: name.toLowerCase().replaceAll(' ', '-'),
})

/** An email, sent at noon of the day on which the period ends. */
export const email = (
  name: string,
  { from, to, subject }: { from: string; to: string; subject: string },
  ...lines: readonly string[]
): StoryFile => ({
  name: `${name}.eml`,
  textFor: (periodTo) => {
    const { year, month, day } = partsOf(periodTo)
    return [
      `From: ${from}`,
      `To: ${to}`,
      `Date: ${day} ${months[month - 1]!.slice(0, 3)} ${year} 12:00:00 +0000`,
      `Subject: ${subject}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      ...lines,
      '',
    ].join('\r\n')
  },
})

/** A page of words. */
export const page = (name: string, ...lines: readonly string[]): StoryFile => ({
  name: `${name}.txt`,
  textFor: (periodTo) => `${name}\nAs at ${longDate(periodTo)}\n\n${lines.join('\n')}\n`,
})
