import { sql } from 'kysely'
import { describe, expect, test as plainTest } from 'vitest'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import { planFactsOn } from '~/db/plan-facts.server'
import { type BragTable, defaultBragTable } from '~/domain/plan/brag'
import { fingerprintOf } from '~/domain/plan/brag-table'
import { actionStanding } from '~/domain/action/standing'
import { test, workerDatabase } from '~/testing/db-test'
import { aFriday, contextFor, makeAction } from '~/testing/make'
import { ratingsView } from './ratings.query.server'
import { saveBragTable } from './save-brag-table.command.server'
import { arranged, bragTableForm, rowsTyped, typedRows, withRows } from './save-brag-table.form'
import { bragTableView, triedOnPlan } from './save-brag-table.query.server'

const kind: BragTable = [
  { brag: 'at-risk', delivery: ['off-track'], daysLateOver: 0 },
  { brag: 'on-track' },
]
const asked = (table: BragTable, basedOn: number | null = null) => ({
  ...{ table, basedOn, why: 'As the board decided.', notAnIdentifier: '' },
  triedAs: fingerprintOf(table),
})

describe('a table of colours', () => {
  test('is tried on the plan, and nothing is kept', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const late = await makeAction(db, { title: 'Late', dueOn: '2026-11-02' })
    await makeAction(db, { title: 'In time', dueOn: '2027-03-31' })
    const tried = await triedOnPlan(leader, kind)
    expect(tried).toMatchObject({ actions: 2, idle: [], triedAs: fingerprintOf(kind) })
    expect(tried.changes).toContainEqual({
      ...{ id: late, title: 'Late', from: 'off-track', to: 'at-risk', row: 0 },
    })
    expect(await bragTableView(leader)).toEqual({ table: defaultBragTable, versionId: null })
  })

  test('counts from when it is saved: a past day is judged by the table of that day', async ({
    db,
  }) => {
    const leader = await contextFor(db, 'leader')
    await sql`select set_config('waymark.now', '2026-10-01T09:00:00Z', true)`.execute(db)
    const id = await makeAction(db, { dueOn: '2026-11-02' })
    expect(await saveBragTable(leader, asked(kind))).toEqual({ allowed: true })

    const bragOn = async (day: '2026-11-19' | '2026-11-20') => {
      const plan = await planFactsOn(db, leader.actor, day)
      const action = plan.actions.find((one) => one.id === id)!
      return actionStanding(action, day, plan.bragTable).brag
    }
    expect(await bragOn('2026-11-19')).toBe('off-track')
    expect(await bragOn('2026-11-20')).toBe('at-risk')

    const view = await ratingsView(leader)
    expect(view.table).toEqual(kind)
    expect(view.tables).toMatchObject([
      { fromOn: '2026-11-20', savedByName: leader.actor.name, why: 'As the board decided.' },
    ])
    const event = await db
      .selectFrom('events')
      .where('what', '=', 'brag-table.saved')
      .select(['actorId', 'after'])
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      actorId: leader.actor.personId,
      after: {
        why: 'As the board decided.',
        rows: [
          '1. At risk: delivery is “off track” and its due date has passed',
          '2. On track: whatever it is',
        ],
      },
    })
  })

  test('has the kept colours derived anew', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const id = await makeAction(db, { dueOn: '2026-11-02' })
    const kept = async () => {
      await bringStandingsUpTo(leader.today, db)
      const { brag } = await db
        .selectFrom('actionStandings')
        .where('actionId', '=', id)
        .select('brag')
        .executeTakeFirstOrThrow()
      return brag
    }
    expect(await kept()).toBe('off-track')
    await saveBragTable(leader, asked(kind))
    expect(await kept()).toBe('at-risk')
  })

  test('is put back to Waymark’s own by saving that, which stays on record too', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    await saveBragTable(leader, asked(kind))
    const { versionId } = await bragTableView(leader)
    const later = { ...leader, now: new Date(aFriday.getTime() + 60_000) }
    expect(await saveBragTable(later, asked(defaultBragTable, versionId))).toEqual({
      allowed: true,
    })
    expect((await ratingsView(later)).tables).toHaveLength(2)
  })

  test('is refused where the rule refuses it, and nothing is kept', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const leader = await contextFor(db, 'leader')
    expect(await saveBragTable(manager, asked(kind))).toMatchObject({ allowed: false })
    expect(await saveBragTable(leader, asked(kind.slice(0, 1)))).toMatchObject({
      because: expect.stringContaining('The last row must catch all'),
    })
    expect(await saveBragTable(leader, { ...asked(kind), triedAs: '' })).toMatchObject({
      because: expect.stringContaining('Try the table on the plan before you save it'),
    })
    expect(await db.selectFrom('bragTables').select('id').execute()).toEqual([])
  })
})

plainTest('of two who save at once one is told that the other came first', async () => {
  const db = await workerDatabase()
  const [first, second] = [await contextFor(db, 'leader'), await contextFor(db, 'leader')]
  const { versionId } = await bragTableView(first)
  const another: BragTable = [{ brag: 'not-started' }]
  const answers = await Promise.all([
    saveBragTable(first, asked(kind, versionId)),
    saveBragTable({ ...second, now: new Date(aFriday.getTime() + 5) }, asked(another, versionId)),
  ])
  expect(answers.filter((one) => one.allowed)).toHaveLength(1)
  expect(answers).toContainEqual({
    allowed: false,
    because: expect.stringContaining('Somebody saved another table meanwhile.') as string,
  })
})

describe('the form', () => {
  const typed = {
    ...withRows({ basedOn: [''], why: ['Because'] }, typedRows(defaultBragTable)),
    intent: ['try'],
  }
  const parse = (fields: Record<string, string[]>) =>
    bragTableForm.safeParse(
      Object.fromEntries(
        Object.entries(fields).map(([name, values]) => [
          name,
          name.endsWith('[]') ? values : values[0],
        ]),
      ),
    )

  test('carries every table there and back', () => {
    expect(parse(typed).data).toMatchObject({ table: defaultBragTable, why: 'Because' })
    const own: BragTable = [
      {
        ...{ brag: 'at-risk', assurance: ['none', 'partly'], priorityAction: true },
        ...{ statedDiffers: true, evidenceStale: true, daysLateOver: 14 },
      },
      { brag: 'off-track' },
    ]
    expect(parse(withRows({}, typedRows(own))).data?.table).toEqual(own)
  })

  const colours = (fields: Record<string, string[]> | undefined) =>
    rowsTyped(fields ?? {}).map((row) => row.brag[0])
  const three = withRows(
    { why: ['Kept'] },
    typedRows([
      { brag: 'at-risk', daysLateOver: 3 },
      { brag: 'on-track', impact: ['partly'] },
      { brag: 'off-track' },
    ]),
  )
  test.each([
    ['up 1', ['on-track', 'at-risk', 'off-track']],
    ['down 0', ['on-track', 'at-risk', 'off-track']],
    ['up 0', ['at-risk', 'on-track', 'off-track']],
    ['remove 1', ['at-risk', 'off-track']],
    ['add', ['at-risk', 'on-track', 'off-track', 'off-track']],
    ['default', defaultBragTable.map((row) => row.brag)],
  ])('moves its rows by the button “%s”, and keeps what was typed', (intent, expected) => {
    const moved = arranged({ ...three, intent: [intent] })
    expect(colours(moved)).toEqual(expected)
    expect(moved?.why).toEqual(['Kept'])
  })

  test('leaves trying, saving and what it does not know to others', () => {
    expect(arranged({ ...three, intent: ['try'] })).toBeUndefined()
    expect(arranged({ ...three, intent: ['constructor'] })).toBeUndefined()
    expect(arranged(three)).toBeUndefined()
  })

  test.each([
    [{ 'daysLateOver-0': ['many'] }, 'daysLateOver-0', 'Row 1: Give a whole number of days'],
    [{ 'brag-1': ['purple'] }, 'brag-1', 'Row 2: Choose a colour from the list.'],
    [{ 'delivery-1[]': ['fine'] }, 'delivery-1[]', 'Row 2: Choose from the list.'],
  ])('says of %j which row is wrong', (change, field, sentence) => {
    const [issue] = parse({ ...three, ...change }).error?.issues ?? []
    expect(issue?.path).toEqual([field])
    expect(issue?.message).toContain(sentence)
  })
})
