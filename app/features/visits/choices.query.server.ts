import type { Db } from '~/db/db.server'
import { threadsIn } from '~/db/threads.server'
import { rolesFor } from '~/domain/access/permissions'
import { type InspectionKind, inspectionKindTitles } from '~/domain/inspection/kinds'
import { shortAreaName } from '~/domain/inspection/names'
import { placeIn } from '~/domain/inspection/threads'
import { recommendationRef } from '~/domain/plan/references'
import { type CalendarDate, months, partsOf } from '~/domain/time/calendar-date'
import type { Choice } from '~/ui/field'

/** Who is here and can see to something. */
export async function peopleToAsk(db: Db): Promise<Choice[]> {
  const people = await db
    .selectFrom('people as p')
    .where('p.suspendedAt', 'is', null)
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('personRoles')
        .where('role', 'in', [...rolesFor['visit.prepare']])
        .select('personId'),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .select(['p.id', 'p.name', 'p.jobTitle'])
    .execute()
  return people.map(({ id, name, jobTitle }) => ({
    value: String(id),
    title: jobTitle ? `${name}, ${jobTitle}` : name,
  }))
}

export interface ChoiceGroup {
  title: string
  choices: Choice[]
}

/**
 * The recommendations that are judged now, by the inspection that said them last, the newest first: one
 * that was told again is tested as it was told last.
 */
export async function recommendationsToTest(db: Db): Promise<ChoiceGroup[]> {
  const [rows, threads] = await Promise.all([
    db
      .selectFrom('recommendations as r')
      .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
      .orderBy('i.inspectedTo', 'desc')
      .orderBy('i.id', 'desc')
      .orderBy('r.position')
      .select(['r.id', 'r.text', 'r.area', 'i.id as inspectionId', 'i.kind', 'i.inspectedTo'])
      .execute(),
    threadsIn(db),
  ])
  const groups = new Map<number, ChoiceGroup>()
  for (const { id, text, area, inspectionId, kind, inspectedTo } of rows) {
    if (placeIn(threads.get(id), id).carriedBy.length > 0) continue
    const group = groups.get(inspectionId) ?? { title: nameOf(kind, inspectedTo), choices: [] }
    groups.set(inspectionId, group)
    group.choices.push({
      value: String(id),
      title: `${recommendationRef(id)} ${text}`,
      hint: shortAreaName(area),
    })
  }
  return [...groups.values()]
}

function nameOf(kind: string, inspectedTo: string): string {
  const { year, month } = partsOf(inspectedTo as CalendarDate)
  return `${inspectionKindTitles[kind as InspectionKind]}, ${months[month - 1]} ${year}`
}

/** Whether every one of these is among the choices. */
export const areAmong = (groups: readonly ChoiceGroup[], ids: readonly number[]): boolean => {
  const known = new Set(groups.flatMap(({ choices }) => choices.map(({ value }) => value)))
  return ids.every((id) => known.has(String(id)))
}
