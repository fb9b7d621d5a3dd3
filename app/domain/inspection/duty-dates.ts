/**
 * The date that Ofsted's letter states for a duty comes after the report; a duty is met on a day that
 * has come, and not before the report was there.
 *
 * Source: PRODUCT rule 6. In SQL: inspection_duties_duty_is_one_we_know.
 */
import { type Decision, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'

interface ReportFacts {
  inspectedTo: CalendarDate
  receivedOn: CalendarDate | null
}

export function canStateDueDate(
  statedOn: CalendarDate,
  { inspectedTo, receivedOn }: ReportFacts,
): Decision {
  if (receivedOn && statedOn < receivedOn) {
    return no('The date in the letter cannot be before the report was received.')
  }
  return statedOn < inspectedTo
    ? no('The date in the letter cannot be before the inspection ended.')
    : yes
}

export function canMeetDutyOn(
  metOn: CalendarDate,
  { inspectedTo, receivedOn }: ReportFacts,
  today: CalendarDate,
): Decision {
  if (metOn > today) return no('Give the day it was done once it is done, not a day to come.')
  if (receivedOn && metOn < receivedOn) {
    return no('It cannot be done before the report was received.')
  }
  return metOn < inspectedTo ? no('It cannot be done before the inspection ended.') : yes
}
