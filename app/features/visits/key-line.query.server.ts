import type { Context } from '~/auth/context.server'
import { keyLineWordings } from '~/db/tables/key-line-wordings.server'
import { visitById } from '~/db/tables/visits.server'
import type { Decision } from '~/domain/decision'
import { canWriteKeyLines } from '~/domain/plan/key-lines'
import { visitTitle } from '~/domain/plan/visits'
import { keyLineAsTyped } from './key-line.form'
import { type KeyLineChoices, keyLineChoices } from './key-line-choices.query.server'

export interface KeyLineView {
  visit: { id: number; title: string }
  /** undefined for a new one */
  line: { id: number; version: number; typed: Record<string, string[]> } | undefined
  choices: KeyLineChoices
  decision: Decision
}

/** The form for a key line of enquiry, new where none is named. */
export async function keyLineView(
  { db, actor }: Context,
  visitId: number,
  keyLineId?: number,
): Promise<KeyLineView | undefined> {
  const visit = await visitById(db, visitId)
  const line =
    keyLineId === undefined ? undefined : (await keyLineWordings(db, { keyLineId })).at(-1)
  if (!visit) return undefined
  if (keyLineId !== undefined && (line?.visitId !== visitId || line.isWithdrawn)) return undefined
  return {
    visit: { id: visitId, title: visitTitle(visit) },
    line: line && { id: line.id, version: line.version, typed: keyLineAsTyped(line) },
    choices: await keyLineChoices(
      { db, actor },
      visitId,
      line ?? { actionIds: [], evidenceIds: [] },
    ),
    decision: canWriteKeyLines(actor, visit),
  }
}
