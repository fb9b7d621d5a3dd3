/**
 * Two days are compared from the earlier to the later one, neither after today nor before the plan's
 * first day. Who names no day is shown what moved since the last checkpoint; who names only one, what
 * moved from there until today, or up to there since the checkpoint before.
 *
 * Source: PRODUCT rule 9 and "checkpoint"; issue 6, "Compare". In SQL nothing holds this: it is read.
 */
import { calendarDate, type CalendarDate, longDate } from '../time/calendar-date'
import type { PlanChanges } from './changes'
import { type Checkpoint, lastCheckpoint } from './checkpoints'

/** What moved since a visit that was held. */
export interface SinceVisit {
  visit: { id: number; title: string; heldTo: CalendarDate }
  changes: PlanChanges
}

/** What moved before the first visit. */
export interface SinceInspection {
  visit: undefined
  changes: PlanChanges
}

export interface ComparedDays {
  from: CalendarDate
  to: CalendarDate
}

export type Compared = { days: ComparedDays } | { days: undefined; because: string }

const notCompared = (because: string): Compared => ({ days: undefined, because })

/** Which days to compare, as somebody typed them; or in one sentence why those cannot be. */
export function comparedDays(
  asked: { from: string; to: string },
  {
    today,
    firstDay,
    checkpoints,
  }: {
    today: CalendarDate
    /** the first day of which anything is known; undefined while nothing is */
    firstDay: CalendarDate | undefined
    /** the latest first */
    checkpoints: readonly Checkpoint[]
  },
): Compared {
  const typed = [asked.from, asked.to].map((one) => one.trim())
  const wrong = typed.find((one) => one !== '' && calendarDate(one) === undefined)
  if (wrong !== undefined) {
    return notCompared(`“${wrong}” is not a day. Choose one, written like ${today}.`)
  }
  if (firstDay === undefined || firstDay > today) {
    return notCompared('There is no plan yet. Once there is, any two of its days can be compared.')
  }
  const to = calendarDate(typed[1]!) ?? today
  const from = calendarDate(typed[0]!) ?? sinceWhen(to, firstDay, checkpoints)
  if (from > today || to > today) {
    const future = from > today ? from : to
    return notCompared(
      `${longDate(future)} has not come yet. The latest day to compare is today, ${longDate(today)}.`,
    )
  }
  if (from < firstDay || to < firstDay) {
    const early = from < firstDay ? from : to
    return notCompared(
      `The plan began on ${longDate(firstDay)}; of ${longDate(early)} nothing is known.`,
    )
  }
  if (from > to) {
    return notCompared(
      `${longDate(from)} comes after ${longDate(to)}. Choose the earlier day as the first.`,
    )
  }
  if (from === to) {
    return notCompared(
      from === firstDay && from === today
        ? `The plan began today. From tomorrow on there is something to compare it with.`
        : `Between ${longDate(from)} and itself nothing moved. Choose two different days.`,
    )
  }
  return { days: { from, to } }
}

/** The last checkpoint before a day of which anything is known; without one, the plan's first day. */
const sinceWhen = (
  to: CalendarDate,
  firstDay: CalendarDate,
  checkpoints: readonly Checkpoint[],
): CalendarDate => {
  const last = lastCheckpoint(checkpoints, to)?.on
  return last && last >= firstDay ? last : firstDay
}
