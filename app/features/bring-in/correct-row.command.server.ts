import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { bringInRows, correctBringInRow } from '~/db/tables/bring-in-rows.server'
import { bringInFacts } from '~/db/tables/bring-ins.server'
import { wordsOf } from '~/domain/bring-in/cell'
import type { Field } from '~/domain/bring-in/columns'
import type { Decision } from '~/domain/decision'
import { changeBringIn } from './change-bring-in.server'
import type { correctRowForm } from './correct-row.form'

/** Puts the words of a row right. What the file says stays beside it; a row that was set aside is taken back. */
export async function correctRow(
  context: Context,
  bringInId: number,
  rowAt: number,
  { revision, words, notAnIdentifier }: z.infer<typeof correctRowForm>,
): Promise<Decision | undefined> {
  const facts = await bringInFacts(context.db, bringInId)
  if (!facts) return undefined
  const { table, columns = {} } = facts.draft
  const [row] = await bringInRows(context.db, bringInId, { tableAt: table, rowAt, limit: 1 })
  if (!row) return undefined

  const corrections = { ...row.corrections }
  for (const [field, written] of Object.entries(words) as [Field, string][]) {
    const column = Object.entries(columns).find(([, one]) => one === field)?.[0]
    const cell = column === undefined ? undefined : row.cells[Number(column)]
    const isHidden = row.hits.some((hit) => String(hit.column) === column)
    // A cell that was masked comes empty and stays as it is, unless something is written in its place.
    if (isHidden && written.trim() === '' && notAnIdentifier !== '') delete corrections[field]
    else if (written.trim() === wordsOf(cell).trim() && !isTrouble(cell)) delete corrections[field]
    else corrections[field] = written.trim()
  }
  return changeBringIn(context, bringInId, {
    what: 'bring-in.row-corrected',
    revision,
    write: (tx) =>
      correctBringInRow(
        tx,
        bringInId,
        { tableAt: table, rowAt },
        { corrections, notAnIdentifier, setAsideBecause: null },
      ),
    after: { row: rowAt, corrections, ...(notAnIdentifier ? { notAnIdentifier } : {}) },
  })
}

/** A cell whose words alone do not make it right: a merged one, or a formula without a value. */
const isTrouble = (cell: unknown): boolean =>
  typeof cell === 'object' &&
  cell !== null &&
  ['no-value', 'error', 'merged'].includes((cell as { is: string }).is)
