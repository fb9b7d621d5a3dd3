import { describe, expect, test } from 'vitest'
import type { LinkedMeasure } from '../measure/effect'
import { glanceOf, measureStanding } from '../measure/standing'
import { addMonths } from '../time/calendar-date'
import { defaultShelfLives } from '../evidence/kinds'
import { figuresBetween } from './change-figures'
import { changesBetween } from './changes'
import type { Plan, PlanAction } from './plan'

const action: PlanAction = {
  id: 14,
  title: 'Test the hand-over protocol',
  ownerName: 'J. Okafor',
  recommendations: [{ id: 3 }],
  successMeasure: 'Nine in ten hand-overs are signed by both workers.',
  ownerId: 3,
  startOn: '2026-06-01',
  originalDueOn: '2027-01-29',
  dueOn: '2027-01-29',
  deliveredOn: null,
  milestones: [],
  dueDateChanges: [],
  latestUpdate: {
    id: 1,
    saidOn: '2026-11-10',
    statedDelivery: 'on-track',
    confidence: 'high',
    authorName: 'J. Okafor',
  },
  evidence: [],
  signOff: null,
}
const then: PlanAction = {
  ...action,
  latestUpdate: { ...action.latestUpdate!, saidOn: '2026-09-01' },
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
const late: PlanAction['dueDateChanges'][number] = {
  id: 1,
  fromOn: '2027-01-29',
  toOn: '2027-03-31',
  decision: 'agreed',
  lateMove: ['Asked for 2 days before the monitoring visit (8 December 2026).'],
}
const signOff = {
  id: 1,
  verdict: 'made-a-difference',
  words: 'Children keep their worker.',
  signerName: 'M. Hale',
  signedOn: '2026-11-02',
} as const

const plan = (on: Plan['on'], ...actions: PlanAction[]): Plan => ({
  on,
  recommendations: [
    {
      id: 3,
      text: 'Changes of worker.',
      area: 'help-and-protection',
      kind: 'area-for-improvement',
    },
  ],
  actions,
})
const since = (before: PlanAction[], now: PlanAction[]) =>
  changesBetween(plan('2026-09-12', ...before), plan('2026-11-20', ...now))
const told = (before: Partial<PlanAction>, now: Partial<PlanAction>) =>
  since([{ ...then, ...before }], [{ ...action, ...now }])
    .moved.filter((one) => one.cause.kind === 'action')
    .flatMap((one) => one.changes.map((change) => [change.direction, change.sentence]))

describe('between two days', () => {
  test('nothing moved where nothing changed', () => {
    expect(since([then], [action])).toEqual({
      from: '2026-09-12',
      to: '2026-11-20',
      better: 0,
      worse: 0,
      counts: { worse: 0, better: 0, neither: 0 },
      moved: [],
    })
  })

  test.each([
    ['delivered', {}, { deliveredOn: '2026-11-03' }, ['better', 'Delivered on 3 November 2026.']],
    ['reopened', { deliveredOn: '2026-09-01' }, {}, ['worse', 'Was delivered, is on track.']],
    [
      'gone off track',
      {},
      { milestones: [{ id: 1, title: 'Draft', dueOn: '2026-10-01', doneOn: null }] },
      ['worse', 'Was on track, is off track: 1 milestone late.'],
    ],
    [
      'of a worse colour',
      {},
      { milestones: [{ id: 1, title: 'Draft', dueOn: '2026-10-01', doneOn: null }] },
      ['worse', 'Colour: was “on track”, is “off track”.'],
    ],
    [
      'of a better colour',
      { milestones: [{ id: 1, title: 'Draft', dueOn: '2026-08-01', doneOn: null }] },
      {},
      ['better', 'Colour: was “off track”, is “on track”.'],
    ],
    [
      'assured',
      {},
      { evidence: [evidence, { ...evidence, id: 2, kind: 'voice' }] },
      ['better', 'Assurance: was “no evidence”, is “assured”: 2 pieces of evidence accepted.'],
    ],
    [
      'assured no longer, for its evidence is old',
      {
        evidence: [
          { ...evidence, periodTo: '2026-04-30' },
          { ...evidence, id: 2, kind: 'voice' },
        ],
      },
      {
        evidence: [
          { ...evidence, periodTo: '2026-04-30' },
          { ...evidence, id: 2, kind: 'voice' },
        ],
      },
      [
        'worse',
        'Assurance: was “assured”, is “partly assured”: 1 piece of evidence went out of date.',
      ],
    ],
    [
      'given one more kind of evidence, not yet enough',
      { evidence: [{ ...evidence, kind: 'policy' }] },
      {
        evidence: [
          { ...evidence, kind: 'policy' },
          { ...evidence, id: 2 },
        ],
      },
      ['better', '1 piece of evidence accepted.'],
    ],
    [
      'signed off',
      {},
      { signOff },
      ['better', 'Impact: was “too early to say”, is “made a difference”.'],
    ],
    [
      'found to make things worse',
      { signOff: { ...signOff, signedOn: '2026-09-02' } },
      { signOff: { ...signOff, verdict: 'worse' } },
      ['worse', 'Impact: was “made a difference”, is “made things worse”.'],
    ],
    [
      'brought forward',
      {},
      { dueOn: '2026-12-18' },
      ['neither', 'Its date moved 42 days earlier, from 29 January 2027 to 18 December 2026.'],
    ],
    [
      'given its first date',
      { dueOn: null, originalDueOn: null },
      {},
      ['better', 'Now has a due date, 29 January 2027.'],
    ],
    [
      'left without an owner',
      {},
      { ownerId: null, ownerName: null },
      ['worse', 'Nobody owns it any more.'],
    ],
    ['taken up', { ownerId: null, ownerName: null }, {}, ['better', 'Now owned by J. Okafor.']],
    ['left by its owner', {}, { ownerLeft: true }, ['worse', 'Its owner, J. Okafor, has left.']],
    [
      'owned again by somebody who is back',
      { ownerLeft: true },
      {},
      ['better', 'Its owner, J. Okafor, is back.'],
    ],
    [
      'taken over from somebody who had left',
      { ownerId: 9, ownerName: 'L. Hart', ownerLeft: true },
      {},
      ['better', 'Now owned by J. Okafor.'],
    ],
    [
      'handed to somebody who has left since',
      { ownerId: 9, ownerName: 'L. Hart' },
      { ownerLeft: true },
      ['worse', 'Now owned by J. Okafor, who has left, before by L. Hart.'],
    ],
    [
      'handed over',
      { ownerId: 9, ownerName: 'L. Hart' },
      {},
      ['neither', 'Now owned by J. Okafor, before by L. Hart.'],
    ],
  ] as const)('an action is %s', (_how, before, now, sentence) => {
    expect(told(before as Partial<PlanAction>, now as Partial<PlanAction>)).toContainEqual(sentence)
  })

  test.each([
    [
      'rises though a piece went out of date',
      [{ ...evidence, kind: 'policy', periodTo: '2025-10-31' }],
      [
        { ...evidence, kind: 'policy', periodTo: '2025-10-31' },
        { ...evidence, id: 2 },
        { ...evidence, id: 3, kind: 'voice' },
      ],
      [
        ['better', 'Assurance: was “partly assured”, is “assured”: 2 pieces of evidence accepted.'],
        ['neither', '1 piece of evidence went out of date.'],
      ],
    ],
    [
      'falls though a piece was accepted',
      [evidence, { ...evidence, id: 2, kind: 'voice', periodTo: '2026-04-30' }],
      [
        evidence,
        { ...evidence, id: 2, kind: 'voice', periodTo: '2026-04-30' },
        { ...evidence, id: 3, kind: 'policy' },
      ],
      [
        [
          'worse',
          'Assurance: was “assured”, is “partly assured”: 1 piece of evidence went out of date.',
        ],
        ['neither', '1 piece of evidence accepted.'],
      ],
    ],
  ] as const)('both sides are told where assurance %s', (_how, before, now, sentences) => {
    const evidenceOf = (pieces: readonly unknown[]) =>
      ({ evidence: pieces }) as Pick<PlanAction, 'evidence'>
    const [was, is] = [evidenceOf(before), evidenceOf(now)]
    const about = told(was, is).filter(([, sentence]) => /evidence|Assurance/.test(sentence!))
    expect(about).toEqual(sentences)
  })

  test('a date moved says by how many days and in how many moves, and marks the dodges', () => {
    const early = { ...late, id: 2, toOn: '2027-04-30', lateMove: [] } satisfies typeof late
    expect(told({}, { dueOn: '2027-04-30', dueDateChanges: [late, early] })).toEqual([
      ['worse', 'Its date moved 91 days later, from 29 January 2027 to 30 April 2027, in 2 moves.'],
      ['worse', 'Asked for 2 days before the monitoring visit (8 December 2026).'],
    ])
  })

  test('a move that is late for two reasons is one dodge', () => {
    const past = 'Asked for 3 days after the date had passed.'
    const twice = { ...late, lateMove: [past, ...late.lateMove] } satisfies typeof late
    expect(told({}, { dueDateChanges: [twice] })).toEqual([
      ['worse', `${past} Asked for 2 days before the monitoring visit (8 December 2026).`],
    ])
  })

  test('a dodge from before the first day is not told again, nor one that was refused', () => {
    const refused = { ...late, id: 2, decision: 'refused' } as const
    expect(told({ dueDateChanges: [late] }, { dueDateChanges: [late, refused] })).toEqual([])
  })

  test('what is worse in one way is worse, and comes first', () => {
    const both = {
      ...action,
      id: 15,
      ownerId: null,
      ownerName: null,
      evidence: [evidence],
    }
    const changes = since([then, { ...then, id: 15 }], [{ ...action, evidence: [evidence] }, both])
    expect(changes).toMatchObject({ better: 1, worse: 1 })
    expect(changes.moved.map((one) => [one.cause.id, one.direction])).toEqual([
      [15, 'worse'],
      [14, 'better'],
    ])
    expect(changes.moved[0]!.changes.map((one) => one.direction)).toEqual([
      'worse',
      'worse',
      'worse',
      'better',
    ])
  })

  test('new actions and those no longer there are neither better nor worse', () => {
    const changes = since([then], [{ ...action, id: 15 }])
    expect(changes).toMatchObject({ better: 0, worse: 0 })
    expect(changes.moved.map((one) => one.changes[0]?.sentence)).toEqual([
      'New in the plan.',
      'No longer in the plan.',
    ])
  })

  test('a recommendation whose verdict changed is told before its actions', () => {
    const assured = [evidence, { ...evidence, id: 2, kind: 'voice' } as const]
    const changes = since([then], [{ ...action, evidence: assured }])
    expect(changes.moved[0]).toEqual({
      cause: { kind: 'recommendation', id: 3, title: 'Changes of worker.' },
      direction: 'better',
      changes: [
        { kind: 'readiness', direction: 'better', sentence: 'Was “not yet”, is “nearly”.' },
      ],
    })
  })
})

describe('evidence for a recommendation itself', () => {
  const own = { id: 9, title: 'Survey', kind: 'voice', periodTo: '2026-08-31' } as const
  const accepted = { ...own, verdict: 'accepted' } as const
  const waiting = { ...own, verdict: null } as const
  const old = { ...accepted, periodTo: '2026-04-30' } as const
  type Own = NonNullable<Plan['recommendations'][number]['evidence']>
  const withOwn = (on: Plan['on'], evidence: Own): Plan => {
    const { recommendations, ...rest } = plan(on)
    return { ...rest, recommendations: recommendations.map((one) => ({ ...one, evidence })) }
  }
  const movedBy = (before: Own, now: Own, more: Partial<Plan> = {}) =>
    changesBetween(withOwn('2026-09-12', before), { ...withOwn('2026-11-20', now), ...more }).moved

  test.each<[string, Own, Own, [string, string][]]>([
    [
      'is accepted',
      [waiting],
      [accepted],
      [['better', '1 piece of evidence for the recommendation itself accepted.']],
    ],
    [
      'is accepted of a kind that was there',
      [accepted],
      [accepted, { ...accepted, id: 10 }],
      [['neither', '1 piece of evidence for the recommendation itself accepted.']],
    ],
    [
      'goes out of date',
      [old],
      [old],
      [['worse', '1 piece of evidence for the recommendation itself went out of date.']],
    ],
    [
      'is taken away',
      [accepted],
      [],
      [['worse', '1 piece of evidence for the recommendation itself no longer counts.']],
    ],
    ['waits', [waiting], [waiting, { ...waiting, id: 10 }], []],
  ])('%s', (_how, before, now, sentences) => {
    const moved = movedBy(before, now)
    expect(
      moved.flatMap((one) => one.changes.map((change) => [change.direction, change.sentence])),
    ).toEqual(sentences)
    expect(moved.every(({ cause }) => cause.kind === 'recommendation' && cause.id === 3)).toBe(true)
  })

  test('is named to those who may see it', () => {
    const causes = (more: Partial<Plan>) => movedBy([], [accepted], more)[0]?.changes[0]?.causes
    expect(causes({})).toEqual([{ kind: 'evidence', id: 9, title: 'Survey' }])
    expect(causes({ unnamedEvidence: new Set([9]) })).toBeUndefined()
  })

  test('is as fresh as the council says', () => {
    const shelfLives = { ...defaultShelfLives, voice: 1 }
    expect(movedBy([accepted], [accepted], { shelfLives })[0]?.direction).toBe('worse')
  })

  test('counts among what is accepted, once, in date and out of date', () => {
    const figuresOf = (before: Own, now: Own) =>
      figuresBetween(withOwn('2026-09-12', before), withOwn('2026-11-20', now)).filter(({ key }) =>
        ['inDate', 'outOfDate'].includes(key),
      )
    expect(figuresOf([old, waiting], [old, { ...accepted, id: 10 }])).toEqual([
      { key: 'inDate', was: 1, is: 1, came: 1, went: 1 },
      { key: 'outOfDate', was: 0, is: 1, came: 1, went: 0 },
    ])
  })
})

describe('a measure', () => {
  const usual = [20, 21, 19, 20, 22, 20, 19, 21, 20, 20, 21, 19]
  const measured = (values: readonly number[]): LinkedMeasure => {
    const standing = measureStanding(
      {
        ...{ id: 7, title: 'Children without a worker', unit: 'count', better: 'down' },
        ...{ length: 'month', targets: [], cuts: [] },
        points: values.map((value, at) => ({ from: addMonths('2025-06-01', at), value })),
      },
      '2026-11-20',
    )
    return {
      ...{ id: 7, title: 'Children without a worker', standing, glance: glanceOf(standing) },
      ...{
        finding: 'Within what is usual',
        isNeutral: false,
        actionIds: [],
        recommendationIds: [],
      },
    }
  }
  const toldOf = (before: readonly number[], now: readonly number[]) =>
    changesBetween(
      { ...plan('2026-09-12'), measures: [measured(before)] },
      { ...plan('2026-11-20'), measures: [measured(now)] },
    ).moved.flatMap((one) => one.changes.map((change) => [change.direction, change.sentence]))

  test.each([
    [
      'has a new signal',
      usual,
      [...usual, 60],
      [['worse', 'A new signal of concern: within what is usual.']],
    ],
    [
      'has none any more',
      [...usual, 60],
      [...usual, 60, 20, 21],
      [['neither', 'Its signal of concern has gone: within what is usual.']],
    ],
    [
      'had one in between, which neither day shows',
      usual,
      [...usual, 60, 20, 21],
      [
        [
          'neither',
          'A signal of concern came and went between these days, first in the figure from 1 June 2026.',
        ],
      ],
    ],
    ['keeps within what is usual', usual, [...usual, 20, 21], []],
    ['keeps its signal', [...usual, 60], [...usual, 60, 60], []],
    [
      'has a second signal of the same meaning, after a figure that showed none',
      [...usual, 60],
      [...usual, 60, 20, 60],
      [['worse', 'A new signal of concern: within what is usual.']],
    ],
    [
      'had a second one that came and went',
      [...usual, 60],
      [...usual, 60, 20, 60, 20],
      [
        ['neither', 'Its signal of concern has gone: within what is usual.'],
        [
          'neither',
          'A signal of concern came and went between these days, first in the figure from 1 August 2026.',
        ],
      ],
    ],
  ])('%s', (_how, before, now, sentences) => {
    expect(toldOf(before, now)).toEqual(sentences)
  })
})
