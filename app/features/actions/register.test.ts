import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test as plainTest } from 'vitest'
import { piecesOf } from '~/auth/as-at.server'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { test } from '~/testing/db-test'
import {
  aFriday,
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { filterIn, type RegisterFilter } from './register-filter'
import { placeIn, placeWord, type Sort, sortIn, sorts, sortWord } from './register-sort'
import { RegisterPage } from './register.page'
import { pageOfRegister, registerRows, registerView } from './register.query.server'

const byDue: Sort = { by: 'due', descending: false }

const viewOf = async (db: Db, filter: RegisterFilter, sort = byDue) =>
  registerView(await contextFor(db, 'manager'), { filter, sort })

const titlesFor = async (db: Db, filter: RegisterFilter, sort = byDue) =>
  (await viewOf(db, filter, sort)).rows.map(({ title }) => title)

const filterOf = (search: string) => filterIn(new URLSearchParams(search))

const say = (db: Db, context: Context, actionId: number, words: string) =>
  db
    .insertInto('updates')
    .values({
      actionId,
      authorId: context.actor.personId,
      saidAt: context.now,
      statedDelivery: 'on-track',
      confidence: 'high',
      words,
    })
    .execute()

async function moveDate(db: Db, context: Context, id: number, fromOn: string, toOn: string) {
  await db
    .insertInto('dueDateChanges')
    .values({
      actionId: id,
      fromOn,
      toOn,
      reason: 'Ill',
      askedById: context.actor.personId,
      askedAt: context.now,
      decision: 'not-needed',
      decidedAt: context.now,
    })
    .execute()
  await db.updateTable('actions').set({ dueOn: toOn }).where('id', '=', id).execute()
}

describe('the register', () => {
  test('has what is open first, by due date, then what has no date, then what is delivered', async ({
    db,
  }) => {
    await makeAction(db, { title: 'Delivered', dueOn: '2026-01-10', deliveredOn: '2026-01-09' })
    await makeAction(db, { title: 'No date' })
    await makeAction(db, { title: 'Later', dueOn: '2027-01-10' })
    await makeAction(db, { title: 'Sooner', dueOn: '2026-12-01' })
    expect(await titlesFor(db, {})).toEqual(['Sooner', 'Later', 'No date', 'Delivered'])
  })

  test('counts truly, over all that fit and not only the page', async ({ db }) => {
    const ownerId = await makePerson(db)
    for (let at = 0; at < pageOfRegister + 5; at += 1) {
      await makeAction(db, { title: `Action ${at}`, ownerId, dueOn: '2026-11-01' })
    }
    await makeAction(db, { title: 'Nobody’s' })
    await makeAction(db, { title: 'Done', ownerId, dueOn: '2026-11-01', deliveredOn: '2026-11-02' })
    const view = await registerView(await contextFor(db, 'observer'), { filter: {}, sort: byDue })
    expect(view.counts).toEqual({
      all: pageOfRegister + 7,
      fitting: pageOfRegister + 7,
      late: pageOfRegister + 5,
      unowned: 1,
    })
    expect(view.rows).toHaveLength(pageOfRegister)
    expect(view.mayAdd).toBe(false)
  })

  test('is paged by key: what is added meanwhile shifts nothing', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const ids: number[] = []
    for (let at = 0; at < pageOfRegister + 3; at += 1) {
      ids.push(await makeAction(db, { dueOn: '2026-12-01' }))
    }
    const first = await registerView(manager, { filter: {}, sort: byDue })
    await makeAction(db, { title: 'Earlier', dueOn: '2026-11-30' })
    const after = placeIn(first.next ?? '', byDue)
    const second = await registerView(manager, { filter: {}, sort: byDue, after })
    const seen = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(seen).toEqual(ids)
    expect(second.next).toBeUndefined()
  })

  test('shows first date, times moved and days, and where it is stated better', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db, { dueOn: '2026-11-10', ownerId: manager.actor.personId })
    await moveDate(db, manager, id, '2026-11-10', '2026-11-17')
    await say(db, manager, id, 'Fine')
    const [row] = (await registerView(manager, { filter: {}, sort: byDue })).rows
    expect(row).toMatchObject({
      dueOn: '2026-11-17',
      originalDueOn: '2026-11-10',
      isLate: true,
      ownerName: manager.actor.name,
      timesMoved: 1,
      daysSlipped: 7,
      delivery: 'off-track',
      statedBetter: 'on-track',
      brag: 'off-track',
      lastUpdateOn: '2026-11-20',
      updateAge: 0,
      evidenceCount: 0,
    })
  })

  test('counts the evidence that each action has, as it is linked and unlinked', async ({ db }) => {
    const many = await makeAction(db, { title: 'Many' })
    const one = await makeAction(db, { title: 'One' })
    await makeAction(db, { title: 'None' })
    const both = await makeEvidence(db, { actionIds: [many, one] })
    await makeEvidence(db, { actionIds: [many], restricted: true })
    await makeEvidence(db)
    const counts = async () =>
      Object.fromEntries((await viewOf(db, {})).rows.map((row) => [row.title, row.evidenceCount]))
    expect(await counts()).toEqual({ Many: 2, One: 1, None: 0 })
    expect(await titlesFor(db, {}, { by: 'evidence', descending: true })).toEqual([
      ...['Many', 'One', 'None'],
    ])
    await db.deleteFrom('evidenceActions').where('evidenceId', '=', both).execute()
    expect(await counts()).toEqual({ Many: 1, One: 0, None: 0 })
  })

  test.for(Object.keys(sorts).flatMap((by) => [by, `-${by}`]))(
    'sorted by %s, gives every action once, page after page',
    async (word, { db }) => {
      const manager = await contextFor(db, 'manager')
      const owners = [null, await makePerson(db, { name: 'Élodie ~ Ray' }), await makePerson(db)]
      for (let at = 0; at < pageOfRegister + 20; at += 1) {
        await makeAction(db, {
          title: `Ångström ${at % 7}`,
          ownerId: owners[at % 3],
          dueOn: at % 4 === 0 ? null : `2026-12-${String((at % 28) + 1).padStart(2, '0')}`,
          deliveredOn: at % 5 === 0 ? '2026-11-01' : null,
        })
      }
      const sort = sortIn(word)
      const first = await registerView(manager, { filter: {}, sort })
      const after = placeIn(first.next ?? '', sort)
      expect(placeWord(after!)).toBe(first.next)
      const second = await registerView(manager, { filter: {}, sort, after })
      const ids = [...first.rows, ...second.rows].map(({ id }) => id)
      expect(new Set(ids).size).toBe(pageOfRegister + 20)
      const streamed: number[] = []
      for await (const { id } of registerRows(piecesOf(manager), {}, sort)) streamed.push(id)
      expect(streamed).toEqual(ids)
    },
  )

  test('sorts by what the rules derive, worst first', async ({ db }) => {
    const ownerId = await makePerson(db)
    const known = { ownerId, startOn: '2026-11-10' }
    await makeAction(db, { ...known, title: 'Well', dueOn: '2027-03-01' })
    await makeAction(db, { ...known, title: 'Late', dueOn: '2026-11-15' })
    await makeAction(db, { ...known, title: 'Undated' })
    const order = ['Late', 'Undated', 'Well']
    expect(await titlesFor(db, {}, { by: 'brag', descending: false })).toEqual(order)
    expect(await titlesFor(db, {}, { by: 'brag', descending: true })).toEqual(order.toReversed())
  })
})

describe('the register can be narrowed', () => {
  test('by area, inspection, recommendation and outcome of the National Framework', async ({
    db,
  }) => {
    const inspectionId = await makeInspection(db)
    const inCare = await makeRecommendation(db, {
      area: 'children-in-care',
      nationalFramework: ['outcome-4', 'enabler-2'],
    })
    const help = await makeRecommendation(db, { inspectionId })
    await makeAction(db, { title: 'Care', recommendationIds: [inCare] })
    await makeAction(db, { title: 'Help', recommendationIds: [help] })
    await makeAction(db, { title: 'Both', recommendationIds: [help, inCare] })
    expect(await titlesFor(db, { area: 'children-in-care' })).toEqual(['Care', 'Both'])
    expect(await titlesFor(db, { inspection: String(inspectionId) })).toEqual(['Help', 'Both'])
    expect(await titlesFor(db, { recommendation: `R${inCare}` })).toEqual(['Care', 'Both'])
    expect(await titlesFor(db, { recommendation: String(help) })).toEqual(['Help', 'Both'])
    expect(await titlesFor(db, { outcome: 'outcome-4' })).toEqual(['Care', 'Both'])
    expect(await titlesFor(db, { outcome: 'outcome-4', area: 'help-and-protection' })).toEqual([
      'Both',
    ])
    const { choices } = await viewOf(db, {})
    expect(choices.areas).toContainEqual({ value: 'children-in-care', title: 'Children in care' })
    expect(choices.outcomes).toContainEqual({
      value: 'outcome-4',
      title: 'Outcome 4: stable, loving homes for children in care and care leavers',
    })
  })

  test('by a team and those below it; and as unowned where the owner has left', async ({ db }) => {
    const team = async (name: string, parentId: number | null = null) =>
      (
        await db
          .insertInto('teams')
          .values({ name, parentId })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const care = await team('Children in care')
    const leaving = await team('Leaving care', care)
    const housing = await team('Housing', leaving)
    const court = await team('Court')
    const owner = (name: string, teamId: number) => makePerson(db, { name, teamId })
    await makeAction(db, { title: 'Care', ownerId: await owner('A', care) })
    await makeAction(db, { title: 'Housing', ownerId: await owner('B', housing) })
    await makeAction(db, { title: 'Court', ownerId: await owner('C', court) })
    expect(await titlesFor(db, { team: String(care) })).toEqual(['Care', 'Housing'])
    expect(await titlesFor(db, { team: String(leaving) })).toEqual(['Housing'])
    expect(await titlesFor(db, { team: String(court) })).toEqual(['Court'])
    expect((await viewOf(db, {})).counts.unowned).toBe(0)
    await db.updateTable('people').set({ suspendedAt: aFriday }).where('name', '=', 'C').execute()
    expect((await viewOf(db, {})).counts.unowned).toBe(1)
    expect(await titlesFor(db, { owner: 'nobody' })).toEqual(['Court'])
  })

  test('by owner, team and theme, or by their want', async ({ db }) => {
    const team = async (name: string) =>
      (await db.insertInto('teams').values({ name }).returning('id').executeTakeFirstOrThrow()).id
    const [north, south] = [await team('North'), await team('South')]
    const { id: themeId } = await db
      .insertInto('themes')
      .values({ name: 'Supervision' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const ownerId = await makePerson(db, { name: 'Joy Okafor', teamId: north })
    await makeAction(db, { title: 'By her team', ownerId })
    await makeAction(db, { title: 'By another team', ownerId, teamId: south, themeId })
    await makeAction(db, { title: 'Nobody’s' })
    expect(await titlesFor(db, { owner: String(ownerId) })).toHaveLength(2)
    expect(await titlesFor(db, { owner: 'nobody' })).toEqual(['Nobody’s'])
    expect(await titlesFor(db, { team: String(north) })).toEqual(['By her team'])
    expect(await titlesFor(db, { team: String(south) })).toEqual(['By another team'])
    expect(await titlesFor(db, { team: 'none' })).toEqual(['Nobody’s'])
    expect(await titlesFor(db, { theme: String(themeId) })).toEqual(['By another team'])
    expect(await titlesFor(db, { theme: 'none' })).toEqual(['By her team', 'Nobody’s'])
    const view = await viewOf(db, { owner: 'nobody' })
    expect(view.counts).toMatchObject({ all: 3, fitting: 1 })
    expect(view.choices.owners).toEqual([{ value: String(ownerId), title: 'Joy Okafor' }])
  })

  test('by how an action stands', async ({ db }) => {
    const recommendationIds = [await makeRecommendation(db)]
    const ownerId = await makePerson(db)
    const known = { recommendationIds, ownerId, startOn: '2026-11-10' }
    await makeAction(db, { ...known, title: 'Late', dueOn: '2026-11-19' })
    await makeAction(db, { ...known, title: 'Today', dueOn: '2026-11-20' })
    await makeAction(db, { ...known, title: 'No date', ownerId: null, recommendationIds: [] })
    await makeAction(db, {
      ...known,
      title: 'Done long ago',
      startOn: null,
      dueOn: '2026-02-01',
      deliveredOn: '2026-02-01',
    })
    expect(await titlesFor(db, { show: ['late'] })).toEqual(['Late'])
    expect(await titlesFor(db, { due: 'none' })).toEqual(['No date'])
    expect(await titlesFor(db, { status: 'off-track' })).toEqual(['Late'])
    expect(await titlesFor(db, { brag: 'off-track' })).toEqual(['Late'])
    expect(await titlesFor(db, { status: 'delivered' })).toEqual(['Done long ago'])
    expect(await titlesFor(db, { show: ['unassured'] })).toEqual(['Done long ago'])
    expect(await titlesFor(db, { show: ['no-impact'] })).toEqual(['Done long ago'])
    expect(await titlesFor(db, { impact: 'not-shown' })).toEqual(['Done long ago'])
    expect(await titlesFor(db, { show: ['no-recommendation'] })).toEqual(['No date'])
    expect(await titlesFor(db, { show: ['late', 'no-recommendation'] })).toEqual([])
    expect(await titlesFor(db, { show: ['moved'] })).toEqual([])
  })

  test('by a milestone that is late, which does not make the action late', async ({ db }) => {
    const milestones = async (actionId: number, dueOn: string, doneOn: string | null = null) =>
      db.insertInto('milestones').values({ actionId, title: 'Step', dueOn, doneOn }).execute()
    const step = async (title: string, dueOn: string, doneOn: string | null = null) =>
      milestones(await makeAction(db, { title, dueOn: '2027-03-31' }), dueOn, doneOn)
    await step('A step is late', '2026-11-19')
    await step('A step is due today', '2026-11-20')
    await step('A step is done', '2026-11-02', '2026-11-12')
    const delivered = { dueOn: '2026-11-10', deliveredOn: '2026-11-10' }
    await milestones(await makeAction(db, { title: 'Delivered', ...delivered }), '2026-11-02')
    expect(await titlesFor(db, { show: ['milestone-late'] })).toEqual(['A step is late'])
    expect(await titlesFor(db, { show: ['late'] })).toEqual([])
  })

  test('by what nobody has said for long, by owners who left, by what is stated better', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const gone = await makePerson(db, { suspendedAt: manager.now })
    const here = await makePerson(db)
    const late = { startOn: '2026-09-01', dueOn: '2027-02-01' }
    await makeAction(db, { ...late, title: 'Silent', ownerId: here })
    const id = await makeAction(db, { ...late, title: 'Rosy', ownerId: gone, dueOn: '2026-11-01' })
    await say(db, manager, id, 'All is well')
    expect(await titlesFor(db, { show: ['silent'] })).toEqual(['Silent'])
    expect(await titlesFor(db, { show: ['owner-left'] })).toEqual(['Rosy'])
    expect(await titlesFor(db, { show: ['differs'] })).toEqual(['Rosy'])
  })

  test('by what nobody has said for long, where no start is named since it was made', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const brought = { createdAt: new Date('2026-10-20T09:00:00Z') }
    await makeAction(db, { ...brought, title: 'Old and silent' })
    await makeAction(db, { ...brought, title: 'Old and done', deliveredOn: '2026-10-01' })
    const spoken = await makeAction(db, { ...brought, title: 'Old and spoken of' })
    await say(db, manager, spoken, 'It goes on')
    await makeAction(db, { title: 'Old', createdAt: new Date('2026-10-21T09:00:00Z') })
    await makeAction(db, { ...brought, title: 'Begins later', startOn: '2026-12-01' })
    expect(await titlesFor(db, { show: ['silent'] })).toEqual(['Old and silent'])
    expect((await viewOf(db, { show: ['silent'] })).rows[0]?.delivery).toBe('not-started')
  })

  test('by when it is due', async ({ db }) => {
    const inspectionId = await makeInspection(db)
    const plannedById = await makePerson(db)
    for (const dueOn of ['2026-11-19', '2026-11-20', '2026-11-27', '2026-11-28', '2027-01-10']) {
      await makeAction(db, { title: dueOn, dueOn })
    }
    await makeAction(db, { title: 'Done', dueOn: '2026-11-21', deliveredOn: '2026-11-18' })
    expect(await titlesFor(db, { due: 'week' })).toEqual(['2026-11-20', '2026-11-27'])
    expect(await titlesFor(db, { due: 'month' })).toHaveLength(3)
    expect(await titlesFor(db, { due: 'quarter' })).toHaveLength(4)
    expect(await titlesFor(db, { due: 'visit' })).toEqual([])
    await db
      .insertInto('visits')
      .values({
        inspectionId,
        kind: 'monitoring-visit',
        expectedFrom: '2026-11-28',
        expectedTo: '2026-11-29',
        plannedById,
        plannedAt: new Date('2026-11-01T09:00:00Z'),
      })
      .execute()
    expect(await titlesFor(db, { due: 'visit' })).toEqual(['2026-11-20', '2026-11-27'])
    expect(await titlesFor(db, { dueFrom: '2026-11-21', dueTo: '2026-11-28' })).toEqual([
      '2026-11-27',
      '2026-11-28',
      'Done',
    ])
  })
})

describe('the register is searched', () => {
  test('in actions, recommendations, milestones, updates and evidence, with the passage found', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const care = await makeRecommendation(db, { text: 'Placement 100% stable' })
    const id = await makeAction(db, {
      title: 'Help',
      outcome: 'Seen within a day',
      recommendationIds: [care],
    })
    await makeAction(db, { title: 'Another' })
    await db
      .insertInto('milestones')
      .values({ actionId: id, title: 'Rota agreed', dueOn: '2026-12-01' })
      .execute()
    await say(db, manager, id, 'Siân trained forty practitioners in reflective supervision.')
    await makeEvidence(db, { actionIds: [id], title: 'Dip sample', shows: 'Chronologies improved' })
    for (const q of [
      'within A day',
      '100%',
      `a${id}`,
      'rota',
      'sian',
      'supervising',
      'chronology',
    ]) {
      expect(await titlesFor(db, { q }), q).toEqual(['Help'])
    }
    expect(await titlesFor(db, { q: `R${care}` })).toEqual(['Help'])
    // words that stand in different texts of one action
    expect(await titlesFor(db, { q: 'placement chronologies' })).toEqual(['Help'])
    expect(await titlesFor(db, { q: '"reflective supervision"' })).toEqual(['Help'])
    expect(await titlesFor(db, { q: '"supervision reflective"' })).toEqual([])
    expect(await titlesFor(db, { q: 'help -rota' })).toEqual([])
    expect(await titlesFor(db, { q: '1%0' })).toEqual([])
    const { passages } = await viewOf(db, { q: 'forty supervision' })
    expect(passages[id]).toEqual({
      where: 'Update',
      pieces: [
        { text: 'Siân trained ', isFound: false },
        { text: 'forty', isFound: true },
        { text: ' practitioners in reflective ', isFound: false },
        { text: 'supervision', isFound: true },
      ],
    })
    expect((await viewOf(db, { q: 'chronologies' })).passages[id]?.where).toBe(
      'Evidence: Dip sample',
    )
  })

  test('in recommendations too that no action answers, whatever else the actions are narrowed by', async ({
    db,
  }) => {
    const text = 'Allocation to a named worker within a week.'
    const unanswered = await makeRecommendation(db, { text })
    const inspectionId = await makeInspection(db)
    const answered = await makeRecommendation(db, {
      ...{ inspectionId, area: 'children-in-care', nationalFramework: ['outcome-4'] },
      text: 'Allocating work fairly.',
    })
    await makeRecommendation(db, { text: 'The timeliness of assessments.' })
    await makeAction(db, { title: 'Count moves', recommendationIds: [answered] })
    const found = async (filter: RegisterFilter) =>
      (await viewOf(db, filter)).recommendations?.shown.map(({ id }) => id)
    const { recommendations, rows, passages } = await viewOf(db, { q: 'allocated' })
    expect(recommendations).toEqual({
      all: 2,
      shown: [
        {
          ...{ id: unanswered, inspection: 'ILACS inspection, February 2026' },
          pieces: [
            { text: 'Allocation', isFound: true },
            { text: ' to a named worker within a week.', isFound: false },
          ],
          actions: 0,
        },
        expect.objectContaining({ id: answered, actions: 1 }),
      ],
    })
    expect(passages[rows[0]!.id]).toMatchObject({ where: `R${answered}` })
    expect(await found({ q: 'allocation', owner: 'nobody', status: 'delivered' })).toHaveLength(2)
    expect(await found({ q: 'allocation', area: 'children-in-care' })).toEqual([answered])
    expect(await found({ q: 'allocation', outcome: 'outcome-4' })).toEqual([answered])
    expect(await found({ q: 'allocation', inspection: String(inspectionId) })).toEqual([answered])
    expect(await found({ q: 'allocation', recommendation: `R${unanswered}` })).toEqual([unanswered])
    expect(await found({ q: `r${unanswered}` })).toEqual([unanswered])
    expect(await found({ q: `A${unanswered}` })).toEqual([])
    expect(await found({ q: 'supervision' })).toEqual([])
    expect(await found({ q: '-supervision' })).toEqual([])
    expect(await found({ q: 'allocation -fairly' })).toEqual([unanswered])
    expect(await found({ q: 'the of' })).toBeUndefined()
    expect(await found({})).toBeUndefined()
    const page = renderToStaticMarkup(
      createElement(RegisterPage, {
        view: await viewOf(db, { q: 'allocated', status: 'delivered' }),
      }),
    )
    expect(page).toContain(`href="/recommendations/${unanswered}"`)
    expect(page).toContain('<mark>Allocation</mark>')
    expect(page).toContain('No action answers it')
  })

  test('and says where the words stand: in a title, a recommendation, a milestone', async ({
    db,
  }) => {
    const care = await makeRecommendation(db, { text: 'Stability of placements.' })
    const id = await makeAction(db, { title: 'Hear fathers', recommendationIds: [care] })
    await db
      .insertInto('milestones')
      .values({ actionId: id, title: 'Rota agreed', dueOn: '2026-12-01' })
      .execute()
    const passage = async (q: string) => (await viewOf(db, { q })).passages[id]
    expect(await passage('father')).toEqual({
      where: 'Action',
      pieces: [
        { text: 'Hear ', isFound: false },
        { text: 'fathers', isFound: true },
      ],
    })
    expect(await passage('placement')).toEqual({
      where: `R${care}`,
      pieces: [
        { text: 'Stability of ', isFound: false },
        { text: 'placements', isFound: true },
      ],
    })
    expect(await passage('rotas')).toMatchObject({
      where: 'Milestone',
      pieces: [
        { text: 'Rota', isFound: true },
        { text: ' agreed', isFound: false },
      ],
    })
  })

  test('in what could be read in files of evidence', async ({ db }) => {
    const id = await makeAction(db, { title: 'Audited' })
    const evidenceId = await makeEvidence(db, { actionIds: [id] })
    const sha256 = 'a'.repeat(64)
    const at = new Date('2026-11-01T09:00:00Z')
    await db
      .insertInto('blobs')
      .values({ sha256, bytes: 1, mediaType: 'text/plain', storedAt: at })
      .execute()
    const { id: fileId } = await db
      .insertInto('evidenceFiles')
      .values({
        evidenceId,
        blobSha256: sha256,
        name: 'a.txt',
        mediaType: 'text/plain',
        addedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(await titlesFor(db, { q: 'genogram' })).toEqual([])
    await db
      .insertInto('evidenceFileTexts')
      .values({ fileId, text: 'Every file had a genogram.', readAt: at })
      .execute()
    const view = await viewOf(db, { q: 'genograms' })
    expect(view.rows.map(({ title }) => title)).toEqual(['Audited'])
    expect(view.passages[id]?.pieces).toContainEqual({ text: 'genogram', isFound: true })
  })

  test('in words that fill more than one part, wherever each of them stands', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db, { title: 'Help early' })
    const many = (from: number) =>
      Array.from({ length: 11_000 }, (_, at) => `w${from + at}x`).join(' ')
    await say(db, manager, id, `Chronologies ${many(0)}`)
    await say(db, manager, id, `Genograms of whole families ${many(20_000)}`)
    await makeAction(db, { title: 'Help, and chronologies' })
    expect(await titlesFor(db, { q: 'chronologies' })).toHaveLength(2)
    const parts = await db
      .selectFrom('actionWords')
      .where('actionId', '=', id)
      .select('part')
      .execute()
    expect(new Set(parts.map(({ part }) => part)).size).toBe(2)
    for (const q of [
      'help genogram',
      'chronology genogram',
      '"whole families" chronology',
      'nowhere or genogram help',
      'genogram -nowhere',
    ]) {
      expect(await titlesFor(db, { q }), q).toEqual(['Help early'])
    }
    for (const q of [
      'genogram -chronology',
      '"chronologies genograms"',
      'nowhere genogram',
      '"families whole"',
    ]) {
      expect(await titlesFor(db, { q }), q).toEqual([])
    }
    expect(await titlesFor(db, { q: 'help -"whole families"' })).toEqual(['Help, and chronologies'])
    const tomorrow = { ...manager, asAt: manager.today }
    const then = await registerView(tomorrow, { filter: { q: 'chronology genogram' }, sort: byDue })
    expect(then.rows.map(({ title }) => title)).toEqual(['Help early'])
  })

  test('never in evidence that the reader may not see', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const id = await makeAction(db, { title: 'Sensitive' })
    await makeEvidence(db, {
      actionIds: [id],
      title: 'Complaint',
      shows: 'A grievance',
      restricted: true,
      addedById: adder.actor.personId,
    })
    await makeEvidence(db, { actionIds: [id], shows: 'Turnover fell' })
    const found = async (context: Context, q: string) =>
      registerView(context, { filter: { q }, sort: byDue })
    for (const [role, grievance, turnover] of [
      ['manager', 1, 1],
      ['leader', 1, 1],
      ['practitioner', 0, 1],
      ['observer', 0, 1],
      ['admin', 0, 0],
    ] as const) {
      const context = await contextFor(db, role)
      expect((await found(context, 'grievance')).counts.fitting, role).toBe(grievance)
      expect((await found(context, 'turnover')).counts.fitting, role).toBe(turnover)
      expect(Object.keys((await found(context, 'sensitive grievance')).passages)).toHaveLength(
        grievance,
      )
    }
    expect((await found(adder, 'grievance')).passages[id]?.where).toBe('Evidence: Complaint')
  })

  test.for(['the of', '&', `'"&|!`, '-', '()', ':*', '\\', '!!!', '<->'])(
    'for nothing where “%s” says nothing, and says so',
    async (q, { db }) => {
      await makeAction(db)
      const view = await viewOf(db, { q })
      expect(view.saysNothing).toBe(true)
      expect(view.counts.fitting).toBe(1)
    },
  )

  test.for([`supervision' or 1=1`, 'supervision & ! | (', 'a:b:c*', `"unclosed supervision`, '-x'])(
    'with “%s” as words and nothing else',
    async (q, { db }) => {
      await makeAction(db)
      expect((await viewOf(db, { q })).saysNothing).toBe(false)
    },
  )
})

describe('an address', () => {
  test('that names nothing sensible is answered, not refused', async ({ db }) => {
    await makeAction(db, { title: 'Owned', ownerId: await makePerson(db) })
    for (const nowhere of [
      ...['owner=3000000000', 'owner=1.5', 'inspection=9999', 'inspection=x', 'theme=0'],
      ...['recommendation=R', 'recommendation=S4', 'area=nowhere', 'outcome=x', 'team=-1'],
    ]) {
      expect(await titlesFor(db, filterOf(nowhere)), nowhere).toEqual([])
    }
    expect(await titlesFor(db, filterOf('q=%00&area=%00'))).toEqual(['Owned'])
    expect(await titlesFor(db, filterOf('q=Ow%00ned'))).toEqual(['Owned'])
    expect(await titlesFor(db, filterOf('status=x&due=x&dueFrom=x&show=x&brag=toString'))).toEqual([
      'Owned',
    ])
  })

  plainTest('is read with care', () => {
    expect(filterOf('q=+&area=&show=late')).toEqual({ show: ['late'] })
    expect(filterOf('show=toString')).toEqual({})
    // as links of before said it
    expect(filterOf('show=no-date')).toEqual({ due: 'none' })
    expect(filterOf('show=off-track')).toEqual({ status: 'off-track' })
    expect(sortIn('-brag')).toEqual({ by: 'brag', descending: true })
    expect(sortIn('constructor')).toEqual(byDue)
    expect(sortWord(byDue)).toBeUndefined()
    expect(placeIn('1 or 1=1', byDue)).toBeUndefined()
    expect(placeIn('12~false~2026-13-01', byDue)).toBeUndefined()
    expect(placeIn('12~false~infinity', byDue)).toEqual({ id: 12, values: ['false', 'infinity'] })
    expect(placeIn('12~a~b', sortIn('title'))).toEqual({ id: 12, values: ['a~b'] })
    expect(placeIn('12~3', byDue)).toBeUndefined()
    expect(placeIn(null, byDue)).toBeUndefined()
  })
})
