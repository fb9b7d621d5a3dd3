import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type CalendarDate } from '../time/calendar-date'
import {
  lastPeriodOver,
  periodAfter,
  periodEnd,
  periodInShort,
  periodLengths,
  periodName,
  periodOf,
  periodTitle,
  readPeriod,
} from './period'

describe('a month as people in England write it', () => {
  test.each([
    'September 2026',
    'september 2026',
    'Sept 2026',
    'Sep 2026',
    'Sep. 2026',
    'Sep-26',
    'Sep 26',
    'Sep26',
    "Sep '26",
    'Sep/26',
    '2026 Sep',
    '09/2026',
    '9/2026',
    '9-2026',
    '2026-09',
    '2026/09',
    '202609',
    '2026-09-01',
    '2026-09-30',
    '2026-09-01T00:00:00.000Z',
    '2026-09-01 00:00:00',
    '01/09/2026',
    '30/09/2026',
    '30.9.26',
    '1 Sept 2026',
    '30th September 2026',
    '1-Sep-26',
    '01/09/2026 00:00',
    ' Sep  2026 ',
  ])('%s is September 2026', (text) => {
    expect(readPeriod(text, 'month')).toEqual({ from: '2026-09-01' })
  })

  test('has the day first, where a day and a month could be taken for one another', () => {
    expect(readPeriod('03/04/2026', 'month')).toEqual({ from: '2026-04-01' })
  })

  test.each([
    '',
    'soon',
    'Smarch 2026',
    'Se 2026',
    '13/2026',
    '31/02/2026',
    '2026',
    'Q2 2026',
    '12',
  ])('%j is none, and it says what to write', (text) => {
    expect(readPeriod(text, 'month')).toEqual({
      wrong: `“${text}” is not a period. Write September 2026, Sep-26 or 09/2026.`,
    })
  })

  test('is not one of another century', () => {
    expect(readPeriod('September 1926', 'month')).toEqual({
      wrong: '“September 1926” is not between 2000 and 2100.',
    })
  })
})

describe('a quarter', () => {
  test.each([
    ['Q2 2026/27', '2026-07-01'],
    ['Q2 2026-27', '2026-07-01'],
    ['q4 26/27', '2027-01-01'],
    ['Quarter 1 2026/2027', '2026-04-01'],
    ['August 2026', '2026-07-01'],
    ['31/12/2026', '2026-10-01'],
  ])('%s begins on %s: the council’s year begins in April', (text, from) => {
    expect(readPeriod(text, 'quarter')).toEqual({ from })
  })

  test.each(['Q2 2026', 'Q5 2026/27', 'Q2 2026/28'])('%s leaves open which one', (text) => {
    expect(readPeriod(text, 'quarter')).toHaveProperty('wrong')
  })
})

describe('a week', () => {
  test('begins on its Monday, whatever day of it is given', () => {
    expect(readPeriod('09/09/2026', 'week')).toEqual({ from: '2026-09-07' })
    expect(readPeriod('2026-09-13', 'week')).toEqual({ from: '2026-09-07' })
  })

  test('is not told by a month', () => {
    expect(readPeriod('September 2026', 'week')).toHaveProperty('wrong')
    expect(readPeriod('2026-09', 'week')).toHaveProperty('wrong')
  })
})

test.each([
  ['month', 'September 2026', 'September 2026', 'Sept 2026'],
  ['quarter', 'July to September 2026', 'July to September 2026', 'Jul–Sept 2026'],
  ['week', 'the week of 7 September 2026', 'The week of 7 September 2026', '7 Sept 2026'],
] as const)('A %s is called %s.', (length, name, title, short) => {
  const from = periodOf('2026-09-09', length)
  expect([
    periodName(from, length),
    periodTitle(from, length),
    periodInShort(from, length),
  ]).toEqual([name, title, short])
})

test.each([
  ['2026-10-01', 'month', '2026-09-01'],
  ['2026-09-30', 'month', '2026-08-01'],
  ['2026-10-01', 'quarter', '2026-07-01'],
  ['2026-10-05', 'week', '2026-09-28'],
] as const)('On %s the last %s that is over began on %s.', (today, length, from) => {
  expect(lastPeriodOver(today, length)).toBe(from)
})

test('Periods follow one another without a gap or an overlap, on any day of twenty years.', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7300 }),
      fc.constantFrom(...periodLengths),
      (days, length) => {
        const day = addDays('2015-01-01', days)
        const from = periodOf(day, length)
        expect(from <= day && day <= periodEnd(from, length)).toBe(true)
        expect(addDays(periodEnd(from, length), 1)).toBe(periodAfter(from, length))
        expect(periodOf(periodAfter(from, length), length)).toBe(periodAfter(from, length))
        expect(periodAfter(periodAfter(from, length), length, -1)).toBe(from)
      },
    ),
  )
})

test('What a period is called is read as that period again.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (months) => {
      const from: CalendarDate = addMonths('2001-01-01', months)
      expect(readPeriod(periodName(from, 'month'), 'month')).toEqual({ from })
      expect(readPeriod(periodInShort(from, 'month'), 'month')).toEqual({ from })
    }),
  )
})
