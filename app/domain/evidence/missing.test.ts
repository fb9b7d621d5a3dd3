import { expect, test } from 'vitest'
import { missingParts, missingSentence } from './missing'

const whole = { shows: 'Nine of twelve.', kind: 'case-audit', periodTo: '2026-10-31' } as const

test('nothing is missing of evidence with its words, its kind and its period', () => {
  expect(missingParts(whole)).toEqual([])
  expect(missingParts({ ...whole, isForSomething: true })).toEqual([])
})

test.each([
  [{ shows: ' ' }, 'Missing: what it shows.'],
  [{ kind: null, periodTo: null }, 'Missing: its kind and the period that it covers.'],
  [{ isForSomething: false }, 'Missing: what it is for.'],
  [
    { shows: '', kind: null, isForSomething: false },
    'Missing: what it shows, its kind and what it is for.',
  ],
] as const)('of evidence with %j it is told what is missing', (differs, sentence) => {
  expect(missingSentence(missingParts({ ...whole, ...differs }))).toBe(sentence)
})
