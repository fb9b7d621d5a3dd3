import { format } from 'numfmt'
import { isReadAsDate } from '~/domain/evidence/identifiers'
import { shortDate } from '~/domain/time/calendar-date'
import { dayOf, isDayFormat, type NumberFormat, plainNumber } from './number-formats'

/** Excel’s own limit; what is longer is made to harm. */
const longestCode = 255

/** A number as a British Excel shows it; one whose format cannot be followed, as it is. */
export function shownNumber(number: number, { code, countsFrom1904 }: NumberFormat): string {
  const isWhole = Number.isInteger(number)
  // In a narrow column a long number becomes one with an exponent; on a page there is room.
  if (/^general$/i.test(code) && isWhole) return plainNumber(number)
  const isDay = isDayFormat(code)
  if (code.length > longestCode || (isDay && dayOf(number, countsFrom1904) === undefined))
    return plainNumber(number)
  try {
    const counted = isDay && countsFrom1904 ? number + 1_462 : number
    return format(inBritain(code), counted, { locale: 'en-GB' }).trim()
  } catch {
    return plainNumber(number)
  }
}

/** The long date and the time as the system is set to show them. */
const inBritain = (code: string): string =>
  /^\[\$-(?:F800|x-sysdate)\]/i.test(code)
    ? 'dd mmmm yyyy'
    : /^\[\$-(?:F400|x-systime)\]/i.test(code)
      ? 'hh:mm:ss'
      : code

/**
 * A number as it is shown, and what it stands for where that cannot be read from it: a date of birth that
 * is shown by its month, or a number of ten digits that is shown with commas, tells as much of a child.
 */
export function shownAndKept(number: number, numberFormat: NumberFormat): string {
  const shown = shownNumber(number, numberFormat)
  const kept = keptBehind(number, shown, numberFormat)
  if (kept === undefined) return shown
  return shown === '' ? kept : `${shown} (${kept})`
}

function keptBehind(
  number: number,
  shown: string,
  { code, countsFrom1904 }: NumberFormat,
): string | undefined {
  if (isDayFormat(code)) {
    const date = dayOf(number, countsFrom1904)
    // Asked of the search itself, because formats and their languages are many.
    return date && !isReadAsDate(shown) ? shortDate(date) : undefined
  }
  const plain = plainNumber(number)
  return /^\d{5,}$/.test(plain) && !shown.includes(plain) ? plain : undefined
}
