/**
 * A line of a cell of milestones is a step with a date: "Write the protocol (due 1 December 2026, done 30
 * November 2026)", as an export writes it, or as an old plan does. A step needs a date: a line that names
 * no day is kept as words with the action, and one that may mean several days is asked about.
 *
 * Source: issue 3, "what is exported can be brought in again"; PRODUCT "milestones". In SQL:
 * milestones_have_a_title.
 */
import { type CalendarDate, longDate } from '../time/calendar-date'
import { type DateReading, readDate } from './dates'

export interface BroughtMilestone {
  title: string
  dueOn: CalendarDate
  doneOn: CalendarDate | null
}

export interface MilestoneReading {
  title: string
  due: DateReading
  /** undefined where it says that it is done, and not clearly when */
  doneOn: CalendarDate | null | undefined
}

/** A milestone as an export writes it, to be read again. */
export const milestoneInWords = ({ title, dueOn, doneOn }: BroughtMilestone): string =>
  `${title} (due ${longDate(dueOn)}${doneOn ? `, done ${longDate(doneOn)}` : ''})`

/** The lines of a cell, one milestone each, without the bullets that stand before them. */
export const milestoneLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[•·▪●◦‣]\s*/, '').trim())
    .filter((line) => line !== '')

const done = String.raw`(?:done|completed?|achieved|met|finished)`
// Each splits a line into what is done and when; the exact before the loose.
const forms: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?<title>.*\S)\s*\((?:due|by)\s+(?<due>[^()]*?)(?:[,;]\s*${done}(?:\s+on)?\s+(?<done>[^()]+))?\)$`,
    'i',
  ),
  /^(?<title>.*\S)\s*\((?<due>[^()]*\d[^()]*)\)$/,
  /^(?<title>.*?\S)[\s,;:–—-]+(?:is )?(?:due|by|target)(?: on| by)?[:\s]+(?<due>.{3,40})$/i,
  /^(?<title>.*\S)\s*(?:\s[–—-]|:)\s+(?<due>[^–—:]{3,40})$/,
]

/** What a line says will be done, and by when. */
export function readMilestone(line: string, today: CalendarDate): MilestoneReading {
  for (const form of forms) {
    const parts = form.exec(line)?.groups
    if (!parts) continue
    const due = readDate(parts.due!, 'due', today)
    const isDate = due.is === 'day' || (due.is === 'asked' && due.choices.length > 0)
    if (!isDate) continue
    return { title: parts.title!, due, doneOn: doneIn(parts.done, today) }
  }
  return { title: line, due: { is: 'none' }, doneOn: null }
}

function doneIn(text: string | undefined, today: CalendarDate): CalendarDate | null | undefined {
  if (text === undefined) return null
  const reading = readDate(text, 'due', today)
  return reading.is === 'day' && !reading.note && reading.day <= today ? reading.day : undefined
}
