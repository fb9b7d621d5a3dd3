import type { Context } from '~/auth/context.server'
import { no, type Refusal } from '~/domain/decision'
import { figuresPreview, type FiguresPreview } from './bring-figures.query.server'
import { recordFigures } from './record-figures.command.server'

export interface TableToBring {
  text: string
  areFractions: boolean
  reason: string
  /** what the person has looked at */
  seen: string
  notAnIdentifier: string
}

/**
 * Records what a table says, if that is still what was looked at, nothing in it is wrong, and corrections
 * have their reason; all of it or nothing.
 */
export async function bringFigures(
  context: Context,
  measureId: number | undefined,
  { text, areFractions, reason, seen, notAnIdentifier }: TableToBring,
): Promise<{ allowed: true } | (Refusal & { preview: FiguresPreview })> {
  const preview = await figuresPreview(context, measureId, { text, areFractions })
  const refuse = (because: string, about?: string) => ({ ...no(because, about), preview })
  if (preview.troubles.length > 0) return refuse('Put right what is named below first.')
  if (preview.changes.length === 0) return refuse('Nothing in it is new.')
  if (preview.seen !== seen) {
    return refuse(
      'What would change is not what you looked at. Look at it again, and save if it is right.',
    )
  }
  if (reason.trim() === '' && preview.changes.some(({ before }) => before !== undefined)) {
    return refuse('Say why figures are corrected; the old ones stay on record.', 'reason')
  }
  const recorded = await recordFigures(context, {
    figures: preview.changes.map(({ measureId: id, from, figure }) => ({
      measureId: id,
      from,
      figure,
    })),
    reason,
    notAnIdentifier,
  })
  return recorded.allowed ? { allowed: true } : { ...recorded, preview }
}
