import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { canMapColumns } from '~/domain/bring-in/draft'
import { changeBringIn } from './change-bring-in.server'
import type { mapColumnsForm } from './map-columns.form'

/** Says what each column holds; with that, every row can be judged. */
export const mapColumns = (
  context: Context,
  bringInId: number,
  { revision, columns }: z.infer<typeof mapColumnsForm>,
) =>
  changeBringIn(context, bringInId, {
    what: 'bring-in.columns-mapped',
    revision,
    rule: () => canMapColumns(columns),
    change: (draft) => ({ ...draft, columns }),
    after: { columns },
  })
