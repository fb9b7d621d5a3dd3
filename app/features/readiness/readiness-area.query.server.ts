import type { Context } from '~/auth/context.server'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { type NextVisit, readinessFacts, type TitledArea } from './readiness-facts.server'

export interface ReadinessAreaView {
  on: CalendarDate
  area: TitledArea
  nextVisit: NextVisit | undefined
}

/** One area in full; undefined where no recommendation is about it. */
export async function readinessAreaView(
  context: Context,
  area: string,
): Promise<ReadinessAreaView | undefined> {
  const { areas, nextVisit } = await readinessFacts(context)
  const found = areas.find((one) => one.area === area)
  return found && { on: context.today, area: found, nextVisit }
}
