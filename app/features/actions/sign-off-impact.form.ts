import { z } from 'zod'
import { impactVerdicts } from '~/domain/action/impact'
import { choice, optionalWords, words } from '~/ui/field-shapes'

export const signOffImpactForm = z.object({
  verdict: choice(impactVerdicts, 'Choose what difference it made.'),
  words: words('Say what difference it made for children, and how you know.'),
  notAnIdentifier: optionalWords(500),
})
