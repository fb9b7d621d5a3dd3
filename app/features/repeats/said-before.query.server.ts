import type { Context } from '~/auth/context.server'
import { likelyRepeats } from '~/db/likely-repeats.server'
import { may } from '~/domain/access/permissions'
import { type ProposedRepeat, proposedRepeats } from './proposed-repeats.server'

export interface SaidBeforeView {
  inspectionId: number
  proposals: ProposedRepeat[]
  /** what was decided about recommendations of this inspection, and stands */
  same: number
  different: number
}

/**
 * What a manager is asked of an inspection's recommendations: did earlier ones say the same? Undefined
 * for others, and where there is nothing to compare with.
 */
export async function saidBeforeView(
  { db, actor }: Context,
  inspectionId: number,
): Promise<SaidBeforeView | undefined> {
  if (!may(actor, 'repeat.decide').allowed) return undefined
  const [likely, decided] = await Promise.all([
    likelyRepeats(db, { inspectionId }),
    db
      .selectFrom('repeatDecisions as d')
      .innerJoin('recommendations as r', 'r.id', 'd.laterId')
      .leftJoin('repeatWithdrawals as w', 'w.decisionId', 'd.id')
      .where('r.inspectionId', '=', inspectionId)
      .where('w.decisionId', 'is', null)
      .select('d.verdict')
      .execute(),
  ])
  if (likely.length + decided.length === 0) return undefined
  const having = (verdict: string) => decided.filter((one) => one.verdict === verdict).length
  return {
    inspectionId,
    proposals: await proposedRepeats(db, likely),
    same: having('same'),
    different: having('different'),
  }
}
