import type { Context } from '~/auth/context.server'
import { lintFacts } from '~/db/lint-facts.server'
import { lintCounts, type LintKind, type LintNote, planLint } from '~/domain/plan/lint'

export interface PlanLintView {
  /** How many of each kind there are, those without one left out. */
  counts: { kind: LintKind; count: number }[]
  notes: LintNote[]
  /** the kind that alone is shown; undefined for all */
  only: LintKind | undefined
}

/** What makes the plan hard to follow, all of it, asked for at once. */
export async function planLintView(
  { db, today }: Context,
  only: LintKind | undefined,
): Promise<PlanLintView> {
  const notes = planLint(await lintFacts(db, today))
  return {
    counts: lintCounts(notes),
    notes: notes.filter((one) => !only || one.kind === only),
    only,
  }
}
