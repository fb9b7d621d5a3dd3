import type { ReviewFacts, ReviewVerdict } from '~/domain/evidence/review'
import type { Actor } from '~/domain/access/permissions'
import type { Db, Tx } from '../db.server'
import { evidenceVisibleTo } from '../visible.server'

export interface KnownReviewFacts extends ReviewFacts {
  /** undefined while there is none */
  latestReviewId: number | undefined
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
    .select('e.addedById')
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
  const latest = await db
    .selectFrom('evidenceReviews')
    .where('evidenceId', '=', evidenceId)
    .orderBy('id', 'desc')
    .select(['id', 'verdict'])
    .limit(1)
    .executeTakeFirst()
  return {
    addedById: evidence.addedById,
    actionOwnerIds: owners.map(({ ownerId }) => ownerId),
    verdict: (latest?.verdict as ReviewVerdict | undefined) ?? null,
    latestReviewId: latest?.id,
  }
}

export async function insertEvidenceReview(
  tx: Tx,
  review: {
    evidenceId: number
    addedById: number
    reviewerId: number
    reviewedAt: Date
    verdict: ReviewVerdict
    reason: string
  },
): Promise<void> {
  await tx.insertInto('evidenceReviews').values(review).execute()
}
