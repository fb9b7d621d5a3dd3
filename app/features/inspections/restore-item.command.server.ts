import type { Context } from '~/auth/context.server'
import { canChangeItems, restoreItem } from '~/domain/report/proposal'
import { changeDraft } from './change-draft.server'

/** Brings back an item that was removed, as it was. */
export const restoreProposedItem = (
  context: Context,
  importId: number,
  key: string,
  { revision }: { revision: number },
) =>
  changeDraft(context, importId, {
    what: 'report-import.item-restored',
    rule: (draft) => canChangeItems(draft, [key], revision),
    change: (draft) => restoreItem(draft, key),
  })
