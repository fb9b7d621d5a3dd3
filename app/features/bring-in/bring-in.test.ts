import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import { type Db, openDatabase } from '~/db/db.server'
import { xlsxStream } from '~/documents/tables/write-xlsx.server'
import { wordOf, wordXml } from '~/documents/hostile-documents'
import type { ValueKind } from '~/domain/bring-in/asked-words'
import { answerKey } from '~/domain/bring-in/row'
import { expectRefusedBy, test, workerDatabase } from '~/testing/db-test'
import { ownDatabase } from '~/testing/own-database'
import { contextFor, makeAction, makePerson, makeRecommendation } from '~/testing/make'
import {
  csv,
  headings,
  numberedRows,
  westmarshOldPlan,
  workbook,
} from '../../../seeds/sample-old-plans/old-plans'
import { addOldPlan } from './add-old-plan.command.server'
import { answerValues } from './answer-values.command.server'
import { answerValuesForm } from './answer-values.form'
import { bringInView } from './bring-in.query.server'
import { bringInsView } from './bring-ins.query.server'
import { chooseTable } from './choose-table.command.server'
import { columnsView } from './columns.query.server'
import { confirmBringIn } from './confirm-bring-in.command.server'
import { correctRow } from './correct-row.command.server'
import { discardBringIn } from './discard-bring-in.command.server'
import { mapColumns } from './map-columns.command.server'
import type { ReceivedPlan } from './received-plan'
import { rowView, rowsView } from './rows.query.server'
import { setAsideRows } from './set-aside-rows.command.server'
import { tableLookView } from './table-look.query.server'
import { wordsView } from './words.query.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-bring-in-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function received(
  content: Uint8Array | string,
  originalName = 'Old plan.xlsx',
): Promise<ReceivedPlan> {
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = path.join(folder, sha256)
  await writeFile(file, bytes)
  return { sha256, bytes: bytes.length, mediaType: 'text/csv', originalName, path: file }
}

async function begun(
  context: Context,
  content: Uint8Array | string,
  name?: string,
): Promise<number> {
  const added = await addOldPlan(context, await received(content, name))
  if (!added.allowed) throw new Error(added.because)
  return added.bringInId
}

const seen = async (context: Context, id: number) => (await bringInView(context, id))!

/** Takes the columns as they are guessed, and what is proposed for each status. */
async function mapped(context: Context, id: number): Promise<void> {
  const view = (await columnsView(context, id, {}))!
  const columns = Object.fromEntries(
    view.columns.flatMap(({ at, field }) => (field ? [[at, field]] : [])),
  )
  const decision = await mapColumns(context, id, { revision: view.revision, columns })
  expect(decision).toEqual({ allowed: true })
  const statuses = (await wordsView(context, id, { kind: 'status' }, {}))!
  if (statuses.kind !== 'status' || statuses.values.length === 0) return
  await said(
    context,
    id,
    'status',
    Object.fromEntries(statuses.values.map(({ key, chosen }) => [key, chosen])),
  )
}

async function said(
  context: Context,
  id: number,
  kind: ValueKind,
  meant: Record<string, string>,
): Promise<void> {
  const { revision } = await seen(context, id)
  const answers = Object.entries(meant).map(([key, answer]) => ({ key, answer }))
  const decision = await answerValues(context, id, { revision, kind, next: undefined, answers })
  expect(decision).toEqual({ allowed: true })
}

const confirmed = async (context: Context, id: number) =>
  confirmBringIn(context, id, { revision: (await seen(context, id)).revision })

async function westmarsh(db: Db, domain = 'westmarsh.example') {
  const manager = await contextFor(db, 'manager')
  const joy = await makePerson(db, { name: 'Joy Okafor', email: `joy.okafor@${domain}` })
  const grace = await makePerson(db, {
    name: 'Grace Holloway',
    email: `grace.holloway@${domain}`,
    roles: ['manager'],
  })
  const recommendation = await makeRecommendation(db, {
    text: 'The timeliness of assessments for children in need.',
  })
  return { manager, joy, grace, recommendation }
}

const actionsOf = (db: Db, bringInId: number) =>
  db
    .selectFrom('actions as a')
    .innerJoin('actionSources as s', 's.actionId', 'a.id')
    .where('s.bringInId', '=', bringInId)
    .orderBy('s.rowAt')
    .select([
      'a.id',
      'a.title',
      'a.outcome',
      'a.ownerId',
      'a.startOn',
      'a.originalDueOn',
      'a.dueOn',
      'a.deliveredOn',
      's.rowAt',
      's.oldRef',
      's.oldOwner',
    ])
    .execute()

describe('an old workbook is brought in', () => {
  test('step by step: its table and columns are guessed, its doubts asked, its rows made actions', async ({
    db,
  }) => {
    const { manager, joy, grace, recommendation } = await westmarsh(db)
    const id = await begun(manager, await westmarshOldPlan())

    const look = (await tableLookView(manager, id, {}, {}))!
    expect(look.tables.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Sheet Read me', false],
      ['Sheet Plan', false],
      ['Sheet Lists', true],
    ])
    expect([look.table, look.headerRow]).toEqual([1, 3])
    await mapped(manager, id)

    const asked = (await seen(manager, id)).words.filter(({ open }) => open > 0)
    expect(asked).toEqual(
      expect.arrayContaining([
        { kind: 'owner', values: 5, open: 1 },
        { kind: 'due', values: 3, open: 2 },
      ]),
    )
    const view = await seen(manager, id)
    expect(view.rows).toMatchObject({ ready: 3, wrong: 2, 'left-out': 3 })
    expect(view.confirm).toEqual({
      allowed: false,
      because: '2 rows are not right yet. Put them right, or set them aside.',
    })
    expect(
      view.wrong.map(({ rowAt, problems }) => [rowAt, problems.map(({ sentence }) => sentence)]),
    ).toEqual([
      [
        7,
        [
          'Sheet Plan, cell F7 says “Head of Service”. Nobody here is called that.',
          'Sheet Plan, cell H7 says “Q2 2026”. A quarter may be of the calendar or of the financial year.',
        ],
      ],
      [9, ['Sheet Plan, cell H9 says “end March”. It does not say which year.']],
    ])

    await said(manager, id, 'owner', { 'head of service': 'none' })
    await said(manager, id, 'due', { 'q2 2026': '2026-09-30', 'end march': '2027-03-31' })
    expect(await confirmed(manager, id)).toEqual({ allowed: true, actions: 5 })

    const actions = await actionsOf(db, id)
    expect(actions.map(({ id: _, ...action }) => action)).toMatchObject([
      {
        rowAt: 5,
        oldRef: '1.1',
        ownerId: joy,
        startOn: '2026-04-01',
        originalDueOn: '2026-12-18',
        dueOn: '2026-12-18',
        oldOwner: 'J Okafor',
      },
      { rowAt: 6, oldRef: '1.2', ownerId: joy, originalDueOn: '2026-11-30', dueOn: '2027-01-29' },
      { rowAt: 7, oldRef: '1.3', ownerId: null, dueOn: '2026-09-30', oldOwner: 'Head of Service' },
      { rowAt: 9, oldRef: '2.1', ownerId: grace, startOn: '2026-06-01', dueOn: '2027-03-31' },
      { rowAt: 10, oldRef: '2.2', ownerId: grace, dueOn: null, originalDueOn: null },
    ])
    const links = await db
      .selectFrom('actionRecommendations')
      .where('recommendationId', '=', recommendation)
      .select('actionId')
      .execute()
    // The merged cell speaks for each of its rows.
    expect(links.map(({ actionId }) => actionId)).toEqual(
      actions.slice(0, 3).map((action) => action.id),
    )
  })

  test('what it said of a status is an update of today in its own words, and never a derived state', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(
      manager,
      csv([
        ['Action', 'RAG', 'Progress'],
        ['Train managers', 'Complete', 'Two cohorts have finished.'],
        ['Write to parents', '', 'Drafted.'],
      ]),
      'Plan 2025.csv',
    )
    await mapped(manager, id)
    await confirmed(manager, id)
    const [trained, written] = await actionsOf(db, id)
    expect(trained).toMatchObject({ deliveredOn: null })
    const updates = await db
      .selectFrom('updates')
      .where('actionId', 'in', [trained!.id, written!.id])
      .selectAll()
      .execute()
    expect(updates).toMatchObject([
      {
        actionId: trained!.id,
        statedDelivery: 'delivered',
        confidence: 'low',
        saidAt: manager.now,
        authorId: manager.actor.personId,
        words:
          'Brought in from “Plan 2025.csv”, the file, row 2. Status there: “Complete”. Progress there: “Two cohorts have finished.”',
      },
    ])
    const event = await db
      .selectFrom('events')
      .where('what', '=', 'action.brought-in')
      .where('subjectId', '=', trained!.id)
      .select('after')
      .executeTakeFirstOrThrow()
    expect(event.after).toMatchObject({
      title: 'Train managers',
      file: 'Plan 2025.csv',
      table: 'The file',
      row: 2,
    })
  })

  test('progress without a status becomes an update once somebody has said how it stands', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(
      manager,
      csv([
        ['Action', 'RAG', 'Progress'],
        ['Write to parents', '', 'Drafted.'],
        ['Audit twenty files', '', 'Twelve are read.'],
      ]),
      'Plan 2025.csv',
    )
    await mapped(manager, id)
    const asked = (await wordsView(manager, id, { kind: 'status' }, {}))!.values
    expect(asked).toMatchObject([{ key: '', rows: 2, chosen: 'none' }])
    await said(manager, id, 'status', { '': 'at-risk' })
    await confirmed(manager, id)
    const updates = await db
      .selectFrom('updates')
      .where(
        'actionId',
        'in',
        (await actionsOf(db, id)).map((action) => action.id),
      )
      .orderBy('actionId')
      .selectAll()
      .execute()
    expect(updates).toMatchObject([
      {
        statedDelivery: 'at-risk',
        saidAt: manager.now,
        words: 'Brought in from “Plan 2025.csv”, the file, row 2. Progress there: “Drafted.”',
      },
      { statedDelivery: 'at-risk', saidAt: manager.now },
    ])
  })

  test('a date that it had revised counts as moved, with its reason, and the first date stays', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(
      manager,
      csv([
        ['Action', 'Target date', 'Revised date'],
        ['Train managers', '30/6/2026', '31/12/2026'],
      ]),
    )
    await mapped(manager, id)
    await confirmed(manager, id)
    const [action] = await actionsOf(db, id)
    expect(action).toMatchObject({ originalDueOn: '2026-06-30', dueOn: '2026-12-31' })
    const moves = await db
      .selectFrom('dueDateChanges')
      .where('actionId', '=', action!.id)
      .selectAll()
      .execute()
    expect(moves).toMatchObject([
      {
        fromOn: '2026-06-30',
        toOn: '2026-12-31',
        decision: 'not-needed',
        inOldPlan: true,
        reason:
          'Revised in the old plan before it was brought in (“Old plan.xlsx”, the file, row 2).',
      },
    ])
  })

  test('another row of headings, or another sheet, begins the columns anew', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(
      manager,
      await workbook({
        Plan: [
          ['Action', 'Lead'],
          ['Train managers', 'Joy Okafor'],
        ],
        Other: [
          ['Task', 'Who'],
          ['Write', 'Grace Holloway'],
        ],
      }),
    )
    await mapped(manager, id)
    const { revision } = await seen(manager, id)
    expect(await chooseTable(manager, id, { revision, table: 1, headerRow: 1 })).toEqual({
      allowed: true,
    })
    const view = await seen(manager, id)
    expect(view.columns).toBeUndefined()
    expect(view.rows.ready).toBe(0)
    await mapped(manager, id)
    expect(
      (await rowsView(manager, id, { state: 'ready' }, {}))!.rows.map(({ words }) => words),
    ).toEqual(['Write'])
    expect(
      await chooseTable(manager, id, { revision: view.revision + 1, table: 1, headerRow: 99 }),
    ).toEqual({
      allowed: false,
      because: 'There is nothing in that row. Choose the row that holds the headings.',
    })
  })
})

describe('nothing is doubled', () => {
  const plan = [
    ['Ref', 'Action', 'Due', 'Status'],
    ['1', 'Train managers', '30/6/2026', 'Green'],
    ['2', 'Write to parents', '31/7/2026', 'Red'],
  ]

  test('by the same file: it says so, and has no row to bring in', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const first = await begun(manager, csv(plan))
    await mapped(manager, first)
    await confirmed(manager, first)
    const again = await begun(manager, csv(plan))
    await mapped(manager, again)
    const view = await seen(manager, again)
    expect(view.sameFile).toEqual({ id: first, confirmedOn: '2026-11-20' })
    expect(view.rows).toMatchObject({ ready: 0, already: 2 })
    expect(view.confirm).toEqual({ allowed: false, because: 'There is no row to bring in.' })
    const rows = (await rowsView(manager, again, { state: 'already' }, {}))!.rows
    expect(rows[0]!.because).toMatch(/^It was brought in on 20 November 2026 as A\d+\.$/)
  })

  test('by a later one: rows that changed are shown with what differs, new ones are brought in', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const first = await begun(manager, csv(plan))
    await mapped(manager, first)
    await confirmed(manager, first)
    const later = await begun(
      manager,
      csv([
        ...plan.slice(0, 2),
        ['2', 'Write to parents plainly', '31/8/2026', 'Amber'],
        ['3', 'Audit 20 files', '', ''],
      ]),
    )
    await mapped(manager, later)
    const view = await seen(manager, later)
    expect(view.rows).toMatchObject({ ready: 1, already: 1, changed: 1 })
    const [changed] = (await rowsView(manager, later, { state: 'changed' }, {}))!.rows
    expect(changed!.problems.map(({ sentence }) => sentence)).toEqual([
      'Action: what will be done: “Write to parents plainly” here, “Write to parents” in the plan.',
      'Due date, as first set: “31 August 2026” here, “31 July 2026” in the plan.',
      'Status: “At risk” here, “Off track” in the plan.',
    ])
    expect(await confirmed(manager, later)).toEqual({ allowed: true, actions: 1 })
  })

  test('by rows that are twice in one file', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(manager, csv([...plan, plan[1]!]))
    await mapped(manager, id)
    const [twice] = (await rowsView(manager, id, { state: 'double' }, {}))!.rows
    expect(twice).toMatchObject({ row: 4, because: 'It is word for word the same as row 2.' })
    expect(await confirmed(manager, id)).toEqual({ allowed: true, actions: 2 })
  })

  test('by the reference of an export, where words agree: another council has an A1 too', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const outcome = 'Children are heard.'
    const kept = await makeAction(db, { title: 'Train managers', dueOn: '2026-06-30' })
    const renamed = await makeAction(db, { title: 'Hear fathers', outcome })
    const foreign = await makeAction(db, { title: 'Count moves', outcome: 'Fewer moves.' })
    const id = await begun(
      manager,
      csv([
        ['Waymark reference', 'Action', 'Outcome for children', 'Due date'],
        [`A${kept}`, 'Train all managers', '', '30/6/2026'],
        [`A${renamed}`, 'Write plainly', outcome, ''],
        [`A${foreign}`, 'Audit 20 files', 'Plans are good.', '31/7/2026'],
        ['A999999', 'Open a hub', 'Families are near.', '31/7/2026'],
      ]),
    )
    await mapped(manager, id)
    const view = await seen(manager, id)
    expect(view.rows).toMatchObject({ ready: 2, changed: 2, already: 0 })
    expect(await confirmed(manager, id)).toEqual({ allowed: true, actions: 2 })
    const titles = await db.selectFrom('actions').orderBy('id').select('title').execute()
    expect(titles.map(({ title }) => title)).toEqual([
      ...['Train managers', 'Hear fathers', 'Count moves'],
      ...['Audit 20 files', 'Open a hub'],
    ])
  })

  test('by an action that somebody made by hand, of the same words', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const made = await makeAction(db, { title: 'Train managers', dueOn: '2026-06-30' })
    const id = await begun(manager, csv(plan))
    await mapped(manager, id)
    const [there] = (await rowsView(manager, id, { state: 'changed' }, {}))!.rows
    expect(there).toMatchObject({ row: 2, actionId: made })
  })

  test('and the database refuses the same words a second time', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(manager, csv(plan))
    await mapped(manager, id)
    await confirmed(manager, id)
    const action = await makeAction(db)
    const source = await db
      .selectFrom('actionSources')
      .where('bringInId', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    const other = await begun(manager, csv([...plan, ['9', 'More', '', '']]))
    await expectRefusedBy(db, 'action_sources_the_same_words_are_brought_in_once', () =>
      db
        .insertInto('actionSources')
        .values({ ...source, actionId: action, bringInId: other })
        .execute(),
    )
    await expectRefusedBy(db, 'action_sources_one_action_from_a_row', () =>
      db
        .insertInto('actionSources')
        .values({ ...source, actionId: action, contentSha256: 'f'.repeat(64) })
        .execute(),
    )
  })
})

describe('an owner who is not here', () => {
  const plan = csv([
    ['Action', 'Lead'],
    ['Train managers', 'Tom Bell'],
    ['Audit twenty files', 'Tom Bell'],
  ])
  const proposals = [{ key: 'tom bell', name: 'Tom Bell', email: 'tom.bell@westmarsh.example' }]
  const propose = async (context: Context, id: number, email = proposals[0]!.email) => {
    const { revision } = await seen(context, id)
    return answerValues(context, id, {
      ...{ revision, kind: 'owner', next: undefined, answers: [] },
      proposals: [{ ...proposals[0]!, email }],
    })
  }
  const proposed = (db: Db) =>
    db
      .selectFrom('invitationProposals')
      .select(['id', 'name', 'email', 'proposedById', 'answer', 'personId'])
      .executeTakeFirstOrThrow()

  test('is proposed to be invited, and what they own is held for them', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(manager, plan)
    await mapped(manager, id)
    const asked = (await wordsView(manager, id, { kind: 'owner' }, {}))!.values[0]!
    expect(asked.toInvite).toEqual({ name: 'Tom Bell', email: '' })
    expect(await propose(manager, id)).toEqual({ allowed: true })
    expect(await proposed(db)).toMatchObject({
      ...{ name: 'Tom Bell', email: 'tom.bell@westmarsh.example', answer: null, personId: null },
      proposedById: manager.actor.personId,
    })
    const said = (await wordsView(manager, id, { kind: 'owner' }, {}))!.values[0]!
    expect(said.choices).toContainEqual({
      value: said.chosen,
      title: 'To be invited: Tom Bell, tom.bell@westmarsh.example',
    })
    // Nobody came in by that: no person, no role, no link.
    expect(
      await db.selectFrom('people').where('name', '=', 'Tom Bell').select('id').execute(),
    ).toEqual([])
    expect(await db.selectFrom('invitations').select('personId').execute()).toEqual([])

    expect(await confirmed(manager, id)).toEqual({ allowed: true, actions: 2 })
    const { id: heldForId } = await proposed(db)
    const sources = await db.selectFrom('actionSources').select(['heldForId', 'oldOwner']).execute()
    expect(sources).toEqual([
      { heldForId, oldOwner: 'Tom Bell' },
      { heldForId, oldOwner: 'Tom Bell' },
    ])
    expect((await actionsOf(db, id)).map(({ ownerId }) => ownerId)).toEqual([null, null])
  })

  test('is the owner at once where an administrator invited them before it is brought in', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(manager, plan)
    await mapped(manager, id)
    await propose(manager, id)
    const tom = await makePerson(db, { name: 'Tom Bell', email: 'tom.bell@westmarsh.example' })
    await db
      .updateTable('invitationProposals')
      .set({ answer: 'invited', personId: tom, answeredById: tom, answeredAt: manager.now })
      .execute()
    await confirmed(manager, id)
    expect((await actionsOf(db, id)).map(({ ownerId }) => ownerId)).toEqual([tom, tom])
  })

  test('is no longer proposed once somebody else owns it, or the old plan is set aside', async ({
    db,
  }) => {
    const { manager, joy } = await westmarsh(db)
    const id = await begun(manager, plan)
    await mapped(manager, id)
    await propose(manager, id)
    await said(manager, id, 'owner', { 'tom bell': String(joy) })
    expect((await proposed(db)).answer).toBe('withdrawn')
    await propose(manager, id)
    expect((await proposed(db)).answer).toBeNull()
    await discardBringIn(manager, id)
    expect((await proposed(db)).answer).toBe('withdrawn')
  })

  test('is not proposed under the address of somebody who is known', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(manager, plan)
    await mapped(manager, id)
    expect(await propose(manager, id, 'joy.okafor@westmarsh.example')).toEqual({
      allowed: false,
      because: 'Joy Okafor is here already under that address: choose them from the list.',
    })
    await makePerson(db, { name: 'Lucy Hart', email: 'lucy@old.example', roles: ['observer'] })
    expect(await propose(manager, id, 'lucy@old.example')).toMatchObject({ allowed: false })
    expect(await db.selectFrom('invitationProposals').select('id').execute()).toEqual([])
  })

  test('is asked for by a form that says what is missing', () => {
    const typed = { revision: '1', kind: 'owner', next: '', 'key-0': 'tom bell', 'answer-0': '' }
    const read = (more: Record<string, string>) => answerValuesForm.safeParse({ ...typed, ...more })
    expect(
      read({ 'name-0': 'Tom Bell', 'email-0': 'Tom.Bell@westmarsh.example' }).data,
    ).toMatchObject({ answers: [], proposals })
    expect(
      read({ 'name-0': ' ', 'email-0': 'tom' }).error?.issues.map(({ path: at }) => at[0]),
    ).toEqual(['name-0', 'email-0'])
    expect(read({ 'name-0': 'Tom Bell', 'email-0': '' }).data).not.toHaveProperty('proposals')
  })
})

describe('a row that is not right', () => {
  const wrong = csv([
    ['Action', 'Start', 'Due', 'Comments'],
    ['Train managers', '1/9/2026', '30/6/2026', ''],
    ['', '', '30/6/2026', 'no action'],
    ['Close the case of 943 476 5919', '', '', ''],
    ['Write to parents', '', '', ''],
  ])

  test('is told with its cell, corrected, set aside, and brought in without what was set aside', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(manager, wrong)
    await mapped(manager, id)
    const view = await seen(manager, id)
    expect(view.wrong.map(({ problems }) => problems.map(({ sentence }) => sentence))).toEqual([
      ['The file, cell C2: an action cannot be due before it starts.'],
      ['The file, cell A3: there is no action in this row.'],
      ['The file, cell A4: “••• ••• ••19” looks like an NHS number. Take it out.'],
    ])
    const rows = (await rowsView(manager, id, { state: 'wrong' }, {}))!.rows
    expect(rows[2]!.words).toBe('Close the case of ••• ••• ••19')

    expect(
      await correctRow(manager, id, 2, {
        revision: view.revision,
        words: { due: '30/6/2027' },
        notAnIdentifier: '',
      }),
    ).toEqual({ allowed: true })
    expect(
      await setAsideRows(manager, id, {
        revision: view.revision + 1,
        row: 3,
        because: 'It is a note',
      }),
    ).toEqual({ allowed: true })
    const third = (await rowView(manager, id, 4, {}))!
    expect(third.fields[0]).toMatchObject({
      said: 'Close the case of ••• ••• ••19',
      isMasked: true,
      words: '',
    })
    expect(
      await setAsideRows(manager, id, { revision: view.revision + 2, because: 'Names a child' }),
    ).toEqual({ allowed: true })
    const after = await seen(manager, id)
    expect(after.rows).toMatchObject({ ready: 2, wrong: 0, 'set-aside': 2 })
    expect(
      (await rowsView(manager, id, { state: 'set-aside' }, {}))!.rows.map(({ because }) => because),
    ).toEqual(['It is a note', 'Names a child'])
    expect(await confirmed(manager, id)).toEqual({ allowed: true, actions: 2 })
    expect((await actionsOf(db, id)).map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ['Train managers', '2027-06-30'],
      ['Write to parents', null],
    ])
  })

  test('with a number that is no identifier is used once somebody says why', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(manager, wrong)
    await mapped(manager, id)
    const { revision } = await seen(manager, id)
    await correctRow(manager, id, 4, {
      revision,
      words: { title: '' },
      notAnIdentifier: 'A made-up number of the help desk',
    })
    expect((await rowView(manager, id, 4, {}))!.state).toBe('ready')
  })

  test('that goes on from a merged cell, or has a formula without a value, waits for words of its own', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const file = await workbook(
      {
        Plan: [
          ['Action', 'Lead', 'Due'],
          ['Train managers', '', ''],
          ['', '', ''],
          ['Write to parents', '', { formula: 'A1+30' } as never],
        ],
      },
      (book) => book.getWorksheet('Plan')!.mergeCells('A2:A3'),
    )
    const id = await begun(manager, file)
    await mapped(manager, id)
    const view = await seen(manager, id)
    expect(view.rows).toMatchObject({ ready: 1, wrong: 1 })
    expect(view.wrong[0]!.problems[0]!.sentence).toBe(
      'Sheet Plan, cell C4: the formula =A1+30 has no value in the file. Open the file in Excel, save it, and bring it in again, or write the value here.',
    )
    await correctRow(manager, id, 4, {
      revision: view.revision,
      words: { due: '' },
      notAnIdentifier: '',
    })
    expect((await seen(manager, id)).rows).toMatchObject({ ready: 2, wrong: 0 })
  })
})

describe('it is refused', () => {
  test('to everybody but managers', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(
      manager,
      csv([
        ['Action', 'Lead'],
        ['Train managers', ''],
      ]),
    )
    const leader = await contextFor(db, 'leader')
    const because = { allowed: false, because: 'Only a manager can do this.' }
    expect(await addOldPlan(leader, await received('Action,Lead\r\nTrain,'))).toEqual(because)
    expect(await mapColumns(leader, id, { revision: 1, columns: { 0: 'title' } })).toEqual(because)
    expect(await discardBringIn(leader, id)).toEqual(because)
    await mapped(manager, id)
    expect(await confirmBringIn(leader, id, { revision: 2 })).toEqual(because)
  })

  test('where somebody else has changed it meanwhile', async ({ db }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(
      manager,
      csv([
        ['Action', 'Lead'],
        ['Train managers', ''],
      ]),
    )
    await mapped(manager, id)
    const because = {
      allowed: false,
      because:
        'Somebody else has changed this meanwhile. What you entered is still here: look at what they did, and send it again.',
    }
    expect(await mapColumns(manager, id, { revision: 1, columns: { 0: 'title' } })).toEqual(because)
    expect(
      await answerValues(manager, id, {
        revision: 1,
        kind: 'status',
        next: undefined,
        answers: [],
      }),
    ).toEqual(because)
    expect(await confirmBringIn(manager, id, { revision: 1 })).toEqual(because)
  })

  test('without a column of actions, with one thing twice, and with people or recommendations who are not there', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const id = await begun(
      manager,
      csv([
        ['Action', 'Lead'],
        ['Train managers', 'Tom'],
      ]),
    )
    expect(await mapColumns(manager, id, { revision: 1, columns: { 1: 'owner' } })).toEqual({
      allowed: false,
      because: 'Say which column holds the actions.',
    })
    expect(
      await mapColumns(manager, id, { revision: 1, columns: { 0: 'title', 1: 'title' } }),
    ).toEqual({
      allowed: false,
      because: 'Two columns cannot be the same thing. Leave one of them out.',
    })
    const left = await makePerson(db, { suspendedAt: manager.now })
    const answers = (answer: string) => ({
      revision: 1,
      next: undefined,
      answers: [{ key: 'tom', answer }],
    })
    expect(await answerValues(manager, id, { kind: 'owner', ...answers(String(left)) })).toEqual({
      allowed: false,
      because: 'Choose people who are still here.',
    })
    expect(
      await answerValues(manager, id, { kind: 'recommendation', ...answers('999999') }),
    ).toEqual({ allowed: false, because: 'Choose recommendations from the list.' })
  })

  test('after it was brought in or set aside, and the list tells which is which', async ({
    db,
  }) => {
    const { manager } = await westmarsh(db)
    const done = await begun(
      manager,
      csv([
        ['Action', 'Lead'],
        ['Train managers', ''],
      ]),
    )
    await mapped(manager, done)
    await confirmed(manager, done)
    const waiting = await begun(
      manager,
      csv([
        ['Action', 'Lead'],
        ['Write', ''],
      ]),
    )
    const aside = await begun(
      manager,
      csv([
        ['Action', 'Lead'],
        ['Audit', ''],
      ]),
    )
    expect(await discardBringIn(manager, aside)).toEqual({ allowed: true })
    expect(await discardBringIn(manager, aside)).toEqual({
      allowed: false,
      because: 'This old plan was set aside.',
    })
    expect(await confirmed(manager, done)).toEqual({
      allowed: false,
      because: 'This old plan has been brought in.',
    })
    const view = await bringInsView(manager)
    expect(view.waiting.map(({ id }) => id)).toEqual([waiting])
    expect(view.done).toMatchObject([{ id: done, actions: 1, confirmedOn: '2026-11-20' }])
    expect(await bringInView(manager, 999_999)).toBeUndefined()
    expect(await discardBringIn(manager, 999_999)).toBeUndefined()
  })

  test('where the file cannot be read, in words', async ({ db }) => {
    const { manager } = await westmarsh(db)
    expect(
      await addOldPlan(
        manager,
        await received(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      ),
    ).toEqual({
      allowed: false,
      because:
        'The file is not an Excel workbook (.xlsx), a CSV file or a Word document with tables (.docx). Nothing was changed.',
    })
    const headerOnly = await begun(manager, csv([headings]))
    await mapped(manager, headerOnly)
    expect((await seen(manager, headerOnly)).confirm).toEqual({
      allowed: false,
      because: 'There is no row to bring in.',
    })
  })

  test('for an owner who has left since the words were answered', async ({ db }) => {
    const { manager, joy } = await westmarsh(db)
    const id = await begun(
      manager,
      csv([
        ['Action', 'Lead'],
        ['Train managers', 'JO'],
      ]),
    )
    await mapped(manager, id)
    await said(manager, id, 'owner', { jo: String(joy) })
    await db.updateTable('people').set({ suspendedAt: manager.now }).where('id', '=', joy).execute()
    expect(await confirmed(manager, id)).toEqual({
      allowed: false,
      because: 'An owner has left meanwhile. Look at the owners again.',
    })
  })
})

plainTest('two people who confirm at once bring in one plan once', async () => {
  const db = await workerDatabase()
  const { manager } = await westmarsh(db, 'one.example')
  const other = await contextFor(db, 'manager')
  const id = await begun(
    manager,
    csv([
      ['Action', 'Lead'],
      ['Agree who signs a hand-over', ''],
    ]),
  )
  await mapped(manager, id)
  const { revision } = await seen(manager, id)
  const both = await Promise.all([
    confirmBringIn(manager, id, { revision }),
    confirmBringIn(other, id, { revision }),
  ])
  expect(both.map((one) => one?.allowed).sort()).toEqual([false, true])
  expect(await actionsOf(db, id)).toHaveLength(1)
})

// BRING_IN_ROWS=50000 npx vitest run --project database app/features/bring-in   is the long form.
const manyRows = Number(process.env.BRING_IN_ROWS ?? 5_000)

/** A workbook of as many rows as are asked for, written as an export is. */
function longWorkbook(rows: number): Promise<Buffer> {
  async function* cells() {
    yield* numberedRows(rows)
  }
  return buffer(xlsxStream({ name: 'Plan', headings, days: new Set() }, cells()))
}

/** A Word document with one table of as many rows. */
function longDocument(rows: number): Buffer {
  const cell = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`
  const row = (words: readonly string[]) => `<w:tr>${words.map(cell).join('')}</w:tr>`
  const table = [headings, ...numberedRows(rows)].map(row).join('')
  return wordOf(Buffer.from(wordXml(`<w:tbl>${table}</w:tbl>`)))
}

const longPlan = {
  csv: (rows: number) => csv([headings, ...numberedRows(rows)]),
  xlsx: longWorkbook,
  docx: longDocument,
}

plainTest.each(['csv', 'xlsx', 'docx'] as const)(
  'a plan of very many rows in %s is read, judged and brought in whole',
  { timeout: 600_000 },
  async (format) => {
    const db = openDatabase(await ownDatabase(`bring_in_${format}`), 2)
    const { manager } = await westmarsh(db)
    let longest = 0
    let isDone = false
    const pulse = (async () => {
      while (!isDone) {
        const from = performance.now()
        await setTimeout(10)
        longest = Math.max(longest, performance.now() - from)
      }
    })()
    const taken: Record<string, number> = {}
    const timed = async <Result>(what: string, act: () => Promise<Result>): Promise<Result> => {
      const from = performance.now()
      const result = await act()
      taken[what] = Math.round(performance.now() - from)
      return result
    }
    const content = await longPlan[format](manyRows)
    const before = process.memoryUsage().rss
    const id = await timed('read', () => begun(manager, content))
    await timed('judge', () => mapped(manager, id))
    expect((await seen(manager, id)).rows).toMatchObject({ ready: manyRows, wrong: 0 })
    expect(await timed('bring in', () => confirmed(manager, id))).toEqual({
      allowed: true,
      actions: manyRows,
    })
    isDone = true
    await pulse
    const grown = Math.round((process.memoryUsage().rss - before) / 1024 / 1024)
    console.log(
      `${manyRows} rows in ${format}: ${JSON.stringify(taken)} ms, ${grown} MB grown, longest wait ${Math.round(longest)} ms`,
    )
    await db.destroy()
  },
)

test('an answer belongs to one kind of words', () => {
  expect(answerKey('due', 'q2 2025')).not.toBe(answerKey('start', 'q2 2025'))
})
