import { describe, expect } from 'vitest'
import type { Db } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson, makeRecommendation } from '~/testing/make'
import { filterIn, keyIn, type RegisterFilter } from './register-filter'
import { pageOfRegister, registerView } from './register.query.server'

const titlesFor = async (db: Db, filter: RegisterFilter) =>
  (await registerView(await contextFor(db, 'manager'), filter)).rows.map(({ title }) => title)

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
    const view = await registerView(await contextFor(db, 'observer'), {})
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
    const first = await registerView(manager, {})
    await makeAction(db, { title: 'Earlier', dueOn: '2026-11-30' })
    const second = await registerView(manager, {}, first.next)
    const seen = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(seen).toEqual(ids)
    expect(second.next).toBeUndefined()
    expect(keyIn(first.next ?? '')).toBe(first.next)
  })

  test('shows first date, times moved and days, and where it is stated better', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeAction(db, { dueOn: '2026-11-10', ownerId: manager.actor.personId })
    await db
      .insertInto('dueDateChanges')
      .values({
        actionId: id,
        fromOn: '2026-11-10',
        toOn: '2026-11-17',
        reason: 'Ill',
        askedById: manager.actor.personId,
        askedAt: manager.now,
        decision: 'not-needed',
        decidedAt: manager.now,
      })
      .execute()
    await db.updateTable('actions').set({ dueOn: '2026-11-17' }).where('id', '=', id).execute()
    await db
      .insertInto('updates')
      .values({
        actionId: id,
        authorId: manager.actor.personId,
        saidAt: manager.now,
        statedDelivery: 'on-track',
        confidence: 'high',
        words: 'Fine',
      })
      .execute()
    const [row] = (await registerView(manager, {})).rows
    expect(row).toMatchObject({
      dueOn: '2026-11-17',
      originalDueOn: '2026-11-10',
      isLate: true,
      ownerName: manager.actor.name,
      standing: {
        moved: { times: 1, days: 7 },
        delivery: { rating: 'off-track' },
        stated: { rating: 'on-track' },
        differs: 'Stated on track, 3 days overdue.',
      },
    })
  })
})

describe('the register can be narrowed', () => {
  test('by area, owner, nobody and words', async ({ db }) => {
    const ownerId = await makePerson(db, { name: 'Joy Okafor' })
    const inCare = await makeRecommendation(db, {
      area: 'children-in-care',
      text: 'Placement 100% stable',
    })
    const help = await makeRecommendation(db, { text: 'Timely assessments' })
    await makeAction(db, { title: 'Care', recommendationIds: [inCare], ownerId })
    const id = await makeAction(db, {
      title: 'Help',
      recommendationIds: [help],
      outcome: 'Seen within a day',
    })
    expect(await titlesFor(db, { area: 'children-in-care' })).toEqual(['Care'])
    expect(await titlesFor(db, { owner: String(ownerId) })).toEqual(['Care'])
    expect(await titlesFor(db, { owner: 'nobody' })).toEqual(['Help'])
    expect(await titlesFor(db, { owner: 'rubbish' })).toEqual([])
    expect(await titlesFor(db, { q: 'within A day' })).toEqual(['Help'])
    expect(await titlesFor(db, { q: '100%' })).toEqual(['Care'])
    expect(await titlesFor(db, { q: '1%0' })).toEqual([])
    expect(await titlesFor(db, { q: `a${id}` })).toEqual(['Help'])
    expect(await titlesFor(db, { q: `R${inCare}` })).toEqual(['Care'])
    const view = await registerView(await contextFor(db, 'manager'), { owner: 'nobody' })
    expect(view.counts).toMatchObject({ all: 2, fitting: 1 })
    expect(view.owners).toEqual([{ value: String(ownerId), title: 'Joy Okafor' }])
    expect(view.areas).toContainEqual({ value: 'children-in-care', title: 'Children in care' })
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
    expect(await titlesFor(db, { show: 'late' })).toEqual(['Late'])
    expect(await titlesFor(db, { show: 'no-date' })).toEqual(['No date'])
    expect(await titlesFor(db, { show: 'off-track' })).toEqual(['Late'])
    expect(await titlesFor(db, { show: 'delivered' })).toEqual(['Done long ago'])
    expect(await titlesFor(db, { show: 'unassured' })).toEqual(['Done long ago'])
    expect(await titlesFor(db, { show: 'no-impact' })).toEqual(['Done long ago'])
    expect(await titlesFor(db, { show: 'no-recommendation' })).toEqual(['No date'])
    expect(await titlesFor(db, { show: 'moved' })).toEqual([])
  })

  test('by an address, which is read with care', () => {
    const read = (query: string) => filterIn(new URLSearchParams(query))
    expect(read('q=+&area=&show=late')).toEqual({ show: 'late' })
    expect(read('show=toString')).toEqual({})
    expect(keyIn('1 or 1=1')).toBeUndefined()
    expect(keyIn('0.2026-13-01.0000000001')).toBeUndefined()
    expect(keyIn(null)).toBeUndefined()
  })
})

test('an address that names nothing sensible is answered, not refused', async ({ db }) => {
  await makeAction(db, { title: 'Owned', ownerId: await makePerson(db) })
  const filterOf = (search: string) => filterIn(new URLSearchParams(search))
  expect(await titlesFor(db, filterOf('owner=3000000000'))).toEqual([])
  expect(await titlesFor(db, filterOf('owner=1.5'))).toEqual([])
  expect(await titlesFor(db, filterOf('q=%00&area=%00'))).toEqual(['Owned'])
  expect(await titlesFor(db, filterOf('q=Ow%00ned'))).toEqual(['Owned'])
})
