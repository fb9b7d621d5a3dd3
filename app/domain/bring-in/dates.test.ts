import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../time/calendar-date'
import type { Cell } from './cell'
import { type DateUse, readDate } from './dates'

const today: CalendarDate = '2026-11-20'
const read = (cell: Cell, use: DateUse = 'due') => readDate(cell, use, today)

describe('a date is read', () => {
  test.each<[Cell, CalendarDate]>([
    ['30/6/25', '2025-06-30'],
    ['30/06/25', '2025-06-30'],
    ['30/06/2025', '2025-06-30'],
    ['30.06.2025', '2025-06-30'],
    ['30.6.25', '2025-06-30'],
    ['30-06-2025', '2025-06-30'],
    ['30 06 2025', '2025-06-30'],
    ['30 June 2025', '2025-06-30'],
    ['30th June 2025', '2025-06-30'],
    ['the 30th of June 2025', '2025-06-30'],
    ['30 June, 2025', '2025-06-30'],
    ['30 Jun 25', '2025-06-30'],
    ['30-Jun-25', '2025-06-30'],
    ['30-Jun-2025', '2025-06-30'],
    ['30Jun2025', '2025-06-30'],
    ["30 June '25", '2025-06-30'],
    ['1st Sept 2025', '2025-09-01'],
    ['2nd sept. 2025', '2025-09-02'],
    ['June 30 2025', '2025-06-30'],
    ['June 30th, 2025', '2025-06-30'],
    ['Monday 30 June 2025', '2025-06-30'],
    ['Mon 30 June 2025', '2025-06-30'],
    ['Monday, 30 June 2025', '2025-06-30'],
    ['2025-06-30', '2025-06-30'],
    ['2025/06/30', '2025-06-30'],
    ['2025-06-30T00:00:00Z', '2025-06-30'],
    ['2025-06-30 00:00:00', '2025-06-30'],
    ['30/06/2025 17:00', '2025-06-30'],
    ['20250630', '2025-06-30'],
    ['30062025', '2025-06-30'],
    ['20102025', '2025-10-20'],
    ['30 June 2025 5pm', '2025-06-30'],
    ['30 June 2025, 5 pm', '2025-06-30'],
    ['30/06/2025 at 4.30pm', '2025-06-30'],
    ['30 June 2025 by noon', '2025-06-30'],
    ['30/6/46', '2046-06-30'],
    ['by 30 June 2025', '2025-06-30'],
    ['By the 30th June 2025.', '2025-06-30'],
    ['Due 30/6/25', '2025-06-30'],
    ['Completed by 30/6/25', '2025-06-30'],
    ['  30 June 2025  ', '2025-06-30'],
    ['29/2/2028', '2028-02-29'],
    ['w/e 4 July 2025', '2025-07-04'],
    ['week ending 4 July 2025', '2025-07-04'],
    [{ is: 'day', day: '2025-06-30' }, '2025-06-30'],
  ])('%j is %s', (cell, day) => {
    expect(read(cell)).toEqual({ is: 'day', day })
  })

  test.each<[Cell, DateUse, CalendarDate, string]>([
    ['03/04/25', 'due', '2025-04-03', 'read day first: 3 April 2025'],
    ['3.4.2025', 'due', '2025-04-03', 'read day first: 3 April 2025'],
    [{ is: 'number', text: '45838' }, 'due', '2025-06-30', 'a day as Excel counts them'],
    ['45838', 'due', '2025-06-30', 'a day as Excel counts them'],
    [{ is: 'number', text: '45838.75' }, 'due', '2025-06-30', 'a day as Excel counts them'],
    ['June 2025', 'due', '2025-06-30', 'the last day of the month'],
    ['June 2025', 'start', '2025-06-01', 'the first day of the month'],
    ['Feb 2028', 'due', '2028-02-29', 'the last day of the month'],
    ['06/2025', 'due', '2025-06-30', 'the last day of the month'],
    ['Jun-35', 'due', '2035-06-30', 'the last day of the month'],
    ['2025-06', 'due', '2025-06-30', 'the last day of the month'],
    ['2025-06', 'start', '2025-06-01', 'the first day of the month'],
    ['second quarter 2025/26', 'due', '2025-09-30', 'of the financial year 2025/26'],
    ['the 2nd quarter of 2025/26', 'due', '2025-09-30', 'of the financial year 2025/26'],
    ['end June 2025', 'due', '2025-06-30', 'the last day of the month'],
    ['End of June 2025', 'due', '2025-06-30', 'the last day of the month'],
    ['end of June 25', 'due', '2025-06-30', 'the last day of the month'],
    ['mid July 2025', 'due', '2025-07-15', 'the middle of the month'],
    ['mid-July 25', 'due', '2025-07-15', 'the middle of the month'],
    ['beginning of July 2025', 'due', '2025-07-01', 'the first day of the month'],
    ['start of July 2025', 'start', '2025-07-01', 'the first day of the month'],
    ['Q2 2025/26', 'due', '2025-09-30', 'of the financial year 2025/26'],
    ['Q4 2025-26', 'due', '2026-03-31', 'of the financial year 2025/26'],
    ['Q4 25/26', 'due', '2026-03-31', 'of the financial year 2025/26'],
    ['Q1 FY25/26', 'start', '2025-04-01', 'of the financial year 2025/26'],
    ['Quarter 3 2025/26', 'due', '2025-12-31', 'of the financial year 2025/26'],
    ['2025/26', 'due', '2026-03-31', 'the financial year 2025/26'],
    ['24/25', 'due', '2025-03-31', 'the financial year 2024/25'],
    ['24-25', 'start', '2024-04-01', 'the financial year 2024/25'],
    ['25-26', 'due', '2026-03-31', 'the financial year 2025/26'],
    ['by 25/26', 'due', '2026-03-31', 'the financial year 2025/26'],
    ['FY 2025/26', 'start', '2025-04-01', 'the financial year 2025/26'],
    ['w/c 3 March 2025', 'start', '2025-03-03', 'the first day of that week'],
  ])('%j for a %s date is %s, and that is said', (cell, use, day, note) => {
    expect(read(cell, use)).toEqual({ is: 'day', day, note })
  })
})

describe('words that name no day leave the date open', () => {
  test.each([
    'ongoing',
    'On-going',
    'Ongoing.',
    'TBC',
    'tba',
    'TBD',
    'to be confirmed',
    'n/a',
    'N/A',
    '-',
    '?',
    'Continuous',
    'rolling',
    'ASAP',
    'Immediate',
    'Immediately',
    'monthly',
    'Quarterly',
    'Complete',
    'Completed',
    'BAU',
    'as required',
    'every month',
    'completed and ongoing',
  ])('%s', (words) => {
    expect(read(words)).toMatchObject({ is: 'none', note: `“${words}” names no day` })
  })

  test('and so does an empty cell, of which nothing is said', () => {
    expect(read('')).toEqual({ is: 'none' })
    expect(read('   ')).toEqual({ is: 'none' })
  })
})

describe('a date that may be more than one day is asked', () => {
  test.each<[Cell, DateUse, string, CalendarDate[]]>([
    ['30 June', 'due', 'which year', ['2025-06-30', '2026-06-30', '2027-06-30']],
    ['30/6', 'due', 'which year', ['2025-06-30', '2026-06-30', '2027-06-30']],
    ['30-6', 'due', 'which year', ['2025-06-30', '2026-06-30', '2027-06-30']],
    ['6-12', 'due', 'which year', ['2025-12-06', '2026-12-06', '2027-12-06']],
    ['29-2', 'due', 'which year', []],
    ['06/25', 'due', 'month of a year', ['2025-06-30', '2025-06-25', '2026-06-25', '2027-06-25']],
    ['06-25', 'start', 'month of a year', ['2025-06-01', '2025-06-25', '2026-06-25', '2027-06-25']],
    ['06/35', 'due', 'month of a year', ['2035-06-30']],
    ['45/45', 'due', 'no such day', []],
    ['31/2', 'due', 'no such day', []],
    ['24/26', 'due', 'no such day', []],
    ['12-13', 'due', 'month of a year', ['2013-12-31', '2025-12-13', '2026-12-13', '2027-12-13']],
    ['2011-12', 'due', 'financial year', ['2011-12-31', '2012-03-31']],
    ['30/6/99', 'due', '2099 is far', ['2099-06-30']],
    ['30 June 47', 'due', '2047 is far', ['2047-06-30']],
    ['Jun-99', 'due', '2099 is far', ['2099-06-30']],
    ['30/6/05', 'due', '2005 is far', ['2005-06-30']],
    ['first quarter 2025', 'due', 'financial', ['2025-03-31', '2025-06-30']],
    ['Q.2 2025', 'due', 'financial', ['2025-06-30', '2025-09-30']],
    ['mid-2025', 'due', 'no day of its own', ['2025-06-30', '2025-09-30']],
    ['end of the financial year', 'due', 'which year', ['2026-03-31', '2027-03-31', '2028-03-31']],
    ['Financial year end 2025', 'due', 'one year or another', ['2025-03-31', '2026-03-31']],
    ['end of the calendar year', 'due', 'which year', ['2025-12-31', '2026-12-31', '2027-12-31']],
    ['year end 2025', 'due', 'of finance', ['2025-12-31', '2025-03-31', '2026-03-31']],
    ['30-Jun', 'due', 'which year', ['2025-06-30', '2026-06-30', '2027-06-30']],
    ['end June', 'due', 'which year', ['2025-06-30', '2026-06-30', '2027-06-30']],
    ['End of June', 'due', 'which year', ['2025-06-30', '2026-06-30', '2027-06-30']],
    ['mid July', 'due', 'which year', ['2025-07-15', '2026-07-15', '2027-07-15']],
    ['June', 'due', 'which year', ['2025-06-30', '2026-06-30', '2027-06-30']],
    ['June', 'start', 'which year', ['2025-06-01', '2026-06-01', '2027-06-01']],
    ['Q2 2025', 'due', 'financial', ['2025-06-30', '2025-09-30']],
    ['Q2 2025', 'start', 'financial', ['2025-04-01', '2025-07-01']],
    ['Q4 2025', 'due', 'financial', ['2025-12-31', '2026-03-31']],
    ['2025 Q1', 'due', 'financial', ['2025-03-31', '2025-06-30']],
    [
      'Q3',
      'due',
      'which year',
      ['2025-09-30', '2025-12-31', '2026-09-30', '2026-12-31', '2027-09-30', '2027-12-31'],
    ],
    ['Q2 2025/27', 'due', 'follow', ['2025-06-30', '2025-09-30']],
    ['Jun-25', 'due', 'month of a year', ['2025-06-30', '2025-06-25', '2026-06-25', '2027-06-25']],
    [
      'June 25',
      'start',
      'month of a year',
      ['2025-06-01', '2025-06-25', '2026-06-25', '2027-06-25'],
    ],
    ['Spring 2025', 'due', 'season', ['2025-05-31', '2025-03-31']],
    ['summer 2025', 'due', 'season', ['2025-08-31', '2025-07-31']],
    ['Autumn term 2025', 'due', 'season', ['2025-11-30', '2025-12-31']],
    ['Winter 2025', 'due', 'season', ['2026-02-28', '2025-12-31']],
    ['w/c 3 March 2025', 'due', 'week', ['2025-03-07', '2025-03-03']],
    ['w/c 03/03/25', 'due', 'week', ['2025-03-07', '2025-03-03']],
    ['w/c 3 March', 'due', 'which year', ['2025-03-07', '2026-03-07', '2027-03-07']],
    ['week commencing 3 March', 'start', 'which year', ['2025-03-03', '2026-03-03', '2027-03-03']],
    ['early July 2025', 'due', 'no day of its own', ['2025-07-01', '2025-07-10']],
    ['late July 2025', 'due', 'no day of its own', ['2025-07-21', '2025-07-31']],
    ['2025', 'due', 'only a year', ['2025-12-31', '2025-03-31', '2026-03-31']],
    ['end of 2025', 'due', 'only a year', ['2025-12-31', '2025-03-31', '2026-03-31']],
    ['2025', 'start', 'only a year', ['2025-01-01', '2025-04-01']],
    ['30/06/25 - 31/08/25', 'due', 'more than one', ['2025-06-30', '2025-08-31']],
    ['30/06/25 revised to 31/08/25', 'due', 'more than one', ['2025-06-30', '2025-08-31']],
    ['30 June 2025, now 31 August 2025', 'due', 'more than one', ['2025-06-30', '2025-08-31']],
    ['June/July 2025', 'due', 'more than one', ['2025-06-30', '2025-07-31']],
    ['Draft 30/06/25, final 31/08/25', 'due', 'more than one', ['2025-06-30', '2025-08-31']],
    ['30 June 2025 for phase one', 'due', 'other words', ['2025-06-30']],
    ['Tuesday 30 June 2025', 'due', 'is a Monday, not a Tuesday', ['2025-06-30']],
    ['04/25/2025', 'due', 'day stands first', ['2025-04-25']],
    ['31/02/2025', 'due', 'no such day', []],
    ['2025-02-30', 'due', 'no such day', []],
    ['30 February 2025', 'due', 'no such day', []],
    ['45/45/2025', 'due', 'no such day', []],
    ['30/06/1925', 'due', 'year is not one', []],
    ['30/06/2225', 'due', 'year is not one', []],
    [{ is: 'day', day: '1900-01-05' }, 'due', 'year is not one', []],
    ['before the next board', 'due', 'cannot tell', []],
    ['6 months', 'due', 'cannot tell', []],
    ['J Okafor', 'due', 'cannot tell', []],
    ['maybe', 'due', 'cannot tell', []],
  ])('%j for a %s date: %s', (cell, use, because, days) => {
    const reading = read(cell, use)
    if (reading.is !== 'asked') throw new Error(`It was read: ${JSON.stringify(reading)}`)
    expect(reading.because).toContain(because)
    expect(reading.choices.map(({ day }) => day)).toEqual(days)
    expect(reading.choices.every(({ title }) => title.length > 0)).toBe(true)
  })
})
