import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LinkedMeasure } from '../measure/effect'
import { glanceOf, measureStanding } from '../measure/standing'
import { type CalendarDate, addDays, addMonths } from '../time/calendar-date'
import { actionStanding } from '../action/standing'
import { defaultShelfLives } from '../evidence/kinds'
import { heldBack } from './held-back'
import type { Plan, PlanAction, PlanRecommendation } from './plan'
import { rankOf, type RecommendationReadiness, readinessOf, verdicts } from './readiness'

const today = '2026-11-20'
const recommendation: PlanRecommendation = {
  id: 3,
  text: 'The number of changes of social worker that children experience.',
  area: 'help-and-protection',
  kind: 'area-for-improvement',
}
const evidence: PlanAction['evidence'][number] = {
  id: 1,
  title: 'Audit, October',
  kind: 'case-audit',
  periodFrom: '2026-10-01',
  periodTo: '2026-10-31',
  addedById: 4,
  verdict: 'accepted',
}
const twoKinds = [evidence, { ...evidence, id: 2, kind: 'voice' } as const]
const signOff = {
  id: 1,
  verdict: 'made-a-difference',
  words: 'Children keep their worker.',
  signerName: 'M. Hale',
  signedOn: '2026-11-02',
} as const
const embedded: PlanAction = {
  id: 14,
  title: 'Test the hand-over protocol',
  ownerName: 'J. Okafor',
  recommendations: [{ id: 3 }],
  successMeasure: 'Nine in ten hand-overs are signed by both workers.',
  ownerId: 3,
  startOn: '2026-06-01',
  originalDueOn: '2026-08-31',
  dueOn: '2026-08-31',
  deliveredOn: '2026-08-28',
  milestones: [{ id: 1, title: 'Draft it', dueOn: '2026-07-31', doneOn: '2026-07-30' }],
  dueDateChanges: [],
  latestUpdate: null,
  evidence: twoKinds,
  signOff,
}
const onTrack: PlanAction = {
  ...embedded,
  originalDueOn: '2027-03-31',
  dueOn: '2027-03-31',
  deliveredOn: null,
  milestones: [{ id: 1, title: 'Draft it', dueOn: '2027-01-29', doneOn: null }],
  latestUpdate: {
    id: 1,
    saidOn: '2026-11-16',
    statedDelivery: 'on-track',
    confidence: 'high',
    authorName: 'J. Okafor',
  },
  evidence: [],
  signOff: null,
}
const planOf = (...actions: PlanAction[]): Plan => ({
  on: today,
  recommendations: [recommendation],
  actions,
})
const only = (plan: Plan): RecommendationReadiness =>
  readinessOf(plan).areas[0]!.recommendations[0]!
const wouldFind = (plan: Plan) => only(plan).inspectorWouldFind.map((one) => one.sentence)
const told = (plan: Plan) => only(plan).reasons.map((one) => [one.sentence, one.cause.kind])

describe('a recommendation', () => {
  test('is ready when every action is delivered, assured and made a difference', () => {
    expect(only(planOf(embedded, { ...embedded, id: 15 }))).toMatchObject({
      verdict: 'ready',
      reasons: [],
      wouldRaise: [],
    })
  })

  test.each([
    ['nearly', 'delivered and assured, impact too early', { signOff: null }],
    ['nearly', 'assured by one kind only', { evidence: [evidence] }],
    [
      'nearly',
      'assured once by what is now out of date',
      { evidence: [{ ...evidence, periodTo: '2026-01-31' }] },
    ],
    ['nearly', 'of some impact', { signOff: { ...signOff, verdict: 'partly' } }],
    ['not-yet', 'without evidence', { evidence: [] }],
    ['not-yet', 'with evidence that nobody judged', { evidence: [{ ...evidence, verdict: null }] }],
    ['not-yet', 'of no impact', { signOff: { ...signOff, verdict: 'made-no-difference' } }],
    ['not-yet', 'with things made worse', { signOff: { ...signOff, verdict: 'worse' } }],
    ['not-yet', 'overdue', { deliveredOn: null }],
  ] as const)('is %s while one of its actions is %s', (verdict, _how, differs) => {
    const weak = { ...embedded, id: 15, ...differs } as PlanAction
    expect(only(planOf(embedded, weak)).verdict).toBe(verdict)
  })

  test('is not ready when no action answers it, whatever else is done', () => {
    const elsewhere = { ...embedded, recommendations: [] }
    const readiness = only(planOf(elsewhere))
    expect(readiness.verdict).toBe('not-yet')
    expect(readiness.delivery).toEqual({ worst: null, count: 0, of: 0 })
    expect(readiness.reasons).toEqual([
      {
        about: 'plan',
        sentence: 'No action answers this recommendation.',
        cause: { kind: 'recommendation', id: 3, title: recommendation.text },
        atMost: 'not-yet',
      },
    ])
    expect(wouldFind(planOf(elsewhere))).toEqual(['Nothing is planned for it.'])
  })

  test('says delivery, assurance and impact apart, each at its worst', () => {
    const readiness = only(
      planOf(
        { ...embedded, signOff: { ...signOff, verdict: 'worse' } },
        { ...onTrack, id: 15, evidence: twoKinds },
        { ...onTrack, id: 16, dueOn: '2026-11-01' },
      ),
    )
    expect(readiness.delivery).toEqual({ worst: 'off-track', count: 1, of: 3 })
    expect(readiness.assurance).toEqual({ worst: 'none', count: 1, of: 3, assured: 2 })
    expect(readiness.impact).toEqual({ worst: 'worse', count: 1, of: 3 })
  })

  test('is told by sentences that lead to what caused them', () => {
    const late = { id: 7, title: 'Draft it', dueOn: '2026-11-01', doneOn: null } as const
    const plan = planOf({
      ...onTrack,
      milestones: [late],
      evidence: [{ ...evidence, verdict: null }],
    })
    expect(told(plan)).toEqual([
      ['The milestone “Draft it” is 19 days late.', 'milestone'],
      ['This evidence waits for somebody to judge it.', 'evidence'],
    ])
    expect(told(planOf({ ...onTrack, dueOn: '2026-11-01' }))[0]).toEqual([
      'It was due on 1 November 2026, 19 days ago.',
      'action',
    ])
  })

  test('never names evidence that the reader may not see', () => {
    const plan = {
      ...planOf({ ...embedded, evidence: [{ ...evidence, verdict: null }] }),
      unnamedEvidence: new Set([1]),
    }
    expect(only(plan).reasons[0]?.cause).toEqual({
      kind: 'action',
      id: 14,
      title: 'Test the hand-over protocol',
    })
    expect(only(plan).wouldRaise[0]?.cause.kind).toBe('action')
  })

  test('shows what an inspector would still find, worst first', () => {
    expect(
      wouldFind(
        planOf(
          { ...onTrack, dueOn: '2026-11-01', ownerId: null },
          {
            ...embedded,
            id: 15,
            evidence: [{ ...evidence, kind: 'voice', periodTo: '2026-05-15' }],
          },
        ),
      ),
    ).toEqual([
      '1 of 2 actions is off track.',
      '1 of 2 actions is said to stand better than it does.',
      '1 of 2 actions has no owner.',
      '1 of 2 actions has no evidence that anybody accepted.',
      '1 of 2 actions is only partly assured.',
      'No performance data, no case audit, no practice observation or staff voice, no voice of children and families since May 2026.',
    ])
  })

  test('counts an owner who left as no owner, and says which it is', () => {
    const found = wouldFind(planOf({ ...onTrack, ownerLeft: true }, { ...onTrack, ownerId: null }))
    expect(found).toContain('1 of 2 actions has an owner who left.')
    expect(found).toContain('1 of 2 actions has no owner.')
  })

  test.each([
    ['an owner', { ...onTrack, ownerId: null }, 'Give it an owner.'],
    ['an owner who is here', { ...onTrack, ownerLeft: true }, 'Give it an owner.'],
    ['a date', { ...onTrack, dueOn: null, originalDueOn: null }, 'Give it a due date.'],
    [
      'the next milestone',
      onTrack,
      'Finish the milestone “Draft it” (J. Okafor, due 29 January 2027).',
    ],
    ['its delivery', { ...onTrack, milestones: [] }, 'Deliver it (J. Okafor, due 31 March 2027).'],
    [
      'a judgement',
      { ...embedded, evidence: [{ ...evidence, verdict: null }] },
      'Judge the evidence that waits.',
    ],
    [
      'evidence of other kinds',
      { ...embedded, evidence: [evidence] },
      'Add evidence of another kind: performance data, practice observation or staff voice or voice of children and families.',
    ],
    [
      'a leader’s signature',
      { ...embedded, deliveredOn: '2026-07-01', signOff: null },
      'A leader signs what difference it made.',
    ],
  ] as const)('would be raised by %s', (_what, action, sentence) => {
    expect(only(planOf({ ...action } as PlanAction)).wouldRaise.map((one) => one.sentence)).toEqual(
      [sentence],
    )
  })
})

describe('an area', () => {
  const second = { ...recommendation, id: 4 }
  const plan: Plan = {
    on: today,
    recommendations: [second, recommendation, { ...recommendation, id: 5, area: 'leaders' }],
    actions: [
      { ...embedded, recommendations: [{ id: 4 }, { id: 5 }] },
      { ...onTrack, id: 15, dueOn: '2026-11-01' },
    ],
  }

  test('is driven by its weakest recommendation, which holds it back', () => {
    const [weak, strong] = readinessOf(plan).areas
    expect(weak).toMatchObject({ area: 'help-and-protection', verdict: 'not-yet' })
    expect(weak!.heldBackBy.map((one) => one.recommendation.id)).toEqual([3])
    expect(weak!.recommendations.map((one) => one.recommendation.id)).toEqual([3, 4])
    expect(strong).toMatchObject({ area: 'leaders', verdict: 'ready', heldBackBy: [] })
  })

  test('does not get ready by counting: the figures are recommendations by verdict', () => {
    expect(readinessOf(plan).counts).toEqual({ 'not-yet': 1, nearly: 0, ready: 2 })
  })
})

test('the optimism gap counts the actions that are said to stand better than they do', () => {
  const plan = planOf(
    { ...onTrack, dueOn: '2026-11-01', milestones: [] },
    { ...onTrack, id: 15 },
    { ...onTrack, id: 16, latestUpdate: null },
  )
  expect(readinessOf(plan).optimism).toEqual({
    stated: 2,
    optimistic: 1,
    sentence: '1 of 2 actions with an update is stated better than dates and milestones show.',
    actions: [
      {
        id: 14,
        title: 'Test the hand-over protocol',
        differs: 'Stated on track, 19 days overdue.',
      },
    ],
  })
})

const day = fc.integer({ min: -300, max: 200 }).map((days): CalendarDate => addDays(today, days))
const pastDay = fc.integer({ min: -300, max: 0 }).map((days): CalendarDate => addDays(today, days))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const kind = fc.constantFrom(
  'performance-data',
  'case-audit',
  'practice-observation',
  'voice',
  'policy',
)
const anyEvidence = fc.record({
  kind,
  periodTo: pastDay,
  verdict: fc.constantFrom('accepted', 'returned', null),
})
const anyAction = fc
  .record({
    dueOn: maybe(day),
    deliveredOn: maybe(pastDay),
    ownerId: maybe(fc.constant(3)),
    milestones: fc.array(fc.record({ dueOn: day, doneOn: maybe(pastDay) }), { maxLength: 3 }),
    stated: maybe(fc.constantFrom('not-started', 'on-track', 'off-track', 'delivered')),
    evidence: fc.array(anyEvidence, { maxLength: 4 }),
    verdict: maybe(fc.constantFrom('too-early', 'made-a-difference', 'partly', 'worse')),
    answers: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4)),
  })
  .map((made): PlanAction => ({
    ...embedded,
    ownerId: made.ownerId,
    dueOn: made.dueOn,
    originalDueOn: made.dueOn,
    deliveredOn: made.deliveredOn,
    milestones: made.milestones.map((one, at) => ({ id: at, title: `Step ${at}`, ...one })),
    latestUpdate: made.stated && { ...onTrack.latestUpdate!, statedDelivery: made.stated },
    evidence: made.evidence.map((one, at) => ({ ...evidence, id: at, ...one })),
    signOff: made.verdict && { ...signOff, verdict: made.verdict },
    recommendations: made.answers.map((id) => ({ id })),
  }))
const anyPlan = fc.array(anyAction, { maxLength: 8 }).map((actions): Plan => ({
  on: today,
  recommendations: [1, 2, 3, 4].map((id) => ({
    ...recommendation,
    id,
    area: id < 3 ? 'help-and-protection' : 'leaders',
  })),
  actions: actions.map((action, at) => ({ ...action, id: at })),
}))
const byRecommendation = (plan: Plan) =>
  new Map(
    readinessOf(plan)
      .areas.flatMap((area) => area.recommendations)
      .map((one) => [one.recommendation.id, one]),
  )

describe('whatever the plan', () => {
  test('accepted fresh evidence never makes anything less ready', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), kind, (plan, at, ofKind) => {
        if (plan.actions.length === 0) return
        const which = at % plan.actions.length
        const more: Plan = {
          ...plan,
          actions: plan.actions.map((action, index) =>
            index === which
              ? {
                  ...action,
                  evidence: [
                    ...action.evidence,
                    { ...evidence, id: 99, kind: ofKind, periodTo: today },
                  ],
                }
              : action,
          ),
        }
        const after = byRecommendation(more)
        for (const [id, before] of byRecommendation(plan)) {
          const now = after.get(id)!
          expect(rankOf.verdict(now.verdict)).toBeGreaterThanOrEqual(rankOf.verdict(before.verdict))
          expect(now.assurance.assured).toBeGreaterThanOrEqual(before.assurance.assured)
        }
      }),
    )
  })

  test('an area stands as low as its weakest recommendation, and no lower', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const area of readinessOf(plan).areas) {
          const ranks = area.recommendations.map((one) => rankOf.verdict(one.verdict))
          expect(rankOf.verdict(area.verdict)).toBe(Math.min(...ranks))
        }
      }),
    )
  })

  test('what is not ready says why, what would be found, and what would raise it', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const one of byRecommendation(plan).values()) {
          const isReady = one.verdict === 'ready'
          expect(one.reasons.length > 0).toBe(!isReady)
          expect(one.wouldRaise.length > 0).toBe(!isReady)
          if (!isReady) expect(one.inspectorWouldFind).not.toEqual([])
          const lowest = verdicts.find((verdict) => one.reasons.some((r) => r.atMost === verdict))
          if (!isReady) expect(lowest).toBe(one.verdict)
        }
      }),
    )
  })

  test('another action never makes a recommendation more ready, unless it had none', () => {
    fc.assert(
      fc.property(anyPlan, anyAction, (plan, action) => {
        const before = byRecommendation(plan)
        const after = byRecommendation({
          ...plan,
          actions: [...plan.actions, { ...action, id: 99 }],
        })
        for (const [id, was] of before) {
          if (was.delivery.of === 0) continue
          expect(rankOf.verdict(after.get(id)!.verdict)).toBeLessThanOrEqual(
            rankOf.verdict(was.verdict),
          )
        }
      }),
    )
  })
})

describe('what was told again', () => {
  const earlier = { ...recommendation, id: 2, carriedBy: [3] }
  const later = { ...recommendation, toldBefore: ['2015-10-05', '2015-03-02'] as CalendarDate[] }
  const judged = (actions: PlanAction[]) =>
    readinessOf({ on: today, recommendations: [earlier, later], actions }).areas.flatMap(
      (area) => area.recommendations,
    )
  const toldAgain = {
    about: 'told-again',
    sentence: 'It was told before, in 2015, and told again.',
    cause: { kind: 'recommendation', id: 3, title: recommendation.text },
  }

  test('is judged once, in its latest words, and says that it was told before', () => {
    const [only, ...others] = judged([])
    expect(others).toEqual([])
    expect(only?.recommendation.id).toBe(3)
    expect(only?.reasons.map(({ about }) => about)).toEqual(['plan', 'told-again'])
    expect(only?.reasons[1]).toEqual({ ...toldAgain, atMost: 'not-yet' })
  })

  test('is answered by what is still open for its earlier words, not by what was delivered', () => {
    const open = { ...onTrack, id: 15, recommendations: [{ id: 2 }, { id: 3 }] }
    const delivered = { ...embedded, id: 16, recommendations: [{ id: 2 }] }
    expect(judged([open, delivered])[0]?.actions.map(({ id }) => id)).toEqual([15])
  })

  test('lowers no verdict, and once it is ready says nothing', () => {
    expect(judged([embedded])[0]).toMatchObject({ verdict: 'ready', reasons: [] })
    const nearly = judged([{ ...embedded, signOff: { ...signOff, verdict: 'partly' } }])[0]
    expect(nearly?.verdict).toBe('nearly')
    expect(nearly?.reasons.at(-1)).toEqual({ ...toldAgain, atMost: 'nearly' })
  })
})

/** A measure of which the latest figure is the given one, after a year about 15; fewer are better. */
const linked = (latest: number, differs: Partial<LinkedMeasure> = {}): LinkedMeasure => {
  const steady = [14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14]
  const facts = {
    id: 4,
    title: 'Changes of worker',
    unit: 'count',
    better: 'down',
    length: 'month',
    points: [...steady, latest].map((value, at) => ({
      from: addMonths('2025-09-01', at),
      value,
    })),
    targets: [],
    cuts: [],
  } as const
  const standing = measureStanding(facts, today)
  return {
    id: 4,
    title: facts.title,
    standing,
    finding: 'Jumped in October 2026',
    isNeutral: false,
    glance: glanceOf(standing),
    actionIds: [],
    recommendationIds: [],
    ...differs,
  }
}

describe('what holds the plan back', () => {
  const anyMeasure = fc.record({
    latest: fc.constantFrom(15, 60),
    actionIds: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 2 }),
    recommendationIds: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4), { maxLength: 2 }),
  })

  test('is told alike from how its actions were found to stand', () => {
    const seen = new Set<number>()
    fc.assert(
      fc.property(
        anyPlan,
        fc.subarray([1, 2]),
        fc.array(anyMeasure, { maxLength: 2 }),
        (plan, carried, made) => {
          const measures = made.map(({ latest, ...links }) => linked(latest, links))
          const recommendations = plan.recommendations.map((one) =>
            carried.includes(one.id) ? { ...one, carriedBy: [3] } : one,
          )
          const whole = { ...plan, recommendations, measures }
          const notYet = [...byRecommendation(whole)]
            .filter(([, { verdict }]) => verdict === 'not-yet')
            .map(([id]) => id)
          const answers = plan.actions.flatMap((action) => {
            const standing = actionStanding(action, today)
            return action.recommendations.map(({ id }) => ({
              actionId: action.id,
              recommendationId: id,
              isDelivered: action.deliveredOn !== null,
              delivery: standing.delivery.rating,
              assurance: standing.assurance.assurance,
              impact: standing.impact.impact,
            }))
          })
          const wrongWay = measures
            .filter(({ standing }) => standing.isWrongWay)
            .map(({ actionIds, recommendationIds }) => ({
              recommendationIds,
              answers: answers.filter(({ actionId }) => actionIds.includes(actionId)),
            }))
          seen.add(notYet.length)
          expect(heldBack({ recommendations, answers, wrongWay })).toEqual(notYet.sort())
        },
      ),
      { numRuns: 500 },
    )
    expect(seen.size).toBeGreaterThan(2)
  })

  test('is also what only its measure shows to go the wrong way', () => {
    const done = planOf(embedded)
    const stands = {
      recommendationId: 3,
      isDelivered: true,
      delivery: 'delivered',
      assurance: 'accepted',
      impact: 'made-a-difference',
    } as const
    const facts = { recommendations: done.recommendations, answers: [stands], wrongWay: [] }
    expect(heldBack(facts)).toEqual([])
    const wrongWay = [{ recommendationIds: [], answers: [stands] }]
    expect(heldBack({ ...facts, wrongWay })).toEqual([3])
    expect(
      byRecommendation({ ...done, measures: [linked(60, { actionIds: [14] })] }).get(3)?.verdict,
    ).toBe('not-yet')
  })
})

describe('what a measure says', () => {
  const wrongWay = { ...planOf(embedded), measures: [linked(40, { recommendationIds: [3] })] }

  test('keeps a recommendation from being ready while it moves the wrong way, whatever is done', () => {
    expect(only(wrongWay)).toMatchObject({
      verdict: 'not-yet',
      reasons: [
        {
          about: 'impact',
          sentence:
            'It is moving the wrong way. Jumped in October 2026. Every action for it is on track or delivered.',
          cause: { kind: 'measure', id: 4 },
        },
      ],
      wouldRaise: [{ sentence: 'Find out why it moves the wrong way, and plan what turns it.' }],
    })
  })

  test('is the first thing that an inspector would find', () => {
    expect(wouldFind(wrongWay)[0]).toBe('1 measure moves the wrong way.')
  })

  test('does so too where it follows an action that answers the recommendation', () => {
    const byAction = { ...planOf(embedded), measures: [linked(40, { actionIds: [14] })] }
    expect(only(byAction).verdict).toBe('not-yet')
    const elsewhere = { ...planOf(embedded), measures: [linked(40, { actionIds: [99] })] }
    expect(only(elsewhere).verdict).toBe('ready')
  })

  test('counts where nothing is planned, and leaves the green out where an action is not', () => {
    const bare = only({ ...planOf(), measures: wrongWay.measures })
    expect(bare.reasons.map(({ cause }) => cause.kind)).toEqual(['recommendation', 'measure'])
    const late = { ...onTrack, dueOn: '2026-08-31', originalDueOn: '2026-08-31' } as const
    const reasons = only({ ...planOf(late), measures: wrongWay.measures }).reasons
    expect(reasons.find(({ cause }) => cause.kind === 'measure')?.sentence).toBe(
      'It is moving the wrong way. Jumped in October 2026.',
    )
  })

  test('makes it nearly ready where an action is done and the measure shows no improvement', () => {
    const done = { ...embedded, deliveredOn: '2026-06-15' } as const
    const plan = { ...planOf(done), measures: [linked(16, { actionIds: [14] })] }
    expect(only(plan)).toMatchObject({
      verdict: 'nearly',
      reasons: [
        {
          sentence:
            'It shows no improvement since “Test the hand-over protocol” was finished on 15 June 2026.',
          cause: { kind: 'measure', id: 4, title: 'Changes of worker' },
        },
      ],
    })
    expect(only({ ...plan, measures: [linked(16, { recommendationIds: [3] })] }).verdict).toBe(
      'ready',
    )
  })
})

describe('evidence for a recommendation itself', () => {
  const own = {
    id: 9,
    title: 'What staff say',
    kind: 'practice-observation',
    periodTo: '2026-10-31',
  } as const
  const withOwn = (...evidence: PlanRecommendation['evidence'] & object): Plan => ({
    ...planOf({ ...embedded, evidence: [twoKinds[0]!] }),
    recommendations: [{ ...recommendation, evidence }],
  })
  const accepted = { ...own, verdict: 'accepted' } as const

  test('changes no verdict, and is not missing in what an inspector would find', () => {
    const [without, beside] = [only(withOwn()), only(withOwn(accepted))]
    expect([beside.verdict, beside.assurance]).toEqual([without.verdict, without.assurance])
    expect(wouldFind(withOwn())).toContain(
      'No performance data, no practice observation or staff voice, no voice of children and families.',
    )
    expect(wouldFind(withOwn(accepted))).toContain(
      'No performance data, no voice of children and families.',
    )
  })

  test('is told beside the assurance, with what of it is out of date', () => {
    expect(only(withOwn()).ownEvidence).toBeUndefined()
    expect(only(withOwn(accepted)).ownEvidence).toBe(
      '1 piece of evidence is accepted for the recommendation itself: practice observation or staff voice. It assures no action.',
    )
    const old = { ...accepted, id: 10, kind: 'voice', periodTo: '2025-01-31' } as const
    expect(only(withOwn(accepted, old)).ownEvidence).toBe(
      '2 pieces of evidence are accepted for the recommendation itself: practice observation or staff voice. 1 is out of date. They assure no action.',
    )
  })

  test.each(['returned', 'rejected', null] as const)(
    'counts for nothing while it is %s',
    (verdict) => {
      expect(only(withOwn({ ...own, verdict })).ownEvidence).toBeUndefined()
      expect(wouldFind(withOwn({ ...own, verdict }))).toEqual(wouldFind(withOwn()))
    },
  )

  test('is as fresh as the council says', () => {
    const plan = {
      ...withOwn(accepted),
      shelfLives: { ...defaultShelfLives, 'practice-observation': 1 },
    }
    expect(wouldFind({ ...plan, on: '2026-12-15' })).toContain(
      'No performance data, no practice observation or staff voice since October 2026, no voice of children and families.',
    )
  })
})
