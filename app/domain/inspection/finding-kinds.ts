/**
 * A finding is a numbered paragraph of a report, or a strength or a concern that a person kept.
 *
 * Source: PRODUCT "finding". In SQL: findings_kind_is_one_we_know.
 */
export const findingKinds = ['paragraph', 'strength', 'concern'] as const
export type FindingKind = (typeof findingKinds)[number]

export const findingKindTitles: Record<FindingKind, string> = {
  paragraph: 'Paragraph',
  strength: 'Strength',
  concern: 'Concern',
}
