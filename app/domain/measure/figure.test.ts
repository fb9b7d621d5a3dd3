import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/permissions'
import {
  canRecord,
  figureOf,
  figureTrouble,
  isSameFigure,
  periodTrouble,
  readNumber,
} from './figure'

describe('a number as it is typed', () => {
  test.each([
    ['14', 14],
    [' 14 ', 14],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['14.', 14],
    ['0', 0],
    ['1,234', 1234],
    ['1,234,567.8', 1_234_567.8],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['85.7%', 85.7],
    ['85.7 %', 85.7],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text, 'percent')).toEqual({ value })
  })

  test.each(['', ' ', '-', '–', '..', 'n/a', 'N/A', 'c', 'x', '*', ':'])(
    '%j is nothing: an empty cell, or a figure that was held back',
    (text) => {
      expect(readNumber(text)).toEqual({ nothing: true })
    },
  )

  test.each([
    ['1,5', '“1,5” has a comma where a point belongs. Write 1.5.'],
    ['1.234,5', '“1.234,5” has a comma where a point belongs. Write 1234.5.'],
    ['1,23', '“1,23” has a comma where a point belongs. Write 1.23.'],
    ['12,34,567', '“12,34,567” is not a number.'],
    ['-4', '“-4” is below 0.'],
    ['−4', '“−4” is below 0.'],
    ['lots', '“lots” is not a number.'],
    ['12 of 14', '“12 of 14” is not a number.'],
    ['1e3', '“1e3” is not a number.'],
    ['=1+1', '“=1+1” is not a number.'],
    ['£14', '“£14” is not a number.'],
    ['x'.repeat(60), `“${'x'.repeat(39)}…” is not a number.`],
  ])('%j is none, and it says so', (text, wrong) => {
    expect(readNumber(text)).toEqual({ wrong })
  })

  test('with a sign for per cent is one only where the measure is a percentage', () => {
    expect(readNumber('12%', 'count')).toEqual({
      wrong: '“12%” is a percentage, and this measure is not.',
    })
  })

  test('is read back as it was written, with separators or without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (value) => {
        expect(readNumber(String(value / 100))).toEqual({ value: value / 100 })
        expect(readNumber(value.toLocaleString('en-GB'))).toEqual({ value })
      }),
    )
  })
})

describe('a figure', () => {
  test.each([
    ['percent', 140, '140% is more than 100%. A percentage lies between 0 and 100.'],
    ['count', 12.5, '12.5 is not a whole number, and a count is.'],
    ['days', -1, 'A figure cannot be below 0.'],
    ['average', 2_000_000_000, 'A figure cannot be more than 1,000,000,000.'],
    ['average', Number.NaN, 'This is not a number.'],
  ] as const)('of the unit %s cannot be %d', (unit, value, sentence) => {
    expect(figureTrouble(unit, { value, parts: null })).toBe(sentence)
  })

  test.each([
    ['percent', 0],
    ['percent', 100],
    ['count', 0],
    ['days', 12.5],
    ['per-10000', 310],
  ] as const)('of the unit %s can be %d', (unit, value) => {
    expect(figureTrouble(unit, { value, parts: null })).toBeUndefined()
  })

  test.each([
    ['percent', 12, 0, 'The denominator is 0. Leave the period out, or correct it.'],
    [
      'percent',
      15,
      14,
      'The numerator 15 is more than the denominator 14, so it is no part of it.',
    ],
    ['percent', -1, 14, 'Neither part can be below 0.'],
    ['count', 3, 4, 'A count is one number, without a denominator.'],
  ] as const)('of the unit %s cannot be %d of %d', (unit, numerator, denominator, sentence) => {
    expect(figureTrouble(unit, figureOf(unit, { numerator, denominator }))).toBe(sentence)
  })

  test.each([
    ['percent', 12, 16, 75],
    ['per-1000', 3, 500, 6],
    ['per-10000', 310, 50_000, 62],
    ['average', 33, 2, 16.5],
    ['days', 66, 2, 33],
  ] as const)('of the unit %s, %d of %d is %d', (unit, numerator, denominator, value) => {
    expect(figureOf(unit, { numerator, denominator }).value).toBeCloseTo(value, 9)
  })

  test('is the same where number and parts are; without its parts it says less', () => {
    const third = figureOf('percent', { numerator: 1, denominator: 3 })
    expect(isSameFigure(third, { ...third, value: third.value + 1e-12 })).toBe(true)
    expect(isSameFigure(third, { value: third.value, parts: null })).toBe(false)
    expect(isSameFigure(third, figureOf('percent', { numerator: 2, denominator: 6 }))).toBe(false)
  })
})

test.each([
  [
    '2026-10-01',
    'month',
    '2026-10-31',
    'October 2026 is not over yet. Its figure can be recorded from 1 November 2026.',
  ],
  ['2026-10-01', 'month', '2026-11-01', undefined],
  [
    '2026-12-01',
    'month',
    '2026-11-20',
    'December 2026 has not begun. Its figure can be recorded from 1 January 2027.',
  ],
  [
    '2026-11-16',
    'week',
    '2026-11-20',
    'The week of 16 November 2026 is not over yet. Its figure can be recorded from 23 November 2026.',
  ],
] as const)('The period from %s, by the %s, on %s: %s', (from, length, today, sentence) => {
  expect(periodTrouble(from, length, today)).toBe(sentence)
})

describe('recording a figure', () => {
  const manager: Actor = { personId: 1, roles: ['manager'] }
  const facts = { unit: 'count', length: 'month', from: '2026-10-01', present: undefined } as const
  const figure = { value: 14, parts: null }
  const given = { facts, figure, reason: '', today: '2026-11-20' } as const
  const there = { ...facts, present: { value: 12, parts: null } }

  test('is for managers, once the period is over', () => {
    expect(canRecord(manager, given)).toEqual({ allowed: true })
    expect(
      canRecord({ personId: 1, roles: ['practitioner', 'leader', 'observer', 'admin'] }),
    ).toEqual({ allowed: false, because: 'Only a manager can do this.' })
  })

  test.each([
    [
      'before the period is over',
      { today: '2026-10-20' as const },
      /^October 2026 is not over yet/,
    ],
    ['that its unit does not allow', { figure: { value: 1.5, parts: null } }, /not a whole number/],
    ['again without a reason', { facts: there }, /^October 2026 has a figure already. Say why/],
    ['away where none is', { figure: null }, /^There is no figure to take away/],
    [
      'away again',
      { figure: null, facts: { ...facts, present: null }, reason: 'Twice' },
      /no figure/,
    ],
  ])('but not %s', (_what, differs, because) => {
    const refused = canRecord(manager, { ...given, ...differs })
    expect(refused.allowed ? '' : refused.because).toMatch(because)
  })

  test('corrects it, takes it away and brings one back with a reason', () => {
    const reason = 'Two teams recorded late.'
    expect(canRecord(manager, { ...given, facts: there, reason })).toEqual({ allowed: true })
    expect(canRecord(manager, { ...given, facts: there, reason, figure: null })).toEqual({
      allowed: true,
    })
    const gone = { ...facts, present: null }
    expect(canRecord(manager, { ...given, facts: gone }).allowed).toBe(false)
    expect(canRecord(manager, { ...given, facts: gone, reason }).allowed).toBe(true)
  })
})
