import { describe, expect, test } from 'vitest'
import { defaultDueDateSettings } from './due-date-change'
import { canSetDueDateLimits, limitsInWords } from './due-date-limits'

const leader = { personId: 1, roles: ['leader'] } as const
const limits = { ...defaultDueDateSettings, workingDaysWithoutAgreement: 10 }
const why = 'The board wants to see every long move.'

describe('the limits of dates are set', () => {
  test('by a leader or an administrator, with a reason; a limit may be switched off', () => {
    const off = { ...limits, workingDaysWithoutAgreement: null, agreementFromChange: null }
    for (const role of ['leader', 'admin'] as const) {
      const actor = { personId: 1, roles: [role] }
      expect(canSetDueDateLimits(actor, defaultDueDateSettings, { limits: off, why })).toEqual({
        allowed: true,
      })
    }
  })

  test.each([
    ['by a manager', { personId: 1, roles: ['manager'] } as const, {}, why, 'Only a leader'],
    ['without a reason', leader, {}, ' ', 'Say why the limits change.'],
    [
      'to what they are',
      leader,
      { workingDaysWithoutAgreement: 20 },
      why,
      'These are the limits that stand already.',
    ],
    [
      'to half a day',
      leader,
      { workingDaysWithoutAgreement: 0.5 },
      why,
      'Give working days from 0 to 250',
    ],
    ['to change 0', leader, { agreementFromChange: 0 }, why, 'Give a change from 1 to 10'],
    ['to a season before', leader, { lateMoveDaysBefore: 61 }, why, 'Give days from 0 to 60.'],
  ])('but not %s', (_how, actor, change, reason, because) => {
    const asked = { limits: { ...limits, ...change }, why: reason }
    expect(canSetDueDateLimits(actor, defaultDueDateSettings, asked)).toMatchObject({
      because: expect.stringContaining(because),
    })
  })
})

describe('the limits in words', () => {
  test('are one sentence each', () => {
    expect(limitsInWords(defaultDueDateSettings)).toEqual([
      'Any new date of an action for an area for priority action waits for a leader.',
      'A date more than 20 working days after the original waits for a leader.',
      'From change 2 of a date on, each one waits for a leader.',
      'A move within 7 days before a board meeting or a visit, or after the date had passed, is marked as late.',
    ])
  })

  test('say so where nothing waits, and where every date does', () => {
    const none = {
      anyChangeOnPriorityAction: false,
      workingDaysWithoutAgreement: null,
      agreementFromChange: null,
      lateMoveDaysBefore: 0,
    }
    expect(limitsInWords(none)).toEqual([
      'No new date waits for a leader.',
      'A move on the day of a board meeting or a visit, or after the date had passed, is marked as late.',
    ])
    expect(limitsInWords({ ...none, agreementFromChange: 1 })[0]).toBe(
      'Every new date waits for a leader.',
    )
  })
})
