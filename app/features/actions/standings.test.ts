/** The kept standing of every action says what the action's own page would, whatever happened and when. */
import fc from 'fast-check'
import { describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import { type Db, openDatabase } from '~/db/db.server'
import { countingVerdict } from '~/db/evidence-facts.server'
import { recomputeStandings } from '~/db/tables/action-standings.server'
import { insertBragTable } from '~/db/tables/brag-tables.server'
import { updatePerson } from '~/db/tables/people.server'
import { deliveries } from '~/domain/action/delivery'
import { impactVerdicts } from '~/domain/action/impact'
import { keptStanding } from '~/domain/action/kept-standing'
import { evidenceKinds } from '~/domain/evidence/kinds'
import { brags } from '~/domain/plan/brag'
import { addDays, type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makeEvidence, makePerson } from '~/testing/make'
import { makeRecommendation } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { addMilestone } from './add-milestone.command.server'
import { askForDueDate } from './ask-for-due-date.command.server'
import { completeMilestone } from './complete-milestone.command.server'
import { createAction } from './create-action.command.server'
import { decideDueDate } from './decide-due-date.command.server'
import { editAction } from './edit-action.command.server'
import { plannedAction } from './edit-action.query.server'
import { markDelivered } from './mark-delivered.command.server'
import { overrideBrag } from './override-brag.command.server'
import { postUpdate } from './post-update.command.server'
import { signOffImpact } from './sign-off-impact.command.server'

/** One thing that somebody does, with the choices it needs drawn at random. */
interface Step {
  deed: keyof typeof deeds
  /** days that pass before it */
  after: number
  /** which of several things, and how far from today */
  pick: number
  days: number
}

interface Stage {
  db: Db
  by: (role: 'manager' | 'leader') => Context
  today: CalendarDate
  recommendations: number[]
  people: number[]
}

const said = { notAnIdentifier: '' }
const one = <T>(of: readonly T[], pick: number): T => of[pick % of.length]!

const anyAction = async ({ db }: Stage, pick: number) =>
  one(await db.selectFrom('actions').orderBy('id').select('id').execute(), pick).id

const deeds = {
  async plan({ by, today, recommendations, people }: Stage, { pick, days }: Step) {
    await createAction(by('manager'), {
      ...said,
      title: `Action ${pick}`,
      outcome: '',
      successMeasure: '',
      ownerId: pick % 3 === 0 ? null : one(people, pick),
      startOn: pick % 4 === 0 ? null : addDays(today, -Math.abs(days)),
      dueOn: pick % 5 === 0 ? null : addDays(today, Math.abs(days)),
      teamId: null,
      theme: pick % 2 === 0 ? 'Hand-overs' : '',
      contributorIds: [],
      recommendationIds: pick % 2 === 0 ? [one(recommendations, pick)] : [],
      milestones: [{ title: 'First', dueOn: addDays(today, days) }],
    })
  },
  async edit(stage: Stage, { pick }: Step) {
    const id = await anyAction(stage, pick)
    const { version, planned } = (await plannedAction(stage.db, id))!
    await editAction(stage.by('manager'), id, {
      ...said,
      version,
      planned: {
        ...planned,
        title: `Edited ${pick}`,
        ownerId: one([null, ...stage.people], pick),
        recommendationIds: [one(stage.recommendations, pick)],
      },
    })
  },
  async milestone(stage: Stage, { pick, days }: Step) {
    const dueOn = addDays(stage.today, days)
    await addMilestone(stage.by('manager'), await anyAction(stage, pick), {
      ...said,
      title: 'Another',
      dueOn,
    })
  },
  async done(stage: Stage, { pick, days }: Step) {
    const open = await stage.db
      .selectFrom('milestones')
      .where('doneOn', 'is', null)
      .orderBy('id')
      .select('id')
      .execute()
    if (open.length === 0) return
    const doneOn = addDays(stage.today, -Math.abs(days))
    await completeMilestone(stage.by('manager'), one(open, pick).id, { doneOn })
  },
  async update(stage: Stage, { pick }: Step) {
    await postUpdate(stage.by('manager'), await anyAction(stage, pick), {
      ...said,
      statedDelivery: one(deliveries, pick),
      confidence: 'medium',
      words: 'So it goes',
    })
  },
  async move(stage: Stage, { pick, days }: Step) {
    const toOn = addDays(stage.today, Math.abs(days))
    const id = await anyAction(stage, pick)
    await askForDueDate(stage.by('manager'), id, { ...said, toOn, reason: 'Ill' })
  },
  async decide(stage: Stage, { pick }: Step) {
    const waiting = await stage.db
      .selectFrom('dueDateChanges')
      .where('decision', 'is', null)
      .orderBy('id')
      .select(['id', 'actionId'])
      .execute()
    if (waiting.length === 0) return
    const { id: changeId, actionId } = one(waiting, pick)
    await decideDueDate(stage.by('leader'), actionId, {
      ...said,
      changeId,
      decision: pick % 2 === 0 ? 'agreed' : 'refused',
      reason: 'Because',
    })
  },
  async deliver(stage: Stage, { pick }: Step) {
    const deliveredOn = stage.today
    await markDelivered(stage.by('manager'), await anyAction(stage, pick), { deliveredOn })
  },
  async show(stage: Stage, { pick, days }: Step) {
    const periodTo = addDays(stage.today, -Math.abs(days))
    await makeEvidence(stage.db, {
      actionIds: [...new Set([await anyAction(stage, pick), await anyAction(stage, pick + 1)])],
      kind: one(evidenceKinds, pick),
      periodFrom: periodTo,
      periodTo,
    })
  },
  async judge({ db, by }: Stage, { pick }: Step) {
    const pieces = await db
      .selectFrom('evidence')
      .orderBy('id')
      .select(['id', 'addedById'])
      .execute()
    if (pieces.length === 0) return
    const { id: evidenceId, addedById } = one(pieces, pick)
    const { actor, now } = by('manager')
    await db
      .insertInto('evidenceReviews')
      .values({
        evidenceId,
        addedById,
        reviewerId: actor.personId,
        reviewedAt: now,
        verdict: pick % 4 === 0 ? 'returned' : pick % 7 === 0 ? 'rejected' : 'accepted',
        reason: 'As read',
      })
      .execute()
  },
  /** A later version of a piece, for some of what that is for; it replaces that once it is accepted. */
  async follow(stage: Stage, { pick, days }: Step) {
    const pieces = await stage.db.selectFrom('evidence').orderBy('id').select('id').execute()
    if (pieces.length === 0) return
    const periodTo = addDays(stage.today, -Math.abs(days))
    await makeEvidence(stage.db, {
      actionIds: [await anyAction(stage, pick)],
      supersedesId: one(pieces, pick).id,
      kind: one(evidenceKinds, pick),
      periodFrom: periodTo,
      periodTo,
    })
  },
  /** What was returned waits again once it is edited. */
  async answer({ db }: Stage, { pick }: Step) {
    const returned = await db
      .selectFrom('evidence as e')
      .where((eb) => eb(countingVerdict(), '=', 'returned'))
      .orderBy('e.id')
      .select('e.id')
      .execute()
    if (returned.length === 0) return
    const { id } = one(returned, pick)
    await db
      .updateTable('evidence')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  },
  async unlink({ db }: Stage, { pick }: Step) {
    const links = await db.selectFrom('evidenceActions').orderBy('evidenceId').selectAll().execute()
    if (links.length === 0) return
    const { evidenceId, actionId } = one(links, pick)
    await db
      .deleteFrom('evidenceActions')
      .where('evidenceId', '=', evidenceId)
      .where('actionId', '=', actionId)
      .execute()
  },
  async impact(stage: Stage, { pick }: Step) {
    await signOffImpact(stage.by('leader'), await anyAction(stage, pick), {
      ...said,
      verdict: one(impactVerdicts, pick),
      words: 'Seen by children',
    })
  },
  async leave({ db, by, people }: Stage, { pick }: Step) {
    const suspendedAt = pick % 2 === 0 ? by('manager').now : null
    const person = { suspendedAt, name: `Person called ${pick}` }
    await updatePerson(db as Parameters<typeof updatePerson>[0], one(people, pick), person)
  },
  async colour(stage: Stage, { pick, days }: Step) {
    await overrideBrag(stage.by('leader'), await anyAction(stage, pick), {
      ...said,
      brag: one(brags, pick),
      reason: 'So it is',
      untilOn: addDays(stage.today, Math.abs(days)),
    })
  },
  async nothing() {},
}

const anyStep = fc.record({
  deed: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
  after: fc.oneof(fc.constant(0), fc.nat({ max: 45 })),
  pick: fc.nat({ max: 1000 }),
  days: fc.integer({ min: -60, max: 60 }),
})

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
