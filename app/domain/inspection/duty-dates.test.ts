import { describe, expect, test } from 'vitest'
import { canMeetDutyOn, canStateDueDate } from './duty-dates'

const received = { inspectedTo: '2026-02-13', receivedOn: '2026-03-20' } as const
const notYet = { inspectedTo: '2026-02-13', receivedOn: null } as const

describe('the date in the letter', () => {
  test('comes after the report', () => {
    expect(canStateDueDate('2026-06-30', received)).toEqual({ allowed: true })
    expect(canStateDueDate('2026-06-30', notYet)).toEqual({ allowed: true })
  })

  test.each([
    [
      'it was received',
      received,
      'The date in the letter cannot be before the report was received.',
    ],
    [
      'the inspection ended',
      notYet,
      'The date in the letter cannot be before the inspection ended.',
    ],
  ])('is never before %s', (_what, report, because) => {
    expect(canStateDueDate('2026-02-12', report)).toEqual({ allowed: false, because })
  })
})

describe('a duty', () => {
  const today = '2026-04-01'
  test('is met on a day that has come', () => {
    expect(canMeetDutyOn(today, received, today)).toEqual({ allowed: true })
    expect(canMeetDutyOn('2026-02-13', notYet, today)).toEqual({ allowed: true })
  })

  test.each([
    [
      'in the future',
      '2026-04-02',
      received,
      'Give the day it was done once it is done, not a day to come.',
    ],
    [
      'before the report was received',
      '2026-03-19',
      received,
      'It cannot be done before the report was received.',
    ],
    [
      'before the inspection ended',
      '2026-02-12',
      notYet,
      'It cannot be done before the inspection ended.',
    ],
  ] as const)('is not met %s', (_when, metOn, report, because) => {
    expect(canMeetDutyOn(metOn, report, today)).toEqual({ allowed: false, because })
  })
})
