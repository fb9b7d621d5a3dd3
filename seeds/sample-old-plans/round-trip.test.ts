/** What is exported can be brought in again: into an empty plan as the same actions, into its own as none. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { piecesOf } from '../../app/auth/as-at.server'
import type { Context } from '../../app/auth/context.server'
import { type Db, openDatabase } from '../../app/db/db.server'
import { exportColumns } from '../../app/features/actions/export-columns'
import { actionView } from '../../app/features/actions/action.query.server'
import {
  exportedActions,
  exportedRegister,
  exportFormats,
} from '../../app/features/actions/export-register.query.server'
import { addOldPlan } from '../../app/features/bring-in/add-old-plan.command.server'
import { answerValues } from '../../app/features/bring-in/answer-values.command.server'
import { bringInView } from '../../app/features/bring-in/bring-in.query.server'
import { columnsView } from '../../app/features/bring-in/columns.query.server'
import { confirmBringIn } from '../../app/features/bring-in/confirm-bring-in.command.server'
import { mapColumns } from '../../app/features/bring-in/map-columns.command.server'
import { wordsView } from '../../app/features/bring-in/words.query.server'
import { csv } from './old-plans'
import { contextFor, makeAction, makePerson, makeRecommendation } from '../../app/testing/make'
import { ownDatabase } from '../../app/testing/own-database'

let folder: string
let source: Db
let manager: Context
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-round-trip-'))
  source = openDatabase(await ownDatabase('round_trip'), 2)
  manager = await contextFor(source, 'manager')
  const { joy, grace, namesake, fostering, recommendation } = await peopleOf(source)
  const trained = await makeAction(source, {
    title: 'Train managers',
    ownerId: joy,
    startOn: '2026-09-01',
    dueOn: '2026-12-18',
    teamId: fostering,
    recommendationIds: [recommendation],
  })
  await source
    .insertInto('actionContributors')
    .values([
      { actionId: trained, personId: grace },
      { actionId: trained, personId: namesake },
    ])
    .execute()
  await source
    .insertInto('milestones')
    .values([
      { actionId: trained, title: '- Write the course (first draft)', dueOn: '2026-10-01' },
      { actionId: trained, title: 'First cohort', dueOn: '2026-11-02', doneOn: '2026-11-04' },
    ])
    .execute()
  const themeId = await makeTheme(source, 'Permanence')
  await makeAction(source, {
    title: '=2+5',
    outcome: "'quoted'\nand, on two lines",
    successMeasure: '@home',
    themeId,
    deliveredOn: '2026-11-18',
  })
  const moved = await makeAction(source, {
    title: 'Write to parents',
    dueOn: '2026-12-31',
    originalDueOn: '2026-06-30',
    ownerId: joy,
  })
  const late = {
    actionId: moved,
    fromOn: '2026-06-30',
    toOn: '2026-12-31',
    reason: 'The system came late.',
  }
  await source
    .insertInto('dueDateChanges')
    .values({
      ...late,
      askedById: joy,
      askedAt: manager.now,
      decision: 'not-needed',
      decidedAt: manager.now,
    })
    .execute()
  const update = {
    actionId: moved,
    authorId: joy,
    saidAt: manager.now,
    confidence: 'low',
    words: '-5 days, then done',
  }
  await source
    .insertInto('updates')
    .values({ ...update, statedDelivery: 'at-risk' })
    .execute()
})
afterAll(async () => {
  await source.destroy()
  await rm(folder, { recursive: true })
})

const makeTheme = async (db: Db, name: string) =>
  (await db.insertInto('themes').values({ name }).returning('id').executeTakeFirstOrThrow()).id

async function peopleOf(db: Db) {
  const team = (name: string) =>
    db.insertInto('teams').values({ name }).returning('id').executeTakeFirstOrThrow()
  const [assessment, fostering] = [await team('Assessment'), await team('Fostering')]
  const person = (name: string, email: string) =>
    makePerson(db, { name, email: `${email}@westmarsh.example`, teamId: assessment.id })
  return {
    joy: await person('Joy Okafor', 'joy.okafor'),
    grace: await person('Grace Holloway', 'grace.holloway'),
    // Of two with one name, the address tells who is meant.
    namesake: await person('Grace Holloway', 'grace.holloway2'),
    fostering: fostering.id,
    recommendation: await makeRecommendation(db, { text: 'The timeliness of assessments.' }),
  }
}

/** Brings a file in with everything taken as it is guessed and proposed. */
async function broughtIn(context: Context, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = path.join(folder, sha256)
  await writeFile(file, bytes)
  const added = await addOldPlan(context, {
    sha256,
    bytes: bytes.length,
    mediaType: 'text/csv',
    originalName: 'Plan',
    path: file,
  })
  if (!added.allowed) throw new Error(added.because)
  const id = added.bringInId
  const view = (await columnsView(context, id, {}))!
  const columns = Object.fromEntries(
    view.columns.flatMap(({ at, field }) => (field ? [[at, field]] : [])),
  )
  expect(await mapColumns(context, id, { revision: view.revision, columns })).toEqual({
    allowed: true,
  })
  for (const { kind, open } of (await bringInView(context, id))!.words) {
    if (open === 0) continue
    const words = (await wordsView(context, id, { kind }, {}))!
    const answers = words.values.map(({ key, chosen }) => ({ key, answer: chosen }))
    const { revision } = words
    await answerValues(context, id, { revision, kind, next: undefined, answers })
  }
  return (await bringInView(context, id))!
}

/** What an export says of each action, but for its number and what is derived or kept by days. */
async function exportedCells(context: Context) {
  const ofThePlan = exportColumns.filter(({ heading }) => !ofThisCouncil.has(heading))
  const actions = []
  for await (const action of exportedActions(piecesOf(context), {})) {
    actions.push({
      ...Object.fromEntries(ofThePlan.map(({ heading, cell }) => [heading, cell(action)])),
      // The words of an update come back with where they are from.
      says: action.lastUpdate?.includes('-5 days, then done') ?? false,
    })
  }
  return actions
}
const ofThisCouncil = new Set(['Waymark reference', 'Progress', 'Last update on'])

describe.each(exportFormats)('an export to %s', (format) => {
  const exported = () => buffer(exportedRegister(piecesOf(manager), {}, format)!.open())

  test('brought into an empty plan gives the same actions', async () => {
    const db = openDatabase(await ownDatabase(`round_trip_${format}`), 2)
    const other = await contextFor(db, 'manager')
    await peopleOf(db)
    const view = await broughtIn(other, await exported())
    expect(view.rows).toMatchObject({ ready: 3, wrong: 0 })
    expect(await confirmBringIn(other, view.id, { revision: view.revision })).toEqual({
      allowed: true,
      actions: 3,
    })
    expect(await exportedCells(other)).toEqual(await exportedCells(manager))
    const { id } = await db
      .selectFrom('actions')
      .where('title', '=', 'Train managers')
      .select('id')
      .executeTakeFirstOrThrow()
    const page = (await actionView(other, id))!
    expect(page.source).toMatchObject({ file: 'Plan', row: 2, mayOpen: true })
    expect(page.source!.said).toContainEqual({ name: 'Owner', words: 'Joy Okafor' })
    expect(page.owners.since).toBe('2026-11-20')
    expect(page.history.at(-1)!.sentence).toMatch(
      /brought this action in from “Plan”.*owned by Joy Okafor/,
    )
    await db.destroy()
  })

  test('brought into its own plan gives none', async () => {
    const view = await broughtIn(manager, await exported())
    expect(view.rows).toMatchObject({ ready: 0, wrong: 0, already: 3, changed: 0 })
    expect(view.confirm).toEqual({ allowed: false, because: 'There is no row to bring in.' })
  })
})

test('what has no place of ours stays with the action as words, but for what looks like an identifier', async () => {
  const db = openDatabase(await ownDatabase('words_kept'), 2)
  const context = await contextFor(db, 'manager')
  const rows = [
    ['Action', 'Team', 'Workstream', 'Budget', 'Case file'],
    ['Write to parents', 'Youth justice', 'Front door', '£4,000', 'Seen 943 476 5919'],
  ]
  const view = await broughtIn(context, Buffer.from(csv(rows)))
  expect(view.columns).toEqual({ used: 3, asWords: 2, leftOut: 0 })
  await confirmBringIn(context, view.id, { revision: view.revision })
  const { id, themeId } = await db
    .selectFrom('actions')
    .select(['id', 'themeId'])
    .executeTakeFirstOrThrow()
  expect((await actionView(context, id))!.source!.said).toEqual([
    { name: 'Action: what will be done', words: 'Write to parents' },
    { name: 'Team', words: 'Youth justice' },
    { name: 'Theme', words: 'Front door' },
    { name: 'Budget', words: '£4,000' },
    {
      name: 'Case file',
      words: 'Not shown: something in it looks like an identifier. It stands only in the file.',
    },
  ])
  const theme = await db.selectFrom('themes').selectAll().executeTakeFirst()
  expect(theme).toMatchObject({ id: themeId, name: 'Front door' })
  await db.destroy()
})

test(
  'an export of ten thousand actions costs no memory that grows with them',
  { timeout: 180_000 },
  async () => {
    const db = openDatabase(await ownDatabase('long_export'), 2)
    const context = await contextFor(db, 'manager')
    const rows = Array.from({ length: 500 }, (_, at) => ({
      title: `Action ${at}`,
      outcome: 'Children keep one worker. '.repeat(20),
      createdById: context.actor.personId,
      createdAt: context.now,
    }))
    for (let times = 0; times < 20; times += 1)
      await db.insertInto('actions').values(rows).execute()
    for await (const _ of exportedActions(piecesOf(context), {})) break // derives how they stand, once
    const measured: string[] = []
    for (const format of exportFormats) {
      const before = process.memoryUsage().rss
      const from = performance.now()
      let bytes = 0
      let most = 0
      for await (const chunk of exportedRegister(piecesOf(context), {}, format)!.open()) {
        bytes += (chunk as Buffer).length
        most = Math.max(most, process.memoryUsage().rss - before)
      }
      measured.push(
        `${format} ${Math.round(bytes / 1024)} KB in ${Math.round(performance.now() - from)} ms, ${Math.round(most / 1024 / 1024)} MB grown`,
      )
      expect(bytes).toBeGreaterThan(200_000)
      expect(most).toBeLessThan(150 * 1024 * 1024)
    }
    console.log(measured.join('; '))
    await db.destroy()
  },
)
