/**
 * An inspection is any outside scrutiny that ends in a report or letter; these are its kinds.
 *
 * Source: PRODUCT "The words". In SQL: inspections_kind_is_one_we_know.
 */
export const inspectionKinds = [
  'ilacs',
  'sif',
  'jtai',
  'area-send',
  'focused-visit',
  'monitoring-visit',
  'peer-review',
  'other',
] as const
export type InspectionKind = (typeof inspectionKinds)[number]

export const inspectionKindTitles: Record<InspectionKind, string> = {
  ilacs: 'ILACS inspection',
  sif: 'Single inspection (SIF)',
  jtai: 'Joint targeted area inspection (JTAI)',
  'area-send': 'Area SEND inspection',
  'focused-visit': 'Focused visit',
  'monitoring-visit': 'Monitoring visit',
  'peer-review': 'Peer review',
  other: 'Other',
}
