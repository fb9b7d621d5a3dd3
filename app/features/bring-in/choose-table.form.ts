import { z } from 'zod'
import { revisionField } from './fields'

const missing = 'Choose the row that holds the headings.'

export const chooseTableForm = z.object({
  revision: revisionField,
  table: z.coerce.number(missing).int(missing).min(0, missing).max(10_000, missing),
  headerRow: z.coerce.number(missing).int(missing).min(1, missing).max(2_000_000, missing),
})
