/**
 * Evidence goes out of date by itself, and whoever owns what rests on it is told before: which piece, on
 * which day, and what drops with it, the assurance of the action or one of the kinds that show practice.
 * What other fresh evidence of the same kind holds up does not drop, and nobody is told.
 *
 * Source: issue 4, "what rested on it drops with the reason and tells its owner before it does"; 30 days
 * are enough to bring the next audit.
 */
import { addDays, type CalendarDate } from '../time/calendar-date'
import {
  type Assurance,
  type AssuranceSettings,
  assuranceOf,
  assuranceTitles,
  defaultAssuranceSettings,
  type EvidenceFacts,
} from './assurance'
import { type EvidenceKind, evidenceKindsInWords, freshUntil, isFresh } from './kinds'

export const toldDaysBefore = 30

export interface GoingStale<Piece> {
  piece: Piece
  /** the last day on which it is fresh */
  until: CalendarDate
  from: Assurance
  to: Assurance
  /** "Then it is shown no longer by case audit." */
  sentence: string
}

/** What goes out of date within 30 days and takes something with it, the soonest first. */
export function goingStale<Piece extends EvidenceFacts>(
  evidence: readonly Piece[],
  today: CalendarDate,
  settings: AssuranceSettings = defaultAssuranceSettings,
): GoingStale<Piece>[] {
  const lives = settings.shelfLives
  return evidence
    .flatMap((piece): GoingStale<Piece>[] => {
      const { kind, periodTo, review } = piece
      if (!kind || !periodTo || review?.verdict !== 'accepted') return []
      const until = freshUntil(kind, periodTo, lives)
      if (!isFresh(kind, periodTo, today, lives) || until > addDays(today, toldDaysBefore)) {
        return []
      }
      const before = assuranceOf(evidence, until, settings)
      const after = assuranceOf(evidence, addDays(until, 1), settings)
      const isHeldUp = after.kindsCovered.length === before.kindsCovered.length
      if (isHeldUp) return []
      const [from, to] = [before.assurance, after.assurance]
      return [{ piece, until, from, to, sentence: whatDrops(kind, from, to) }]
    })
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
}

function whatDrops(kind: EvidenceKind, from: Assurance, to: Assurance): string {
  const title = evidenceKindsInWords[kind].title.toLowerCase()
  const assurance =
    from === to
      ? ''
      : `, and assurance falls from “${assuranceTitles[from].toLowerCase()}” to “${assuranceTitles[to].toLowerCase()}”`
  return `Then it is shown no longer by ${title}${assurance}.`
}
