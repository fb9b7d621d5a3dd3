import { describe, expect, test } from 'vitest'
import { type LintAction, lintCounts, type LintFacts, planLint } from './lint'

const good: LintAction = {
  id: 1,
  title: 'Test the hand-over protocol by monthly audit',
  outcome: 'Children keep one worker through their assessment.',
  successMeasure: 'Nine in ten hand-overs are signed by both workers.',
  measures: [],
  ownerId: 3,
  dueOn: '2027-01-29',
  deliveredOn: null,
  milestones: 2,
  recommendations: [{ id: 1, inspectionId: 1 }],
}
const plan: LintFacts = {
  recommendations: [{ id: 1, text: 'The timeliness of assessments.' }],
  actions: [good],
  visits: [{ id: 9, kind: 'monitoring-visit', expectedFrom: '2026-12-08' }],
  today: '2026-11-20',
}
const notesOf = (...actions: Partial<LintAction>[]) =>
  planLint({
    ...plan,
    actions: [good, ...actions.map((one, at) => ({ ...good, id: at + 2, ...one }))],
  })

describe('what makes a plan hard to follow', () => {
  test('is nothing in a good one', () => {
    expect(planLint(plan)).toEqual([])
  })

  test.each([
    ['no-recommendation', { recommendations: [] }],
    ['no-owner', { ownerId: null }],
    ['no-date', { dueOn: null }],
    ['no-measure', { successMeasure: ' ' }],
    ['no-milestone', { milestones: 0 }],
    ['activity', { outcome: 'Review the neglect strategy' }],
  ] as const)('is an action with %s', (kind, lacks) => {
    expect(notesOf({ title: 'Another', ...lacks })).toMatchObject([
      { kind, cause: { kind: 'action', id: 2, title: 'Another' } },
    ])
  })

  test('is an action whose owner has left, and says who', () => {
    expect(notesOf({ ownerName: 'Lucy Hart', ownerLeft: true })).toMatchObject([
      { kind: 'no-owner', sentence: 'Lucy Hart has left.' },
    ])
  })

  test('is not looked for in what is delivered', () => {
    const lacks = { recommendations: [], ownerId: null, milestones: 0, outcome: 'A new policy' }
    expect(notesOf({ ...lacks, deliveredOn: '2026-11-02' })).toEqual([])
    expect(notesOf({ ...lacks, deliveredOn: '2026-11-21' })).toHaveLength(4)
  })

  test('is a recommendation that nothing answers; a delivered action answers it', () => {
    const two = [...plan.recommendations, { id: 2, text: 'Supervision.' }]
    expect(planLint({ ...plan, recommendations: two })).toEqual([
      { kind: 'unanswered', cause: { kind: 'recommendation', id: 2, title: 'Supervision.' } },
    ])
    const carried = [...plan.recommendations, { id: 2, text: 'Supervision.', carriedBy: [1] }]
    expect(planLint({ ...plan, recommendations: carried })).toEqual([])
    const done = {
      ...good,
      deliveredOn: '2026-11-02',
      recommendations: [{ id: 2, inspectionId: 1 }],
    } as const
    expect(planLint({ ...plan, recommendations: two, actions: [good, done] })).toEqual([])
  })
})

describe('dates before a visit', () => {
  const due = (days: readonly string[]) =>
    notesOf(...days.map((dueOn) => ({ dueOn: dueOn as '2026-12-01', title: dueOn })))
  const week = ['2026-12-01', '2026-12-02', '2026-12-04', '2026-12-07']

  test('are piled up from the fifth in the week on, and each is named', () => {
    expect(due(week)).toEqual([])
    const notes = due([...week, '2026-12-03'])
    expect(notes.map(({ kind, visitId }) => [kind, visitId])).toEqual(
      Array.from({ length: 5 }, () => ['piled-up', 9]),
    )
    expect(notes[0]?.sentence).toBe(
      'Due 1 Dec 2026, one of 5 in the week before the monitoring visit expected 8 December 2026.',
    )
  })

  test('are not counted on the day itself, nor a day too early, nor for a visit that is over', () => {
    expect(due([...week, '2026-12-08'])).toEqual([])
    expect(due([...week, '2026-11-30'])).toEqual([])
    const past = { ...plan, visits: [{ ...plan.visits[0]!, expectedFrom: '2026-11-19' as const }] }
    const all = week.map((_, id) => ({ ...good, id, dueOn: '2026-11-18' as const }))
    expect(planLint({ ...past, actions: [...all, { ...good, dueOn: '2026-11-17' }] })).toEqual([])
  })
})

describe('the same action', () => {
  const again = { title: 'Test hand-over protocol by a monthly audit' }
  const elsewhere = { recommendations: [{ id: 5, inspectionId: 2 }] }

  test('is pointed out where it is planned for two inspections', () => {
    expect(notesOf({ ...again, ...elsewhere })).toEqual([
      {
        kind: 'alike',
        cause: { kind: 'action', id: 1, title: good.title },
        other: { kind: 'action', id: 2, title: again.title },
        sentence: 'A1 and A2 read almost alike, for two inspections. Could one action answer both?',
      },
    ])
  })

  test('is left alone for one inspection, where one answers both, and where they read otherwise', () => {
    expect(notesOf(again)).toEqual([])
    const both = [...good.recommendations, ...elsewhere.recommendations]
    expect(notesOf({ ...again, recommendations: both })).toEqual([])
    expect(notesOf({ title: 'Train managers in supervision', ...elsewhere })).toEqual([])
  })
})

test('the notes are counted kind by kind', () => {
  expect(lintCounts(notesOf({ ownerId: null }, { ownerId: null, milestones: 0 }))).toEqual([
    { kind: 'no-owner', count: 2 },
    { kind: 'no-milestone', count: 1 },
  ])
})
