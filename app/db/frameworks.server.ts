import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Framework, FrameworkKind } from '~/domain/inspection/frameworks'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

/**
 * Every framework with its areas and grades, in the order in which they came. How reports print their
 * names is known to the reader only, so printedNames is empty here.
 */
export async function frameworksIn(db: Db): Promise<Framework[]> {
  const rows = await db
    .selectFrom('frameworks as f')
    .orderBy('f.inspectionsFrom')
    .orderBy('f.id')
    .select(['f.id', 'f.kind', 'f.title', 'f.inspectionsFrom', 'f.inspectionsTo'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('frameworkAreas as a')
          .whereRef('a.frameworkId', '=', 'f.id')
          .orderBy('a.position')
          .select(['a.area', 'a.title', 'a.isOverall']),
      ).as('areas'),
      jsonArrayFrom(
        eb
          .selectFrom('frameworkGrades as g')
          .whereRef('g.frameworkId', '=', 'f.id')
          .orderBy('g.position')
          .select(['g.grade', 'g.title']),
      ).as('grades'),
    ])
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as FrameworkKind,
    inspectionsFrom: row.inspectionsFrom as CalendarDate | null,
    inspectionsTo: row.inspectionsTo as CalendarDate | null,
    areas: row.areas.map(({ area, title, isOverall }) => ({
      area,
      title,
      printedNames: [],
      ...(isOverall ? { overall: true as const } : {}),
    })),
    grades: row.grades.map((grade) => ({ ...grade, printedNames: [] })),
  }))
}
