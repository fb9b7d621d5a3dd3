import type { BurnUpDay } from '~/domain/plan/burn-up'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { type BurnUpDrawing, drawBurnUp } from './draw-burn-up'

export interface BurnUpView {
  drawing: BurnUpDrawing
  days: readonly BurnUpDay[]
  /** lettered in this order */
  visits: readonly { id: number; title: string; on: CalendarDate }[]
}

/** The burn-up with the visits that were over on its days; undefined while there is nothing to follow. */
export function burnUpView(
  days: readonly BurnUpDay[],
  held: BurnUpView['visits'],
): BurnUpView | undefined {
  const [first, last] = [days[0], days.at(-1)]
  const visits = held.filter(({ on }) => first && last && on >= first.on && on <= last.on)
  const drawing = drawBurnUp(days, visits)
  return drawing && { drawing, days, visits }
}
