import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Db, openDatabase } from '~/db/db.server'
import { recordedMeasures } from '~/db/measure-facts.server'
import { findingOf } from '~/domain/measure/finding'
import { measureStanding } from '~/domain/measure/standing'
import { ownDatabase } from '~/testing/own-database'
import { playStory } from './play.server'
import { stories } from './stories'

const today = '2026-10-20'
let storage: string
let db: Db

beforeAll(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'waymark-story-measures-'))
  Object.assign(process.env, {
    STORAGE_DIR: storage,
    SESSION_SECRET: 'a secret of the tests, long enough for them',
    DATABASE_URL: 'postgres://not.used',
  })
  db = openDatabase(await ownDatabase('measures_of_westmarsh'), 2)
  const story = stories.westmarsh!
  await db.transaction().execute((tx) => playStory(tx, { story, today, argon2id: undefined }))
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await rm(storage, { recursive: true, force: true })
})

/** The measure of this name, as it stands, with what its signals mean by month. */
async function measured(title: string) {
  const measure = (await recordedMeasures(db)).find((one) => one.title === title)!
  const standing = measureStanding(measure, today)
  const meaning = (month: string) =>
    standing.points.find(({ from }) => from === `${month}-01`)?.signal?.meaning
  const notes = await db
    .selectFrom('measureNotes')
    .where('measureId', '=', measure.id)
    .orderBy('periodFrom')
    .select(['periodFrom', 'words'])
    .execute()
  return { standing, meaning, notes, finding: findingOf(measure, standing) }
}

test('In the spring of training and the summer of leavers assessments show a concern, with its notes.', async () => {
  const { meaning, notes, finding } = await measured('Assessments within 45 working days')
  expect(['2026-03', '2026-04', '2026-05', '2026-07'].map(meaning)).toEqual([
    'improvement',
    'concern',
    'concern',
    'concern',
  ])
  expect(notes).toMatchObject([
    {
      periodFrom: '2026-04-01',
      words: expect.stringMatching(/^Practice model rolled out/) as string,
    },
    { periodFrom: '2026-07-01', words: expect.stringMatching(/^Agency contract ended/) as string },
  ])
  expect(finding).toBe(
    'Assessments within 45 working days showed no signal after August 2026, still below target',
  )
})

test('Children without a social worker are fewer than in 2019, rise in the summer, and miss the target.', async () => {
  const { standing, meaning, finding } = await measured('Children without a social worker')
  const { points, latest, assurance } = standing
  expect([points[0]?.from, points[0]?.value, latest?.value]).toEqual(['2019-11-01', 78, 29])
  expect(['2026-03', '2026-08'].map(meaning)).toEqual(['improvement', 'concern'])
  expect(assurance).toBe('fail')
  expect(finding).toMatch(/^Children without a social worker .* above target$/)
})

test('Changes of worker rise, and re-referrals show no signal.', async () => {
  const changes = await measured('Children with three or more social workers in a year')
  expect(changes.standing.isWrongWay).toBe(true)
  const referrals = await measured('Referrals within twelve months of another')
  expect(referrals.standing.points.slice(-12).filter(({ signal }) => signal)).toEqual([])
})

test('A figure that was corrected keeps what was recorded first.', async () => {
  const rows = await db
    .selectFrom('measurePoints')
    .where('revision', '>', 1)
    .select(['periodFrom', 'reason'])
    .execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ periodFrom: '2026-05-01' })
})
