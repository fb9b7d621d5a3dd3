import { z } from 'zod'
import { choice, neededId } from '~/ui/field-shapes'

export const linkEvidenceForm = z.object({
  what: choice(['action', 'recommendation'], 'Choose an action or a recommendation.'),
  id: neededId('Choose an action or a recommendation.'),
  link: choice(['add', 'remove'], 'Say whether it is for this.'),
})

export type EvidenceLinked = z.output<typeof linkEvidenceForm>
