import { z } from 'zod'
import { words } from '~/ui/field-shapes'
import { revisionField } from './item-fields'

export const splitItemForm = z.object({
  text: words('Give the words of the report.', 8000),
  revision: revisionField,
})
