import type { Db } from '~/db/db.server'
import { allTeams } from '~/db/tables/teams.server'
import { allThemes } from '~/db/tables/themes.server'
import { type InspectionKind, inspectionKindTitles } from '~/domain/inspection/kinds'
import type { NamedPerson } from '~/domain/action/history'
import { treeOf } from '~/domain/people/teams'
import { type CalendarDate, months, partsOf } from '~/domain/time/calendar-date'

/** Whom and what the forms of an action let one choose from. */
export interface ActionChoices {
  people: { id: number; name: string; jobTitle: string; team: string }[]
  /** as a tree: each with the teams that it is part of */
  teams: { id: number; path: string }[]
  /** the names of those there are */
  themes: string[]
  /** newest inspection first, each with its recommendations in the order of the report */
  inspections: {
    title: string
    recommendations: { id: number; text: string; area: string }[]
  }[]
}

/** People who are here and do the work of the plan, and every recommendation. */
export async function actionChoices(db: Db): Promise<ActionChoices> {
  const people = await db
    .selectFrom('people as p')
    .leftJoin('teams as t', 't.id', 'p.teamId')
    .where('p.suspendedAt', 'is', null)
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('personRoles')
        .where('role', 'in', ['practitioner', 'manager', 'leader'])
        .select('personId'),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .select(['p.id', 'p.name', 'p.jobTitle', 't.name as team'])
    .execute()
  const rows = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('i.id', 'desc')
    .orderBy('r.position')
    .select(['r.id', 'r.text', 'r.area', 'i.id as inspectionId', 'i.kind', 'i.inspectedTo'])
    .execute()
  const inspections = new Map<number, ActionChoices['inspections'][number]>()
  for (const { inspectionId, kind, inspectedTo, ...recommendation } of rows) {
    const inspection = inspections.get(inspectionId) ?? {
      title: inspectionInWords(kind, inspectedTo),
      recommendations: [],
    }
    inspections.set(inspectionId, inspection)
    inspection.recommendations.push(recommendation)
  }
  return {
    people: people.map((person) => ({ ...person, team: person.team ?? 'No team' })),
    teams: treeOf(await allTeams(db)).map(({ id, path }) => ({ id, path })),
    themes: (await allThemes(db)).map(({ name }) => name),
    inspections: [...inspections.values()],
  }
}

/** "ILACS inspection, February 2026" */
export function inspectionInWords(kind: string, inspectedTo: string): string {
  const { year, month } = partsOf(inspectedTo as CalendarDate)
  return `${inspectionKindTitles[kind as InspectionKind]}, ${months[month - 1]} ${year}`
}

/** The people with these ids, as they are called now. */
export async function namedPeople(
  db: Db,
  ids: readonly (number | null)[],
): Promise<(NamedPerson & { isHere: boolean })[]> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return []
  const people = await db
    .selectFrom('people')
    .where('id', 'in', known)
    .orderBy('name')
    .select(['id', 'name', 'suspendedAt'])
    .execute()
  return people.map(({ id, name, suspendedAt }) => ({ id, name, isHere: suspendedAt === null }))
}

/** The team with this id; null where none is meant, undefined where none is there. */
export async function namedTeam(
  db: Db,
  id: number | null,
): Promise<NamedPerson | null | undefined> {
  if (id === null) return null
  return db.selectFrom('teams').where('id', '=', id).select(['id', 'name']).executeTakeFirst()
}

/** Whether every one of these recommendations is there. */
export async function areRecommendations(db: Db, ids: readonly number[]): Promise<boolean> {
  if (ids.length === 0) return true
  const { found } = await db
    .selectFrom('recommendations')
    .where('id', 'in', [...ids])
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow()
  return found === ids.length
}
