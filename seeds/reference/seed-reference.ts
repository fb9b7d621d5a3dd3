import type { Kysely } from 'kysely'
import type { DB } from '~/db/schema'
import type { Framework } from '~/domain/inspection/frameworks'
import { frameworks } from './frameworks'

/** Writes the data that rules rest on. Run after every migration: it changes nothing that is right already. */
export async function seedReference(db: Kysely<DB>): Promise<void> {
  for (const framework of frameworks) await seedFramework(db, framework)
}

/** Adds or corrects one framework with its areas and grades. */
export async function seedFramework(db: Kysely<DB>, framework: Framework): Promise<void> {
  const { id, kind, title, inspectionsFrom, inspectionsTo } = framework
  await db
    .insertInto('frameworks')
    .values({ id, kind, title, inspectionsFrom, inspectionsTo })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ kind, title, inspectionsFrom, inspectionsTo }),
    )
    .execute()
  for (const [position, area] of framework.areas.entries()) {
    const changing = { title: area.title, isOverall: area.overall === true, position }
    await db
      .insertInto('frameworkAreas')
      .values({ frameworkId: id, area: area.area, ...changing })
      .onConflict((conflict) => conflict.columns(['frameworkId', 'area']).doUpdateSet(changing))
      .execute()
  }
  for (const [position, grade] of framework.grades.entries()) {
    const changing = { title: grade.title, position }
    await db
      .insertInto('frameworkGrades')
      .values({ frameworkId: id, grade: grade.grade, ...changing })
      .onConflict((conflict) => conflict.columns(['frameworkId', 'grade']).doUpdateSet(changing))
      .execute()
  }
}
