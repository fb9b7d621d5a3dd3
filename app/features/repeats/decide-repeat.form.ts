import { z } from 'zod'
import { repeatVerdicts } from '~/domain/inspection/repeats'
import { choice, neededId } from '~/ui/field-shapes'

const from = ['inspection', 'recommendation'] as const

export const decideRepeatForm = z.object({
  earlierId: neededId('Choose an earlier recommendation.'),
  verdict: choice(repeatVerdicts, 'Say whether it says the same again.'),
  /** the page that she decided on, to which she goes back */
  from: z.enum(from).catch('recommendation'),
})

export type RepeatDecided = z.output<typeof decideRepeatForm>
