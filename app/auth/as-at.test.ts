/** A page of a past day says what it said at the end of that day, whatever was done since. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { inTransaction, type Tx } from '~/db/db.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { may } from '~/domain/access/permissions'
import { addDays, type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'
import { actionView } from '~/features/actions/action.query.server'
import { movesView } from '~/features/actions/moves.query.server'
import { planLintView } from '~/features/actions/plan-lint.query.server'
import { registerView } from '~/features/actions/register.query.server'
import { timelineView } from '~/features/actions/timeline.query.server'
import { deleteEvidence } from '~/features/evidence/delete-evidence.command.server'
import { evidenceDetailView } from '~/features/evidence/evidence-detail.query.server'
import { evidenceLibraryView } from '~/features/evidence/evidence-library.query.server'
import { keepEvidenceFile } from '~/features/evidence/keep-evidence-file.server'
import { ownersView } from '~/features/hand-over/owners.query.server'
import { findingsView } from '~/features/inspections/findings.query.server'
import { inspectionSourceView } from '~/features/inspections/inspection-source.query.server'
import { inspectionView } from '~/features/inspections/inspection.query.server'
import { inspectionsView } from '~/features/inspections/inspections.query.server'
import { measureView } from '~/features/measures/measure-detail.query.server'
import { measuresView } from '~/features/measures/measures.query.server'
import { readinessAreaView } from '~/features/readiness/readiness-area.query.server'
import { readinessView } from '~/features/readiness/readiness.query.server'
import { recommendationView } from '~/features/recommendations/recommendation.query.server'
import { recommendationsView } from '~/features/recommendations/recommendations.query.server'
import { threadView } from '~/features/repeats/thread.query.server'
import { boardMeetingView } from '~/features/visits/board-meeting.query.server'
import { visitDetailView } from '~/features/visits/visit-detail.query.server'
import { visitsView } from '~/features/visits/visits.query.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { councilDeeds } from '~/testing/council-deeds'
import { deeds, type Stage } from '~/testing/deeds'
import {
  aFriday,
  contextFor,
  makeAction,
  makeEvidence,
  makeFigures,
  makeMeasure,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { readOn } from './as-at.server'
import type { Context } from './context.server'

const london = (now: Date) => calendarDateIn(now, 'Europe/London')

/**
 * One story in every run of the tests, always the same, so that the build says what the code does;
 * with WAYMARK_STORIES=50 that many new ones. What fails prints its seed, and WAYMARK_STORY_SEED tells it
 * again.
 */
const stories = {
  count: Number(process.env.WAYMARK_STORIES ?? 1),
  seed:
    process.env.WAYMARK_STORIES === undefined
      ? 20_261_120
      : process.env.WAYMARK_STORY_SEED
        ? Number(process.env.WAYMARK_STORY_SEED)
        : undefined,
}

const everyDeed = { ...deeds, ...councilDeeds }
type Deed = keyof typeof everyDeed

const eachOf = (...those: Deed[]) => those.map((deed) => [deed] as const)

/** Every deed once, in an order in which each can come about, with what it must not leave to chance. */
const inWorkableOrder: readonly (readonly [deed: Deed, fixed?: Partial<Step>])[] = [
  ['plan', { pick: 2, days: 30 }],
  ...eachOf('edit', 'contributor', 'milestone', 'done', 'update'),
  ['move', { pick: 1, days: 60 }],
  ...eachOf('decide', 'handOver', 'takeOver'),
  ['colour', { days: 30 }],
  ...eachOf('figure', 'target', 'note', 'comparator', 'baseline', 'show'),
  // the first piece, returned with a question
  ['judge', { pick: 0 }],
  ...eachOf('answer', 'follow', 'unlink', 'deliver', 'nameless', 'impact', 'propose', 'confirm'),
  ...eachOf('table', 'shelf', 'visit', 'changeVisit', 'toMakeReady', 'isReady', 'keyLine'),
  ...eachOf('withdraw', 'held', 'close', 'letter', 'meeting', 'boardDecides', 'decidedIsDone'),
  ...eachOf('leave', 'nothing'),
]

interface Step {
  deed: Deed
  /** days that pass before it */
  after: number
  pick: number
  days: number
}

const aStep = (deed: fc.Arbitrary<Deed>, fixed: Partial<Step> = {}): fc.Arbitrary<Step> =>
  fc
    .record({
      deed,
      after: fc.oneof(
        { arbitrary: fc.constant(0), weight: 2 },
        { arbitrary: fc.integer({ min: 1, max: 45 }), weight: 1 },
      ),
      pick: fc.nat({ max: 1000 }),
      days: fc.integer({ min: -60, max: 60 }),
    })
    .map((drawn) => ({ ...drawn, ...fixed }))

/** Every deed, and before some of them any other. */
const aStory: fc.Arbitrary<Step[]> = fc
  .tuple(
    ...inWorkableOrder.map(([deed, fixed]) =>
      fc.tuple(
        fc.option(aStep(fc.constantFrom(...(Object.keys(everyDeed) as Deed[]))), { freq: 1 }),
        aStep(fc.constant(deed), fixed),
      ),
    ),
  )
  .map((pairs) => pairs.flatMap(([other, own]) => (other ? [other, own] : [own])))

/** Every page of the plan, read one after the other. */
async function everyPage(context: Context) {
  const { db } = context
  const idsOf = async (
    table:
      | 'actions'
      | 'evidence'
      | 'recommendations'
      | 'inspections'
      | 'visits'
      | 'measures'
      | 'boardMeetings',
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
    lint: await planLintView(context, { only: undefined, after: undefined }),
    moves: await movesView(context, { since: undefined, onlyLate: false, before: undefined }),
    owners: await ownersView(context),
    actions: await each(await idsOf('actions'), (id) => actionView(context, id)),
    recommendations: await recommendationsView(context, {}),
    eachRecommendation: await each(await idsOf('recommendations'), async (id) => [
      await recommendationView(context, id),
      await threadView(context, id),
    ]),
    readiness: await readinessView(context),
    area: await readinessAreaView(context, 'help-and-protection'),
    inspections: await inspectionsView(context),
    eachInspection: await each(await idsOf('inspections'), async (id) => [
      await inspectionView(context, id),
      await findingsView(context, id, { q: '', area: '', kind: '' }),
      await inspectionSourceView(context, id),
    ]),
    visits: await visitsView(context),
    eachVisit: await each(await idsOf('visits'), (id) => visitDetailView(context, id)),
    meetings: await each(await idsOf('boardMeetings'), (id) => boardMeetingView(context, id)),
    measures: await measuresView(context),
    eachMeasure: await each(await idsOf('measures'), (id) => measureView(context, id, 'all')),
    library: await evidenceLibraryView(context, {}),
    eachEvidence: await each(await idsOf('evidence'), (id) => evidenceDetailView(context, id)),
  }
}

describe('the plan as at a past day', () => {
  test(
    'is what it was at its end, whatever was done since',
    async ({ db }) => {
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
      await makeFigures(db, measure, {
        from: '2025-06-01',
        values: [...Array(16).keys()].map((at) => 20 + (at % 3)),
      })
      await sql`insert into measure_links (measure_id, recommendation_id)
      values (${measure}, ${recommendations[0]!})`.execute(db)
      let now = aFriday
      const at = (context: Context): Context => ({ ...context, now, today: london(now) })
      const by: Stage['by'] = (role) => at(role === 'leader' ? leader : manager)
      expect(inWorkableOrder.map(([deed]) => deed).sort()).toEqual(Object.keys(everyDeed).sort())
      const cameAbout = new Map<Deed, number>()
      const taken = new Map<CalendarDate, unknown>()
      /** What somebody who changes nothing reads now, at the end of the day. */
      const take = async (day: CalendarDate) => {
        const then = { ...leader, now: endOfDay(day, 'Europe/London'), today: day }
        taken.set(day, await everyPage({ ...then, actor: { ...leader.actor, looksAt: day } }))
      }
      await fc.assert(
        fc.asyncProperty(aStory, async (steps) => {
          taken.clear()
          for (const { deed, after, pick, days } of steps) {
            if (after > 0) {
              await take(london(now))
              now = new Date(now.getTime() + after * 86_400_000)
            }
            now = new Date(now.getTime() + 60_000)
            await actsAt(now)
            const stage = { db, by, today: london(now), recommendations, people }
            const inTheCouncil = { ...stage, inspectionId: inspection!.id, measureId: measure }
            const step = { deed, after, pick, days } as never
            if (await everyDeed[deed](inTheCouncil, step)) {
              cameAbout.set(deed, (cameAbout.get(deed) ?? 0) + 1)
            }
          }
          for (const [day, views] of taken) {
            expect(await readOn(at(leader), day, everyPage), day).toEqual(views)
          }
        }),
        {
          numRuns: stories.count,
          // What was done before stays, so a shorter story would be another one.
          endOnFailure: true,
          ...(stories.seed === undefined ? {} : { seed: stories.seed }),
        },
      )
      // What never came about has not been tried.
      expect(Object.keys(everyDeed).filter((deed) => !cameAbout.has(deed as Deed))).toEqual([])
    },
    stories.count * 240_000,
  )

  const onMoment = (moment: string) => new Date(moment)
  const titleOn = (context: Context, id: number, day: CalendarDate) =>
    readOn(context, day, async (then) => (await actionView(then, id))?.title)

  for (const [when, before, after, day] of [
    ['in summer', '2026-07-01T22:59:00Z', '2026-07-01T23:01:00Z', '2026-07-01'],
    ['in winter', '2026-01-15T23:59:00Z', '2026-01-16T00:01:00Z', '2026-01-15'],
    ['when the clocks go forward', '2026-03-29T22:59:00Z', '2026-03-29T23:01:00Z', '2026-03-29'],
    ['before they go back', '2026-10-24T22:59:00Z', '2026-10-24T23:01:00Z', '2026-10-24'],
    ['when they go back', '2026-10-25T23:59:00Z', '2026-10-26T00:01:00Z', '2026-10-25'],
  ] as const) {
    test(`ends by the London clock ${when}`, async ({ db }) => {
      const leader = await contextFor(db, 'leader')
      const id = (await inTransaction({ db, now: onMoment(before) }, (tx) =>
        makeAction(tx, { title: 'said on the day' }),
      )) as number
      await inTransaction({ db, now: onMoment(after) }, (tx) =>
        tx.updateTable('actions').set({ title: 'said after it' }).where('id', '=', id).execute(),
      )
      expect(await titleOn(leader, id, day)).toBe('said on the day')
      expect(await titleOn(leader, id, addDays(day, 1))).toBe('said after it')
    })
  }

  test('shows no evidence that was restricted since, but to those who may see it', async ({
    db,
  }) => {
    const made = (await inTransaction({ db, now: onMoment('2026-05-01T09:00:00Z') }, (tx) =>
      makeEvidence(tx, { restricted: false }),
    )) as number
    await inTransaction({ db, now: onMoment('2026-06-01T09:00:00Z') }, (tx) =>
      tx.updateTable('evidence').set({ restricted: true }).where('id', '=', made).execute(),
    )
    const seenBy = async (role: 'observer' | 'leader') =>
      readOn(await contextFor(db, role), '2026-05-15', (then) => evidenceDetailView(then, made))
    expect(await seenBy('observer')).toBeUndefined()
    expect(await seenBy('leader')).toMatchObject({ id: made, restricted: true })
  })

  test('finds by its words what stood there then, and nothing that was shut away or let go since', async ({
    db,
  }) => {
    const [then, since] = [onMoment('2026-05-01T09:00:00Z'), onMoment('2026-06-01T09:00:00Z')]
    const made = (await inTransaction({ db, now: then }, async (tx) => {
      const actionId = await makeAction(tx, { title: 'Hand-over of cases' })
      const evidenceId = await makeEvidence(tx, {
        shows: 'Wardrobes were counted',
        actionIds: [actionId],
        restricted: false,
      })
      return { actionId, evidenceId }
    })) as { actionId: number; evidenceId: number }
    const foundBy = async (role: 'observer' | 'leader', q: string) =>
      readOn(await contextFor(db, role), '2026-05-15', async (may) => {
        const sort = { by: 'ref', descending: false } as const
        return (await registerView(may, { filter: { q }, sort })).counts.fitting
      })
    expect([await foundBy('observer', 'wardrobes'), await foundBy('observer', 'cases')]).toEqual([
      1, 1,
    ])
    await inTransaction({ db, now: since }, async (tx) => {
      await tx
        .updateTable('evidence')
        .set({ restricted: true })
        .where('id', '=', made.evidenceId)
        .execute()
      await tx.updateTable('actions').set({ title: 'Another name' }).execute()
    })
    expect([
      await foundBy('observer', 'wardrobes'),
      await foundBy('observer', 'cases -another'),
      await foundBy('leader', 'wardrobes'),
    ]).toEqual([0, 1, 1])
    await inTransaction({ db, now: then }, (tx) => makeAction(tx, { title: 'More cases' }))
    expect(await foundBy('observer', 'cases')).toBe(2)
  })

  test('finds nothing by what two people deleted, though its words were laid down while it was proposed', async ({
    db,
  }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'leader')]
    // a note: it has no file whose words would go with it
    const id = (await inTransaction({ db, now: onMoment('2026-05-01T09:00:00Z') }, async (tx) =>
      makeEvidence(tx, { shows: 'Wardrobes', actionIds: [await makeAction(tx)] }),
    )) as number
    const found = () =>
      readOn(second, '2026-05-15', async (then) => {
        const sort = { by: 'ref', descending: false } as const
        return (await registerView(then, { filter: { q: 'wardrobes' }, sort })).counts.fitting
      })
    const take = (context: Context, step: 'propose' | 'confirm') =>
      deleteEvidence(context, id, { step, reason: 'It names a school.', notAnIdentifier: '' })
    await take(first, 'propose')
    expect(await found()).toBe(1)
    await take(second, 'confirm')
    expect(await found()).toBe(0)
  })

  test('names no file that is held now, though nobody had looked into it then', async ({ db }) => {
    const made = (await inTransaction({ db, now: onMoment('2026-05-01T09:00:00Z') }, async (tx) => {
      const evidenceId = await makeEvidence(tx, { restricted: false })
      const { fileId } = await keepEvidenceFile(tx, {
        evidenceId,
        file: {
          ...{ sha256: 'a'.repeat(64), bytes: 5, mediaType: 'text/plain' },
          ...{ originalName: 'minutes.txt', hold: undefined },
        },
        now: onMoment('2026-05-01T09:00:00Z'),
      })
      return { evidenceId, fileId }
    })) as { evidenceId: number; fileId: number }
    const leader = await contextFor(db, 'leader')
    const files = async () =>
      (await readOn(leader, '2026-05-15', (then) => evidenceDetailView(then, made.evidenceId)))
        ?.files
    expect(await files()).toMatchObject([{ name: 'minutes.txt', isHeld: false }])
    await inTransaction({ db, now: onMoment('2026-06-01T09:00:00Z') }, (tx) =>
      holdFile(tx, {
        ...{ fileId: made.fileId, hold: { reason: 'infected' } },
        heldAt: onMoment('2026-06-01T09:00:00Z'),
      }),
    )
    expect(await files()).toMatchObject([{ name: '', isHeld: true }])
  })

  test('is left for the present, and for another day, as it was', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const id = (await inTransaction({ db, now: onMoment('2026-05-01T09:00:00Z') }, (tx) =>
      makeAction(tx, { title: 'first' }),
    )) as number
    await inTransaction({ db, now: onMoment('2026-06-01T09:00:00Z') }, (tx) =>
      tx.updateTable('actions').set({ title: 'second' }).where('id', '=', id).execute(),
    )
    const title = async (of: Context) => (await actionView(of, id))?.title
    const read = await readOn(leader, '2026-06-15', async (june) => [
      await title(june),
      await readOn(june, '2026-05-15', title),
      await title(june),
    ])
    expect([...read, await title(leader)]).toEqual(['second', 'first', 'second', 'second'])
  })

  test('takes no change, whoever tries', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    await readOn(leader, '2026-05-15', async (then) => {
      expect(may(then.actor, 'impact.sign-off')).toEqual({
        allowed: false,
        because: 'This is the plan as it stood on 15 May 2026. Nothing can be changed there.',
      })
      await expectRefusedBy(db, 'the_past_is_never_changed', () =>
        sql`insert into events (happened_at, what, subject_kind, subject_id)
          values (now(), 'action.created', 'action', 1)`.execute(then.db),
      )
    })
  })

  test('is derived once, and again where somebody still writes at a moment of it', async ({
    db,
  }) => {
    const leader = await contextFor(db, 'leader')
    const act = (now: string, deed: (tx: Tx) => Promise<unknown>) =>
      inTransaction({ db, now: onMoment(now) }, deed)
    const rows = () =>
      readOn(leader, '2026-05-15', async (then) => {
        const { rows } = await registerView(then, {
          filter: {},
          sort: { by: 'ref', descending: false },
        })
        return rows.map(({ title }) => title)
      })
    await act('2026-05-01T09:00:00Z', (tx) => makeAction(tx, { title: 'before' }))
    expect(await rows()).toEqual(['before'])
    await sql`update past_standings set title = 'as it was kept'`.execute(db)
    await act('2026-06-01T09:00:00Z', (tx) => makeAction(tx, { title: 'after' }))
    expect(await rows()).toEqual(['as it was kept'])
    await act('2026-05-02T09:00:00Z', (tx) => makeAction(tx, { title: 'told late' }))
    expect(await rows()).toEqual(['before', 'told late'])
  })
})
