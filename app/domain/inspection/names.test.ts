import { expect, test } from 'vitest'
import { daysInWords, inspectionName, shortAreaName } from './names'
import { nationalFrameworkName, nationalFrameworkTitle } from './national-framework'

test.each([
  ['help-and-protection', 'Help and protection'],
  ['leaders', 'Leaders'],
  ['lscb', 'LSCB'],
  ['send', 'SEND'],
])('the area %s is called %s', (area, name) => {
  expect(shortAreaName(area)).toBe(name)
})

test.each([
  ['2026-02-02', '2026-02-13', '2 to 13 February 2026'],
  ['2026-01-30', '2026-02-10', '30 January to 10 February 2026'],
  ['2025-12-29', '2026-01-09', '29 December 2025 to 9 January 2026'],
  ['2026-05-03', '2026-05-03', '3 May 2026'],
] as const)('%s to %s is told as %s', (from, to, words) => {
  expect(daysInWords(from, to)).toBe(words)
})

test('an inspection is called by its kind and council', () => {
  expect(inspectionName({ kind: 'ilacs', council: 'Westmarsh' })).toBe(
    'ILACS inspection of Westmarsh',
  )
  expect(inspectionName({ kind: 'other', council: 'Westmarsh' })).toBe('Inspection of Westmarsh')
})

test('a reference to the National Framework is told in words', () => {
  expect(nationalFrameworkName('outcome-4')).toBe('Outcome 4')
  expect(nationalFrameworkTitle('enabler-1')).toBe('Enabler 1: multi-agency working')
  expect(nationalFrameworkTitle('principle-3')).toBe('Principle 3')
})
