import type { Context } from '~/auth/context.server'
import { lintFacts } from '~/db/lint-facts.server'
import { lintCounts, type LintKind, lintKinds, type LintNote, planLint } from '~/domain/plan/lint'

export interface PlanLintView {
  /** How many of each kind there are, those without one left out. */
  counts: { kind: LintKind; count: number }[]
  /** the first of each kind; of one kind alone, one page */
  notes: LintNote[]
  /** the kind that alone is shown; undefined for all */
  only: LintKind | undefined
  /** where the next page of the one kind begins; undefined on the last */
  next: string | undefined
  /** whether this is a later page */
  isLater: boolean
}

// All kinds at once are an overview.
const mostOfEach = 25
const onOnePage = 100

export interface LintAsked {
  only: LintKind | undefined
  after: Place | undefined
}

/** What an address asks for; what it says wrongly is left out. */
export function lintIn(search: URLSearchParams): LintAsked {
  const after = /^(\d{1,9})\.(\d{1,9})$/.exec(search.get('after') ?? '')
  return {
    only: lintKinds.find((kind) => kind === search.get('only')),
    after: after ? [Number(after[1]), Number(after[2])] : undefined,
  }
}

/** What makes the plan hard to follow, the whole of it looked through at once. */
export async function planLintView(
  { db, today }: Context,
  { only, after }: LintAsked,
): Promise<PlanLintView> {
  const all = planLint(await lintFacts(db, today))
  const counts = lintCounts(all)
  if (!only) {
    const notes = lintKinds.flatMap((kind) =>
      all.filter((note) => note.kind === kind).slice(0, mostOfEach),
    )
    return { counts, notes, only, next: undefined, isLater: false }
  }
  const left = all
    .filter(({ kind }) => kind === only)
    .sort((a, b) => inOrder(placeOf(a), placeOf(b)))
    .filter((note) => !after || inOrder(placeOf(note), after) > 0)
  const notes = left.slice(0, onOnePage)
  const last = notes.at(-1)
  return {
    ...{ counts, notes, only, isLater: after !== undefined },
    next: last && left.length > onOnePage ? placeOf(last).join('.') : undefined,
  }
}

/** By which visit it is about, and by what it is told of: mending one thing moves none of the others. */
type Place = readonly [visitId: number, causeId: number]

const placeOf = ({ visitId = 0, cause }: LintNote): Place => [visitId, cause.id]
const inOrder = (a: Place, b: Place): number => a[0] - b[0] || a[1] - b[1]
