/** Each month of the burn-up says what the plan as at that month's end says, whatever happened when. */
import fc from 'fast-check'
import { expect, test as plainTest } from 'vitest'
import { monthEnds } from '~/domain/plan/burn-up'
import { countedIn } from '~/domain/plan/change-figures'
import { impactVerdicts } from '~/domain/action/impact'
import { defaultShelfLives, evidenceKinds } from '~/domain/evidence/kinds'
import { addDays, type CalendarDate, knownCalendarDate } from '~/domain/time/calendar-date'
import { workerDatabase } from '~/testing/db-test'
import { makeAction, makeEvidence, makePerson } from '~/testing/make'
import { burnUpOn } from './burn-up.server'
import { inTransaction, type Tx } from './db.server'
import { planFactsOn } from './plan-facts.server'
import { insertShelfLives } from './tables/shelf-lives.server'

const start = knownCalendarDate('2026-01-20')
const today = knownCalendarDate('2026-11-20')
const leader = { personId: 1, roles: ['leader'] } as const

/** One thing that happens, with the choices it needs drawn at random. */
interface Step {
  deed: keyof typeof deeds
  /** days that pass before it, and the hour of the day in UTC */
  after: number
  hour: number
  pick: number
}

const one = <T>(of: readonly T[], pick: number): T | undefined => of[pick % (of.length || 1)]

const anyOf = async (tx: Tx, table: 'actions' | 'evidence', pick: number) =>
  one(await tx.selectFrom(table).orderBy('id').select('id').execute(), pick)?.id

/** So few that most of what happens happens to something that something happened to before. */
const few = 3
const howMany = async (tx: Tx, table: 'actions' | 'evidence') =>
  (await tx.selectFrom(table).select('id').execute()).length

const deeds = {
  async plan(tx: Tx) {
    if ((await howMany(tx, 'actions')) < few) await makeAction(tx)
  },
  async deliver(tx: Tx, { pick }: Step, on: CalendarDate) {
    const deliveredOn = pick % 4 === 0 ? null : addDays(on, -(pick % 3))
    const id = await anyOf(tx, 'actions', pick)
    if (id) await tx.updateTable('actions').set({ deliveredOn }).where('id', '=', id).execute()
  },
  async show(tx: Tx, { pick }: Step, on: CalendarDate) {
    if ((await howMany(tx, 'evidence')) >= 2 * few) return
    const actionIds = [await anyOf(tx, 'actions', pick), await anyOf(tx, 'actions', pick + 1)]
    await makeEvidence(tx, {
      actionIds: [...new Set(actionIds.flatMap((id) => id ?? []))],
      kind: one(evidenceKinds, pick)!,
      periodFrom: addDays(on, -90),
      periodTo: addDays(on, -(pick % 60)),
    })
  },
  async unlink(tx: Tx, { pick }: Step) {
    const links = await tx.selectFrom('evidenceActions').selectAll().orderBy('evidenceId').execute()
    const link = one(links, pick)
    if (!link) return
    await tx
      .deleteFrom('evidenceActions')
      .where('evidenceId', '=', link.evidenceId)
      .where('actionId', '=', link.actionId)
      .execute()
  },
  async mend(tx: Tx, { pick }: Step, on: CalendarDate) {
    const id = await anyOf(tx, 'evidence', pick)
    if (!id) return
    const columns = { kind: one(evidenceKinds, pick + 1)!, periodTo: addDays(on, -(pick % 30)) }
    await tx.updateTable('evidence').set(columns).where('id', '=', id).execute()
  },
  async follow(tx: Tx, { pick }: Step, on: CalendarDate) {
    const before = await anyOf(tx, 'evidence', pick)
    if (!before || (await howMany(tx, 'evidence')) >= 4 * few) return
    await makeEvidence(tx, {
      supersedesId: before,
      actionIds: (
        await tx
          .selectFrom('evidenceActions')
          .where('evidenceId', '=', before)
          .select('actionId')
          .execute()
      ).map(({ actionId }) => actionId),
      kind: one(evidenceKinds, pick)!,
      periodFrom: addDays(on, -20),
      periodTo: addDays(on, -(pick % 10)),
    })
  },
  async shelve(tx: Tx, { pick }: Step, on: CalendarDate) {
    const known = await tx.selectFrom('shelfLives').select('id').execute()
    if (known.length > 1) return
    const lives = { ...defaultShelfLives, 'case-audit': 1 + (pick % 4), voice: 1 + (pick % 9) }
    await insertShelfLives(tx, {
      ...{ lives, why: 'So we agreed', savedById: await makePerson(tx) },
      validFrom: new Date(`${on}T0${pick % 9}:00:0${known.length}Z`),
    })
  },
  async judge(tx: Tx, { pick }: Step) {
    const pieces = await tx.selectFrom('evidence').orderBy('id').selectAll().execute()
    const piece = one(pieces, pick)
    if (!piece) return
    await tx
      .insertInto('evidenceReviews')
      .values({
        ...{ evidenceId: piece.id, addedById: piece.addedById, reviewedAt: new Date() },
        reviewerId: await makePerson(tx),
        ...(pick % 3 === 0
          ? { verdict: 'returned', reason: 'Old' }
          : { verdict: 'accepted', strength: 'output' }),
      })
      .execute()
  },
  async sign(tx: Tx, { pick }: Step, on: CalendarDate) {
    const actionId = await anyOf(tx, 'actions', pick)
    if (!actionId) return
    const verdict = pick % 2 === 0 ? 'made-a-difference' : one(impactVerdicts, pick)!
    const signed = { words: 'So it is', signedAt: new Date(`${on}T10:00:00Z`) }
    await tx
      .insertInto('impactSignOffs')
      .values({ actionId, verdict, ...signed, signedById: await makePerson(tx) })
      .execute()
  },
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  deed: fc.oneof(
    fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
    fc.constantFrom('show' as const, 'judge' as const),
  ),
  after: fc.nat({ max: 9 }),
  // late in the evening it is the next day in summer
  hour: fc.constantFrom(9, 22, 23),
  pick: fc.nat({ max: 60 }),
})

const aDifferenceMade: Step[] = (
  [
    ['plan', 1],
    ['deliver', 1],
    ['show', 0],
    ['show', 1],
    ['judge', 1],
    ['judge', 2],
    ['sign', 0],
  ] as const
).map(([deed, pick]) => ({ deed, pick, after: 3, hour: 9 }))

plainTest(
  'the burn-up says of each month what the plan as at its end says',
  async () => {
    const db = await workerDatabase()
    const days = monthEnds(start, today)
    const most = { delivered: 0, assured: 0, difference: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 40, maxLength: 80 }), async (steps) => {
        const undo = new Error('the end of the run')
        await db
          .transaction()
          .execute(async (tx) => {
            let on = start
            for (const step of steps) {
              on = addDays(on, step.after)
              if (on > today) break
              const now = new Date(`${on}T${String(step.hour).padStart(2, '0')}:30:00Z`)
              await inTransaction({ db: tx, now }, (inner) => deeds[step.deed](inner, step, on))
            }
            const told = await burnUpOn(tx, days)
            for (const day of told) {
              for (const what of ['delivered', 'assured', 'difference'] as const) {
                most[what] = Math.max(most[what], day[what])
              }
              const then = countedIn(await planFactsOn(tx, leader, day.on))
              const { actions, delivered, assured, difference } = then
              expect(day).toEqual({
                on: day.on,
                actions: actions.size,
                delivered: delivered.size,
                assured: assured.size,
                difference: difference.size,
              })
            }
            throw undo
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error
          })
      }),
      { numRuns: 6, examples: [[aDifferenceMade]] },
    )
    expect(most.delivered * most.assured * most.difference).toBeGreaterThan(0)
  },
  240_000,
)
