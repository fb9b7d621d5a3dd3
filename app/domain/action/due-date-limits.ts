/**
 * How far a date may move without a leader, and how near a board or a visit a move is marked as late,
 * is the council's own limit; each change of it says why, and what stood before stays on record.
 *
 * Source: PRODUCT rules 1 and 5; the numbers to begin with stand in due-date-change.ts. In SQL:
 * due_date_limits_say_why, due_date_limits_are_counted, due_date_limits_are_never_changed.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { counted } from '../time/calendar-date'
import type { DueDateSettings } from './due-date-change'

/** Beyond these a limit would say nothing any more. */
export const mostLimits = { workingDays: 250, changes: 10, daysBefore: 60 } as const

/** Whether the actor may set the limits; with some given, whether those will do. */
export const canSetDueDateLimits = (
  actor: Actor,
  present?: DueDateSettings,
  asked?: { limits: DueDateSettings; why: string },
): Decision =>
  all(
    may(actor, 'ratings.set'),
    asked ? inRange(asked.limits) : yes,
    present && asked && isSame(present, asked.limits)
      ? no('These are the limits that stand already.')
      : yes,
    asked && asked.why.trim() === '' ? no('Say why the limits change.') : yes,
  )

const isWithin = (value: number | null, from: number, to: number): boolean =>
  value === null || (Number.isInteger(value) && value >= from && value <= to)

const inRange = (limits: DueDateSettings): Decision =>
  all(
    isWithin(limits.workingDaysWithoutAgreement, 0, mostLimits.workingDays)
      ? yes
      : no(`Give working days from 0 to ${mostLimits.workingDays}, or none for no such limit.`),
    isWithin(limits.agreementFromChange, 1, mostLimits.changes)
      ? yes
      : no(`Give a change from 1 to ${mostLimits.changes}, or none for no such limit.`),
    isWithin(limits.lateMoveDaysBefore, 0, mostLimits.daysBefore)
      ? yes
      : no(`Give days from 0 to ${mostLimits.daysBefore}.`),
  )

const isSame = (a: DueDateSettings, b: DueDateSettings): boolean =>
  a.anyChangeOnPriorityAction === b.anyChangeOnPriorityAction &&
  a.workingDaysWithoutAgreement === b.workingDaysWithoutAgreement &&
  a.agreementFromChange === b.agreementFromChange &&
  a.lateMoveDaysBefore === b.lateMoveDaysBefore

/** The limits, one sentence each. */
export function limitsInWords(limits: DueDateSettings): string[] {
  const { workingDaysWithoutAgreement: days, agreementFromChange: change } = limits
  const waits = [
    ...(limits.anyChangeOnPriorityAction
      ? ['Any new date of an action for an area for priority action waits for a leader.']
      : []),
    ...(days === null
      ? []
      : [
          `A date more than ${counted(days, 'working day')} after the original waits for a leader.`,
        ]),
    ...(change === null
      ? []
      : [
          change === 1
            ? 'Every new date waits for a leader.'
            : `From change ${change} of a date on, each one waits for a leader.`,
        ]),
  ]
  const late = limits.lateMoveDaysBefore
  return [
    ...(waits.length === 0 ? ['No new date waits for a leader.'] : waits),
    late === 0
      ? 'A move on the day of a board meeting or a visit, or after the date had passed, is marked as late.'
      : `A move within ${counted(late, 'day')} before a board meeting or a visit, or after the date had passed, is marked as late.`,
  ]
}
