import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { insertUpload } from '~/db/tables/uploads.server'
import { test } from '~/testing/db-test'
import { aFriday, makePerson } from '~/testing/make'
import { sweepUploadsOf } from './sweep-uploads.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-sweep-'))
  await mkdir(path.join(folder, 'uploads'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('what was sent ahead and never saved goes after a day; what still comes in stays', async ({
  db,
}) => {
  const personId = await makePerson(db)
  const [left, coming] = ['a'.repeat(40), 'b'.repeat(40)]
  for (const id of [left!, coming!]) {
    await insertUpload(db, { id, personId, name: 'a.txt', bytes: 10, begunAt: aFriday })
    await writeFile(path.join(folder, 'uploads', id), 'abc')
  }
  const written = new Date()
  const known = async () =>
    (await db.selectFrom('uploads').orderBy('id').select('id').execute()).map(({ id }) => id)
  const sweep = (hours: number) =>
    sweepUploadsOf({
      db,
      now: new Date(aFriday.getTime() + hours * 3_600_000),
      filesNow: new Date(written.getTime() + hours * 3_600_000),
    })

  expect(await sweep(23)).toEqual({ removed: 0, forgotten: 0 })
  expect(await known()).toEqual([left, coming])
  // a day later something comes to the second
  await rm(path.join(folder, 'uploads', left!))
  const still = await sweepUploadsOf({
    db,
    now: new Date(aFriday.getTime() + 25 * 3_600_000),
    filesNow: written,
  })
  expect(still).toEqual({ removed: 0, forgotten: 1 })
  expect(await known()).toEqual([coming])
  expect(await sweep(49)).toEqual({ removed: 1, forgotten: 1 })
  expect(await known()).toEqual([])
  expect(existsSync(path.join(folder, 'uploads', coming!))).toBe(false)
})
