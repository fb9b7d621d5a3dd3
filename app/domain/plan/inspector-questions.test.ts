import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LinkedMeasure } from '../measure/effect'
import { glanceOf, measureStanding } from '../measure/standing'
import { addMonths, type CalendarDate } from '../time/calendar-date'
import { changesBetween } from './changes'
import {
  allQuestions,
  inspectorQuestions,
  latestNotes,
  type LetterSaid,
  type Question,
  type QuestionFacts,
  questionKinds,
} from './inspector-questions'
import { defaultShelfLives } from '../evidence/kinds'
import type { OwnEvidence, Plan, PlanAction, PlanRecommendation } from './plan'
import { readinessOf } from './readiness'

const today = '2026-11-20'
const recommendation = (id: number): PlanRecommendation => ({
  id,
  text: `Recommendation ${id}`,
  area: 'help-and-protection',
  kind: 'area-for-improvement',
})
const evidence: PlanAction['evidence'][number] = {
  id: 1,
  title: 'Audit, October',
  kind: 'case-audit',
  periodFrom: '2026-10-01',
  periodTo: '2026-10-31',
  addedById: 4,
  verdict: 'accepted',
}
const voice = { ...evidence, id: 2, kind: 'voice' as const }
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
  milestones: [],
  dueDateChanges: [],
  latestUpdate: null,
  evidence: [evidence, voice],
  signOff: {
    id: 1,
    verdict: 'made-a-difference',
    words: 'Children keep their worker.',
    signerName: 'M. Hale',
    signedOn: '2026-11-02',
  },
}
const late: PlanAction = {
  ...embedded,
  deliveredOn: null,
  signOff: null,
  latestUpdate: {
    id: 1,
    saidOn: '2026-11-16',
    statedDelivery: 'on-track',
    confidence: 'high',
    authorName: 'J. Okafor',
  },
}

const planOf = (actions: PlanAction[], measures: LinkedMeasure[] = []): Plan => ({
  on: today,
  recommendations: [recommendation(3), recommendation(4)],
  actions,
  measures,
})
const factsOf = (plan: Plan, differs: Partial<QuestionFacts> = {}): QuestionFacts => ({
  plan,
  tested: [3],
  lastSaid: [],
  since: undefined,
  notes: new Map(),
  ...differs,
})
const asked = (facts: QuestionFacts, kind: Question['kind']) =>
  allQuestions(facts).filter((one) => one.kind === kind)

/** A count each month from January 2025, to which fewer is better. */
function measured(values: readonly number[], links: Partial<LinkedMeasure> = {}): LinkedMeasure {
  const standing = measureStanding(
    {
      id: 7,
      title: 'Children without a social worker',
      unit: 'count',
      better: 'down',
      length: 'month',
      points: values.map((value, at) => ({ from: addMonths('2025-01-01', at), value })),
      targets: [{ validFrom: '2025-01-01', value: 0 }],
      cuts: [],
    },
    today,
  )
  return {
    id: 7,
    title: 'Children without a social worker',
    standing,
    finding: 'Jumped in August 2026, now above target',
    isNeutral: false,
    glance: glanceOf(standing),
    actionIds: [],
    recommendationIds: [3],
    ...links,
  }
}
const steady = [20, 22, 21, 19, 20, 22, 21, 20, 19, 21, 20, 22, 21, 20, 19, 21, 20, 22]
const jumped = measured([...steady, 21, 60])

describe('an inspector asks', () => {
  test('nothing about what is done, accepted, effective and said by children', () => {
    expect(allQuestions(factsOf(planOf([embedded])))).toEqual([])
  })

  test('what turns a measure that moves the wrong way, beside the plan’s own note', () => {
    const notes = latestNotes([
      { measureId: 7, from: '2026-08-01', words: 'Seven agency social workers left.' },
      { measureId: 7, from: '2025-03-01', words: 'Counted by hand.' },
    ])
    const [question] = asked(factsOf(planOf([late], [jumped]), { notes }), 'wrong-way')
    expect(question).toEqual({
      kind: 'wrong-way',
      about: { id: 3, text: 'Recommendation 3' },
      seen: '“Children without a social worker” moves the wrong way. Jumped in August 2026, now above target. Your own note on August 2026 says:',
      quote: 'Seven agency social workers left.',
      asks: 'What turns it, and by when will children notice?',
      causes: [{ kind: 'measure', id: 7, title: 'Children without a social worker' }],
    })
  })

  test('why children do not notice, where all that is done for it goes well', () => {
    const [question] = asked(factsOf(planOf([embedded], [jumped])), 'wrong-way')
    expect(question?.asks).toBe(
      'Every action for it is on track or delivered. Why do children not notice it?',
    )
  })

  test('whether it is fast enough, where it falls and does not reach its target', () => {
    const [question] = asked(factsOf(planOf([embedded], [measured(steady)])), 'short-of-target')
    expect(question?.asks).toBe('Is that fast enough, and which children are still waiting for it?')
  })

  test('what changed for children, where a finished action shows nothing in its measure', () => {
    const spent = measured(steady, { actionIds: [14], recommendationIds: [] })
    const done = { ...embedded, deliveredOn: '2026-02-02' as const }
    const [question] = asked(factsOf(planOf([done], [spent])), 'no-effect')
    expect(question).toMatchObject({
      seen: '“Test the hand-over protocol” was finished on 2 February 2026, and “Children without a social worker” shows no improvement since.',
      causes: [{ id: 14 }, { kind: 'measure', id: 7 }],
    })
  })

  const told = (verdict: LetterSaid['verdict']): LetterSaid => ({
    recommendationId: 3,
    verdict,
    quote: 'Progress has been too slow.',
    on: '2026-09-09',
  })

  test('what has changed since the last letter, in its own words', () => {
    const before = { ...planOf([embedded]), on: '2026-09-09' } as const
    const since = changesBetween(before, planOf([late]))
    const [question] = asked(
      factsOf(planOf([late]), { lastSaid: [told('too-slow')], since }),
      'told-too-slow',
    )
    expect(question).toMatchObject({
      seen: 'The letter of September 2026 said what stands below. Since then 1 action got worse and none better.',
      quote: 'Progress has been too slow.',
      asks: 'What is faster now, and what do children notice of it?',
      causes: [
        { kind: 'recommendation', id: 3 },
        { kind: 'action', id: 14 },
      ],
    })
  })

  test('nothing more about what a letter praised, or what is ready since', () => {
    const progress = factsOf(planOf([late]), { lastSaid: [told('progress')] })
    const ready = factsOf(planOf([embedded]), { lastSaid: [told('declined')] })
    for (const facts of [progress, ready]) {
      expect(allQuestions(facts).filter(({ kind }) => kind.startsWith('told'))).toEqual([])
    }
  })

  test('what a letter said of a recommendation under the one that says it again', () => {
    const plan = planOf([late])
    const again: Plan = {
      ...plan,
      recommendations: [{ ...recommendation(2), carriedBy: [3] }, ...plan.recommendations],
    }
    const said = { ...told('unchanged'), recommendationId: 2 }
    expect(
      asked(factsOf(again, { tested: [2], lastSaid: [said] }), 'told-and-still'),
    ).toMatchObject([{ about: { id: 3 } }])
  })

  test('which is right, where an action is said to stand better than it does', () => {
    const [question] = asked(factsOf(planOf([late])), 'claimed-better')
    expect(question?.seen).toMatch(/^“Test the hand-over protocol”: stated on track/)
    const two = factsOf(planOf([late, { ...late, id: 15 }]))
    expect(asked(two, 'claimed-better')[0]?.seen).toBe(
      '2 actions are said to stand better than the facts.',
    )
  })

  test('why a date was moved late: since the visit before where that is known, else ever', () => {
    const moved: PlanAction = {
      ...late,
      dueOn: '2026-12-31',
      dueDateChanges: [
        {
          id: 1,
          fromOn: '2026-08-31',
          toOn: '2026-12-31',
          decision: 'not-needed',
          lateMove: ['Asked for 5 days before the monitoring visit (8 September 2026).'],
        },
      ],
    }
    const plan = planOf([moved])
    expect(asked(factsOf(plan), 'date-dodged')).toMatchObject([
      { seen: 'The date of “Test the hand-over protocol” was moved late.', causes: [{ id: 14 }] },
    ])
    const since = changesBetween({ ...plan, on: '2026-09-09' }, plan)
    expect(asked(factsOf(plan, { since }), 'date-dodged')).toEqual([])
    const dodged = changesBetween({ ...planOf([late]), on: '2026-09-01' }, plan)
    expect(asked(factsOf(plan, { since: dodged }), 'date-dodged')).toHaveLength(1)
  })

  test.each([
    ['unassured', { ...embedded, evidence: [] }, 'How do you know that it works?'],
    [
      'stale',
      { ...embedded, evidence: [{ ...evidence, periodTo: '2026-01-31' as const }, voice] },
      'What do you know of it today?',
    ],
    ['off-track', late, 'What will be done by the visit, and what will not?'],
    ['no-voice', { ...embedded, evidence: [evidence] }, 'What do they say today?'],
  ] as const)('about what is %s', (kind, action, asks) => {
    expect(asked(factsOf(planOf([action as PlanAction])), kind)).toMatchObject([{ asks }])
  })

  test('when children were last heard, and what is done where nothing is planned', () => {
    const heard = { ...voice, periodFrom: '2026-01-01', periodTo: '2026-02-28' } as const
    expect(
      asked(factsOf(planOf([{ ...embedded, evidence: [evidence, heard] }])), 'no-voice'),
    ).toMatchObject([
      { seen: 'What children and families said about it was last heard in February 2026.' },
    ])
    expect(asked(factsOf(planOf([]), { tested: [4] }), 'nothing-planned')).toMatchObject([
      { seen: 'No action answers it.', causes: [{ kind: 'recommendation', id: 4 }] },
    ])
  })
  describe('what children say by the same rule as readiness:', () => {
    const own = { id: 9, title: 'Survey', kind: 'voice', periodTo: '2026-10-31' } as const
    const accepted = { ...own, verdict: 'accepted' } as const
    const heardIn = { ...voice, periodFrom: '2026-09-01', periodTo: '2026-09-30' } as const
    const withOwn = (...pieces: OwnEvidence[]): Partial<Plan> => ({
      recommendations: [{ ...recommendation(3), evidence: pieces }],
    })
    const shelfLives = { ...defaultShelfLives, voice: 1 }
    const lastHeard = 'What children and families said about it was last heard in'

    test.each<[string, PlanAction['evidence'], Partial<Plan>, string | undefined]>([
      ['nothing is missing where an action shows it', [evidence, heardIn], {}, undefined],
      [
        'it is missing where the council lets voice be fresh for a month only',
        [evidence, heardIn],
        { shelfLives },
        `${lastHeard} September 2026.`,
      ],
      [
        'nothing is missing where it is accepted for itself',
        [evidence],
        withOwn(accepted),
        undefined,
      ],
      [
        'it is missing where that is returned',
        [evidence],
        withOwn({ ...own, verdict: 'returned' }),
        'Nothing that children or families said about it has been accepted.',
      ],
      [
        'it is missing where that went out of date, and was heard then',
        [evidence],
        { ...withOwn({ ...accepted, periodTo: '2026-02-28' }) },
        `${lastHeard} February 2026.`,
      ],
      [
        'it is missing where the council says that it did',
        [evidence],
        { ...withOwn({ ...accepted, periodTo: '2026-09-30' }), shelfLives },
        `${lastHeard} September 2026.`,
      ],
    ])('%s', (_how, pieces, more, seen) => {
      const action = { ...embedded, evidence: pieces, ...(more.shelfLives && { shelfLives }) }
      const plan: Plan = { ...planOf([action]), ...more }
      expect(asked(factsOf(plan), 'no-voice').map((one) => one.seen)).toEqual(seen ? [seen] : [])
      const found = readinessOf(plan)
        .areas[0]!.recommendations.find((one) => one.recommendation.id === 3)!
        .inspectorWouldFind.map(({ sentence }) => sentence)
      expect(found.some((one) => one.includes('voice of children'))).toBe(seen !== undefined)
    })
  })
})

describe('whatever the plan', () => {
  const day = fc
    .integer({ min: -400, max: 400 })
    .map((days) => addMonths(today, Math.trunc(days / 30)) as CalendarDate)
  const action = fc.record({
    id: fc.integer({ min: 1, max: 40 }),
    recommendations: fc.subarray([{ id: 3 }, { id: 4 }]),
    deliveredOn: fc.constantFrom(null, '2026-02-02' as const, '2026-11-02' as const),
    dueOn: fc.option(day, { nil: null }),
    evidence: fc.subarray([evidence, voice, { ...evidence, id: 5, verdict: null }]),
    signOff: fc.constantFrom(null, embedded.signOff),
    latestUpdate: fc.constantFrom(null, late.latestUpdate),
  })
  const facts = fc
    .record({
      actions: fc.uniqueArray(action, { selector: ({ id }) => id, maxLength: 12 }),
      tested: fc.subarray([3, 4]),
      measures: fc.subarray([jumped]),
      said: fc.subarray(['declined', 'not-embedded', 'too-early-to-see'] as const),
    })
    .map(({ actions, tested, measures, said }) =>
      factsOf(
        planOf(
          actions.map((one) => ({ ...embedded, ...one })),
          measures,
        ),
        {
          tested,
          lastSaid: said.map((verdict) => ({
            recommendationId: 4,
            verdict,
            quote: 'It is not.',
            on: '2026-09-09' as const,
          })),
        },
      ),
    )

  test('there are ten at most, and the rest are counted', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { questions, more } = inspectorQuestions(known)
        expect(questions.length).toBeLessThanOrEqual(10)
        expect(questions.length + more).toBe(allQuestions(known).length)
        expect(questions).toEqual(allQuestions(known).slice(0, 10))
      }),
    )
  })

  test('each has a cause and a whole sentence, is about what is tested, and the worst come first', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const all = allQuestions(known)
        const ranks = all.map(({ kind }) => questionKinds.indexOf(kind))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        for (const { causes, seen, asks, quote, about } of all) {
          expect(causes.length).toBeGreaterThan(0)
          expect(asks).toMatch(/\?$/)
          expect(seen).toMatch(quote && !seen.endsWith('.') ? /:$/ : /\.$/)
          expect(known.tested.length === 0 || known.tested.includes(about.id)).toBe(true)
        }
      }),
    )
  })

  test('nothing is asked about twice in the same way', () => {
    fc.assert(
      fc.property(facts, (known) => {
        for (const kind of questionKinds.filter((one) => !one.startsWith('told'))) {
          const causes = allQuestions(known)
            .filter((one) => one.kind === kind)
            .flatMap((one) => one.causes.map((cause) => `${cause.kind}-${cause.id}`))
          expect(new Set(causes).size).toBe(causes.length)
        }
      }),
    )
  })
})
