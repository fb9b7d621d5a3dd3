import { describe, expect, test } from 'vitest'
import { type DutyFacts, statementsOwed } from './duties'

const received: DutyFacts = {
  kind: 'ilacs',
  receivedOn: '2023-05-09',
  hasPriorityAction: false,
}
const today = '2023-06-01'

const dates = (facts: DutyFacts) =>
  statementsOwed(facts, today).map((owed) => [owed.duty, owed.computedOn])

describe('what a council owes', () => {
  test.each([
    ['after an inspection of any grade', received],
    ['after a SIF inspection', { ...received, kind: 'sif' }],
  ] as const)('%s is the report in 30 working days and the statement in 70', (_what, facts) => {
    expect(dates(facts)).toEqual([
      ['publish-report', '2023-06-21'],
      ['statement-of-action', '2023-08-16'],
    ])
  })

  test('after a focused visit with an area for priority action is a draft in 20 and the final in 70', () => {
    expect(dates({ ...received, kind: 'focused-visit', hasPriorityAction: true })).toEqual([
      ['draft-statement', '2023-06-07'],
      ['statement-of-action', '2023-08-16'],
    ])
  })

  test('after a JTAI is one statement, from the principal authority', () => {
    const [owed, ...others] = statementsOwed({ ...received, kind: 'jtai' }, today)
    expect(others).toEqual([])
    expect(owed).toMatchObject({
      duty: 'statement-of-action',
      title: 'Send the joint statement as principal authority',
      source: 'SI 2015/1792, regulations 3 and 4',
      computedOn: '2023-08-16',
    })
  })

  test('after an area SEND inspection with priority action is a plan by the date the letter states', () => {
    const facts = { ...received, kind: 'area-send', hasPriorityAction: true } as const
    expect(statementsOwed(facts, today)).toMatchObject([
      {
        computedOn: null,
        dueOn: null,
        state: 'date-not-known',
        because: 'Enter the date that the letter states.',
      },
    ])
    expect(
      statementsOwed(
        { ...facts, recorded: [{ duty: 'statement-of-action', statedOn: '2023-06-20' }] },
        today,
      ),
    ).toMatchObject([{ computedOn: null, dueOn: '2023-06-20', differs: false, state: 'due' }])
  })

  test.each([
    ['a monitoring visit', { ...received, kind: 'monitoring-visit', hasPriorityAction: true }],
    ['a focused visit without priority action', { ...received, kind: 'focused-visit' }],
    [
      'a JTAI whose principal authority is another',
      { ...received, kind: 'jtai', principalAuthority: false },
    ],
    ['an area SEND inspection without priority action', { ...received, kind: 'area-send' }],
    ['a peer review', { ...received, kind: 'peer-review' }],
    ['anything else', { ...received, kind: 'other' }],
  ] as const)('is nothing after %s', (_what, facts) => {
    expect(statementsOwed(facts, today)).toEqual([])
  })
})

describe('the date', () => {
  const statement = (facts: Partial<DutyFacts>, at = today) =>
    statementsOwed({ ...received, ...facts }, at as typeof today)[1]!

  test('is computed from receipt, with the days left', () => {
    expect(statement({})).toEqual({
      duty: 'statement-of-action',
      title: 'Publish and send the statement of action',
      source: 'Education and Inspections Act 2006, section 137; SI 2007/462, regulation 3',
      workingDays: 70,
      computedOn: '2023-08-16',
      statedOn: null,
      dueOn: '2023-08-16',
      differs: false,
      beyondKnownHolidays: false,
      metOn: null,
      state: 'due',
      daysLeft: 76,
      workingDaysLeft: 54,
      because: 'Due Wednesday 16 August 2023, in 54 working days: 70 working days from receipt.',
    })
  })

  test('is not known until somebody enters the day of receipt, and it says so', () => {
    expect(statement({ receivedOn: null })).toMatchObject({
      computedOn: null,
      dueOn: null,
      daysLeft: null,
      workingDaysLeft: null,
      state: 'date-not-known',
      because: 'Enter the date the report was received: this is due 70 working days after it.',
    })
  })

  test('in Ofsted’s letter wins, and the difference is shown', () => {
    const recorded = [{ duty: 'statement-of-action', statedOn: '2023-08-09' }] as const
    expect(statement({ recorded })).toMatchObject({
      computedOn: '2023-08-16',
      statedOn: '2023-08-09',
      dueOn: '2023-08-09',
      differs: true,
      because:
        'Due Wednesday 9 August 2023, in 49 working days: the date in Ofsted’s letter; 70 working days from receipt would be 16 August 2023.',
    })
    expect(statement({ recorded, receivedOn: null })).toMatchObject({
      dueOn: '2023-08-09',
      differs: false,
      because: 'Due Wednesday 9 August 2023, in 49 working days: the date in Ofsted’s letter.',
    })
  })

  test('in the letter that agrees with ours differs from nothing', () => {
    const recorded = [{ duty: 'statement-of-action', statedOn: '2023-08-16' }] as const
    expect(statement({ recorded })).toMatchObject({ differs: false, dueOn: '2023-08-16' })
  })

  test('of one duty leaves the other alone', () => {
    const recorded = [{ duty: 'publish-report', statedOn: '2023-06-20' }] as const
    expect(statement({ recorded }).dueOn).toBe('2023-08-16')
  })

  test('is still due on the day itself and overdue the day after', () => {
    expect(statement({}, '2023-08-16')).toMatchObject({
      state: 'due',
      daysLeft: 0,
      because: 'Due today: 70 working days from receipt.',
    })
    expect(statement({}, '2023-08-17')).toMatchObject({
      state: 'overdue',
      daysLeft: -1,
      workingDaysLeft: -1,
      because: 'Due Wednesday 16 August 2023, 1 day late: 70 working days from receipt.',
    })
  })

  test('once met no longer runs, and lateness stays to be seen', () => {
    const met = (metOn: typeof today | '2023-08-14' | '2023-08-18') =>
      statement({ recorded: [{ duty: 'statement-of-action', metOn }] }, '2023-09-01')
    expect(met('2023-08-14')).toMatchObject({
      state: 'met',
      daysLeft: null,
      because: 'Met on 14 August 2023.',
    })
    expect(met('2023-08-18')).toMatchObject({
      state: 'met-late',
      because: 'Met on 18 August 2023, 2 days late.',
    })
  })

  test('read as at a day before it was met is not yet met', () => {
    const recorded = [{ duty: 'statement-of-action', metOn: '2023-08-14' }] as const
    expect(statement({ recorded }, '2023-08-13')).toMatchObject({ state: 'due', metOn: null })
  })

  test('beyond the known bank holidays says that it may be a little later', () => {
    const [, owed] = statementsOwed({ ...received, receivedOn: '2028-11-01' }, '2028-11-02')
    expect(owed).toMatchObject({ beyondKnownHolidays: true })
    expect(owed!.because).toContain('Bank holidays are not known that far ahead')
  })
})
