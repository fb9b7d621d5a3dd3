/** What holds for the changes between any two plans, whatever is in them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliveries } from '../action/delivery'
import { impactVerdicts } from '../action/impact'
import { evidenceKinds } from '../evidence/kinds'
import { addDays, knownCalendarDate } from '../time/calendar-date'
import { figuresBetween, tallyOf } from './change-figures'
import {
  type Change,
  type ChangeKind,
  changeKinds,
  changesBetween,
  directions,
  inBrief,
  type PlanChanges,
} from './changes'
import type { Plan, PlanAction } from './plan'

const start = knownCalendarDate('2026-06-01')
const day = fc.integer({ min: -200, max: 400 }).map((days) => addDays(start, days))
const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

/** An action on one day; what never changes of it, such as the kind of a piece of evidence, never does. */
const anyAction = (id: number): fc.Arbitrary<PlanAction> =>
  fc
    .record({
      ownerId: perhaps(fc.constantFrom(1, 2)),
      ownerLeft: fc.boolean(),
      dueOn: day,
      deliveredOn: perhaps(day),
      milestones: fc.array(fc.record({ dueOn: day, doneOn: perhaps(day) }), { maxLength: 2 }),
      stated: perhaps(fc.record({ saidOn: day, statedDelivery: fc.constantFrom(...deliveries) })),
      verdicts: fc.array(fc.constantFrom('accepted' as const, 'returned' as const, null), {
        maxLength: 4,
      }),
      signOff: perhaps(fc.record({ signedOn: day, verdict: fc.constantFrom(...impactVerdicts) })),
      moves: fc.array(fc.boolean(), { maxLength: 3 }),
    })
    .map(({ stated, verdicts, moves, signOff, milestones, ...drawn }) => ({
      ...drawn,
      id,
      title: `Action ${id}`,
      ownerName: drawn.ownerId === null ? null : `Owner ${drawn.ownerId}`,
      successMeasure: '',
      startOn: null,
      originalDueOn: start,
      recommendations: [{ id: 1 + (id % 2) }],
      milestones: milestones.map((one, at) => ({ id: at, title: `M${at}`, ...one })),
      latestUpdate: stated && { id: 1, confidence: 'high', authorName: 'J. Okafor', ...stated },
      evidence: verdicts.map((verdict, at) => ({
        id: id * 10 + at,
        title: `Audit ${id}.${at}`,
        kind: evidenceKinds[at]!,
        periodFrom: start,
        periodTo: addDays(start, at * 40),
        addedById: 4,
        verdict,
      })),
      dueDateChanges: moves.map((isLate, at) => ({
        id: at,
        fromOn: start,
        toOn: start,
        decision: 'agreed',
        lateMove: isLate ? [`Move ${at} was late.`] : [],
      })),
      signOff: signOff && { id: 1, words: 'Yes', signerName: 'M. Hale', ...signOff },
    }))

const ids = [11, 12, 13, 14]
const anyPlan = (on: number): fc.Arbitrary<Plan> =>
  fc
    .record({
      actions: fc.tuple(...ids.map(anyAction)),
      there: fc.subarray(ids),
      asked: fc.subarray([1, 2]),
      restricted: fc.subarray([...ids.flatMap((id) => [id * 10, id * 10 + 1]), 1001, 1002]),
      own: fc.tuple(...[1001, 1002].map(() => fc.constantFrom('accepted' as const, null))),
    })
    .map(({ actions, there, asked, restricted, own }) => ({
      on: addDays(start, on),
      actions: actions.filter(({ id }) => there.includes(id)),
      recommendations: asked.map((id) => ({
        id,
        text: `Recommendation ${id}`,
        area: 'leaders',
        kind: 'area-for-improvement',
        evidence: own.map((verdict, at) => ({
          id: 1001 + at,
          title: `Survey ${at}`,
          kind: evidenceKinds[at]!,
          periodTo: addDays(start, at * 40),
          verdict,
        })),
      })),
      unnamedEvidence: new Set(restricted),
    }))
const [first, second, third] = [anyPlan(0), anyPlan(100), anyPlan(300)]

const told = (changes: PlanChanges): (Change & { of: string })[] =>
  changes.moved.flatMap((moved) =>
    moved.changes.map((one) => ({ ...one, of: `${moved.cause.kind} ${moved.cause.id}` })),
  )
/** Which things changed in this way, of which kind. */
const going = (changes: PlanChanges, direction: string, kinds: readonly ChangeKind[]) =>
  told(changes)
    .filter((one) => one.direction === direction && kinds.includes(one.kind))
    .map(({ of, kind }) => `${of} ${kind === 'delivered' ? 'delivery' : kind}`)
    .sort()

const reversible = [
  'readiness',
  'impact',
  'delivered',
  'delivery',
  'assurance',
  'owner',
  'brag',
] as const satisfies ChangeKind[]

describe('between any two days', () => {
  test('a plan compared with itself says nothing', () => {
    fc.assert(
      fc.property(first, (plan) => {
        const changes = changesBetween(plan, plan)
        expect(changes.moved).toEqual([])
        expect([changes.better, changes.worse]).toEqual([0, 0])
        for (const { was, is, came, went } of figuresBetween(plan, plan)) {
          expect([is, came, went]).toEqual([was, 0, 0])
        }
      }),
    )
  })

  test('what got worse one way got better the other way', () => {
    fc.assert(
      fc.property(first, second, (before, now) => {
        const [there, back] = [changesBetween(before, now), changesBetween(now, before)]
        expect(going(there, 'worse', reversible)).toEqual(going(back, 'better', reversible))
        expect(going(there, 'neither', ['new'])).toEqual(
          going(back, 'neither', ['gone']).map((one) => one.replace('gone', 'new')),
        )
        const [counted, reversed] = [figuresBetween(before, now), figuresBetween(now, before)]
        expect(counted.map(({ came, went }) => [came, went])).toEqual(
          reversed.map(({ came, went }) => [went, came]),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('two stretches of time add up to the whole', () => {
    fc.assert(
      fc.property(first, second, third, (one, two, three) => {
        const throughout = new Set(
          ids.filter((id) =>
            [one, two, three].every(({ actions }) => actions.some((a) => a.id === id)),
          ),
        )
        const moved = (changes: PlanChanges, id: number) =>
          told(changes)
            .filter(({ of }) => of === `action ${id}`)
            .reduce((days, { days: more = 0 }) => days + more, 0)
        const [early, late, all] = [
          changesBetween(one, two),
          changesBetween(two, three),
          changesBetween(one, three),
        ]
        for (const id of throughout) {
          expect(moved(all, id)).toBe(moved(early, id) + moved(late, id))
        }
        const nets = [figuresBetween(one, two), figuresBetween(two, three)].map((figures) =>
          figures.map(({ came, went }) => came - went),
        )
        expect(figuresBetween(one, three).map(({ came, went }) => came - went)).toEqual(
          nets[0]!.map((net, at) => net + nets[1]![at]!),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('everything is told once, worst first, and every count is that of what is told', () => {
    fc.assert(
      fc.property(first, second, (before, now) => {
        const changes = changesBetween(before, now)
        const causes = changes.moved.map(({ cause }) => `${cause.kind} ${cause.id}`)
        expect(new Set(causes).size).toBe(causes.length)
        const order = changes.moved.map(({ direction }) => directions.indexOf(direction))
        expect(order).toEqual([...order].sort())
        for (const direction of directions) {
          expect(changes.counts[direction]).toBe(
            changes.moved.filter((one) => one.direction === direction).length,
          )
        }
        for (const one of changes.moved) {
          expect(one.changes[0]!.direction).toBe(one.direction)
          expect(one.changes.every(({ kind }) => changeKinds.includes(kind))).toBe(true)
        }
        const { slipped, broughtForward, dodges } = tallyOf(changes.moved)
        const days = told(changes).reduce((sum, { days: more = 0 }) => sum + more, 0)
        expect(slipped.days - broughtForward.days).toBe(days)
        expect(dodges).toBe(told(changes).filter(({ kind }) => kind === 'date-dodged').length)
        const brief = inBrief(changes, { worse: 1, better: 1, neither: 0 })
        expect(brief.counts).toEqual(changes.counts)
        expect(brief.moved.length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 150 },
    )
  })

  test('what the reader may not see on either day is never named', () => {
    fc.assert(
      fc.property(first, second, (before, now) => {
        const named = told(changesBetween(before, now)).flatMap(({ causes = [] }) => causes)
        for (const { id } of named) {
          expect(before.unnamedEvidence!.has(id) || now.unnamedEvidence!.has(id)).toBe(false)
        }
        const open = new Set<number>()
        const all = changesBetween(
          { ...before, unnamedEvidence: open },
          { ...now, unnamedEvidence: open },
        )
        // it counts all the same
        expect(told(all).map(({ sentence }) => sentence)).toEqual(
          told(changesBetween(before, now)).map(({ sentence }) => sentence),
        )
      }),
      { numRuns: 150 },
    )
  })
})
