/** A page of a past day says what it said at the end of that day, whatever was done since. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { addDays, type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'
import { actionView } from '~/features/actions/action.query.server'
import { planLintView } from '~/features/actions/plan-lint.query.server'
import { registerView } from '~/features/actions/register.query.server'
import { timelineView } from '~/features/actions/timeline.query.server'
import { evidenceDetailView } from '~/features/evidence/evidence-detail.query.server'
import { evidenceLibraryView } from '~/features/evidence/evidence-library.query.server'
import { inspectionView } from '~/features/inspections/inspection.query.server'
import { inspectionsView } from '~/features/inspections/inspections.query.server'
import { measureView } from '~/features/measures/measure-detail.query.server'
import { measuresView } from '~/features/measures/measures.query.server'
import { recordFigure } from '~/features/measures/record-figure.command.server'
import { readinessAreaView } from '~/features/readiness/readiness-area.query.server'
import { readinessView } from '~/features/readiness/readiness.query.server'
import { recommendationView } from '~/features/recommendations/recommendation.query.server'
import { recommendationsView } from '~/features/recommendations/recommendations.query.server'
import { threadView } from '~/features/repeats/thread.query.server'
import { planVisit } from '~/features/visits/plan-visit.command.server'
import { recordHeld } from '~/features/visits/record-visit-held.command.server'
import { visitDetailView } from '~/features/visits/visit-detail.query.server'
import { visitsView } from '~/features/visits/visits.query.server'
import { test } from '~/testing/db-test'
import { deeds, said, type Stage } from '~/testing/deeds'
import {
  aFriday,
  contextFor,
  makeAction,
  makeMeasure,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { readOn } from './as-at.server'
import type { Context } from './context.server'

const london = (now: Date) => calendarDateIn(now, 'Europe/London')

/** Every page of the plan, read one after the other. */
async function everyPage(context: Context) {
  const { db } = context
  const idsOf = async (
    table: 'actions' | 'evidence' | 'recommendations' | 'inspections' | 'visits' | 'measures',
  ) => (await db.selectFrom(table).orderBy('id').select('id').execute()).map(({ id }) => id)
  const each = async <View>(ids: number[], view: (id: number) => Promise<View>) => {
    const views: View[] = []
    for (const id of ids) views.push(await view(id))
    return views
  }
  const due = { by: 'due', descending: false } as const
  const worst = { by: 'brag', descending: true } as const
  return {
    register: await registerView(context, { filter: {}, sort: due }),
    late: await registerView(context, { filter: { show: ['late'] }, sort: worst }),
    words: await registerView(context, { filter: { q: 'Edited 7 or Another' }, sort: due }),
    without: await registerView(context, { filter: { q: '-Another' }, sort: due }),
    timeline: await timelineView(context, {}),
    lint: await planLintView(context, undefined),
    actions: await each(await idsOf('actions'), (id) => actionView(context, id)),
    recommendations: await recommendationsView(context, {}),
    eachRecommendation: await each(await idsOf('recommendations'), async (id) => [
      await recommendationView(context, id),
      await threadView(context, id),
    ]),
    readiness: await readinessView(context),
    area: await readinessAreaView(context, 'help-and-protection'),
    inspections: await inspectionsView(context),
    eachInspection: await each(await idsOf('inspections'), (id) => inspectionView(context, id)),
    visits: await visitsView(context),
    eachVisit: await each(await idsOf('visits'), (id) => visitDetailView(context, id)),
    measures: await measuresView(context),
    eachMeasure: await each(await idsOf('measures'), (id) => measureView(context, id, 'all')),
    library: await evidenceLibraryView(context, {}),
    eachEvidence: await each(await idsOf('evidence'), (id) => evidenceDetailView(context, id)),
  }
}

describe('the plan as at a past day', () => {
  test('is what it was at its end, whatever was done since', async ({ db }) => {
    const actsAt = (moment: Date) =>
      sql`select set_config('waymark.now', ${moment.toISOString()}, true)`.execute(db)
    await actsAt(aFriday)
    const recommendations = [
      await makeRecommendation(db),
      await makeRecommendation(db, { area: 'children-in-care' }),
    ]
    const [inspection] = await db.selectFrom('inspections').select('id').execute()
    const people = [await makePerson(db), await makePerson(db), await makePerson(db)]
    const manager = await contextFor(db, ['manager', 'practitioner'])
    const leader = await contextFor(db, 'leader')
    await makeAction(db, { dueOn: '2026-12-18', recommendationIds: [recommendations[0]!] })
    const measure = await makeMeasure(db)
    await sql`insert into measure_links (measure_id, recommendation_id)
      values (${measure}, ${recommendations[0]!})`.execute(db)
    let now = aFriday
    const at = (context: Context): Context => ({ ...context, now, today: london(now) })
    const by: Stage['by'] = (role) => at(role === 'leader' ? leader : manager)
    const more = {
      ...deeds,
      async figure({ today }: Stage, { pick }: { pick: number }) {
        const from = `${addDays(today, -40 - pick).slice(0, 7)}-01` as CalendarDate
        const figure = { value: pick, parts: null }
        await recordFigure(by('manager'), measure, {
          ...said,
          from,
          figure,
          reason: 'Counted again',
          note: '',
        })
      },
      async visit({ today }: Stage, { pick, days }: { pick: number; days: number }) {
        await planVisit(by('leader'), {
          ...said,
          inspectionId: inspection!.id,
          kind: pick % 2 === 0 ? 'monitoring-visit' : 'focused-visit',
          expectedFrom: addDays(today, Math.abs(days)),
          expectedTo: addDays(today, Math.abs(days) + 1),
          covers: '',
          ...{ letterPublished: null, leadInspector: '', recommendationIds: [] },
        })
      },
      async held({ today }: Stage, { pick }: { pick: number }) {
        const planned = await db
          .selectFrom('visits')
          .where('heldTo', 'is', null)
          .select('id')
          .execute()
        if (planned.length === 0) return
        await recordHeld(by('leader'), planned[pick % planned.length]!.id, {
          ...said,
          heldFrom: addDays(today, -1),
          heldTo: today,
          leadInspector: 'Jo Bright',
          letterPublished: 'no',
        } as never)
      },
    }
    const step = fc.record({
      ...{ after: fc.oneof(fc.constant(0), fc.nat({ max: 45 })), pick: fc.nat({ max: 1000 }) },
      days: fc.integer({ min: -60, max: 60 }),
      deed: fc.constantFrom(...(Object.keys(more) as (keyof typeof more)[])),
    })
    const taken = new Map<CalendarDate, unknown>()
    /** What somebody who changes nothing reads now, at the end of the day. */
    const take = async (day: CalendarDate) => {
      const then = { ...leader, now: endOfDay(day, 'Europe/London'), today: day }
      taken.set(day, await everyPage({ ...then, actor: { ...leader.actor, looksAt: day } }))
    }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
        taken.clear()
        for (const one of steps) {
          if (one.after > 0) {
            await take(london(now))
            now = new Date(now.getTime() + one.after * 86_400_000)
          }
          now = new Date(now.getTime() + 60_000)
          await actsAt(now)
          await more[one.deed](
            { db, by, today: london(now), recommendations, people },
            one as never,
          )
        }
        for (const [day, views] of taken) {
          expect(await readOn(at(leader), day, everyPage), day).toEqual(views)
        }
      }),
      // What was done before stays, so a shorter story would be another one.
      { numRuns: 4, endOnFailure: true, seed: 20_261_120 },
    )
  }, 120_000)
})
