import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { canChangeItems, editItem } from '~/domain/report/proposal'
import { all } from '~/domain/decision'
import { canStandUnder } from './area-choice'
import { changeDraft } from './change-draft.server'
import type { editItemForm } from './edit-item.form'
import { itemWords } from './item-fields'

/** Corrects one item of a proposal. Words that the report does not hold are marked reworded. */
export const editProposedItem = (
  context: Context,
  importId: number,
  key: string,
  form: z.infer<typeof editItemForm>,
) =>
  changeDraft(context, importId, {
    what: 'report-import.item-edited',
    rule: (draft, frameworks) =>
      all(canChangeItems(draft, [key], form.revision), canStandUnder(draft, form.area, frameworks)),
    change: (draft, source) => editItem(draft, key, itemWords(form), source),
  })
