import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { measureById } from '~/db/measure-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertMeasureNote } from '~/db/tables/measure-notes.server'
import { lockMeasures } from '~/db/tables/measures.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canRecord } from '~/domain/measure/figure'
import { periodOf, periodTitle } from '~/domain/measure/period'
import type { MeasureNote } from './add-note.form'

/** Says what happened in a period, so that whoever looks at the figure later knows. */
export async function addNote(
  context: Context,
  measureId: number,
  { from, words, notAnIdentifier }: MeasureNote,
): Promise<Decision | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    await lockMeasures(tx, [measureId])
    const measure = await measureById(tx, measureId)
    if (!measure) return undefined

    const decision = canRecord(actor)
    if (!decision.allowed) return decision
    if (from > periodOf(today, measure.length)) {
      return no(`${periodTitle(from, measure.length)} has not begun. A note says what happened.`)
    }

    await insertMeasureNote(tx, {
      measureId,
      periodFrom: from,
      words,
      writtenById: actor.personId,
      writtenAt: now,
    })
    await recordEvent(tx, {
      what: 'measure.noted',
      subject: { kind: 'measure', id: measureId },
      actorId: actor.personId,
      happenedAt: now,
      after: { from, words, ...(notAnIdentifier ? { notAnIdentifier } : {}) },
    })
    return yes
  })
}
