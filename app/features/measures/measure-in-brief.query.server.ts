import type { Context } from '~/auth/context.server'
import { measureById, presentFigures } from '~/db/measure-facts.server'
import type { Better, Unit } from '~/domain/measure/measure'
import { lastPeriodOver, type PeriodLength, periodName } from '~/domain/measure/period'
import { measureStanding } from '~/domain/measure/standing'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { calendarDate } from '~/domain/time/calendar-date'

/** What the small forms of a measure need to know of it. */
export interface MeasureInBriefView {
  id: number
  title: string
  unit: Unit
  better: Better
  length: PeriodLength
  today: CalendarDate
  /** the period that a form begins with, in words */
  period: string
  /** what stands in that period now */
  present: { value: number; numerator: number | null; denominator: number | null } | undefined
  /** whether that period was ever recorded, so that a reason is asked for */
  isCorrection: boolean
}

/** @param from the period that the form is opened for; else the one that awaits its figure */
export async function measureInBrief(
  { db, today }: Context,
  id: number,
  from?: string | null,
): Promise<MeasureInBriefView | undefined> {
  const measure = await measureById(db, id)
  if (!measure) return undefined
  const { title, unit, better, length, points } = measure
  const asked = calendarDate(from ?? '')
  const period = asked ?? measureStanding(measure, today).awaits ?? lastPeriodOver(today, length)
  const recorded = await presentFigures(db, [id])
  return {
    ...{ id, title, unit, better, length, today },
    period: periodName(period, length).replace(/^the week of /, ''),
    present: asked ? points.find((point) => point.from === asked) : undefined,
    isCorrection: asked !== undefined && recorded.some((one) => one.from === asked),
  }
}
