import { expressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Actor } from '~/domain/access/permissions'
import type { FollowedFacts } from '~/domain/evidence/adding'
import type { ReviewVerdict } from '~/domain/evidence/review'
import type { Db } from './db.server'
import type { DB } from './schema'
import type { EvidenceLink } from './tables/evidence-links.server'
import { evidenceVisibleTo } from './visible.server'

const eb = () => expressionBuilder<DB & { e: DB['evidence'] }, 'e'>()

/**
 * The verdict that counts of evidence, in a query that calls the table `e`: the latest, save that
 * evidence which was edited after it was returned waits again.
 */
export const countingVerdict = (): RawBuilder<ReviewVerdict | null> =>
  sql`(select case when v.verdict = 'returned' and v.evidence_version < e.version then null
              else v.verdict end
         from evidence_reviews v where v.evidence_id = e.id order by v.id desc limit 1)`

/**
 * Whether a version that follows it is accepted: it stays on record and counts no longer. A value and no
 * `exists`, which under asAt the planner would answer by reading all evidence for each action.
 */
export const isReplaced = (): RawBuilder<boolean> =>
  sql`coalesce((
        select true from evidence newer
         where newer.supersedes_id = e.id
           and 'accepted' = (select v.verdict from evidence_reviews v
                              where v.evidence_id = newer.id order by v.id desc limit 1)
         limit 1), false)`

/** Whether two people deleted it: what is left of it is for its own page alone. */
export const isDeleted = (): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select from evidence_deletions d
     where d.evidence_id = e.id and d.decision = 'confirmed')`

/** Whether it is for an action or a recommendation. */
export const isForSomething = () =>
  eb().or([
    eb().exists(
      eb()
        .selectFrom('evidenceActions as link')
        .whereRef('link.evidenceId', '=', 'e.id')
        .select('link.actionId'),
    ),
    eb().exists(
      eb()
        .selectFrom('evidenceRecommendations as link')
        .whereRef('link.evidenceId', '=', 'e.id')
        .select('link.recommendationId'),
    ),
  ])

/**
 * What it takes to follow evidence by a new version: of what was rejected that is the one before it.
 * Undefined where it is not to be seen.
 */
export async function followedFacts(
  db: Db,
  actor: Actor,
  evidenceId: number,
): Promise<(FollowedFacts & { id: number; links: EvidenceLink[] }) | undefined> {
  const asked = await db
    .selectFrom('evidence as e')
    .where('e.id', '=', evidenceId)
    .where(evidenceVisibleTo(actor))
    .select(['e.id', 'e.supersedesId', countingVerdict().as('verdict')])
    .executeTakeFirst()
  if (!asked) return undefined
  if (asked.verdict === 'rejected' && asked.supersedesId !== null) {
    return followedFacts(db, actor, asked.supersedesId)
  }
  const newer = await db
    .selectFrom('evidence as e')
    .where('e.supersedesId', '=', asked.id)
    .select(countingVerdict().as('verdict'))
    .execute()
  const actions = await db
    .selectFrom('evidenceActions')
    .where('evidenceId', '=', asked.id)
    .select('actionId')
    .execute()
  const recommendations = await db
    .selectFrom('evidenceRecommendations')
    .where('evidenceId', '=', asked.id)
    .select('recommendationId')
    .execute()
  return {
    id: asked.id,
    verdict: asked.verdict,
    isFollowed: newer.some(({ verdict }) => verdict !== 'rejected'),
    links: [...actions, ...recommendations],
  }
}
