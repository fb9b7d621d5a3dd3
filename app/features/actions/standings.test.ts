/** The kept standing of every action says what the action's own page would, whatever happened and when. */
import fc from 'fast-check'
import { describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import { type Db, openDatabase } from '~/db/db.server'
import { recomputeStandings } from '~/db/tables/action-standings.server'
import { insertBragTable } from '~/db/tables/brag-tables.server'
import { keptStanding } from '~/domain/action/kept-standing'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { test } from '~/testing/db-test'
import { anyStep, deeds, said } from '~/testing/deeds'
import { aFriday, contextFor, makeAction, makeEvidence, makePerson } from '~/testing/make'
import { makeRecommendation } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { askForDueDate } from './ask-for-due-date.command.server'

const derived = async (db: Db, today: CalendarDate) =>
  (await judgedActions(db)).map((action) => ({
    actionId: action.id,
    ...keptStanding(action, today),
    title: action.title,
    ownerId: action.ownerId,
    ownerName: action.ownerName,
    dueOn: action.dueOn,
    originalDueOn: action.originalDueOn,
    isDelivered: action.deliveredOn !== null,
    recommendationIds: action.recommendations.map(({ id }) => id),
    areas: [...new Set(action.recommendations.map(({ area }) => area))].sort(),
  }))

const kept = (db: Db) =>
  db
    .selectFrom('actionStandings')
    .orderBy('actionId')
    .select(['actionId', 'delivery', 'deliveryRank', 'statedDelivery', 'differs', 'silent'])
    .select(['assurance', 'assuranceRank', 'impact', 'impactRank', 'brag', 'bragRank'])
    .select(['lastUpdateOn', 'evidenceCount', 'timesMoved', 'daysSlipped', 'title', 'ownerId'])
    .select(['ownerName', 'dueOn', 'originalDueOn', 'isDelivered', 'recommendationIds', 'areas'])
    .execute()

describe('a kept standing', () => {
  test('is what the rules derive, after whatever was done on whatever days', async ({ db }) => {
    const recommendations = [
      await makeRecommendation(db),
      await makeRecommendation(db, { area: 'children-in-care' }),
    ]
    const people = [await makePerson(db), await makePerson(db), await makePerson(db)]
    const manager = await contextFor(db, ['manager', 'practitioner'])
    const leader = await contextFor(db, 'leader')
    const moved = await makeAction(db, { dueOn: '2026-12-18' })
    await askForDueDate(manager, moved, { ...said, toOn: '2026-12-22', reason: 'Ill' })
    let now = aFriday
    const by = (role: 'manager' | 'leader'): Context => ({
      ...(role === 'leader' ? leader : manager),
      now,
      today: calendarDateIn(now, 'Europe/London'),
    })
    // What has to come about somewhere on the way, or the property would say little.
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 8, maxLength: 25 }), async (steps) => {
        for (const step of steps) {
          now = new Date(now.getTime() + step.after * 86_400_000 + 60_000)
          const { today } = by('manager')
          await deeds[step.deed]({ db, by, today, recommendations, people }, step)
          await bringStandingsUpTo(today, db)
          const all = await kept(db)
          expect(all).toEqual(await derived(db, today))
          for (const one of all) {
            if (one.isDelivered) seen.add('delivered')
            if (one.timesMoved > 0) seen.add('moved')
            if (one.assurance === 'partly') seen.add('partly assured')
            if (one.silent) seen.add('silent')
            if (one.differs) seen.add('stated better')
          }
        }
      }),
      // What was done before stays, so a shorter story would be another one.
      { numRuns: 12, endOnFailure: true, seed: 20_261_120 },
    )
    expect([...seen].sort()).toEqual([
      'delivered',
      'moved',
      'partly assured',
      'silent',
      'stated better',
    ])
  }, 60_000)

  test('follows the kind of what an action answers, where the table of colours asks for it', async ({
    db,
  }) => {
    const savedById = await makePerson(db)
    const recommendationId = await makeRecommendation(db)
    await makeAction(db, { dueOn: '2027-06-01', recommendationIds: [recommendationId] })
    await insertBragTable(db, {
      ...{ validFrom: aFriday, savedById, why: 'A trial' },
      table: [{ brag: 'at-risk', priorityAction: true }, { brag: 'on-track' }],
    })
    const brag = async () => {
      await bringStandingsUpTo('2026-11-20', db)
      return (await kept(db))[0]?.brag
    }
    expect(await brag()).toBe('on-track')
    await db
      .updateTable('recommendations')
      .set({ kind: 'area-for-priority-action' })
      .where('id', '=', recommendationId)
      .execute()
    expect(await brag()).toBe('at-risk')
  })

  test('is read for an earlier day too', async ({ db }) => {
    await makeAction(db, { dueOn: '2026-11-10' })
    await bringStandingsUpTo('2026-11-20', db)
    expect((await kept(db))[0]).toMatchObject({ delivery: 'off-track' })
    await bringStandingsUpTo('2026-11-01', db)
    expect((await kept(db))[0]).toMatchObject({ delivery: 'not-started' })
  })

  test('is derived again only where something happened or its days have passed', async ({ db }) => {
    const ids = [
      await makeAction(db, { dueOn: '2026-11-24' }),
      await makeAction(db, { dueOn: '2027-06-01' }),
    ]
    await bringStandingsUpTo('2026-11-20', db)
    const holdsFrom = async () =>
      (await db.selectFrom('actionStandings').orderBy('actionId').selectAll().execute()).map(
        (row) => row.holdsFrom,
      )
    await bringStandingsUpTo('2026-11-25', db)
    expect(await holdsFrom()).toEqual(['2026-11-25', '2026-11-20'])
    await recomputeStandings(db, { actionIds: [ids[1]!] })
    await bringStandingsUpTo('2026-11-26', db)
    expect(await holdsFrom()).toEqual(['2026-11-25', '2026-11-26'])
    await recomputeStandings(db)
    await bringStandingsUpTo('2026-11-27', db)
    expect(await holdsFrom()).toEqual(['2026-11-27', '2026-11-27'])
  })

  plainTest('has seen what two people did at the same moment', async () => {
    const db = openDatabase(await ownDatabase('standings'), 4)
    try {
      const actionId = await makeAction(db, { dueOn: '2026-12-01' })
      const adds = () =>
        db.transaction().execute(async (tx) => {
          await makeEvidence(tx, { actionIds: [actionId] })
          await bringStandingsUpTo('2026-11-20', tx)
        })
      await Promise.all([adds(), adds(), adds()])
      expect((await kept(db))[0]).toMatchObject({ evidenceCount: 3 })
    } finally {
      await db.destroy()
    }
  })
})
