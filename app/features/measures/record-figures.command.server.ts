import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { presentFigures } from '~/db/measure-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertMeasurePoints } from '~/db/tables/measure-points.server'
import { lockMeasures } from '~/db/tables/measures.server'
import { no, type Refusal } from '~/domain/decision'
import { canRecord, type Figure, isSameFigure } from '~/domain/measure/figure'
import type { Unit } from '~/domain/measure/measure'
import type { PeriodLength } from '~/domain/measure/period'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface FigureToRecord {
  measureId: number
  from: CalendarDate
  /** null takes away a figure that should never have been there */
  figure: Figure | null
}

interface ToRecord {
  figures: readonly FigureToRecord[]
  /** why figures that stand there already are corrected */
  reason: string
  notAnIdentifier: string
}

/**
 * Records figures, of one measure or of many: all of them or, where a rule refuses one, none. What stands
 * there already is left alone where it is the same, and corrected with the reason where it is not.
 */
export async function recordFigures(
  context: Context,
  { figures, reason, notAnIdentifier }: ToRecord,
): Promise<{ allowed: true; recorded: number; corrected: number } | Refusal> {
  const { actor, now, today } = context
  const measureIds = [...new Set(figures.map(({ measureId }) => measureId))].sort((a, b) => a - b)
  return inTransaction(context, async (tx) => {
    await lockMeasures(tx, measureIds)
    const measures = await measuresOf(tx, measureIds)
    const present = new Map(
      (await presentFigures(tx, measureIds)).map((one) => [`${one.measureId} ${one.from}`, one]),
    )
    const changes = figures.flatMap((one) => {
      const there = present.get(`${one.measureId} ${one.from}`)
      const isSame =
        there !== undefined &&
        (there.figure === null || one.figure === null
          ? there.figure === one.figure
          : isSameFigure(there.figure, one.figure))
      return isSame ? [] : [{ ...one, there }]
    })
    for (const { measureId, from, figure, there } of changes) {
      const measure = measures.get(measureId)
      if (!measure) return no('This measure is no longer there.')
      const facts = { ...measure, from, present: there?.figure }
      const decision = canRecord(actor, { facts, figure, reason, today })
      if (!decision.allowed) return decision
    }

    await insertMeasurePoints(
      tx,
      changes.map(({ measureId, from, figure, there }) => ({
        measureId,
        unit: measures.get(measureId)!.unit,
        period: measures.get(measureId)!.length,
        periodFrom: from,
        revision: (there?.revision ?? 0) + 1,
        value: figure?.value ?? null,
        numerator: figure?.parts?.numerator ?? null,
        denominator: figure?.parts?.denominator ?? null,
        reason: there ? reason : '',
        enteredById: actor.personId,
        enteredAt: now,
      })),
    )
    for (const measureId of measureIds) {
      const own = changes.filter((one) => one.measureId === measureId)
      if (own.length === 0) continue
      const isCorrected = own.some(({ there }) => there)
      await recordEvent(tx, {
        what: 'measure.figures-recorded',
        subject: { kind: 'measure', id: measureId },
        actorId: actor.personId,
        happenedAt: now,
        before: {
          figures: own.flatMap(({ from, there }) => (there ? [told(from, there.figure)] : [])),
        },
        after: {
          figures: own.map(({ from, figure }) => told(from, figure)),
          ...(isCorrected ? { reason } : {}),
          ...(notAnIdentifier ? { notAnIdentifier } : {}),
        },
      })
    }
    const corrected = changes.filter(({ there }) => there).length
    return { allowed: true as const, recorded: changes.length - corrected, corrected }
  })
}

const told = (from: CalendarDate, figure: Figure | null) => ({ from, value: figure?.value ?? null })

async function measuresOf(
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, { unit: Unit; length: PeriodLength }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('measures')
    .where('id', 'in', [...ids])
    .select(['id', 'unit', 'period'])
    .execute()
  return new Map(
    rows.map(({ id, unit, period }) => [
      id,
      { unit: unit as Unit, length: period as PeriodLength },
    ]),
  )
}
