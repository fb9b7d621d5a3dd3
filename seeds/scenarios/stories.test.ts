import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Db } from '~/db/db.server'
import { type PlanFacts, planFactsOn } from '~/db/plan-facts.server'
import { awayToday } from '~/db/tables/absences.server'
import { ownersView } from '~/features/hand-over/owners.query.server'
import { visitDetailView } from '~/features/visits/visit-detail.query.server'
import { threadsIn } from '~/db/threads.server'
import { timesTold } from '~/domain/inspection/threads'
import { actionStanding, type ActionStanding } from '~/domain/action/standing'
import { changesBetween } from '~/domain/plan/changes'
import { treeOf } from '~/domain/people/teams'
import { readinessOf } from '~/domain/plan/readiness'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { workingDaysBetween } from '~/domain/time/working-days'
import { blobExists } from '~/storage/storage.server'
import { ownDatabase } from '~/testing/own-database'
import { playStory } from './play.server'
import { stories } from './stories'

const minutes = 60_000
let storage: string

beforeAll(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'waymark-stories-'))
  Object.assign(process.env, {
    STORAGE_DIR: storage,
    SESSION_SECRET: 'a secret of the tests, long enough for them',
    DATABASE_URL: 'postgres://not.used',
  })
})
afterAll(() => rm(storage, { recursive: true, force: true }))

async function tell(name: string, today: CalendarDate): Promise<Db> {
  const db = openDatabase(await ownDatabase(`${name}_${today.replaceAll('-', '')}`), 2)
  const story = stories[name]!
  await db
    .transaction()
    .execute((tx) => playStory(tx, { story, today, argon2id: '$argon2id$of-a-test' }))
  return db
}

const countOf = async (db: Db, table: Parameters<Db['selectFrom']>[0]): Promise<number> => {
  const { count } = await db
    .selectFrom(table as 'actions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const eventsOf = async (db: Db, ...what: string[]): Promise<number> => {
  const { count } = await db
    .selectFrom('events')
    .where('what', 'in', what)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const leader = { personId: 1, roles: ['leader'] } as const

// Shortly after the visit, and long after it: the promises hold on any day.
describe.each(['2026-10-05', '2026-11-20'] as const)('Westmarsh on %s', (today) => {
  let db: Db
  let plan: PlanFacts
  let standings: (ActionStanding & { id: number; title: string })[]

  beforeAll(async () => {
    db = await tell('westmarsh', today)
    plan = await planFactsOn(db, leader, today)
    standings = plan.actions.map((action) => ({
      id: action.id,
      title: action.title,
      ...actionStanding(action, today),
    }))
  }, 5 * minutes)
  afterAll(() => db.destroy())

  const those = (is: (one: (typeof standings)[number]) => boolean) => standings.filter(is).length

  test('was told twelve things in 2019, verbatim, and has been visited five times since.', async () => {
    const inspection = await db
      .selectFrom('inspections')
      .where('kind', '=', 'ilacs')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(inspection).toMatchObject({ kind: 'ilacs', inspectedFrom: '2019-03-04' })
    const recommendations = await db
      .selectFrom('recommendations')
      .where('inspectionId', '=', inspection.id)
      .select('wording')
      .execute()
    expect(recommendations.map(({ wording }) => wording)).toEqual(Array(12).fill('verbatim'))
    const judged = await db
      .selectFrom('judgements')
      .where('area', '=', 'overall')
      .where('inspectionId', '=', inspection.id)
      .select('grade')
      .execute()
    expect(judged).toEqual([{ grade: 'inadequate' }])
    const visits = await db.selectFrom('visits').orderBy('expectedFrom').selectAll().execute()
    expect(visits.map(({ heldFrom }) => heldFrom !== null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ])
    expect(visits.map(({ letterPublished }) => letterPublished)).toEqual([
      false,
      true,
      true,
      true,
      true,
      null,
    ])
    expect(workingDaysBetween(today, visits.at(-1)!.expectedFrom as CalendarDate).days).toBe(11)
  })

  test('had been told three of them in 2015, and had delivered something for each.', async () => {
    const threads = await threadsIn(db)
    const times = [...threads.values()].map((thread) =>
      timesTold(thread).map(({ inspectedFrom }) => inspectedFrom),
    )
    expect(times).toEqual(Array(6).fill(['2015-10-05', '2019-03-04']))
    const carried = plan.recommendations.filter(({ carriedBy = [] }) => carriedBy.length > 0)
    expect(carried).toHaveLength(3)
    const done = plan.actions.filter(({ recommendations }) =>
      recommendations.some(({ id }) => carried.some((one) => one.id === id)),
    )
    expect(done.map(({ deliveredOn }) => deliveredOn)).toEqual([
      '2016-06-24',
      '2016-12-09',
      '2017-03-20',
    ])
    const decided = await db
      .selectFrom('repeatDecisions')
      .select(['verdict', 'proposedBecause'])
      .execute()
    expect(decided.map(({ verdict }) => verdict)).toEqual(['same', 'same', 'same'])
    // each of them Waymark had found by itself
    expect(decided.filter(({ proposedBecause }) => proposedBecause === '')).toEqual([])
  })

  test('has 65 actions and 25 people in 8 teams, one of whom has left and still owns two.', async () => {
    expect(plan.actions).toHaveLength(65)
    expect(await countOf(db, 'people')).toBe(25)
    expect(await countOf(db, 'teams')).toBe(8)
    const left = await db
      .selectFrom('people')
      .where('suspendedAt', 'is not', null)
      .select(['id', 'name'])
      .execute()
    expect(left.map(({ name }) => name)).toEqual(['Lucy Hart'])
    expect(plan.actions.filter(({ ownerId }) => ownerId === left[0]!.id)).toHaveLength(2)
  })

  test('shows teams in a tree of three levels.', async () => {
    const teams = await db.selectFrom('teams').select(['id', 'name', 'parentId']).execute()
    expect(Math.max(...treeOf(teams).map(({ depth }) => depth))).toBe(2)
  })

  test('shows a leaver whose actions change hands, a deputy, and owners who are only names.', async () => {
    const offers = await db
      .selectFrom('offers as o')
      .innerJoin('people as f', 'f.id', 'o.fromId')
      .innerJoin('people as t', 't.id', 'o.toId')
      .orderBy('o.id')
      .select(['f.name as from', 't.name as to', 'o.answer'])
      .execute()
    expect(offers).toEqual([
      { from: 'Lucy Hart', to: 'Yusuf Demir', answer: 'accepted' },
      { from: 'Lucy Hart', to: 'Owen Bevan', answer: null },
      { from: 'Dinesh Patel', to: 'Yusuf Demir', answer: null },
    ])
    const away = await awayToday(db, today)
    expect(away.map(({ name, deputyName }) => [name, deputyName])).toEqual([
      ['Tomasz Kowalczyk', 'Joy Okafor'],
    ])
    const actor = { personId: 1, name: '', email: '', roles: ['manager' as const] }
    const { phantoms } = await ownersView({ db, actor, now: new Date(today), today })
    const names = phantoms.map(({ name }) => name)
    expect(names).toContain('Lucy Hart')
    expect(names).toContain('Gareth Simms')
  })

  test('shows every kind of truth.', async () => {
    const unchecked = those(
      ({ delivery, assurance }) =>
        delivery.rating === 'delivered' && assurance.assurance === 'none',
    )
    expect(unchecked, 'delivered and nobody has checked').toBeGreaterThanOrEqual(3)
    const noDifference = those(
      ({ assurance, impact }) => assurance.accepted > 0 && impact.impact === 'made-no-difference',
    )
    expect(noDifference, 'checked and made no difference').toBeGreaterThanOrEqual(2)
    expect(those(({ impact }) => impact.impact === 'worse')).toBe(1)
    expect(
      those(({ differs, delivery }) => differs !== undefined && delivery.milestonesLate === 2),
      'stated on track with two milestones late',
    ).toBeGreaterThanOrEqual(2)
    expect(those(({ gaps }) => gaps.includes('No owner'))).toBe(4)
    expect(those(({ gaps }) => gaps.includes('No date'))).toBe(3)
    expect(those(({ moved }) => moved.times === 2)).toBe(2)
    expect(those(({ moved }) => moved.lateMoves > 0)).toBeGreaterThanOrEqual(1)
    expect(
      those(({ assurance }) => assurance.stale > 0),
      'out of date',
    ).toBeGreaterThanOrEqual(3)
    expect(
      those(({ assurance }) => assurance.awaiting > 0),
      'to be judged',
    ).toBeGreaterThanOrEqual(4)
    expect(those(({ brag }) => brag === 'embedded')).toBeGreaterThanOrEqual(4)
    const decisions = await db.selectFrom('dueDateChanges').select('decision').execute()
    const having = (decision: string | null) =>
      decisions.filter((one) => one.decision === decision).length
    expect([having(null), having('refused')]).toEqual([1, 1])
  })

  test('has a date that moved just before the fourth visit, a colour that was stated, and one that is.', async () => {
    const visits = await db
      .selectFrom('visits')
      .where('heldFrom', 'is not', null)
      .orderBy('heldFrom')
      .select('heldFrom')
      .execute()
    const dodges = await db
      .selectFrom('dueDateChanges')
      .where('askedAt', '<', new Date(visits[3]!.heldFrom!))
      .select('lateMove')
      .execute()
    expect(dodges.flatMap(({ lateMove }) => lateMove)).toEqual([
      expect.stringMatching(/^Asked for \d days before the monitoring visit/),
    ])
    const ended = await db
      .selectFrom('bragOverrides')
      .where('endedAt', 'is not', null)
      .select('brag')
      .execute()
    expect(ended).toEqual([{ brag: 'delivered' }])
    const running = standings.filter(({ colour }) => colour.stated)
    expect(running.map(({ brag, colour }) => [brag, colour.stated?.brag])).toEqual([
      ['off-track', 'at-risk'],
    ])
  })

  test('has one recommendation ready, two nearly, and one that nothing answers.', () => {
    const readiness = readinessOf(plan)
    expect(readiness.counts).toEqual({ ready: 1, nearly: 2, 'not-yet': 9 })
    const unanswered = readiness.areas
      .flatMap((area) => area.recommendations)
      .filter((one) => one.actions.length === 0)
    expect(unanswered.map((one) => one.recommendation.text.slice(0, 25))).toEqual([
      'The sufficiency of placem',
    ])
    const changesOfWorker = readiness.areas
      .flatMap((area) => area.recommendations)
      .find((one) => one.recommendation.text.startsWith('The number of changes'))
    expect(changesOfWorker?.inspectorWouldFind.map(({ sentence }) => sentence)).toContain(
      'No voice of children and families since March 2026.',
    )
  })

  test('has five actions better and two worse since the last visit.', async () => {
    const last = await db
      .selectFrom('visits')
      .select(({ fn }) => fn.max('heldTo').as('on'))
      .executeTakeFirstOrThrow()
    const then = await planFactsOn(db, leader, last.on as CalendarDate)
    const { better, worse } = changesBetween(then, plan)
    expect({ better, worse }).toEqual({ better: 5, worse: 2 })
  })

  test('gives Grace evidence to judge and Helen a date to decide, and asks Amara.', async () => {
    const idOf = async (email: string) =>
      (
        await db
          .selectFrom('people')
          .where('email', '=', email)
          .select('id')
          .executeTakeFirstOrThrow()
      ).id
    const [amara, grace] = [
      await idOf('amara.osei@westmarsh.example'),
      await idOf('grace.holloway@westmarsh.example'),
    ]
    const forGrace = plan.actions
      .filter(({ ownerId }) => ownerId !== grace)
      .flatMap(({ evidence }) => evidence)
      .filter(({ verdict, addedById }) => verdict === null && addedById !== grace)
    expect(forGrace.length).toBeGreaterThanOrEqual(4)
    const asked = await db
      .selectFrom('evidenceRequests')
      .where('askedOfId', '=', amara)
      .where('answeredAt', 'is', null)
      .orderBy('dueOn')
      .select('dueOn')
      .execute()
    const inDays = asked.map(({ dueOn }) => workingDaysBetween(today, dueOn as CalendarDate).days)
    expect(inDays).toEqual([4, 11, 15])
    const returned = plan.actions
      .flatMap(({ evidence }) => evidence)
      .filter(({ verdict, addedById }) => verdict === 'returned' && addedById === amara)
    expect(returned).toHaveLength(1)
  })

  test('keeps what the letters of the last two visits said, on the recommendations that they spoke of', async () => {
    const said = await db
      .selectFrom('progressVerdicts as v')
      .innerJoin('recommendations as r', 'r.id', 'v.recommendationId')
      .innerJoin('inspections as i', 'i.id', 'v.inspectionId')
      .where('i.kind', '=', 'monitoring-visit')
      .orderBy('v.id')
      .select(['v.verdict', 'r.position'])
      .execute()
    expect(said.map(({ verdict, position }) => [verdict, position])).toEqual([
      ['too-slow', 1],
      ['not-embedded', 10],
      ['progress', 6],
      ['unchanged', 5],
      ['not-embedded', 5],
      ['too-slow', 4],
      ['declined', 3],
      ['too-early-to-see', 1],
    ])
  })

  test('closed each visit, and asks of the fifth what a leader had to answer.', async () => {
    const visits = await db.selectFrom('visits').orderBy('expectedFrom').selectAll().execute()
    const closed = await db
      .selectFrom('visitClosings')
      .orderBy('visitId')
      .select(['visitId', 'inspectionId'])
      .execute()
    expect(closed.map(({ inspectionId }) => inspectionId !== null)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
    const { id: helen } = await db
      .selectFrom('people')
      .where('name', '=', 'Helen Marsh')
      .select('id')
      .executeTakeFirstOrThrow()
    const context = {
      ...{ db, today, now: new Date(`${today}T12:00:00Z`) },
      actor: { personId: helen, name: 'Helen Marsh', email: '', roles: ['leader'] as const },
    }
    for (const { id, heldFrom } of visits.slice(4)) {
      const view = await visitDetailView(context, id)
      const kinds = view!.look!.questions.map(({ kind }) => kind)
      expect(kinds).toContain('told-too-slow')
      if (heldFrom) expect(kinds).toContain('wrong-way')
      expect(kinds.length).toBeGreaterThan(5)
      expect(view!.keyLines!.lines).toHaveLength(2)
    }
  })

  test('has an event for every change, none of them in the future.', async () => {
    const changes = await db.selectFrom('dueDateChanges').select('decision').execute()
    const decided = changes.filter(
      ({ decision }) => decision === 'agreed' || decision === 'refused',
    )
    const done = await db
      .selectFrom('milestones')
      .where('doneOn', 'is not', null)
      .select('id')
      .execute()
    const delivered = plan.actions.filter(({ deliveredOn }) => deliveredOn !== null)
    expect({
      people: await eventsOf(db, 'person.invited'),
      handedOver: await eventsOf(db, 'action.offered', 'measure.offered'),
      suspended: await eventsOf(db, 'person.suspended'),
      deputies: await eventsOf(db, 'person.deputy-named'),
      teams: await eventsOf(db, 'team.added'),
      inspections: await eventsOf(db, 'inspection.confirmed'),
      toldAgain: await eventsOf(db, 'recommendation.told-again'),
      visits: await eventsOf(db, 'visit.planned'),
      held: await eventsOf(db, 'visit.held'),
      boards: await eventsOf(db, 'board-meeting.added'),
      colours: await eventsOf(db, 'action.colour-stated'),
      actions: await eventsOf(db, 'action.created'),
      updates: await eventsOf(db, 'action.update-posted'),
      done: await eventsOf(db, 'action.milestone-done'),
      delivered: await eventsOf(db, 'action.delivered'),
      asked: await eventsOf(db, 'action.due-date-changed', 'action.due-date-asked'),
      decided: await eventsOf(db, 'action.due-date-agreed', 'action.due-date-refused'),
      signed: await eventsOf(db, 'action.impact-signed-off'),
      evidence: await eventsOf(db, 'evidence.added'),
      judged: await eventsOf(db, 'evidence.accepted', 'evidence.returned', 'evidence.rejected'),
      requests: await eventsOf(db, 'evidence.requested'),
    }).toEqual({
      people: 25,
      handedOver: await countOf(db, 'offers'),
      suspended: 1,
      deputies: 2,
      teams: 8,
      inspections: 4,
      toldAgain: 3,
      visits: 6,
      held: 5,
      boards: 4,
      colours: 2,
      actions: 65,
      updates: await countOf(db, 'updates'),
      done: done.length,
      delivered: delivered.length,
      asked: changes.length,
      decided: decided.length,
      signed: await countOf(db, 'impactSignOffs'),
      evidence: await countOf(db, 'evidence'),
      judged: await countOf(db, 'evidenceReviews'),
      requests: await countOf(db, 'evidenceRequests'),
    })
    const { last } = await db
      .selectFrom('events')
      .select(({ fn }) => fn.max('happenedAt').as('last'))
      .executeTakeFirstOrThrow()
    expect(new Date(last!) < new Date(`${today}T00:00:00Z`)).toBe(true)
  })

  test('keeps every file that its evidence speaks of.', async () => {
    const files = await db.selectFrom('evidenceFiles').select('blobSha256').distinct().execute()
    expect(files.length).toBeGreaterThan(30)
    expect(await Promise.all(files.map((one) => blobExists(one.blobSha256!)))).not.toContain(false)
  })
})

describe('Eastmere', () => {
  const today = '2026-11-20'
  let db: Db
  beforeAll(async () => {
    db = await tell('eastmere', today)
  }, 2 * minutes)
  afterAll(() => db.destroy())

  test('is outstanding, with two recommendations, both nearly ready, and six of its people.', async () => {
    const judged = await db
      .selectFrom('judgements')
      .orderBy('area')
      .select(['area', 'grade'])
      .execute()
    expect(judged).toContainEqual({ area: 'overall', grade: 'outstanding' })
    expect(judged).toContainEqual({ area: 'help-and-protection', grade: 'good' })
    const plan = await planFactsOn(db, leader, today)
    expect(readinessOf(plan).counts).toEqual({ ready: 0, nearly: 2, 'not-yet': 0 })
    expect(plan.actions).toHaveLength(6)
    expect(await countOf(db, 'people')).toBe(6)
  })
})
