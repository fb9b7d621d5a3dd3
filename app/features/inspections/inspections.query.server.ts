import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { frameworksIn } from '~/db/frameworks.server'
import { may } from '~/domain/access/permissions'
import { type InspectionKind, inspectionKindTitles } from '~/domain/inspection/kinds'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { type Graded, graded } from './graded'
import { statementsOf } from './statements'

export interface InspectionsView {
  today: CalendarDate
  canAdd: boolean
  inspections: InspectionRow[]
  /** reports that wait to be confirmed, for those who may */
  waiting: { id: number; originalName: string; startedByName: string; startedOn: CalendarDate }[]
}

interface InspectionRow {
  id: number
  kindTitle: string
  council: string
  inspectedFrom: CalendarDate
  inspectedTo: CalendarDate
  /** the judgement of the whole where there is one, else every judgement */
  grades: Graded[]
  recommendations: number
  /** the next statement owed; null where one is owed and its day is not known */
  nextDuty: { title: string; dueOn: CalendarDate | null } | undefined
}

/** Every inspection, newest first. */
export async function inspectionsView(context: Context): Promise<InspectionsView> {
  const { db, actor, today } = context
  const canAdd = may(actor, 'inspection.import').allowed
  const frameworks = await frameworksIn(db)
  const rows = await db
    .selectFrom('inspections as i')
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('i.id', 'desc')
    .select([
      'i.id',
      'i.kind',
      'i.frameworkId',
      'i.council',
      'i.inspectedFrom',
      'i.inspectedTo',
      'i.reportReceivedOn',
      'i.principalAuthority',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('judgements as j')
          .whereRef('j.inspectionId', '=', 'i.id')
          .select(['j.area', 'j.grade']),
      ).as('judgements'),
      jsonArrayFrom(
        eb
          .selectFrom('inspectionDuties as d')
          .whereRef('d.inspectionId', '=', 'i.id')
          .select(['d.duty', 'd.statedOn', 'd.metOn']),
      ).as('recorded'),
      jsonArrayFrom(
        eb
          .selectFrom('recommendations as r')
          .whereRef('r.inspectionId', '=', 'i.id')
          .select('r.kind'),
      ).as('recommendations'),
    ])
    .execute()
  return {
    today,
    canAdd,
    waiting: canAdd ? await waitingImports(context) : [],
    inspections: rows.map((row) => {
      const grades = graded(frameworks, row.frameworkId, row.judgements)
      const overall = grades.filter(({ isOverall }) => isOverall)
      const recommendationKinds = row.recommendations.map(({ kind }) => kind)
      const next = statementsOf({ ...row, recommendationKinds }, today)
        .filter(({ metOn }) => metOn === null)
        .toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))[0]
      return {
        id: row.id,
        kindTitle: inspectionKindTitles[row.kind as InspectionKind],
        council: row.council,
        inspectedFrom: row.inspectedFrom as CalendarDate,
        inspectedTo: row.inspectedTo as CalendarDate,
        grades: overall.length > 0 ? overall : grades,
        recommendations: row.recommendations.length,
        nextDuty: next && { title: next.title, dueOn: next.dueOn },
      }
    }),
  }
}

async function waitingImports({ db }: Context): Promise<InspectionsView['waiting']> {
  const rows = await db
    .selectFrom('reportImports as r')
    .innerJoin('reportSources as s', 's.id', 'r.sourceId')
    .innerJoin('people as p', 'p.id', 'r.startedById')
    .where('r.confirmedAt', 'is', null)
    .where('r.discardedAt', 'is', null)
    .orderBy('r.id', 'desc')
    .select(['r.id', 's.originalName', 'p.name as startedByName', 'r.startedAt'])
    .execute()
  return rows.map(({ startedAt, ...row }) => ({
    ...row,
    startedOn: calendarDateIn(startedAt, 'Europe/London'),
  }))
}
