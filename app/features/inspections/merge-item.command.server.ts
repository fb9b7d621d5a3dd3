import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { all, no, yes } from '~/domain/decision'
import { canChangeItems, canMerge, itemAfter, mergeItems } from '~/domain/report/proposal'
import { changeDraft } from './change-draft.server'
import type { mergeItemForm } from './merge-item.form'

/** Makes one item of this one and the one after it. */
export const mergeProposedItem = (
  context: Context,
  importId: number,
  key: string,
  form: z.infer<typeof mergeItemForm>,
) =>
  changeDraft(context, importId, {
    what: 'report-import.item-merged',
    rule: (draft) => {
      const next = itemAfter(draft, key)
      return all(
        canChangeItems(draft, [key, ...(next ? [next.key] : [])], form.revision),
        canMerge(draft, key),
        next?.key === form.with
          ? yes
          : no('Another item stands next by now. Look at the two and merge again.'),
      )
    },
    change: (draft, source) => mergeItems(draft, key, source),
  })
