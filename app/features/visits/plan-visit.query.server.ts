import type { Context } from '~/auth/context.server'
import { type InspectionKind, inspectionKindTitles } from '~/domain/inspection/kinds'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { type ChoiceGroup, recommendationsToTest } from './choices.query.server'

export interface PlanVisitView {
  inspections: { id: number; name: string }[]
  toTest: ChoiceGroup[]
}

/** The inspections that a visit can follow, the newest first, and what it may test. */
export async function planVisitView({ db }: Context): Promise<PlanVisitView> {
  const inspections = await db
    .selectFrom('inspections')
    .orderBy('inspectedTo', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'kind', 'inspectedTo'])
    .execute()
  return {
    toTest: await recommendationsToTest(db),
    inspections: inspections.map(({ id, kind, inspectedTo }) => ({
      id,
      name: `${inspectionKindTitles[kind as InspectionKind]}, ended ${longDate(inspectedTo as CalendarDate)}`,
    })),
  }
}
