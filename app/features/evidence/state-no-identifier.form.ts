import { z } from 'zod'
import { words } from '~/ui/field-shapes'

export const stateNoIdentifierForm = z.object({
  statement: words('Say why it tells nobody who a child is.', 500),
})
