import { z } from 'zod'
import { itemFields, revisionField } from './item-fields'

export const editItemForm = z.object({ ...itemFields, revision: revisionField })
