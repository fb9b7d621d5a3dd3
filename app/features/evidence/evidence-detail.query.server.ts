import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { countingVerdict, followedFacts, isReplaced } from '~/db/evidence-facts.server'
import { keptFacts } from '~/db/evidence-retention.server'
import { deletionFacts } from '~/db/tables/evidence-deletions.server'
import { handedOn, type HandedOn } from '~/db/offered.server'
import { reviewFacts } from '~/db/tables/evidence-reviews.server'
import { retentionAt } from '~/db/tables/retention-periods.server'
import { shelfLivesAt } from '~/db/tables/shelf-lives.server'
import { isOwned } from '~/db/owned.server'
import { evidenceVisibleTo, isHeld } from '~/db/visible.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { canFollow, canLinkEvidence } from '~/domain/evidence/adding'
import { type EvidenceKind, freshUntil, isFresh, type ShelfLives } from '~/domain/evidence/kinds'
import { canEditEvidence, isSettled } from '~/domain/evidence/merge-edit'
import type { MissingPart } from '~/domain/evidence/missing'
import { isPastItsTime, keptSentence } from '~/domain/evidence/retention'
import { canReview, type ReviewVerdict, type Strength } from '~/domain/evidence/review'
import type { TakenOut } from '~/domain/evidence/taken-out'
import { type EvidenceStanding, evidenceStanding } from '~/domain/evidence/standing'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

export interface EvidenceFileView {
  id: number
  /** empty where the file is held and the reader did not add it */
  name: string
  mediaType: string
  bytes: number
  /** only the person who added it sees it for now */
  isHeld: boolean
  takenOut: TakenOut[]
  /** what its author said of what was found in it; for her and those who judge evidence */
  statement: string | null
  /** null where the virus scanner was never asked; waiting while it could not say */
  virusCheck: 'clean' | 'infected' | 'waiting' | null
}

/** A piece of evidence with all that was said of it, as the actor may see it. */
export interface EvidenceDetailView {
  id: number
  title: string
  /** null while it is missing, as is the period */
  kind: EvidenceKind | null
  shows: string
  periodFrom: CalendarDate | null
  periodTo: CalendarDate | null
  linkUrl: string | null
  restricted: boolean
  addedBy: string
  addedOn: CalendarDate
  isMine: boolean
  standing: EvidenceStanding
  isFresh: boolean
  freshUntil: CalendarDate | null
  missing: readonly MissingPart[]
  files: EvidenceFileView[]
  /** files that were destroyed */
  destroyed: { id: number; name: string; by: string; on: CalendarDate; why: string }[]
  actions: {
    id: number
    title: string
    ownerName: string | null
    hasOwner: boolean
    dueOn: string | null
    recommendations: { id: number; text: string }[]
  }[]
  recommendations: { id: number; text: string }[]
  /** the versions before and after it that the reader may see, first to last */
  versions: { id: number; title: string; addedOn: CalendarDate; standing: EvidenceStanding }[]
  /** newest first */
  reviews: {
    id: number
    reviewer: string
    reviewedOn: CalendarDate
    verdict: ReviewVerdict
    reason: string
    strength: Strength | null
    sampleSize: number | null
    /** it was edited since */
    isOfEarlierVersion: boolean
  }[]
  /** the request that it answers */
  answers: { id: number; what: string; askedBy: string; judgedBy: string } | null
  /** who is asked to judge it instead, and has not accepted yet */
  judgingHandedTo: HandedOn | undefined
  /** why what looked like an identifier is none; for those who judge evidence */
  notAnIdentifier: string | undefined
  /** undefined for those who never judge evidence */
  review:
    | {
        decision: Decision
        /** whether it could be accepted as it is */
        acceptance: Decision
        latestReviewId: number | undefined
        version: number
      }
    | undefined
  /** what the reader may do with it; left out where their role never does */
  offers: { edit: Decision | undefined; link: Decision | undefined; follow: Decision | undefined }
  /** undefined for those who never delete evidence */
  deletion: 'none' | 'proposed' | 'deleted' | undefined
  isHeld: boolean
  /** until when it is kept; undefined once it is deleted */
  kept: { sentence: string; isPastItsTime: boolean } | undefined
  /** told once after both edits were saved */
  wasMerged: boolean
  today: CalendarDate
}

const day = (instant: Date): CalendarDate => calendarDateIn(instant, 'Europe/London')

export async function evidenceDetailView(
  context: Context,
  id: number,
  editedFrom?: number,
): Promise<EvidenceDetailView | undefined> {
  const { db, actor, now, today } = context
  const facts = await reviewFacts(db, actor, id)
  if (!facts) return undefined
  const row = await db
    .selectFrom('evidence as e')
    .innerJoin('people as adder', 'adder.id', 'e.addedById')
    .where('e.id', '=', id)
    .where(evidenceVisibleTo(actor))
    .select(['e.id', 'e.title', 'e.kind', 'e.shows', 'e.periodFrom', 'e.periodTo', 'e.linkUrl'])
    .select(['e.restricted', 'e.addedAt', 'e.addedById', 'adder.name as addedBy'])
    .select(isReplaced().as('isReplaced'))
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('evidenceFiles as f')
          .innerJoin('blobs as b', 'b.sha256', 'f.blobSha256')
          .leftJoin('virusChecks as c', 'c.sha256', 'f.blobSha256')
          .whereRef('f.evidenceId', '=', 'e.id')
          // One that still has to be checked is seen by who added it alone.
          .where((file) =>
            file.or([
              file('c.sha256', 'is', null),
              file('c.outcome', 'is not', null),
              file('e.addedById', '=', actor.personId),
            ]),
          )
          .orderBy('f.id')
          .select(['f.id', 'f.name', 'f.mediaType', 'f.takenOut', isHeld().as('isHeld')])
          .select((inner) =>
            inner
              .selectFrom('evidenceFileHolds as h')
              .whereRef('h.fileId', '=', 'f.id')
              .where('h.outcome', '=', 'released')
              .orderBy('h.id', 'desc')
              .limit(1)
              .select('h.statement')
              .as('statement'),
          )
          .select((inner) => inner.cast<number>('b.bytes', 'bigint').as('bytes'))
          .select(['c.sha256 as askedOf', 'c.outcome']),
      ).as('files'),
      jsonArrayFrom(
        eb
          .selectFrom('evidenceFiles as f')
          .innerJoin('fileTombstones as t', 't.fileId', 'f.id')
          .innerJoin('people as who', 'who.id', 't.destroyedById')
          .whereRef('f.evidenceId', '=', 'e.id')
          .orderBy('f.id')
          .select(['f.id', 'f.name', 'who.name as by', 't.why', 't.destroyedAt']),
      ).as('destroyed'),
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
      jsonArrayFrom(
        eb
          .selectFrom('evidenceRecommendations as er')
          .innerJoin('recommendations as r', 'r.id', 'er.recommendationId')
          .whereRef('er.evidenceId', '=', 'e.id')
          .orderBy('r.id')
          .select(['r.id', 'r.text']),
      ).as('recommendations'),
      jsonObjectFrom(
        eb
          .selectFrom('evidenceRequests as q')
          .innerJoin('people as asker', 'asker.id', 'q.askedById')
          .leftJoin('people as judge', 'judge.id', 'q.reviewerId')
          .whereRef('q.answeredByEvidenceId', '=', 'e.id')
          .orderBy('q.id')
          .limit(1)
          .select(['q.id', 'q.what', 'asker.name as askedBy'])
          .select((inner) => inner.fn.coalesce('judge.name', 'asker.name').as('judgedBy')),
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
    .select(['v.strength', 'v.sampleSize', 'v.evidenceVersion'])
    .$narrowType<{ verdict: ReviewVerdict; strength: Strength | null }>()
    .execute()

  const lives = await shelfLivesAt(db, now)
  // The checks of the table hold these to the words of the domain.
  const {
    added,
    addedAt,
    addedById,
    files,
    destroyed,
    isReplaced: replaced,
    ...evidence
  } = row as typeof row & {
    kind: EvidenceKind | null
    periodFrom: CalendarDate | null
    periodTo: CalendarDate | null
  }
  const mayReview = may(actor, 'evidence.review').allowed
  const said = added as { notAnIdentifier?: string } | null
  const { kind, periodTo } = evidence
  const follows = await followedFacts(db, actor, id)
  const deleting = await deletionFacts(db, id)
  const offered = (decision: Decision) =>
    may(actor, 'evidence.add').allowed ? decision : undefined
  const isMine = addedById === actor.personId
  return {
    ...evidence,
    files: files.map(({ askedOf, outcome, ...file }) => ({
      ...file,
      // What a page is made of goes to the browser whole, whatever of it the page shows.
      name: file.isHeld && !isMine ? '' : file.name,
      virusCheck: askedOf === null ? null : ((outcome as 'clean' | 'infected' | null) ?? 'waiting'),
      isHeld: Boolean(file.isHeld),
      takenOut: file.takenOut as TakenOut[],
      statement: mayReview || isMine ? file.statement : null,
    })),
    destroyed: destroyed.map(({ destroyedAt, ...one }) => ({
      ...one,
      on: day(new Date(destroyedAt)),
    })),
    judgingHandedTo: row.answers
      ? (await handedOn(db, [{ kind: 'review', id: row.answers.id }]))[0]
      : undefined,
    addedOn: day(addedAt),
    isMine,
    standing: evidenceStanding(
      { ...evidence, verdict: facts.verdict, isReplaced: replaced },
      today,
      lives,
    ),
    isFresh: isFresh(kind, periodTo, today, lives),
    freshUntil: kind && periodTo ? freshUntil(kind, periodTo, lives) : null,
    missing: facts.missing,
    versions: await versionsOf({ db, actor, today }, id, lives),
    reviews: reviews.map(({ reviewedAt, evidenceVersion, ...one }) => ({
      ...one,
      reviewedOn: day(reviewedAt),
      isOfEarlierVersion: evidenceVersion < facts.version,
    })),
    notAnIdentifier: mayReview ? said?.notAnIdentifier : undefined,
    review: mayReview
      ? {
          decision: canReview(actor, facts),
          acceptance: canReview(actor, facts, wouldAccept),
          latestReviewId: facts.latestReviewId,
          version: facts.version,
        }
      : undefined,
    offers: {
      edit: offered(canEditEvidence(actor, { addedById, verdict: facts.verdict }, today)),
      link: offered(canLinkEvidence(actor, { addedById })),
      follow: follows && isSettled(facts) ? offered(canFollow(actor, follows)) : undefined,
    },
    deletion: may(actor, 'evidence.delete').allowed
      ? deleting.isDeleted
        ? 'deleted'
        : deleting.proposedById === undefined
          ? 'none'
          : 'proposed'
      : undefined,
    isHeld: deleting.isHeld,
    kept: deleting.isDeleted ? undefined : await keptOf(context, id),
    wasMerged: editedFrom !== undefined && facts.version > editedFrom + 1,
    today,
  }
}

async function keptOf({ db, now, today }: Context, id: number) {
  const [facts, retention] = [await keptFacts(db, id), await retentionAt(db, now)]
  return {
    sentence: keptSentence(facts, today, retention),
    isPastItsTime: isPastItsTime(facts, today, retention),
  }
}

const wouldAccept = { verdict: 'accepted', reason: '', strength: 'activity' } as const

/** The line of versions that a piece stands in; alone it has none. */
async function versionsOf(
  { db, actor, today }: Pick<Context, 'db' | 'actor' | 'today'>,
  id: number,
  lives: ShelfLives,
): Promise<EvidenceDetailView['versions']> {
  const rows = await db
    .withRecursive('line(id)', (cte) =>
      cte
        .selectFrom('evidence as e')
        .where('e.id', '=', id)
        .select('e.id')
        .union(
          cte
            .selectFrom('line')
            .innerJoin('evidence as known', 'known.id', 'line.id')
            .innerJoin('evidence as e', (join) =>
              join.on((eb) =>
                eb.or([
                  eb('e.id', '=', eb.ref('known.supersedesId')),
                  eb('e.supersedesId', '=', eb.ref('known.id')),
                ]),
              ),
            )
            .select('e.id'),
        ),
    )
    .selectFrom('evidence as e')
    .innerJoin('line', 'line.id', 'e.id')
    .where(evidenceVisibleTo(actor))
    .orderBy('e.id')
    .select(['e.id', 'e.title', 'e.addedAt', 'e.kind', 'e.periodTo'])
    .select([countingVerdict().as('verdict'), isReplaced().as('isReplaced')])
    .$narrowType<{ kind: EvidenceKind | null; periodTo: CalendarDate | null }>()
    .execute()
  if (rows.length < 2) return []
  return rows.map((one) => ({
    id: one.id,
    title: one.title,
    addedOn: day(one.addedAt),
    standing: evidenceStanding(one, today, lives),
  }))
}
