import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { addItem } from '~/domain/report/proposal'
import type { addItemForm } from './add-item.form'
import { canStandUnder } from './area-choice'
import { changeDraft } from './change-draft.server'
import { itemWords } from './item-fields'

/** Adds to a proposal an item that was not read. */
export const addProposedItem = (
  context: Context,
  importId: number,
  form: z.infer<typeof addItemForm>,
) =>
  changeDraft(context, importId, {
    what: 'report-import.item-added',
    rule: (draft, frameworks) => canStandUnder(draft, form.area, frameworks),
    change: (draft, source) => addItem(draft, itemWords(form), source),
  })
