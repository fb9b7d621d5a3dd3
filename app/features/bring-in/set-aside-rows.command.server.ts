import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { correctBringInRow, setAsideWrongRows } from '~/db/tables/bring-in-rows.server'
import { changeBringIn } from './change-bring-in.server'
import type { setAsideForm } from './set-aside.form'

/** Sets one row aside, or every row that is wrong: they are kept and listed, and not brought in. */
export const setAsideRows = (
  context: Context,
  bringInId: number,
  { revision, row, because }: z.infer<typeof setAsideForm>,
) =>
  changeBringIn(context, bringInId, {
    what: 'bring-in.rows-set-aside',
    revision,
    write: async (tx, { draft }) => {
      if (row === undefined) await setAsideWrongRows(tx, bringInId, because)
      else {
        const place = { tableAt: draft.table, rowAt: row }
        await correctBringInRow(tx, bringInId, place, { setAsideBecause: because })
      }
    },
    after: { ...(row === undefined ? { rows: 'every row that was wrong' } : { row }), because },
  })
