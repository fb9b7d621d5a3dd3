/**
 * What a report calls the things that must improve.
 *
 * Source: PRODUCT "recommendation". In SQL: recommendations_kind_is_one_we_know.
 */
export const recommendationKinds = [
  'area-for-improvement',
  'area-for-priority-action',
  'recommendation',
  'lscb',
] as const
export type RecommendationKind = (typeof recommendationKinds)[number]

export const recommendationKindTitles: Record<RecommendationKind, string> = {
  'area-for-improvement': 'Area for improvement',
  'area-for-priority-action': 'Area for priority action',
  recommendation: 'Recommendation',
  lscb: 'Recommendation to the LSCB',
}
