import { createHash } from 'node:crypto'
import type { Context } from '~/auth/context.server'
import { presentFigures, recordedMeasures } from '~/db/measure-facts.server'
import type { Figure } from '~/domain/measure/figure'
import { figureInWords, type Unit } from '~/domain/measure/measure'
import { periodTitle } from '~/domain/measure/period'
import { readSheet, rowsOf, type Sheet, type SheetMeasure } from '~/domain/measure/sheet'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface BringFiguresView {
  /** the one measure that they are for; undefined: the table names them */
  measure: { id: number; title: string } | undefined
  /** the names that a table may use */
  titles: { id: number; title: string }[]
}

/** What a table would change, before anything is kept. */
export interface FiguresPreview {
  changes: Change[]
  same: number
  empty: number
  troubles: Sheet['troubles']
  looksLikeFractions: boolean
  /** tells whether what was looked at is still what would happen */
  seen: string
}

interface Change {
  measureId: number
  measure: string
  from: CalendarDate
  period: string
  figure: Figure
  words: string
  /** what stands there now; undefined where it is new */
  before: string | undefined
  place: string
}

export async function bringFiguresView(
  { db }: Context,
  measureId: number | undefined,
): Promise<BringFiguresView | undefined> {
  const measures = await db.selectFrom('measures').orderBy('id').select(['id', 'title']).execute()
  const measure = measures.find(({ id }) => id === measureId)
  if (measureId !== undefined && !measure) return undefined
  return { measure, titles: measures }
}

/** Reads a table against the measures that it may be for, and what stands there now. */
export async function figuresPreview(
  { db, today }: Context,
  measureId: number | undefined,
  { text, areFractions }: { text: string; areFractions: boolean },
): Promise<FiguresPreview> {
  const measures = await recordedMeasures(db, measureId === undefined ? {} : { measureId })
  const present = await presentFigures(
    db,
    measures.map(({ id }) => id),
  )
  const known = new Map(
    measures.map(({ id, title, unit, length }): [number, SheetMeasure] => [
      id,
      {
        ...{ id, title, unit, length },
        present: new Map(
          present.filter((one) => one.measureId === id).map(({ from, figure }) => [from, figure]),
        ),
      },
    ]),
  )
  const sheet = readSheet(rowsOf(text), [...known.values()], today, { areFractions })
  const changes = sheet.figures
    .filter(({ change }) => change !== 'same')
    .map(({ measureId: id, from, figure, present: was, change, place }): Change => {
      const { title, unit, length } = known.get(id)!
      return {
        ...{ measureId: id, measure: title, from, figure, place },
        period: periodTitle(from, length),
        words: inWords(figure, unit),
        before: change === 'new' ? undefined : was ? inWords(was, unit) : 'Taken away',
      }
    })
  return {
    changes,
    same: sheet.figures.length - changes.length,
    empty: sheet.empty,
    troubles: sheet.troubles,
    looksLikeFractions: sheet.looksLikeFractions && !areFractions,
    seen: createHash('sha256')
      .update(
        JSON.stringify(changes.map((one) => [one.measureId, one.from, one.words, one.before])),
      )
      .digest('base64url'),
  }
}

const inWords = ({ value, parts }: Figure, unit: Unit): string =>
  parts
    ? `${figureInWords(value, unit)} (${parts.numerator} of ${parts.denominator})`
    : figureInWords(value, unit)
