import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceKinds, type ShelfLives } from '../evidence/kinds'
import { brags, type BragTable, defaultBragTable } from '../plan/brag'
import { addDays, type CalendarDate, knownCalendarDate } from '../time/calendar-date'
import { deliveries } from './delivery'
import { impactVerdicts } from './impact'
import { holdsUntil, type KeptFacts, keptStanding } from './kept-standing'

const today = knownCalendarDate('2026-11-20')
const day = fc.integer({ min: -250, max: 120 }).map((days) => addDays(today, days))
const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

const anyFacts: fc.Arbitrary<KeptFacts> = fc
  .record({
    ownerId: perhaps(fc.constant(3)),
    startOn: perhaps(day),
    madeOn: day,
    dueOn: perhaps(day),
    deliveredOn: perhaps(day),
    milestones: fc.array(fc.record({ dueOn: day, doneOn: perhaps(day) }), { maxLength: 3 }),
    update: perhaps(fc.record({ saidOn: day, statedDelivery: fc.constantFrom(...deliveries) })),
    evidence: fc.array(
      fc.record({
        kind: fc.constantFrom(...evidenceKinds),
        periodTo: day,
        verdict: fc.constantFrom('accepted' as const, 'returned', 'rejected', null),
      }),
      { maxLength: 4 },
    ),
    shelfLives: fc.record(
      Object.fromEntries(evidenceKinds.map((kind) => [kind, fc.integer({ min: 1, max: 8 })])),
    ),
    signOff: perhaps(fc.record({ signedOn: day, verdict: fc.constantFrom(...impactVerdicts) })),
    stated: perhaps(fc.record({ brag: fc.constantFrom(...brags), untilOn: day })),
  })
  .map(({ update, stated, shelfLives, ...drawn }) => ({
    ...drawn,
    shelfLives: shelfLives as ShelfLives,
    successMeasure: '',
    originalDueOn: drawn.dueOn,
    dueDateChanges: [],
    milestones: drawn.milestones.map((one, id) => ({ id, title: `M${id}`, ...one })),
    latestUpdate: update && { id: 1, confidence: 'high', authorName: 'J. Okafor', ...update },
    evidence: drawn.evidence.map((one, id) => ({
      id,
      title: 'Audit',
      periodFrom: one.periodTo,
      addedById: 1,
      ...one,
    })),
    bragOverride: stated && {
      ...{ id: 1, reason: 'So it is', byName: 'D. Reid', statedOn: today, endedOn: null },
      ...stated,
    },
    signOff: drawn.signOff && { id: 1, words: 'Yes', signerName: 'H. Marsh', ...drawn.signOff },
  }))

/** A council's own table whose rows ask what time alone can change. */
const anyTable: fc.Arbitrary<BragTable> = fc
  .array(
    fc.record({
      brag: fc.constantFrom(...brags),
      daysLateOver: fc.nat({ max: 90 }),
      evidenceStale: fc.constantFrom(true as const, undefined),
      statedDiffers: fc.constantFrom(true as const, undefined),
    }),
    { maxLength: 3 },
  )
  .map((rows) => [...(rows as BragTable), ...defaultBragTable])

describe('what is kept of an action', () => {
  test('holds on every day up to the one it says', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat({ max: 400 }), anyTable, (facts, later, table) => {
        const until = holdsUntil(facts, today, table)
        const on = addDays(today, later)
        if (until !== undefined && on > until) return
        expect(keptStanding(facts, on, table)).toEqual(keptStanding(facts, today, table))
      }),
      { numRuns: 3000 },
    )
  })

  const bare: KeptFacts = {
    successMeasure: '',
    ownerId: 3,
    startOn: null,
    // long ago: it is silent whatever day it is
    madeOn: '2026-01-10' as CalendarDate,
    originalDueOn: null,
    dueOn: null,
    deliveredOn: null,
    milestones: [],
    dueDateChanges: [],
    latestUpdate: null,
    evidence: [],
    signOff: null,
  }
  test.each<[string, Partial<KeptFacts>, CalendarDate | undefined]>([
    ['that names no day stays as it is', {}, undefined],
    ['is looked at again a week before it is due', { dueOn: '2026-12-18' }, '2026-12-10'],
    ['and on the day after', { dueOn: '2026-11-24' }, '2026-11-24'],
    ['and not when that is long past', { dueOn: '2026-10-01' }, undefined],
    ['falls silent on the 31st day', { startOn: '2026-11-01' }, '2026-12-01'],
    ['or that of its making, where it names no start', { madeOn: '2026-11-02' }, '2026-12-02'],
  ])('%s', (_what, facts, until) => {
    expect(holdsUntil({ ...bare, ...facts }, today)).toBe(until)
  })

  test('ranks from the worst', () => {
    const late = keptStanding({ ...bare, dueOn: '2026-11-01', startOn: '2026-10-30' }, today)
    const well = keptStanding({ ...bare, deliveredOn: '2026-11-01' }, today)
    expect(late.deliveryRank).toBeLessThan(well.deliveryRank)
    expect(late.bragRank).toBeLessThan(well.bragRank)
  })
})
