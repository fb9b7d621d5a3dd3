import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActionFacts, actionStanding } from '../action/standing'
import { addDays } from '../time/calendar-date'
import { type BragFacts, type BragTable, defaultBragTable } from './brag'
import {
  bragReason,
  canBe,
  canSaveBragTable,
  fingerprintOf,
  idleRows,
  mostRows,
  possibleFacts,
  rowInWords,
  tryTable,
} from './brag-table'

const leader = { personId: 1, roles: ['leader'] } as const
const why = 'The board asked for it.'
const late: BragFacts = {
  delivery: 'off-track',
  assurance: 'none',
  impact: 'too-early',
  priorityAction: false,
  daysLate: 12,
  statedDiffers: true,
  evidenceStale: false,
}

describe('a table of colours is saved', () => {
  const table: BragTable = [{ brag: 'at-risk', delivery: ['off-track'] }, { brag: 'on-track' }]
  const present = { table: defaultBragTable, versionId: null }
  const asked = { table, why, basedOn: null, triedAs: fingerprintOf(table) }

  test('by a leader or an administrator, with its reason, once it was tried', () => {
    expect(canSaveBragTable(leader, present, asked)).toEqual({ allowed: true })
    const admin = { personId: 2, roles: ['admin'] } as const
    expect(canSaveBragTable(admin, present, asked)).toEqual({ allowed: true })
  })

  const full = Array.from({ length: mostRows + 1 }, () => ({ brag: 'at-risk' }) as const)
  const open = [{ brag: 'off-track' }, { brag: 'at-risk', delivery: ['at-risk'] }] as const
  test.each([
    ['by a manager', { personId: 3, roles: ['manager'] } as const, {}, 'Only a leader or an admin'],
    ['without a row', leader, { table: [] }, 'The last row must catch all'],
    [
      'where its last row asks for something',
      leader,
      { table: open },
      'The last row must catch all',
    ],
    ['with more rows than one holds in mind', leader, { table: full }, 'has at most 30 rows.'],
    ['without a reason', leader, { why: '  ' }, 'Say why the table changes.'],
    ['untried', leader, { triedAs: '' }, 'Try the table on the plan before you save it'],
    [
      'where it was tried with other rows',
      leader,
      { triedAs: fingerprintOf(defaultBragTable) },
      'Try the table on the plan before you save it',
    ],
    ['as it stands', leader, { table: defaultBragTable }, 'This is the table that stands already.'],
    ['over a newer one', leader, { basedOn: 7 }, 'Somebody saved another table meanwhile.'],
  ] as const)('but not %s', (_how, actor, change, because) => {
    const decision = canSaveBragTable(actor, present, { ...asked, ...change })
    expect(decision).toMatchObject({ allowed: false, because: expect.stringContaining(because) })
  })
})

describe('a row that can never decide', () => {
  test('is none of Waymark’s own table', () => {
    expect(idleRows(defaultBragTable)).toEqual([])
  })

  test.each([
    [
      'because a wider one stands before it',
      [
        { brag: 'off-track', delivery: ['off-track', 'at-risk'] },
        { brag: 'at-risk', delivery: ['at-risk'], assurance: ['none'] },
      ],
      'Row 2 can never decide: row 1 comes first wherever it fits.',
    ],
    [
      'because two before it share what it asks for',
      [
        { brag: 'off-track', delivery: ['off-track'] },
        { brag: 'at-risk', delivery: ['at-risk'] },
        { brag: 'at-risk', delivery: ['at-risk', 'off-track'] },
      ],
      'Row 3 can never decide: rows 1 and 2 come first wherever it fits.',
    ],
    [
      'because fewer days are asked for before',
      [
        { brag: 'at-risk', daysLateOver: 5 },
        { brag: 'off-track', daysLateOver: 30 },
      ],
      'Row 2 can never decide: row 1 comes first wherever it fits.',
    ],
    [
      'because nothing is late and delivered at once',
      [{ brag: 'off-track', delivery: ['delivered'], daysLateOver: 0 }],
      'Row 1 can never decide: no action can be all of this at once.',
    ],
  ] as const)('is pointed out, %s', (_why, rows, sentence) => {
    const table = [...rows, { brag: 'on-track' }] as unknown as BragTable
    expect(idleRows(table).map((one) => one.sentence)).toEqual([sentence])
  })

  test('is not the last, which only waits for what nobody thought of', () => {
    const all = {
      brag: 'at-risk',
      delivery: ['not-started', 'on-track', 'at-risk', 'off-track', 'delivered'],
    } as const
    expect(idleRows([all, { brag: 'off-track' }])).toEqual([])
  })
})

test('what is taken to be impossible never comes of the facts of an action', () => {
  const today = '2026-11-20'
  const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(today, days))
  const dayOrNone = fc.option(day)
  const facts: fc.Arbitrary<ActionFacts> = fc.record({
    successMeasure: fc.constant(''),
    ownerId: fc.option(fc.constant(1)),
    startOn: dayOrNone,
    originalDueOn: dayOrNone,
    dueOn: dayOrNone,
    deliveredOn: fc.option(day.filter((on) => on <= today)),
    milestones: fc.array(
      fc.record({ id: fc.nat(), title: fc.constant('m'), dueOn: day, doneOn: dayOrNone }),
      { maxLength: 3 },
    ),
    dueDateChanges: fc.constant([]),
    latestUpdate: fc.option(
      fc.record({
        id: fc.nat(),
        saidOn: day.filter((on) => on <= today),
        statedDelivery: fc.constantFrom(
          'on-track' as const,
          'delivered' as const,
          'at-risk' as const,
        ),
        confidence: fc.constant('low' as const),
        authorName: fc.constant('A'),
      }),
    ),
    evidence: fc.array(
      fc.record({
        id: fc.nat(),
        title: fc.constant('e'),
        kind: fc.constantFrom('case-audit' as const, 'voice' as const, 'policy' as const),
        periodFrom: fc.constant('2024-01-01' as const),
        periodTo: day,
        addedById: fc.constant(2),
        verdict: fc.constantFrom('accepted' as const, 'returned' as const, null),
      }),
      { maxLength: 3 },
    ),
    signOff: fc.constant(null),
  })
  fc.assert(
    fc.property(facts, (action) => {
      expect(canBe(actionStanding(action, today).colour.facts)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('everything that rows can tell apart is among the possible facts', () => {
  const table = [{ brag: 'off-track', daysLateOver: 10 }, { brag: 'at-risk' }] as const
  const possible = possibleFacts(table)
  expect(possible.every(canBe)).toBe(true)
  expect(new Set(possible.map((one) => one.daysLate))).toEqual(new Set([0, 11]))
})

describe('a row in words', () => {
  test.each([
    [{ brag: 'off-track' }, 'Whatever it is'],
    [{ brag: 'off-track', delivery: ['off-track'] }, 'Delivery is “off track”'],
    [
      { brag: 'at-risk', assurance: ['none', 'partly'], priorityAction: true },
      'Assurance is “no evidence” or “partly assured” and it answers an area for priority action',
    ],
    [
      { brag: 'at-risk', daysLateOver: 1, statedDiffers: true, evidenceStale: true },
      'It is more than 1 day late, its update says better than the facts and accepted evidence is out of date',
    ],
    [{ brag: 'at-risk', daysLateOver: 0 }, 'Its due date has passed'],
  ] as const)('%j', (row, words) => {
    expect(rowInWords(row)).toBe(words)
  })

  test('says why an action has its colour', () => {
    expect(bragReason(late)).toBe('Row 2 of the table: delivery is “off track”.')
    expect(bragReason(late, [{ brag: 'at-risk' }])).toBe(
      'Row 1 of the table: no row before it fits.',
    )
    expect(bragReason(late, [])).toBe('No row of the table fits.')
  })
})

test('a table that is tried says which actions change, how, and which row decides', () => {
  const actions = [
    { id: 1, title: 'Late', facts: late },
    { id: 2, title: 'Assured', facts: { ...late, delivery: 'on-track', daysLate: 0 } as const },
  ]
  const stricter: BragTable = [
    { brag: 'at-risk', delivery: ['on-track'] },
    { brag: 'on-track', daysLateOver: 10 },
    { brag: 'off-track' },
  ]
  expect(tryTable(actions, defaultBragTable, stricter)).toEqual({
    changes: [
      { id: 2, title: 'Assured', from: 'on-track', to: 'at-risk', row: 0 },
      { id: 1, title: 'Late', from: 'off-track', to: 'on-track', row: 1 },
    ],
    counts: [
      { brag: 'on-track', title: 'On track', now: 1, then: 1 },
      { brag: 'at-risk', title: 'At risk', now: 0, then: 1 },
      { brag: 'off-track', title: 'Off track', now: 1, then: 0 },
    ],
    idle: [],
  })
})

test('two tables are the same by their rows and their order', () => {
  const [first, second, ...rest] = defaultBragTable
  const same = fingerprintOf(defaultBragTable)
  expect(fingerprintOf([...defaultBragTable])).toBe(same)
  expect(fingerprintOf([second!, first!, ...rest])).not.toBe(same)
  expect(fingerprintOf(defaultBragTable.slice(1))).not.toBe(same)
})
