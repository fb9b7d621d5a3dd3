/** The figures of one comparison, each counted by hand. */
import { expect, test } from 'vitest'
import type { LinkedMeasure } from '../measure/effect'
import { figuresBetween, tallyOf } from './change-figures'
import { changesBetween } from './changes'
import type { Plan, PlanAction, PlanRecommendation } from './plan'

const update = {
  id: 1,
  statedDelivery: 'on-track',
  confidence: 'high',
  authorName: 'J. Okafor',
} as const
const piece = (
  id: number,
  kind: 'case-audit' | 'voice',
  periodTo: '2026-04-30' | '2026-08-31',
) => ({
  ...{ id, title: `Piece ${id}`, kind, periodFrom: periodTo, periodTo, addedById: 4 },
  verdict: 'accepted' as const,
})
const assured = (first: number) => [
  piece(first, 'case-audit', '2026-08-31'),
  piece(first + 1, 'voice', '2026-08-31'),
]
/** On track until the end of January 2027, with nothing to show yet. */
const action = (
  id: number,
  recommendationId: number,
  saidOn: '2026-09-10' | '2026-11-18',
  differs: Partial<PlanAction> = {},
): PlanAction => ({
  ...{
    id,
    title: `Action ${id}`,
    ownerId: 1,
    ownerName: 'J. Okafor',
    successMeasure: 'Nine in ten',
  },
  ...{ startOn: '2026-06-01', originalDueOn: '2027-01-29', dueOn: '2027-01-29', deliveredOn: null },
  ...{ milestones: [], dueDateChanges: [], evidence: [], signOff: null },
  recommendations: [{ id: recommendationId }],
  latestUpdate: { ...update, saidOn },
  ...differs,
})
const [then, since] = ['2026-09-10', '2026-11-18'] as const
const nobody = { ownerId: null, ownerName: null }

const moves = (id: number, late: string[]): PlanAction['dueDateChanges'] => [
  { id, fromOn: '2026-12-01', toOn: '2026-12-01', decision: 'agreed', lateMove: late },
]
const before: PlanAction[] = [
  // slips by 31 days, in a late move, and is passed on; its audit goes out of date
  action(1, 3, then, { dueOn: '2026-12-31', evidence: [piece(11, 'case-audit', '2026-04-30')] }),
  // slips by 14 days
  action(2, 3, then, { dueOn: '2027-01-01' }),
  // is brought forward by 10 days
  action(3, 3, then, { dueOn: '2027-01-20' }),
  // was assured and on track, falls late and loses its owner
  action(4, 4, then, { dueOn: '2026-11-10', evidence: assured(41) }),
  // is delivered, assured and made a difference, once somebody owns it
  action(5, 5, then, nobody),
  // was late and is delivered, with nothing accepted
  action(6, 3, then, { dueOn: '2026-08-31' }),
  // leaves the plan
  action(7, 3, then),
]
const now: PlanAction[] = [
  action(1, 3, since, {
    ...{ dueOn: '2027-01-31', dueDateChanges: moves(1, ['Asked for after it had passed.']) },
    ...{ evidence: [piece(11, 'case-audit', '2026-04-30')], ownerId: 2, ownerName: 'L. Hart' },
  }),
  action(2, 3, since, { dueOn: '2027-01-15', dueDateChanges: moves(2, []) }),
  action(3, 3, since, { dueOn: '2027-01-10', dueDateChanges: moves(3, []) }),
  action(4, 4, since, { dueOn: '2026-11-10', evidence: assured(41), ...nobody }),
  action(5, 5, since, {
    ...{ deliveredOn: '2026-10-01', evidence: assured(51) },
    signOff: {
      ...{ id: 1, verdict: 'made-a-difference', words: 'Seen', signerName: 'M. Hale' },
      signedOn: '2026-11-02',
    },
  }),
  action(6, 3, since, { dueOn: '2026-08-31', deliveredOn: '2026-10-01' }),
  // comes into the plan
  action(8, 3, since),
]

const recommendation = (id: number): PlanRecommendation => ({
  ...{ id, text: `Recommendation ${id}`, area: 'leaders', kind: 'area-for-improvement' },
  // accepted for the third itself, in date on both days
  evidence: id === 3 ? [piece(31, 'voice', '2026-08-31')] : [],
})
const measure = (id: number, meaning: 'concern' | 'improvement' | undefined) =>
  ({
    ...{ id, title: `Measure ${id}`, finding: 'Rose', actionIds: [], recommendationIds: [] },
    standing: { points: [], latest: { from: '2026-08-01', signal: meaning && { meaning } } },
  }) as unknown as LinkedMeasure
const planOf = (
  on: Plan['on'],
  actions: PlanAction[],
  recommendationIds: number[],
  measures: LinkedMeasure[],
): Plan => ({ on, actions, recommendations: recommendationIds.map(recommendation), measures })

const was = planOf(
  '2026-09-12',
  before,
  [3, 4, 5],
  [measure(1, undefined), measure(2, 'improvement')],
)
const is = planOf('2026-11-20', now, [3, 4, 5, 6], [measure(1, 'concern'), measure(2, undefined)])

test('each figure is what there was, what there is, and what came and went', () => {
  const told = figuresBetween(was, is).map(({ key, ...one }) => [
    key,
    ...[one.was, one.is, one.came, one.went],
  ])
  expect(told).toEqual([
    // 7 gone, 8 new
    ['actions', 7, 7, 1, 1],
    // 5 and 6
    ['delivered', 0, 2, 2, 0],
    // 4, and 5 as well
    ['assured', 1, 2, 1, 0],
    ['difference', 0, 1, 1, 0],
    // 6 then, 4 now
    ['offTrack', 1, 1, 1, 1],
    ['late', 1, 1, 1, 1],
    // 5 then, 4 now
    ['unowned', 1, 1, 1, 1],
    // 11, 31, 41, 42 then; 31, 41, 42, 51, 52 now
    ['inDate', 4, 5, 2, 1],
    // 11
    ['outOfDate', 0, 1, 1, 0],
    ['recommendations', 3, 4, 1, 0],
    // 5
    ['ready', 0, 1, 1, 0],
    // 3 and 5 then; 3, 4, and 6 that nothing answers now
    ['notYet', 2, 3, 2, 1],
    ['concern', 0, 1, 1, 0],
    ['improvement', 1, 0, 0, 1],
  ])
})

test('the tally adds up how far dates slipped, and what went up and down', () => {
  expect(tallyOf(changesBetween(was, is).moved)).toEqual({
    slipped: {
      actions: 2,
      days: 45,
      most: { days: 31, cause: { kind: 'action', id: 1, title: 'Action 1' } },
    },
    broughtForward: { actions: 1, days: 10 },
    dodges: 1,
    // 5 embedded, 6 delivered; 4 off track
    colours: { better: 2, worse: 1 },
    // 5 ready; 4 not yet
    verdicts: { better: 1, worse: 1 },
    // 5; 1; 4
    owners: { took: 1, passedOn: 1, lost: 1 },
  })
})
