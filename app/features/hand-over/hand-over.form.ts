import { z } from 'zod'
import { optionalId, optionalWords, words } from '~/ui/field-shapes'

/** action-12, part-12, request-5, review-5, measure-3, ready-4, decided-2: what is handed over, and the number of its row. */
export const itemKey = /^(action|part|request|review|measure|ready|decided)-(\d{1,9})$/

export const handOverForm = z.object({
  toId: optionalId('Choose somebody from the list.').refine(
    (id): id is number => id !== null,
    'Choose who takes over.',
  ),
  'items[]': z
    .array(z.string().regex(itemKey, 'Choose from the list.'), 'Choose what to hand over.')
    .min(1, 'Choose what to hand over.')
    .transform((keys) => [...new Set(keys)]),
  note: words('Say what the new owner should know.', 2000),
  notAnIdentifier: optionalWords(500),
})
