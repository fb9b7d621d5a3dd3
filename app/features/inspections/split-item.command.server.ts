import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { all } from '~/domain/decision'
import { canChangeItems, canSplit, partsMarkedIn, splitItem } from '~/domain/report/proposal'
import { changeDraft } from './change-draft.server'
import type { splitItemForm } from './split-item.form'

/** Makes an item of each part that an empty line or a bar sets off. */
export const splitProposedItem = (
  context: Context,
  importId: number,
  key: string,
  { text, revision }: z.infer<typeof splitItemForm>,
) => {
  const parts = partsMarkedIn(text)
  return changeDraft(context, importId, {
    what: 'report-import.item-split',
    rule: (draft) => all(canChangeItems(draft, [key], revision), canSplit(parts)),
    change: (draft, source) => splitItem(draft, key, parts, source),
  })
}
