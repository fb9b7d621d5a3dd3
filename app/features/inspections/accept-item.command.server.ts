import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { all } from '~/domain/decision'
import { acceptItem, canChangeItems } from '~/domain/report/proposal'
import type { acceptItemForm } from './accept-item.form'
import { canStandUnder } from './area-choice'
import { changeDraft } from './change-draft.server'

/** Says that an item stands as it was read, under this area. */
export const acceptProposedItem = (
  context: Context,
  importId: number,
  key: string,
  { area, revision }: z.infer<typeof acceptItemForm>,
) =>
  changeDraft(context, importId, {
    what: 'report-import.item-accepted',
    rule: (draft, frameworks) =>
      all(canChangeItems(draft, [key], revision), canStandUnder(draft, area, frameworks)),
    change: (draft) => acceptItem(draft, key, area),
  })
