import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import type { Decision } from '~/domain/decision'
import { canLinkEvidence } from '~/domain/evidence/adding'

/** Whether all these actions and recommendations are in the plan. */
export async function areThere(
  db: Db,
  {
    actionIds,
    recommendationIds,
  }: { actionIds: readonly number[]; recommendationIds: readonly number[] },
): Promise<boolean> {
  const actions =
    actionIds.length === 0
      ? []
      : await db.selectFrom('actions').where('id', 'in', actionIds).select('id').execute()
  const recommendations =
    recommendationIds.length === 0
      ? []
      : await db
          .selectFrom('recommendations')
          .where('id', 'in', recommendationIds)
          .select('id')
          .execute()
  return actions.length === actionIds.length && recommendations.length === recommendationIds.length
}

/** What a piece of evidence is for, and what else of the plan has the words looked for. */
export interface EvidenceLinksView {
  id: number
  title: string
  actions: { id: number; title: string }[]
  recommendations: { id: number; text: string }[]
  q: string
  found: {
    actions: { id: number; title: string; decision: Decision }[]
    recommendations: { id: number; text: string }[]
  }
  decision: Decision
}

const foundAtMost = 12

export async function evidenceLinksView(
  { db, actor }: Context,
  evidenceId: number,
  asked: string | null,
): Promise<EvidenceLinksView | undefined> {
  const evidence = await db
    .selectFrom('evidence as e')
    .where('e.id', '=', evidenceId)
    .where(evidenceVisibleTo(actor))
    .select(['e.id', 'e.title', 'e.addedById'])
    .executeTakeFirst()
  if (!evidence) return undefined
  const actions = await db
    .selectFrom('evidenceActions as ea')
    .innerJoin('actions as a', 'a.id', 'ea.actionId')
    .where('ea.evidenceId', '=', evidenceId)
    .orderBy('a.id')
    .select(['a.id', 'a.title'])
    .execute()
  const recommendations = await db
    .selectFrom('evidenceRecommendations as er')
    .innerJoin('recommendations as r', 'r.id', 'er.recommendationId')
    .where('er.evidenceId', '=', evidenceId)
    .orderBy('r.id')
    .select(['r.id', 'r.text'])
    .execute()
  const q = (asked ?? '').trim().slice(0, 200)
  const { id, title } = evidence
  return {
    ...{ id, title, actions, recommendations, q },
    found: q === '' ? { actions: [], recommendations: [] } : await foundFor(db, actor, evidence, q),
    decision: canLinkEvidence(actor, evidence),
  }
}

/** "A14" and "R3" find that one; words find what has them all. */
async function foundFor(
  db: Db,
  actor: Context['actor'],
  evidence: { id: number; addedById: number },
  q: string,
): Promise<EvidenceLinksView['found']> {
  const [, letter, number] = /^([AR])(\d{1,9})$/i.exec(q) ?? []
  const like = q.split(/\s+/).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const only = letter?.toUpperCase()
  const actions =
    only === 'R'
      ? []
      : await db
          .selectFrom('actions as a')
          .where((eb) =>
            only
              ? eb('a.id', '=', Number(number))
              : eb.and(like.map((word) => eb('a.title', 'ilike', word))),
          )
          .where('a.id', 'not in', (eb) =>
            eb
              .selectFrom('evidenceActions')
              .where('evidenceId', '=', evidence.id)
              .select('actionId'),
          )
          .orderBy('a.id')
          .limit(foundAtMost)
          .select(['a.id', 'a.title'])
          .select((eb) =>
            eb
              .exists(
                eb
                  .selectFrom('evidenceReviews as v')
                  .where('v.evidenceId', '=', evidence.id)
                  .where('v.verdict', '=', 'accepted')
                  .whereRef('v.reviewerId', '=', 'a.ownerId')
                  .select('v.id'),
              )
              .as('ownerIsItsReviewer'),
          )
          .execute()
  const recommendations =
    only === 'A'
      ? []
      : await db
          .selectFrom('recommendations as r')
          .where((eb) =>
            only
              ? eb('r.id', '=', Number(number))
              : eb.and(like.map((word) => eb('r.text', 'ilike', word))),
          )
          .where('r.id', 'not in', (eb) =>
            eb
              .selectFrom('evidenceRecommendations')
              .where('evidenceId', '=', evidence.id)
              .select('recommendationId'),
          )
          .orderBy('r.id')
          .limit(foundAtMost)
          .select(['r.id', 'r.text'])
          .execute()
  return {
    actions: actions.map(({ ownerIsItsReviewer, ...action }) => ({
      ...action,
      decision: canLinkEvidence(actor, evidence, {
        ownerIsItsReviewer: Boolean(ownerIsItsReviewer),
      }),
    })),
    recommendations,
  }
}
