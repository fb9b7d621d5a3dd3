import type { Context } from '~/auth/context.server'
import { canChangeItems, removeItem } from '~/domain/report/proposal'
import { changeDraft } from './change-draft.server'

/** Leaves an item out of what will be confirmed. It can be brought back. */
export const removeProposedItem = (
  context: Context,
  importId: number,
  key: string,
  { revision }: { revision: number },
) =>
  changeDraft(context, importId, {
    what: 'report-import.item-removed',
    rule: (draft) => canChangeItems(draft, [key], revision),
    change: (draft) => removeItem(draft, key),
  })
