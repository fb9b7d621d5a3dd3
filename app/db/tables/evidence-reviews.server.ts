import type { EvidenceKind } from '~/domain/evidence/kinds'
import { type MissingPart, missingParts } from '~/domain/evidence/missing'
import type { ReviewFacts, ReviewVerdict, Strength } from '~/domain/evidence/review'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Actor } from '~/domain/access/permissions'
import type { Db, Tx } from '../db.server'
import { countingVerdict, isForSomething } from '../evidence-facts.server'
import { evidenceVisibleTo, isHeld } from '../visible.server'

export interface KnownReviewFacts extends ReviewFacts {
  /** undefined while there is none */
  latestReviewId: number | undefined
  missing: readonly MissingPart[]
  /** which version of it this is */
  version: number
}

/** What it takes to judge whether this evidence may be reviewed; undefined where it is not to be seen. */
export async function reviewFacts(
  db: Db,
  actor: Actor,
  evidenceId: number,
): Promise<KnownReviewFacts | undefined> {
  const evidence = await db
    .selectFrom('evidence as e')
    .where('e.id', '=', evidenceId)
    .where(evidenceVisibleTo(actor))
    .select(['e.addedById', 'e.version', 'e.shows', 'e.kind', 'e.periodTo'])
    .select([countingVerdict().as('verdict'), isForSomething().as('isForSomething')])
    .$narrowType<{
      kind: EvidenceKind | null
      periodTo: CalendarDate | null
      isForSomething: boolean
    }>()
    .executeTakeFirst()
  if (!evidence) return undefined
  const owners = await db
    .selectFrom('evidenceActions as ea')
    .innerJoin('actions as a', 'a.id', 'ea.actionId')
    .where('ea.evidenceId', '=', evidenceId)
    .where('a.ownerId', 'is not', null)
    .select('a.ownerId')
    .$narrowType<{ ownerId: number }>()
    .execute()
  const heldFile = await db
    .selectFrom('evidenceFiles as f')
    .where('f.evidenceId', '=', evidenceId)
    .where(isHeld())
    .select('f.id')
    .limit(1)
    .executeTakeFirst()
  const latest = await db
    .selectFrom('evidenceReviews')
    .where('evidenceId', '=', evidenceId)
    .orderBy('id', 'desc')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return {
    addedById: evidence.addedById,
    actionOwnerIds: owners.map(({ ownerId }) => ownerId),
    verdict: evidence.verdict,
    latestReviewId: latest?.id,
    missing: missingParts(evidence),
    version: evidence.version,
    hasHeldFile: heldFile !== undefined,
  }
}

/** Who judged it last, and in what words. */
export const latestReview = (db: Db, evidenceId: number) =>
  db
    .selectFrom('evidenceReviews as v')
    .innerJoin('people as p', 'p.id', 'v.reviewerId')
    .where('v.evidenceId', '=', evidenceId)
    .orderBy('v.id', 'desc')
    .select(['p.name as by', 'v.reason as words'])
    .limit(1)
    .executeTakeFirst()

export async function insertEvidenceReview(
  tx: Tx,
  review: {
    evidenceId: number
    addedById: number
    reviewerId: number
    reviewedAt: Date
    verdict: ReviewVerdict
    reason: string
    evidenceVersion: number
    strength: Strength | null
    sampleSize: number | null
  },
): Promise<void> {
  await tx.insertInto('evidenceReviews').values(review).execute()
}
