import { z } from 'zod'
import {
  type Figure,
  figureOf,
  figureTrouble,
  periodTrouble,
  readNumber,
} from '~/domain/measure/figure'
import { type Unit, unitFactors } from '~/domain/measure/measure'
import { type PeriodLength, readPeriod } from '~/domain/measure/period'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { optionalWords, words } from '~/ui/field-shapes'

export interface FigureFields {
  from: CalendarDate
  /** null: there should be none */
  figure: Figure | null
  reason: string
  note: string
  notAnIdentifier: string
}

/** The form for one figure, as this measure's unit and periods ask for it. */
export const recordFigureForm = (
  { unit, length }: { unit: Unit; length: PeriodLength },
  today: CalendarDate,
) =>
  z
    .object({
      period: words('Say which period it is for.', 60),
      value: optionalWords(40),
      numerator: optionalWords(40),
      denominator: optionalWords(40),
      none: z.string().optional(),
      reason: optionalWords(500),
      note: optionalWords(500),
      notAnIdentifier: optionalWords(500),
    })
    // Both are looked at, whatever is wrong with the one; that there is no period is said above.
    .superRefine((typed, context) => {
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      const period = readPeriod(typed.period, length)
      const trouble = 'wrong' in period ? period.wrong : periodTrouble(period.from, length, today)
      if (trouble && typed.period !== '') wrong('period', trouble)
      if (!typed.none) figureIn(typed, unit, wrong)
    })
    .transform(({ period, none, reason, note, notAnIdentifier, ...typed }): FigureFields => {
      const read = readPeriod(period, length)
      const figure = none ? undefined : figureIn(typed, unit, () => undefined)
      return {
        from: 'from' in read ? read.from : z.NEVER,
        figure: figure ?? null,
        ...{ reason, note, notAnIdentifier },
      }
    })

function figureIn(
  typed: { value: string; numerator: string; denominator: string },
  unit: Unit,
  wrong: (field: string, message: string) => void,
): Figure | undefined {
  const inParts = typed.numerator !== '' || typed.denominator !== ''
  const number = (field: 'value' | 'numerator' | 'denominator', missing: string) => {
    const read = readNumber(typed[field], field === 'value' ? unit : undefined)
    if ('value' in read) return read.value
    wrong(field, 'wrong' in read ? read.wrong : missing)
    return undefined
  }
  if (inParts && typed.value !== '') {
    wrong('value', 'Give the figure, or the numerator and the denominator, not both.')
    return undefined
  }
  let figure: Figure | undefined
  if (inParts && unitFactors[unit] !== undefined) {
    const numerator = number('numerator', 'The numerator is missing.')
    const denominator = number('denominator', 'The denominator is missing.')
    if (numerator === undefined || denominator === undefined) return undefined
    figure = figureOf(unit, { numerator, denominator })
  } else {
    const value = number('value', 'Give the figure.')
    if (value === undefined) return undefined
    figure = { value, parts: null }
  }
  const trouble = figureTrouble(unit, figure)
  if (trouble)
    wrong(
      figure.parts?.denominator === 0 ? 'denominator' : inParts ? 'numerator' : 'value',
      trouble,
    )
  return trouble ? undefined : figure
}
