import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, fromDayNumber } from '../time/calendar-date'
import { type DeliveryFacts, deliveries, deliveryOf, optimismFigure, optimismGap } from './delivery'

const today = '2025-11-28'
const update = { saidOn: '2025-11-14', statedDelivery: 'on-track' } as const
const action: DeliveryFacts = {
  startOn: '2025-09-01',
  dueOn: '2026-01-30',
  originalDueOn: '2026-01-30',
  deliveredOn: null,
  ownerId: 3,
  milestones: [
    { title: 'Draft the standard', dueOn: '2025-10-31', doneOn: '2025-10-30' },
    { title: 'Train the teams', dueOn: '2025-12-19', doneOn: null },
  ],
  latestUpdate: update,
  today,
}
const milestone = (
  dueOn: DeliveryFacts['today'],
  doneOn: DeliveryFacts['today'] | null = null,
) => ({
  title: 'Train the teams',
  dueOn,
  doneOn,
})
const kinds = (facts: DeliveryFacts) => deliveryOf(facts).reasons.map((one) => one.kind)
const sentences = (facts: DeliveryFacts) => deliveryOf(facts).reasons.map((one) => one.sentence)

test('an action whose owner has left is at risk', () => {
  expect(deliveryOf({ ...action, ownerLeft: true }).delivery).toBe('at-risk')
  expect(sentences({ ...action, ownerLeft: true })).toEqual(['Its owner has left.'])
})

describe('an action is on track', () => {
  test('while its milestones are in time, it has an owner and a recent update', () => {
    expect(deliveryOf(action)).toEqual({
      delivery: 'on-track',
      reasons: [
        {
          kind: 'in-hand',
          makes: null,
          brief: 'on track',
          sentence: 'It is due in 42 working days, 1 of 2 milestones done.',
        },
      ],
      milestonesDone: 1,
      milestonesLate: 0,
      milestonesOpen: 1,
    })
  })

  test.each([
    [
      'on the day it is due, when every milestone is done',
      { dueOn: today, originalDueOn: today, milestones: [] },
    ],
    ['on the day a milestone is due', { milestones: [milestone(today)] }],
    ['30 days after the last update', { latestUpdate: { ...update, saidOn: '2025-10-29' } }],
    ['in its first 30 days without an update', { startOn: '2025-10-29', latestUpdate: null }],
  ] as const)('even %s', (_when, differs) => {
    expect(deliveryOf({ ...action, ...differs }).delivery).toBe('on-track')
  })

  test('and a moved date is told, not held against it', () => {
    expect(sentences({ ...action, originalDueOn: '2025-12-19' })).toEqual([
      'It is due in 42 working days, 1 of 2 milestones done.',
      'Its due date was 19 December 2025 and is now 42 days later.',
    ])
  })
})

describe('an action is at risk', () => {
  test.each([
    [
      'with one milestone a little late',
      { milestones: [milestone('2025-11-20')] },
      'The milestone “Train the teams” is 8 days late.',
    ],
    ['without an owner', { ownerId: null }, 'Nobody owns it.'],
    ['without a due date', { dueOn: null, originalDueOn: null }, 'It has no due date.'],
    [
      '31 days after the last update',
      { latestUpdate: { ...update, saidOn: '2025-10-28' } },
      'There is no update for 31 days.',
    ],
    [
      'started 31 days ago without an update',
      { startOn: '2025-10-28', latestUpdate: null },
      'There is no update since it started 31 days ago.',
    ],
    [
      'due within seven days with milestones open',
      { dueOn: '2025-12-05', originalDueOn: '2025-12-05', milestones: [milestone('2025-12-04')] },
      'It is due in 5 working days and 1 milestone is open.',
    ],
    [
      'due today with milestones open',
      { dueOn: today, originalDueOn: today, milestones: [milestone(today)] },
      'It is due today and 1 milestone is open.',
    ],
    [
      'with a milestone planned after its own due date',
      { milestones: [milestone('2026-02-02')] },
      '1 milestone is planned after the action’s own due date.',
    ],
    [
      'when its own update says so',
      { latestUpdate: { ...update, statedDelivery: 'at-risk' } },
      'The update of 14 November 2025 says it is at risk.',
    ],
  ] as const)('%s', (_when, differs, sentence) => {
    const facts = { ...action, ...differs }
    expect(deliveryOf(facts).delivery).toBe('at-risk')
    expect(sentences(facts)[0]).toBe(sentence)
  })
})

describe('an action is off track', () => {
  test.each([
    [
      'the day after its due date',
      { dueOn: '2025-11-27', originalDueOn: '2025-11-27', milestones: [] },
      'It was due on 27 November 2025, 1 day ago.',
    ],
    [
      'with two milestones late',
      { milestones: [milestone('2025-11-27'), milestone('2025-11-18')] },
      '2 milestones are late, the first by 10 days.',
    ],
    [
      'with one milestone more than four weeks late',
      { milestones: [milestone('2025-10-30')] },
      'The milestone “Train the teams” is 29 days late.',
    ],
    [
      'when its own update says so',
      { latestUpdate: { ...update, statedDelivery: 'off-track' } },
      'The update of 14 November 2025 says it is off track.',
    ],
    [
      'overdue though it never started',
      {
        startOn: null,
        dueOn: '2025-11-27',
        originalDueOn: '2025-11-27',
        milestones: [],
        latestUpdate: null,
      },
      'It was due on 27 November 2025, 1 day ago.',
    ],
  ] as const)('%s', (_when, differs, sentence) => {
    const facts = { ...action, ...differs }
    expect(deliveryOf(facts).delivery).toBe('off-track')
    expect(sentences(facts)[0]).toBe(sentence)
  })

  test('and all its reasons are given, worst first', () => {
    expect(
      kinds({
        ...action,
        ownerId: null,
        dueOn: '2025-11-27',
        milestones: [milestone('2025-11-20')],
        latestUpdate: null,
      }),
    ).toEqual(['overdue', 'milestones-late', 'no-owner', 'no-update', 'date-moved'])
  })
})

describe('an action has not started', () => {
  const future = { ...action, startOn: '2025-12-01', milestones: [], latestUpdate: null } as const

  test('before its start', () => {
    expect(deliveryOf(future)).toMatchObject({ delivery: 'not-started' })
    expect(sentences(future)).toEqual(['It starts on 1 December 2025.'])
  })

  test('and still says what is missing', () => {
    expect(sentences({ ...future, ownerId: null })).toEqual([
      'It starts on 1 December 2025.',
      'Nobody owns it.',
    ])
  })

  test('without a start date while nothing is recorded', () => {
    expect(sentences({ ...future, startOn: null })).toEqual([
      'It has no start date and nothing is recorded yet.',
    ])
  })

  test.each([
    ['a milestone is done', { milestones: [milestone('2025-12-10', '2025-11-27')] }],
    ['an update says it is on track', { latestUpdate: update }],
    ['the start has come', { startOn: today }],
  ] as const)('but has when %s', (_when, differs) => {
    expect(deliveryOf({ ...future, ...differs }).delivery).toBe('on-track')
  })

  test('when the update says not started, until the start has come', () => {
    const said = { saidOn: '2025-11-20', statedDelivery: 'not-started' } as const
    expect(deliveryOf({ ...future, latestUpdate: said }).delivery).toBe('not-started')
  })
})

describe('an action is delivered', () => {
  test('on its date or before', () => {
    const facts = { ...action, deliveredOn: today, milestones: [] } as const
    expect(deliveryOf(facts).delivery).toBe('delivered')
    expect(sentences(facts)).toEqual(['Delivered on 28 November 2025.'])
  })

  test('late, with milestones still open and a moved date: all three are told', () => {
    expect(
      sentences({
        ...action,
        dueOn: '2025-11-26',
        originalDueOn: '2025-11-12',
        deliveredOn: today,
      }),
    ).toEqual([
      'Delivered on 28 November 2025, 2 days after its due date.',
      '1 milestone is still open.',
      'Its due date was 12 November 2025 and is now 14 days later.',
    ])
  })
})

describe('a past day is read as it was', () => {
  test('before the delivery, the milestone and the update that came later', () => {
    const later = {
      ...action,
      deliveredOn: '2025-12-20',
      milestones: [milestone('2025-11-20', '2025-12-01')],
      latestUpdate: { saidOn: '2025-12-02', statedDelivery: 'delivered' },
    } as const
    expect(deliveryOf(later)).toMatchObject({ delivery: 'at-risk', milestonesLate: 1 })
    expect(optimismGap(later, deliveryOf(later))).toBeUndefined()
  })
})

describe('the difference between stated and derived is shown', () => {
  const gap = (differs: Partial<DeliveryFacts>) => {
    const facts = { ...action, ...differs }
    return optimismGap(facts, deliveryOf(facts))
  }

  test('as what is stated and what the facts say', () => {
    expect(gap({ milestones: [milestone('2025-11-20'), milestone('2025-11-21')] })).toEqual({
      stated: 'on-track',
      saidOn: '2025-11-14',
      derived: 'off-track',
      steps: 2,
      sentence: 'Stated on track, 2 milestones late.',
    })
  })

  test.each([
    [
      'stated delivered and not marked so',
      { latestUpdate: { ...update, statedDelivery: 'delivered' } },
      1,
      'Stated delivered, not marked as delivered.',
    ],
    [
      'stated delivered and overdue',
      {
        latestUpdate: { ...update, statedDelivery: 'delivered' },
        dueOn: '2025-11-20',
        originalDueOn: '2025-11-20',
        milestones: [],
      },
      3,
      'Stated delivered, 8 days overdue.',
    ],
    [
      'stated at risk and overdue',
      {
        latestUpdate: { ...update, statedDelivery: 'at-risk' },
        dueOn: '2025-11-20',
        originalDueOn: '2025-11-20',
        milestones: [],
      },
      1,
      'Stated at risk, 8 days overdue.',
    ],
    [
      'stated not started and overdue',
      {
        latestUpdate: { ...update, statedDelivery: 'not-started' },
        dueOn: '2025-11-20',
        originalDueOn: '2025-11-20',
        milestones: [],
      },
      2,
      'Stated not started, 8 days overdue.',
    ],
  ] as const)('%s', (_what, differs, steps, sentence) => {
    expect(gap(differs)).toMatchObject({ steps, sentence })
  })

  test.each([
    ['they agree', {}],
    ['the statement is worse', { latestUpdate: { ...update, statedDelivery: 'off-track' } }],
    ['nothing is stated', { latestUpdate: null, ownerId: null }],
    ['it is delivered and stated on track', { deliveredOn: today }],
  ] as const)('but there is none when %s', (_when, differs) => {
    expect(gap(differs)).toBeUndefined()
  })

  test('and is counted for leaders over actions with an update', () => {
    expect(
      optimismFigure([
        { hasUpdate: true, isOptimistic: gap({ ownerId: null }) !== undefined },
        { hasUpdate: true, isOptimistic: gap({}) !== undefined },
        { hasUpdate: false, isOptimistic: false },
      ]),
    ).toEqual({
      stated: 2,
      optimistic: 1,
      sentence: '1 of 2 actions with an update is stated better than dates and milestones show.',
    })
  })
})

describe('whatever the facts', () => {
  const day = fc.integer({ min: 20_200, max: 20_600 }).map(fromDayNumber)
  const maybe = fc.option(day, { nil: null })
  const facts = fc.record({
    startOn: maybe,
    dueOn: maybe,
    originalDueOn: maybe,
    deliveredOn: maybe,
    ownerId: fc.option(fc.constant(3), { nil: null }),
    milestones: fc.array(fc.record({ title: fc.constant('A step'), dueOn: day, doneOn: maybe }), {
      maxLength: 4,
    }),
    latestUpdate: fc.option(
      fc.record({ saidOn: day, statedDelivery: fc.constantFrom(...deliveries) }),
      { nil: null },
    ),
    today: day,
  })

  test('there is always a reason, and a reason that makes it worse is never on track', () => {
    fc.assert(
      fc.property(facts, (action) => {
        const { delivery, reasons } = deliveryOf(action)
        expect(reasons.length).toBeGreaterThan(0)
        if (delivery === 'on-track') expect(reasons.every((one) => one.makes === null)).toBe(true)
        if (delivery === 'off-track') expect(reasons[0]!.makes).toBe('off-track')
      }),
    )
  })

  test('time alone never improves an action that is late', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 60 }), (action, days) => {
        const frozen = { ...action, deliveredOn: null, latestUpdate: null, milestones: [] }
        const later = { ...frozen, today: addDays(frozen.today, days) }
        if (deliveryOf(frozen).delivery === 'off-track') {
          expect(deliveryOf(later).delivery).toBe('off-track')
        }
      }),
    )
  })
})
