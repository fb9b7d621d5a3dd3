import { describe, expect, test } from 'vitest'
import { type ActionFacts, actionStanding } from './standing'

const today = '2026-11-20'
const action: ActionFacts = {
  successMeasure: 'Nine in ten hand-overs are signed by both workers.',
  ownerId: 3,
  startOn: '2026-09-01',
  originalDueOn: '2027-01-29',
  dueOn: '2027-01-29',
  deliveredOn: null,
  milestones: [
    { id: 1, title: 'Draft the protocol', dueOn: '2026-09-30', doneOn: '2026-09-28' },
    { id: 2, title: 'Test it by audit', dueOn: '2026-12-18', doneOn: null },
  ],
  dueDateChanges: [],
  latestUpdate: {
    id: 1,
    saidOn: '2026-11-10',
    statedDelivery: 'on-track',
    confidence: 'medium',
    authorName: 'J. Okafor',
  },
  evidence: [],
  signOff: null,
}
const audit: ActionFacts['evidence'][number] = {
  id: 1,
  title: 'Audit, October',
  kind: 'case-audit',
  periodFrom: '2026-10-01',
  periodTo: '2026-10-31',
  addedById: 4,
  verdict: 'accepted',
}
const change: ActionFacts['dueDateChanges'][number] = {
  id: 1,
  fromOn: '2026-10-29',
  toOn: '2026-11-30',
  decision: 'not-needed',
  lateMove: [],
}

describe('how an action stands', () => {
  test('is said apart for delivery, assurance and impact', () => {
    const standing = actionStanding(action, today)
    expect(standing.delivery.rating).toBe('on-track')
    expect(standing.assurance.assurance).toBe('none')
    expect(standing.impact.impact).toBe('too-early')
    expect(standing.brag).toBe('on-track')
    expect(standing.gaps).toEqual([])
    expect(standing.stated).toMatchObject({ rating: 'on-track', authorName: 'J. Okafor' })
    expect(standing).not.toHaveProperty('differs')
  })

  test('says where the update is better than the facts', () => {
    const late = action.milestones.map(
      (one) => ({ ...one, dueOn: '2026-10-01', doneOn: null }) as const,
    )
    const standing = actionStanding({ ...action, milestones: late }, today)
    expect(standing.differs).toBe('Stated on track, 2 milestones late.')
    expect(standing.delivery.reasons).toContain('2 milestones are late, the first by 50 days.')
  })

  test('is blue when delivered, assured by two kinds and signed off', () => {
    const standing = actionStanding(
      {
        ...action,
        deliveredOn: '2026-08-31',
        evidence: [audit, { ...audit, id: 2, kind: 'voice' }],
        signOff: {
          id: 1,
          verdict: 'made-a-difference',
          words: 'Children keep their worker.',
          signerName: 'M. Hale',
          signedOn: '2026-11-02',
        },
      },
      today,
    )
    expect(standing.brag).toBe('embedded')
  })

  test('counts evidence that nobody has judged, and that which was returned', () => {
    const evidence = [
      audit,
      { ...audit, id: 2, verdict: null },
      { ...audit, id: 3, verdict: 'returned' },
    ] as const
    expect(actionStanding({ ...action, evidence: [...evidence] }, today).assurance).toMatchObject({
      assurance: 'partly',
      total: 3,
      accepted: 1,
      awaiting: 1,
      returned: 1,
      kindsCovered: ['case-audit'],
    })
  })

  test('names everything that is missing', () => {
    const bare = {
      ...action,
      ownerId: null,
      dueOn: null,
      originalDueOn: null,
      milestones: [],
      successMeasure: ' ',
    }
    expect(actionStanding(bare, today).gaps).toEqual([
      'No owner',
      'No date',
      'No measure of success',
      'No milestone',
    ])
  })

  test('counts the moves of its date that took effect, and those made late', () => {
    const dueDateChanges = [
      change,
      {
        ...change,
        id: 2,
        decision: 'agreed',
        lateMove: ['Asked for 2 days after the date had passed.'],
      },
      {
        ...change,
        id: 3,
        decision: 'refused',
        lateMove: ['Asked for 9 days after the date had passed.'],
      },
      { ...change, id: 4, decision: null },
    ] as ActionFacts['dueDateChanges']
    const moved = { ...action, originalDueOn: '2026-10-29', dueDateChanges } as const
    expect(actionStanding(moved, today).moved).toEqual({ times: 2, days: 92, lateMoves: 1 })
    expect(actionStanding(action, today).moved).toEqual({ times: 0, days: 0, lateMoves: 0 })
  })
})

describe('the colour of an action', () => {
  const stated = {
    id: 1,
    brag: 'embedded',
    reason: 'It is done in all but name.',
    byName: 'Dana Reid',
    statedOn: '2026-11-02',
    untilOn: '2026-12-04',
    endedOn: null,
  } as const

  test('is judged by the table it is given, over facts of its own', () => {
    const overdue = { ...action, dueOn: '2026-11-08' } as const
    const priority = [{ kind: 'area-for-priority-action' }]
    const table = [
      { brag: 'off-track', priorityAction: true, daysLateOver: 10, statedDiffers: true },
      { brag: 'at-risk' },
    ] as const
    const standing = actionStanding({ ...overdue, recommendations: priority }, today, table)
    expect(standing.colour.facts).toMatchObject({
      ...{ priorityAction: true, daysLate: 12, statedDiffers: true, evidenceStale: false },
    })
    expect(standing.brag).toBe('off-track')
    expect(standing.colour.because).toContain('more than 10 days late')
    expect(actionStanding(overdue, today, table).brag).toBe('at-risk')
  })

  test('is no days late once it is delivered', () => {
    const delivered = { ...action, dueOn: '2026-11-08', deliveredOn: '2026-11-12' } as const
    expect(actionStanding(delivered, today).colour.facts.daysLate).toBe(0)
  })

  test('stays the derived one where somebody states a better one, and both are there', () => {
    const standing = actionStanding({ ...action, bragOverride: stated }, today)
    expect(standing.brag).toBe('on-track')
    expect(standing.colour).toMatchObject({
      derived: 'on-track',
      stated: { brag: 'embedded', byName: 'Dana Reid', untilOn: '2026-12-04', better: true },
    })
  })

  test('is the stated one where that is worse', () => {
    const worse = { ...stated, brag: 'off-track' } as const
    const standing = actionStanding({ ...action, bragOverride: worse }, today)
    expect(standing.brag).toBe('off-track')
    expect(standing.colour).toMatchObject({ derived: 'on-track', stated: { better: false } })
  })

  test('is the derived one again once the other has ended', () => {
    const over = actionStanding({ ...action, bragOverride: stated }, '2026-12-05')
    expect(over.colour).not.toHaveProperty('stated')
    const ended = { ...stated, endedOn: '2026-11-20' } as const
    expect(actionStanding({ ...action, bragOverride: ended }, today).colour).not.toHaveProperty(
      'stated',
    )
  })
})
