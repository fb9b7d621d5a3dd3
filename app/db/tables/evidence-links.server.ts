import type { Tx } from '../db.server'

/** What a piece of evidence is for; a row that goes stays in its history. */
export type EvidenceLink = { actionId: number } | { recommendationId: number }

/** Brings evidence to actions and recommendations; where it is there already nothing happens. */
export async function linkEvidence(
  tx: Tx,
  evidenceId: number,
  links: readonly EvidenceLink[],
): Promise<void> {
  for (const link of links) {
    await (
      'actionId' in link
        ? tx.insertInto('evidenceActions').values({ evidenceId, ...link })
        : tx.insertInto('evidenceRecommendations').values({ evidenceId, ...link })
    )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function unlinkEvidence(
  tx: Tx,
  evidenceId: number,
  link: EvidenceLink,
): Promise<void> {
  await (
    'actionId' in link
      ? tx.deleteFrom('evidenceActions').where('actionId', '=', link.actionId)
      : tx
          .deleteFrom('evidenceRecommendations')
          .where('recommendationId', '=', link.recommendationId)
  )
    .where('evidenceId', '=', evidenceId)
    .execute()
}
