import type { Context } from '~/auth/context.server'
import { planFacts } from '~/db/plan-facts.server'
import { savedBragTableAt } from '~/db/tables/brag-tables.server'
import { actionStanding } from '~/domain/action/standing'
import { type BragTable, defaultBragTable } from '~/domain/plan/brag'
import { fingerprintOf, type TriedTable, tryTable } from '~/domain/plan/brag-table'

export interface BragTableView {
  table: BragTable
  /** the version it is from; null where it is Waymark's own */
  versionId: number | null
}

/** The table that stands, to be edited. */
export async function bragTableView({ db, now }: Context): Promise<BragTableView> {
  const version = await savedBragTableAt(db, now)
  return { table: version?.table ?? defaultBragTable, versionId: version?.id ?? null }
}

export interface Tried extends TriedTable {
  table: BragTable
  /** how many actions there are */
  actions: number
  triedAs: string
}

/** What another table would make of the plan as it stands today. */
export async function triedOnPlan({ db, actor, today }: Context, table: BragTable): Promise<Tried> {
  const plan = await planFacts(db, actor, today)
  const present = plan.bragTable ?? defaultBragTable
  const actions = plan.actions.map((action) => ({
    id: action.id,
    title: action.title,
    facts: actionStanding(action, today, present).colour.facts,
  }))
  return {
    ...tryTable(actions, present, table),
    table,
    actions: actions.length,
    triedAs: fingerprintOf(table),
  }
}
