/**
 * How sure the author of an update is of what it says.
 *
 * Source: PRODUCT "update". In SQL: updates_confidence_is_one_we_know.
 */
export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]

export const confidenceTitles: Record<Confidence, string> = {
  high: 'Sure of it',
  medium: 'Fairly sure',
  low: 'Not sure',
}
