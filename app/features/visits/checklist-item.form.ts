import { z } from 'zod'
import { optionalDay, optionalId, optionalWords, words } from '~/ui/field-shapes'

const fields = {
  what: words('Say what is to be made ready.', 300),
  ownerId: optionalId('Choose somebody from the list.'),
  dueOn: optionalDay(),
  notAnIdentifier: optionalWords(500),
}

export const addChecklistItemForm = z.object(fields)

export const editChecklistItemForm = z.object({
  ...fields,
  /** the version of the item that she began from */
  version: z.coerce.number('Open the page again.').int().positive(),
})

export const checklistItemDoneForm = z.object({ is: z.enum(['done', 'to-be-done']) })
