import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { reviewFacts } from '~/db/tables/evidence-reviews.server'
import { isOwned } from '~/db/owned.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { type EvidenceKind, freshUntil, isFresh } from '~/domain/evidence/kinds'
import { canReview, type ReviewVerdict } from '~/domain/evidence/review'
import { type EvidenceStanding, evidenceStanding } from '~/domain/evidence/standing'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** A piece of evidence with all that was said of it, as the actor may see it. */
export interface EvidenceDetailView {
  id: number
  title: string
  kind: EvidenceKind
  shows: string
  periodFrom: CalendarDate
  periodTo: CalendarDate
  linkUrl: string | null
  restricted: boolean
  addedBy: string
  addedOn: CalendarDate
  isMine: boolean
  standing: EvidenceStanding
  isFresh: boolean
  freshUntil: CalendarDate
  files: { id: number; name: string; mediaType: string; bytes: number }[]
  actions: {
    id: number
    title: string
    ownerName: string | null
    hasOwner: boolean
    dueOn: string | null
    recommendations: { id: number; text: string }[]
  }[]
  /** newest first */
  reviews: {
    id: number
    reviewer: string
    reviewedOn: CalendarDate
    verdict: ReviewVerdict
    reason: string
  }[]
  /** the request that it answers */
  answers: { what: string; askedBy: string } | null
  /** why what looked like an identifier is none; for those who judge evidence */
  notAnIdentifier: string | undefined
  /** undefined for those who never judge evidence */
  review: { decision: Decision; latestReviewId: number | undefined } | undefined
  today: CalendarDate
}

const day = (instant: Date): CalendarDate => calendarDateIn(instant, 'Europe/London')

export async function evidenceDetailView(
  { db, actor, today }: Context,
  id: number,
): Promise<EvidenceDetailView | undefined> {
  const facts = await reviewFacts(db, actor, id)
  if (!facts) return undefined
  const row = await db
    .selectFrom('evidence as e')
    .innerJoin('people as adder', 'adder.id', 'e.addedById')
    .where('e.id', '=', id)
    .where(evidenceVisibleTo(actor))
    .select(['e.id', 'e.title', 'e.kind', 'e.shows', 'e.periodFrom', 'e.periodTo', 'e.linkUrl'])
    .select(['e.restricted', 'e.addedAt', 'e.addedById', 'adder.name as addedBy'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('evidenceFiles as f')
          .innerJoin('blobs as b', 'b.sha256', 'f.blobSha256')
          .whereRef('f.evidenceId', '=', 'e.id')
          .orderBy('f.id')
          .select(['f.id', 'f.name', 'f.mediaType'])
          .select((inner) => inner.cast<number>('b.bytes', 'bigint').as('bytes')),
      ).as('files'),
      jsonArrayFrom(
        eb
          .selectFrom('evidenceActions as ea')
          .innerJoin('actions as a', 'a.id', 'ea.actionId')
          .leftJoin('people as owner', 'owner.id', 'a.ownerId')
          .whereRef('ea.evidenceId', '=', 'e.id')
          .orderBy('a.id')
          .select(['a.id', 'a.title', 'a.dueOn', 'owner.name as ownerName'])
          .select(isOwned().as('hasOwner'))
          .select((inner) =>
            jsonArrayFrom(
              inner
                .selectFrom('actionRecommendations as ar')
                .innerJoin('recommendations as r', 'r.id', 'ar.recommendationId')
                .whereRef('ar.actionId', '=', 'a.id')
                .orderBy('r.id')
                .select(['r.id', 'r.text']),
            ).as('recommendations'),
          ),
      ).as('actions'),
      jsonObjectFrom(
        eb
          .selectFrom('evidenceRequests as q')
          .innerJoin('people as asker', 'asker.id', 'q.askedById')
          .whereRef('q.answeredByEvidenceId', '=', 'e.id')
          .orderBy('q.id')
          .limit(1)
          .select(['q.what', 'asker.name as askedBy']),
      ).as('answers'),
      eb
        .selectFrom('events as v')
        .where('v.subjectKind', '=', 'evidence')
        .whereRef('v.subjectId', '=', 'e.id')
        .where('v.what', '=', 'evidence.added')
        .limit(1)
        .select('v.after')
        .as('added'),
    ])
    .executeTakeFirstOrThrow()
  const reviews = await db
    .selectFrom('evidenceReviews as v')
    .innerJoin('people as reviewer', 'reviewer.id', 'v.reviewerId')
    .where('v.evidenceId', '=', id)
    .orderBy('v.id', 'desc')
    .select(['v.id', 'reviewer.name as reviewer', 'v.reviewedAt', 'v.verdict', 'v.reason'])
    .$narrowType<{ verdict: ReviewVerdict }>()
    .execute()

  // The checks of the table hold these to the words of the domain.
  const { added, addedAt, addedById, ...evidence } = row as typeof row & {
    kind: EvidenceKind
    periodFrom: CalendarDate
    periodTo: CalendarDate
  }
  const mayReview = may(actor, 'evidence.review').allowed
  const said = added as { notAnIdentifier?: string } | null
  return {
    ...evidence,
    addedOn: day(addedAt),
    isMine: addedById === actor.personId,
    standing: evidenceStanding({ ...evidence, verdict: facts.verdict }, today),
    isFresh: isFresh(evidence.kind, evidence.periodTo, today),
    freshUntil: freshUntil(evidence.kind, evidence.periodTo),
    reviews: reviews.map(({ reviewedAt, ...one }) => ({ ...one, reviewedOn: day(reviewedAt) })),
    notAnIdentifier: mayReview ? said?.notAnIdentifier : undefined,
    review: mayReview
      ? { decision: canReview(actor, facts), latestReviewId: facts.latestReviewId }
      : undefined,
    today,
  }
}
