import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import { addDays, fromDayNumber } from '../time/calendar-date'
import { addWorkingDays } from '../time/working-days'
import {
  type DueDateFacts,
  type Occasion,
  canAskForDueDate,
  canAskForThisDueDate,
  canDecideDueDate,
  defaultDueDateSettings,
  lateMove,
  lateMovesKnownSince,
  needsAgreement,
} from './due-date-change'

const as = (role: Role, personId = 1): Actor => ({ personId, roles: [role] })

const today = '2025-11-28'
const action: DueDateFacts = {
  startOn: '2025-09-01',
  dueOn: '2025-12-05',
  originalDueOn: '2025-12-05',
  deliveredOn: null,
  priorityAction: false,
  everPriorityAction: false,
  changesMade: 0,
  changeWaiting: false,
}
const asked = { toOn: '2025-12-12', reason: 'The training provider has moved its date.' } as const

describe('a change of due date can be asked for', () => {
  test.each(['practitioner', 'manager'] as const)('by a %s', (role) => {
    expect(canAskForDueDate(as(role), action)).toEqual({ allowed: true })
    expect(canAskForThisDueDate(as(role), action, asked, today)).toEqual({ allowed: true })
  })

  test('for today, for an earlier day, and when the old date has passed', () => {
    const late = { ...action, dueOn: '2025-11-20' } as const
    for (const toOn of [today, '2025-12-01'] as const) {
      expect(canAskForThisDueDate(as('manager'), late, { ...asked, toOn }, today).allowed).toBe(
        true,
      )
    }
  })

  test.each(['leader', 'observer', 'admin'] as const)('but not by a %s', (role) => {
    expect(canAskForDueDate(as(role), action)).toMatchObject({
      allowed: false,
      because: 'Only a social worker or a manager can do this.',
    })
  })

  test.each([
    [
      'while there is no date to change',
      { dueOn: null, originalDueOn: null },
      'This action has no due date yet: set one first.',
    ],
    [
      'once the action is delivered',
      { deliveredOn: '2025-11-20' },
      'This action is delivered, so its due date stays.',
    ],
    [
      'while another change waits',
      { changeWaiting: true },
      'A change of this date is already waiting for a leader.',
    ],
  ] as const)('but not %s', (_when, differs, because) => {
    const facts = { ...action, ...differs }
    expect(canAskForDueDate(as('manager'), facts)).toMatchObject({ allowed: false, because })
    expect(canAskForThisDueDate(as('manager'), facts, asked, today)).toMatchObject({
      allowed: false,
      because,
    })
  })

  test.each([
    ['without a reason', { reason: '' }, 'Say why the date must change.'],
    ['with nothing but space for a reason', { reason: ' \n ' }, 'Say why the date must change.'],
    ['to the same date', { toOn: '2025-12-05' }, 'It is already due on 5 December 2025.'],
    ['to a day that has passed', { toOn: '2025-11-27' }, '27 November 2025 has already passed.'],
  ] as const)('but not %s', (_how, differs, because) => {
    expect(
      canAskForThisDueDate(as('manager'), action, { ...asked, ...differs }, today),
    ).toMatchObject({
      allowed: false,
      because,
    })
  })

  test('but not to a day before the action starts', () => {
    const later = { ...action, startOn: '2025-12-03' } as const
    expect(
      canAskForThisDueDate(as('manager'), later, { ...asked, toOn: '2025-12-02' }, today),
    ).toMatchObject({ allowed: false, because: 'The action does not start until 3 December 2025.' })
  })
})

describe('a change takes effect at once', () => {
  test.each([
    ['a first one, of a few days', '2025-12-12'],
    ['a first one, of just 20 working days', addWorkingDays('2025-12-05', 20).date],
    ['a first one that brings the date forward, however far', '2025-03-03'],
  ] as const)('%s', (_what, toOn) => {
    expect(needsAgreement(action, { toOn })).toEqual({ needed: false, reasons: [] })
  })
})

describe('a change waits for a leader', () => {
  test.each([
    [
      'any change on a priority action',
      { priorityAction: true, everPriorityAction: true },
      '2025-12-08',
      ['It answers an area for priority action.'],
    ],
    [
      'any change where the link to a priority action was taken away',
      { everPriorityAction: true },
      '2025-12-08',
      ['It answered an area for priority action before.'],
    ],
    [
      'more than 20 working days',
      {},
      '2026-01-08',
      ['It puts the date 21 working days after the original; the limit is 20.'],
    ],
    [
      'the second change, however small',
      { changesMade: 1 },
      '2025-12-08',
      ['It is the second change of this date.'],
    ],
    [
      'the second change, even an earlier date',
      { changesMade: 1 },
      '2025-12-01',
      ['It is the second change of this date.'],
    ],
    [
      'a small move that adds up with earlier ones',
      { changesMade: 2, dueOn: '2026-01-30' },
      '2026-02-02',
      [
        'It puts the date 38 working days after the original; the limit is 20.',
        'It is the third change of this date.',
      ],
    ],
    [
      'everything at once',
      { priorityAction: true, everPriorityAction: true, changesMade: 9 },
      '2026-01-08',
      [
        'It answers an area for priority action.',
        'It puts the date 21 working days after the original; the limit is 20.',
        'It is the 10th change of this date.',
      ],
    ],
  ] as const)('%s', (_what, differs, toOn, reasons) => {
    expect(needsAgreement({ ...action, ...differs }, { toOn })).toEqual({ needed: true, reasons })
  })

  test('unless the council has set that limit otherwise', () => {
    const lenient = {
      ...defaultDueDateSettings,
      anyChangeOnPriorityAction: false,
      workingDaysWithoutAgreement: null,
      agreementFromChange: null,
    }
    const facts = { ...action, priorityAction: true, everPriorityAction: true, changesMade: 4 }
    expect(needsAgreement(facts, { toOn: '2027-01-04' }, lenient).needed).toBe(false)
  })

  test('the more certainly the later the date', () => {
    const day = fc.integer({ min: 20_500, max: 21_000 }).map(fromDayNumber)
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (toOn, more) => {
        const first = needsAgreement(action, { toOn }).needed
        const later = needsAgreement(action, { toOn: addDays(toOn, more) }).needed
        expect(first && !later).toBe(false)
      }),
    )
  })
})

describe('a waiting change is decided', () => {
  const waiting = {
    askedById: 2,
    decision: null,
    toOn: '2025-12-12',
    deliveredOn: null,
  } as const

  test('by a leader who did not ask', () => {
    expect(canDecideDueDate(as('leader'), waiting, today)).toEqual({ allowed: true })
    expect(
      canDecideDueDate(as('leader'), waiting, today, { decision: 'agreed', reason: '' }),
    ).toEqual({
      allowed: true,
    })
    expect(
      canDecideDueDate(as('leader'), waiting, today, {
        decision: 'refused',
        reason: 'Visit is in May.',
      }),
    ).toEqual({ allowed: true })
  })

  test.each(['practitioner', 'manager', 'observer', 'admin'] as const)(
    'but not by a %s',
    (role) => {
      expect(canDecideDueDate(as(role), waiting, today)).toMatchObject({
        allowed: false,
        because: 'Only a leader can do this.',
      })
    },
  )

  test.each([
    [
      'by the leader who asked, as a manager too',
      { askedById: 1, decision: null },
      undefined,
      'Somebody other than the person who asked must decide this.',
    ],
    [
      'again when agreed',
      { askedById: 2, decision: 'agreed' },
      undefined,
      'This change is already agreed.',
    ],
    [
      'again when refused',
      { askedById: 2, decision: 'refused' },
      undefined,
      'This change is already refused.',
    ],
    [
      'when it took effect at once',
      { askedById: 2, decision: 'not-needed' },
      undefined,
      'This change needed no agreement.',
    ],
    [
      'with a no and no reason',
      { askedById: 2, decision: null },
      { decision: 'refused', reason: ' ' },
      'Say why the change is refused.',
    ],
  ] as const)('but not %s', (_how, change, answer, because) => {
    const actor: Actor = { personId: 1, roles: ['manager', 'leader'] }
    expect(canDecideDueDate(actor, { ...waiting, ...change }, today, answer)).toMatchObject({
      allowed: false,
      because,
    })
  })

  test.each([
    [
      'once the action is delivered',
      { deliveredOn: '2025-11-20' },
      'This action is delivered, so its due date stays.',
    ],
    [
      'once the new date has passed',
      { toOn: '2025-11-27' },
      '27 November 2025 has already passed, so it cannot be agreed.',
    ],
  ] as const)('and only refused %s', (_when, late, because) => {
    const change = { ...waiting, ...late }
    const [agreed, refused] = [
      { decision: 'agreed', reason: '' },
      { decision: 'refused', reason: 'It came too late.' },
    ] as const
    expect(canDecideDueDate(as('leader'), change, today)).toEqual({ allowed: true })
    expect(canDecideDueDate(as('leader'), change, today, agreed)).toMatchObject({
      allowed: false,
      because,
    })
    expect(canDecideDueDate(as('leader'), change, today, refused)).toEqual({ allowed: true })
  })
})

describe('a late move is marked', () => {
  const fromOn = '2025-12-05'

  test.each([
    ['the day after the date', '2025-12-06', [], ['Asked for 1 day after the date had passed.']],
    [
      'a week before a board',
      '2025-11-20',
      [{ on: '2025-11-27', title: 'the improvement board' }],
      ['Asked for 7 days before the improvement board (27 November 2025).'],
    ],
    [
      'on the day of a visit',
      '2025-11-27',
      [{ on: '2025-11-27', title: 'the monitoring visit' }],
      ['Asked for on the day of the monitoring visit (27 November 2025).'],
    ],
    [
      'after the date and before two occasions',
      '2025-12-08',
      [
        { on: '2025-12-11', title: 'the monitoring visit' },
        { on: '2025-12-09', title: 'the improvement board' },
      ],
      [
        'Asked for 3 days after the date had passed.',
        'Asked for 1 day before the improvement board (9 December 2025).',
        'Asked for 3 days before the monitoring visit (11 December 2025).',
      ],
    ],
  ] as const)('%s', (_when, askedOn, occasions, reasons) => {
    expect(lateMove({ askedOn, fromOn }, occasions)).toEqual({ late: true, reasons })
  })

  test.each([
    ['on the date itself', '2025-12-05', []],
    ['eight days before a board', '2025-11-19', [{ on: '2025-11-27', title: 'the board' }]],
    ['the day after a visit', '2025-11-28', [{ on: '2025-11-27', title: 'the visit' }]],
  ] as const)('but not a move %s', (_when, askedOn, occasions) => {
    expect(lateMove({ askedOn, fromOn }, occasions)).toEqual({ late: false, reasons: [] })
  })
})

describe('a late move that nobody could know of', () => {
  const askedOn = '2026-12-05'
  const visit = { on: '2026-12-08', title: 'the focused visit' } as const
  const reason = 'Asked for 3 days before the focused visit (8 December 2026).'
  const toldOf = (everKnownAs: readonly Occasion[], lateMove: readonly string[] = []) =>
    lateMovesKnownSince({ askedOn, lateMove }, [{ ...visit, since: '2026-12-07', everKnownAs }])

  test('says since when it is known', () => {
    const since = `${reason.slice(0, -1)}, which is known here since 7 December 2026.`
    expect(toldOf([visit])).toEqual([since])
    expect(toldOf([{ ...visit, on: '2027-02-01' }, visit])).toEqual([since])
    const board = 'Asked for 3 days before the improvement board (8 December 2026).'
    expect(toldOf([visit], [board])).toEqual([since])
  })

  test.each([
    ['as it is', [], reason],
    [
      'as another kind of visit',
      [{ ...visit, title: 'the monitoring visit' }],
      'Asked for 3 days before the monitoring visit (8 December 2026).',
    ],
    [
      'on another day',
      [{ ...visit, on: '2026-12-07' }],
      'Asked for 2 days before the focused visit (7 December 2026).',
    ],
  ] as const)('is not told twice, where the visit was known %s', (_how, before, known) => {
    expect(toldOf([...before, visit], [known])).toEqual([])
  })

  test('is none, where the day is far', () => {
    const far = { ...visit, on: '2026-12-20' } as const
    const known = { ...far, since: '2026-12-07', everKnownAs: [visit, far] } as const
    expect(lateMovesKnownSince({ askedOn, lateMove: [] }, [known])).toEqual([])
  })
})
