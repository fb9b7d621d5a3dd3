import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import type { Decision } from '~/domain/decision'
import { addNote } from './add-note.command.server'
import { recordFigures } from './record-figures.command.server'
import type { FigureFields } from './record-figure.form'

/** Records one figure and, where something explains it, the note beside it: both or neither. */
export async function recordFigure(
  context: Context,
  measureId: number,
  { from, figure, reason, note, notAnIdentifier }: FigureFields,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    const within = { ...context, db: tx }
    const recorded = await recordFigures(within, {
      figures: [{ measureId, from, figure }],
      reason,
      notAnIdentifier,
    })
    if (!recorded.allowed || note === '') return recorded
    return addNote(within, measureId, { from, words: note, notAnIdentifier })
  })
}
