import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import {
  canBeItsLetter,
  canCloseVisit,
  canEditVisit,
  canPlanVisit,
  canRecordHeld,
  daysLeftInWords,
  visitAhead,
  visitBefore,
  visitTitle,
} from './visits'

const as = (role: Role): Actor => ({ personId: 1, roles: [role] })
const inspection = { inspectedTo: '2026-02-13' } as const
const today = '2026-11-20'

describe('a visit can be planned', () => {
  const days = { expectedFrom: '2026-12-08', expectedTo: '2026-12-09' } as const

  test.each(['manager', 'leader'] as const)('by a %s', (role) => {
    expect(canPlanVisit(as(role))).toEqual({ allowed: true })
    expect(canPlanVisit(as(role), inspection, days)).toEqual({ allowed: true })
  })

  test.each(['practitioner', 'observer', 'admin'] as const)('but not by a %s', (role) => {
    expect(canPlanVisit(as(role)).allowed).toBe(false)
  })

  test.each([
    [
      'before its inspection',
      { ...days, expectedFrom: '2026-01-05' },
      'A visit comes after its inspection, which ended on 13 February 2026. Choose a later date.',
    ],
    [
      'on the last day of its inspection',
      { ...days, expectedFrom: '2026-02-13' },
      'A visit comes after its inspection, which ended on 13 February 2026. Choose a later date.',
    ],
    [
      'with a window that runs backwards',
      { ...days, expectedTo: '2026-12-07' },
      'The last day of the window cannot come before the first.',
    ],
  ] as const)('but not %s', (_how, wrong, because) => {
    expect(canPlanVisit(as('manager'), inspection, wrong)).toMatchObject({
      allowed: false,
      because,
    })
  })
})

describe('a visit can be recorded as held', () => {
  const visit = { ...inspection, heldTo: null }
  const held = { heldFrom: '2026-11-18', heldTo: '2026-11-20' } as const

  test('on its last day and later', () => {
    expect(canRecordHeld(as('manager'), visit, held, today)).toEqual({ allowed: true })
    expect(canRecordHeld(as('leader'), visit)).toEqual({ allowed: true })
  })

  test.each([
    ['twice', { heldTo: '2026-11-01' }, {}, 'This visit is already recorded as held.'],
    [
      'before its inspection',
      {},
      { heldFrom: '2026-02-10' },
      'A visit comes after its inspection, which ended on 13 February 2026. Choose a later date.',
    ],
    [
      'ending before it starts',
      {},
      { heldTo: '2026-11-17' },
      'The visit cannot end before it starts.',
    ],
    [
      'before it is over',
      {},
      { heldTo: '2026-11-21' },
      '21 November 2026 has not come yet. Record the visit once it is over.',
    ],
  ] as const)('but not %s', (_how, visitDiffers, heldDiffers, because) => {
    const decision = canRecordHeld(
      as('manager'),
      { ...visit, ...visitDiffers },
      { ...held, ...heldDiffers },
      today,
    )
    expect(decision).toMatchObject({ allowed: false, because })
  })

  test.each(['practitioner', 'observer', 'admin'] as const)('and not by a %s', (role) => {
    expect(canRecordHeld(as(role), visit).allowed).toBe(false)
  })
})

const visit = (
  expectedFrom: `2026-${number}-${number}`,
  heldTo: typeof expectedFrom | null = null,
) => ({
  kind: 'monitoring-visit' as const,
  expectedFrom,
  expectedTo: expectedFrom,
  heldFrom: heldTo,
  heldTo,
})

test('the last visit is the latest that was over before the day', () => {
  const visits = [
    visit('2026-09-01', '2026-09-12'),
    visit('2026-06-01', '2026-06-03'),
    visit('2026-12-08'),
  ]
  expect(visitBefore(visits, '2026-11-20')?.heldTo).toBe('2026-09-12')
  expect(visitBefore(visits, '2026-09-12')?.heldTo).toBe('2026-06-03')
  expect(visitBefore(visits, '2026-06-01')).toBeUndefined()
})

test('the next visit is the earliest not yet held whose window is not over', () => {
  const visits = [
    visit('2026-12-08'),
    visit('2026-11-20'),
    visit('2026-11-19'),
    visit('2026-11-25', '2026-11-25'),
  ]
  expect(visitAhead(visits, today)?.expectedFrom).toBe('2026-11-20')
  expect(visitAhead([], today)).toBeUndefined()
})

test('a visit is called by the day it was held, else by the day it is expected', () => {
  expect(visitTitle(visit('2026-09-01', '2026-09-12'))).toBe(
    'Monitoring visit of 12 September 2026',
  )
  expect(visitTitle(visit('2026-12-08'))).toBe('Monitoring visit expected 8 December 2026')
})

describe('a visit can be changed', () => {
  const planned = {
    ...inspection,
    expectedFrom: '2026-12-08',
    expectedTo: '2026-12-09',
    heldTo: null,
  } as const
  const later = { expectedFrom: '2026-12-15', expectedTo: '2026-12-16' } as const

  test('its window too, while it lies ahead', () => {
    expect(canEditVisit(as('leader'), planned, later)).toEqual({ allowed: true })
    expect(canEditVisit(as('manager'), { ...planned, heldTo: '2026-12-09' }, planned)).toEqual({
      allowed: true,
    })
  })

  test.each([
    [
      'to a window before its inspection',
      planned,
      { ...later, expectedFrom: '2026-02-13' },
      'A visit comes after its inspection, which ended on 13 February 2026. Choose a later date.',
    ],
    [
      'to another window once it was held',
      { ...planned, heldTo: '2026-12-09' },
      later,
      'This visit was held, so the window in which it was expected stays.',
    ],
  ] as const)('but not %s', (_how, visit, days, because) => {
    expect(canEditVisit(as('manager'), visit, days)).toMatchObject({ allowed: false, because })
  })

  test('but not by a social worker', () => {
    expect(canEditVisit(as('practitioner'), planned).allowed).toBe(false)
  })
})

test.each([
  ['2026-12-08', '2026-12-09', '18 days left, 12 of them working days'],
  ['2026-11-23', '2026-11-23', '3 days left, 1 of them a working day'],
  ['2026-11-22', '2026-11-22', '2 days left, none of them working days'],
  ['2026-11-20', '2026-11-24', 'today'],
  ['2026-11-18', '2026-11-24', 'any day now'],
  ['2026-11-16', '2026-11-18', 'the window has passed'],
  ['2060-11-20', '2060-11-20', '12419 days left'],
] as const)('%s to %s: %s', (expectedFrom, expectedTo, words) => {
  expect(daysLeftInWords({ expectedFrom, expectedTo }, today)).toBe(words)
})

describe('a visit is closed', () => {
  const held = { heldTo: '2026-11-18', isClosed: false } as const

  test('by a manager or a leader, with what inspectors said', () => {
    expect(canCloseVisit(as('leader'), held, 'Children are seen sooner.')).toEqual({
      allowed: true,
    })
    expect(canCloseVisit(as('practitioner'), held).allowed).toBe(false)
  })

  test.each([
    ['twice', { ...held, isClosed: true }, undefined, 'This visit is closed already.'],
    ['before it', { ...held, heldTo: null }, undefined, 'Record first that the visit was held.'],
    ['without words', held, ' ', 'Say what inspectors said.'],
  ] as const)('but not %s', (_how, visit, said, because) => {
    expect(canCloseVisit(as('manager'), visit, said)).toMatchObject({ allowed: false, because })
  })
})

describe('a report is the letter of a visit', () => {
  const visit = {
    kind: 'monitoring-visit',
    inspectedTo: '2026-02-13',
    heldFrom: '2026-11-17',
    heldTo: '2026-11-18',
    hasLetter: false,
  } as const
  const letter = {
    kind: 'monitoring-visit',
    inspectedFrom: '2026-11-17',
    inspectedTo: '2026-11-18',
  } as const

  test('where it speaks of its days, or nobody has recorded those', () => {
    expect(canBeItsLetter(visit, letter)).toEqual({ allowed: true })
    expect(canBeItsLetter({ ...visit, heldFrom: null, heldTo: null }, letter)).toEqual({
      allowed: true,
    })
    const again = { ...visit, kind: 're-inspection' as const }
    expect(canBeItsLetter(again, { ...letter, kind: 'ilacs' })).toEqual({ allowed: true })
  })

  test.each([
    [
      'of another kind',
      visit,
      { ...letter, kind: 'ilacs' },
      'This is not the letter of a monitoring visit. Correct the kind of inspection, or set the report aside.',
    ],
    [
      'of other days',
      visit,
      { ...letter, inspectedFrom: '2026-10-06', inspectedTo: '2026-10-07' },
      'The visit was held from 17 November 2026 to 18 November 2026, and the letter speaks of other days. Correct its days.',
    ],
    [
      'of a time before the inspection',
      { ...visit, heldFrom: null, heldTo: null },
      { ...letter, inspectedFrom: '2026-02-13', inspectedTo: '2026-02-13' },
      'The letter speaks of a visit before the inspection ended on 13 February 2026. Correct its days.',
    ],
    ['a second one', { ...visit, hasLetter: true }, letter, 'This visit has its letter already.'],
  ] as const)('but not %s', (_how, known, read, because) => {
    expect(canBeItsLetter(known, read)).toMatchObject({ allowed: false, because })
  })
})
