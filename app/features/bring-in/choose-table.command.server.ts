import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { bringInRows, forgetJudgement } from '~/db/tables/bring-in-rows.server'
import { no, yes } from '~/domain/decision'
import { changeBringIn } from './change-bring-in.server'
import type { chooseTableForm } from './choose-table.form'

/** Says which sheet or table holds the plan, and which row of it the headings. */
export const chooseTable = (
  context: Context,
  bringInId: number,
  { revision, table, headerRow }: z.infer<typeof chooseTableForm>,
) =>
  changeBringIn(context, bringInId, {
    what: 'bring-in.table-chosen',
    revision,
    rule: async (_facts, tx) => {
      const [row] = await bringInRows(tx, bringInId, { tableAt: table, rowAt: headerRow, limit: 1 })
      return row ? yes : no('There is nothing in that row. Choose the row that holds the headings.')
    },
    change: (draft) => ({
      ...draft,
      table,
      headerRow,
      // Other headings are other columns; the same ones stay as they were taken.
      columns: draft.table === table && draft.headerRow === headerRow ? draft.columns : undefined,
    }),
    write: (tx, { draft }) =>
      draft.table === table && draft.headerRow === headerRow
        ? Promise.resolve()
        : forgetJudgement(tx, bringInId),
    after: { table, headerRow },
    judges: false,
  })
