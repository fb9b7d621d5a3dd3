import type { Context } from '~/auth/context.server'
import { measureById } from '~/db/measure-facts.server'
import type { Decision } from '~/domain/decision'
import { periodTitle } from '~/domain/measure/period'
import { canRebaseline } from '~/domain/measure/rebaseline'

export interface RebaselineView {
  id: number
  title: string
  /** the periods that have a figure, the latest first */
  periods: { value: string; title: string }[]
  decision: Decision
}

export async function rebaselineView(
  { db, actor }: Context,
  id: number,
): Promise<RebaselineView | undefined> {
  const measure = await measureById(db, id)
  if (!measure) return undefined
  const { title, length, points, cuts } = measure
  const periods = points.map(({ from }) => from)
  return {
    id,
    title,
    periods: periods.map((from) => ({ value: from, title: periodTitle(from, length) })).reverse(),
    decision: canRebaseline(actor, { length, periods, cuts }),
  }
}
