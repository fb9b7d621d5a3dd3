import { describe, expect, test } from 'vitest'
import { canAddDependency, clashes, type PlannedDates } from './dependencies'

const manager = { personId: 1, roles: ['manager'] as const }
const adding = { actionId: 1, needsId: 2, otherWaitsFor: [], isThere: false }

describe('an action waits for another', () => {
  test('where a manager says so', () => {
    expect(canAddDependency(manager, adding)).toEqual({ allowed: true })
    expect(canAddDependency({ personId: 1, roles: ['leader'] }, adding)).toMatchObject({
      because: 'Only a manager can do this.',
    })
  })

  test.each([
    ['itself', { needsId: 1 }, 'An action cannot wait for itself.'],
    ['one that waits for it', { otherWaitsFor: [3, 1] }, 'A2 waits for this action already.'],
    ['one that it waits for already', { isThere: true }, 'It waits for that action already.'],
  ])('but not for %s', (_what, given, because) => {
    expect(canAddDependency(manager, { ...adding, ...given })).toMatchObject({
      allowed: false,
      because,
    })
  })
})

describe('dates clash', () => {
  const action = (id: number, dueOn: PlannedDates['dueOn'], more: Partial<PlannedDates> = {}) => ({
    id,
    dueOn,
    ownerName: 'Joy Okafor',
    isDelivered: false,
    needs: [],
    ...more,
  })
  const needs = (dueOn: PlannedDates['dueOn'] | null, isDelivered = false) => ({
    needs: [{ id: 9, dueOn, isDelivered }],
  })

  test('where an action waits for one that is due later, or that has no date', () => {
    expect(clashes([action(1, '2026-12-01', needs('2026-12-02'))], undefined)).toEqual([
      {
        ids: [1, 9],
        sentence: 'A1 is due 1 December 2026 and waits for A9, which is due only 2 December 2026.',
      },
    ])
    expect(clashes([action(1, '2026-12-01', needs(null))], undefined)[0]?.sentence).toBe(
      'A1 is due 1 December 2026 and waits for A9, which has no date.',
    )
    expect(clashes([action(1, '2026-12-01', needs('2026-12-01'))], undefined)).toEqual([])
    expect(clashes([action(1, '2026-12-01', needs('2027-01-01', true))], undefined)).toEqual([])
    const delivered = { ...needs('2027-01-01'), isDelivered: true }
    expect(clashes([action(1, '2026-12-01', delivered)], undefined)).toEqual([])
  })

  test('where they pile up in the week before a visit', () => {
    const visit = { expectedFrom: '2026-12-08' } as const
    const three = [
      action(1, '2026-12-01'),
      action(2, '2026-12-07'),
      action(3, '2026-12-04'),
      action(4, '2026-11-30'),
      action(5, '2026-12-08'),
    ]
    expect(clashes(three, visit)).toEqual([
      {
        ids: [1, 2, 3],
        sentence:
          '3 actions of Joy Okafor are due in the week before the visit of 8 December 2026.',
      },
    ])
    const five = [1, 2, 3, 4, 5].map((id) => action(id, '2026-12-03', { ownerName: `P${id}` }))
    expect(clashes(five, visit).map(({ sentence }) => sentence)).toEqual([
      '5 actions are due in the week before the visit of 8 December 2026.',
    ])
    expect(clashes(five.slice(1), visit)).toEqual([])
    expect(clashes(five, undefined)).toEqual([])
  })
})
