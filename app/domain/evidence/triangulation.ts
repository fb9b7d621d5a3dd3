/**
 * Triangulation reads four kinds of evidence beside one another, because each alone misleads: which of
 * them an action or a recommendation has, accepted and fresh, which are out of date or wait to be judged,
 * and which are missing.
 *
 * Source: the "tripartite approach" of councils (data, audit, views of children and families), with
 * observation beside them as quality frameworks list it; issue 4.
 */
import { type CalendarDate, latest } from '../time/calendar-date'
import {
  freshUntil,
  isFresh,
  type ShelfLives,
  type TriangulationKind,
  triangulationKinds,
} from './kinds'
import type { EvidenceFacts } from './assurance'

export interface KindShown {
  kind: TriangulationKind
  state: 'fresh' | 'stale' | 'waiting' | 'missing'
  /** the last day of the freshest, where it is or was fresh */
  until: CalendarDate | null
}

/** How each of the four kinds stands; the same piece may come twice, and counts once. */
export function triangulationOf(
  evidence: readonly Pick<EvidenceFacts, 'kind' | 'periodTo' | 'review'>[],
  today: CalendarDate,
  lives?: ShelfLives,
): KindShown[] {
  return triangulationKinds.map((kind) => {
    const ofKind = evidence.filter((one) => one.kind === kind)
    const accepted = ofKind.filter((one) => one.review?.verdict === 'accepted')
    const last = latest(accepted.flatMap(({ periodTo }) => periodTo ?? []))
    if (last) {
      const state = isFresh(kind, last, today, lives) ? 'fresh' : 'stale'
      return { kind, state, until: freshUntil(kind, last, lives) }
    }
    const waits = ofKind.some((one) => one.review === null)
    return { kind, state: waits ? 'waiting' : 'missing', until: null }
  })
}
