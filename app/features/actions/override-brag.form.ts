import { z } from 'zod'
import { brags } from '~/domain/plan/brag'
import { choice, day, optionalWords, words } from '~/ui/field-shapes'

export const overrideBragForm = z.object({
  brag: choice(brags, 'Choose the colour that you state.'),
  reason: words('Say why the table is wrong about this action.', 1000),
  untilOn: day('Give the last day on which it holds.'),
  notAnIdentifier: optionalWords(500),
})
