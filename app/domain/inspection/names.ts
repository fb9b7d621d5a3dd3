/**
 * An inspection is called by its kind, its council and its days; an area by a few words, because the
 * titles of the grade tables are too long to compare.
 */
import { type CalendarDate, longDate, months, partsOf } from '../time/calendar-date'
import { type InspectionKind, inspectionKindTitles } from './kinds'

const abbreviations = ['lscb', 'send']

/** "Help and protection" for 'help-and-protection'. */
export function shortAreaName(area: string): string {
  const name = area
    .split('-')
    .map((word) => (abbreviations.includes(word) ? word.toUpperCase() : word))
    .join(' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** "2 to 13 February 2026", "30 January to 10 February 2026", "3 May 2026". */
export function daysInWords(from: CalendarDate, to: CalendarDate): string {
  const first = partsOf(from)
  const last = partsOf(to)
  if (from === to) return longDate(from)
  if (first.year !== last.year) return `${longDate(from)} to ${longDate(to)}`
  const month = first.month === last.month ? '' : ` ${months[first.month - 1]}`
  return `${first.day}${month} to ${longDate(to)}`
}

/** "ILACS inspection of Westmarsh" */
export const inspectionName = ({ kind, council }: { kind: string; council: string }): string =>
  `${kind === 'other' ? 'Inspection' : inspectionKindTitles[kind as InspectionKind]} of ${council}`
