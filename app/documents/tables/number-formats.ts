import { type CalendarDate, fromDayNumber } from '~/domain/time/calendar-date'

/** How a workbook says that a number is to be shown, and from which year it counts its days. */
export interface NumberFormat {
  code: string
  countsFrom1904: boolean
}

/** How a British Excel shows the formats that have a number instead of a code; East Asian dates as dates. */
export function builtInFormat(id: number): string {
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return day
  return builtIn[id] ?? 'General'
}

const day = 'dd/mm/yyyy'
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;-£#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: day,
  15: 'dd-mmm-yy',
  16: 'dd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: `${day} hh:mm`,
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '£#,##0;-£#,##0;£"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '£#,##0.00;-£#,##0.00;£"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
}

/** Whether numbers of this format are days, and not only times of a day. */
export const isDayFormat = (code: string): boolean => /[dy]|mmm/i.test(bare(code))

/** What a format shows, without its words and its room. */
const bare = (code: string): string =>
  code.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '').replace(/general/gi, '')

/** The day that a number stands for; undefined where it is none that Excel knows. */
export function dayOf(number: number, countsFrom1904: boolean): CalendarDate | undefined {
  if (!(number >= 1 && number < 2_958_466)) return undefined
  return fromDayNumber(Math.floor(number) - (countsFrom1904 ? 24_107 : 25_569))
}

// 0.1 + 0.2 as Excel shows it
export const plainNumber = (number: number): string => String(Number(number.toPrecision(15)))
