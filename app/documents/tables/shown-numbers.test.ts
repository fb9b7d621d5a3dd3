import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '~/domain/evidence/identifiers'
import { builtInFormat } from './number-formats'
import { shownAndKept, shownNumber } from './shown-numbers'

const in1900 = (code: string) => ({ code, countsFrom1904: false })

describe('a number', () => {
  test.each([
    [14, '02/10/2024'],
    [15, '02-Oct-24'],
    [16, '02-Oct'],
    [17, 'Oct-24'],
    [18, '6:00 PM'],
    [20, '18:00'],
    [22, '02/10/2024 18:00'],
    [31, '02/10/2024'],
    [0, '45567.75'],
    [1, '45568'],
    [4, '45,567.75'],
    [9, '4556775%'],
    [44, '£45,567.75'],
    [49, '45567.75'],
  ])('is shown by the format %i that Excel brings', (id, words) => {
    expect(shownNumber(45_567.75, in1900(builtInFormat(id)))).toBe(words)
  })

  test.each([
    ['a format that nobody can read', 'bad [[[', 3.5, '3.5'],
    ['one without an end', '0'.repeat(100_000), 3, '3'],
    ['a day before there were any', 'dd/mm/yyyy', -4, '-4'],
    ['a day after the last', 'dd/mm/yyyy', 1e9, '1000000000'],
  ])('is shown as it is under %s', (_what, code, number, words) => {
    expect(shownNumber(number, in1900(code))).toBe(words)
  })

  test('of days is counted from 1904 where the workbook says so, hours are not', () => {
    const from1904 = (code: string) => ({ code, countsFrom1904: true })
    expect(shownNumber(44_105, from1904('dd/mm/yyyy'))).toBe('02/10/2024')
    expect(shownNumber(1.5, from1904('[h]:mm'))).toBe('36:00')
  })
})

test('what is searched says also what cannot be read from what is shown', () => {
  const searched = (number: number, code: string) => shownAndKept(number, in1900(code))
  expect(searched(41_710, 'mmm-yy')).toBe('Mar-14 (12 Mar 2014)')
  expect(searched(41_710, 'd mmm yy')).toBe('12 Mar 14')
  expect(searched(9_434_765_919, '#,##0')).toBe('9,434,765,919 (9434765919)')
  expect(searched(9_434_765_919, ';;;')).toBe('9434765919')
  expect(searched(0.4, '0%')).toBe('40%')
  expect(searched(1234, '#,##0')).toBe('1,234')
})

test.each([
  'dd/mm/yyyy',
  'd mmm yy',
  'dd,mm,yyyy',
  'ddmmyy',
  'yymmdd',
  'yyyymmdd',
  'yyyy mm dd',
  'yyyy mmm dd',
  'mmm d, yy',
  'mmm-yy',
  'dddd',
  '[$-F800]dddd, mmmm dd, yyyy',
  '[$-407]d. mmmm yyyy',
  '[$-40C]d mmmm yyyy',
  '[$-415]d mmmm yyyy',
  '[$-429]yyyy/mm/dd',
  '[ENG][$-809]dd mmm yyyy',
  `dd mmm yyyy${' '.repeat(300)}`,
])('a date of birth shown as %s is found under its heading', (code) => {
  for (const day of [41_710, 41_978]) {
    const table = `DOB\tTeam\n${shownAndKept(day, in1900(code))}\tNorth`
    const kinds = findIdentifiers(table).map(({ kind }) => kind)
    expect(kinds, table).toEqual(['date-of-birth'])
  }
})
