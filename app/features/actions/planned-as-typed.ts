import type { PlannedAction } from '~/domain/action/merge-edit'

/** A planned action as the fields of its form show it. */
export const plannedAsTyped = (planned: PlannedAction): Record<string, string[]> => ({
  title: [planned.title],
  outcome: [planned.outcome],
  successMeasure: [planned.successMeasure],
  ownerId: [planned.ownerId?.toString() ?? ''],
  startOn: [planned.startOn ?? ''],
  dueOn: [planned.dueOn ?? ''],
  teamId: [planned.teamId?.toString() ?? ''],
  theme: [planned.theme],
  'contributorIds[]': planned.contributorIds.map(String),
  'recommendationIds[]': planned.recommendationIds.map(String),
})
