import { sql } from 'kysely'
import type { Db } from '~/db/db.server'
import { allTeams } from '~/db/tables/teams.server'
import { treeOf } from '~/domain/people/teams'
import { inspectionName, shortAreaName } from '~/domain/inspection/names'
import { nationalFrameworkTitle } from '~/domain/inspection/national-framework'
import { type CalendarDate, shortDate } from '~/domain/time/calendar-date'
import type { FilterChoice } from './register-filter'

/** What the register can be narrowed to, as far as the plan itself says. */
export interface RegisterChoices {
  inspections: FilterChoice[]
  areas: FilterChoice[]
  outcomes: FilterChoice[]
  themes: FilterChoice[]
  teams: FilterChoice[]
  owners: FilterChoice[]
}

const named = (rows: readonly { id: number; name: string }[]): FilterChoice[] =>
  rows.map(({ id, name }) => ({ value: String(id), title: name }))

export async function registerChoices(db: Db): Promise<RegisterChoices> {
  const [inspections, areas, outcomes, themes, teams, owners] = await Promise.all([
    db
      .selectFrom('inspections as i')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('recommendations as r').whereRef('r.inspectionId', '=', 'i.id').select('r.id'),
        ),
      )
      .orderBy('i.inspectedFrom', 'desc')
      .select(['i.id', 'i.kind', 'i.council', 'i.inspectedFrom'])
      .execute(),
    db.selectFrom('recommendations').select('area').distinct().orderBy('area').execute(),
    sql<{ outcome: string }>`
      select distinct outcome from recommendations r, unnest(r.national_framework) as outcome
       order by outcome`.execute(db),
    db.selectFrom('themes').orderBy('name').select(['id', 'name']).execute(),
    allTeams(db),
    db
      .selectFrom('people as p')
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('actions as a').whereRef('a.ownerId', '=', 'p.id').select('a.id')),
      )
      .orderBy('p.name')
      .select(['p.id', 'p.name'])
      .execute(),
  ])
  return {
    inspections: inspections.map((one) => ({
      value: String(one.id),
      title: `${inspectionName(one)}, ${shortDate(one.inspectedFrom as CalendarDate)}`,
    })),
    areas: areas.map(({ area }) => ({ value: area, title: shortAreaName(area) })),
    outcomes: outcomes.rows.map(({ outcome }) => ({
      value: outcome,
      title: nationalFrameworkTitle(outcome),
    })),
    themes: named(themes),
    teams: named(treeOf(teams).map(({ id, path }) => ({ id, name: path }))),
    owners: named(owners),
  }
}
