/** The kinds of visit that check progress on earlier recommendations. In SQL: visits_kind_is_one_we_know. */
export const visitKinds = ['monitoring-visit', 'focused-visit', 're-inspection'] as const
export type VisitKind = (typeof visitKinds)[number]

export const visitKindTitles: Record<VisitKind, string> = {
  'monitoring-visit': 'Monitoring visit',
  'focused-visit': 'Focused visit',
  're-inspection': 'Re-inspection',
}
