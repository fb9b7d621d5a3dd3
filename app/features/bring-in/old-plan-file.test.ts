/** The file of an old plan stays as it came: what is opened later is the bytes that were sent. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { test } from '~/testing/db-test'
import { contextFor } from '~/testing/make'
import { uploadRequest } from '~/testing/uploads'
import { csv, workbook } from '../../../seeds/sample-old-plans/old-plans'
import { addOldPlan } from './add-old-plan.command.server'
import { oldPlanFile } from './old-plan-file.query.server'
import { receiveOldPlan } from './receive-old-plan.server'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-old-plan-file-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('SESSION_SECRET', 'a secret of the tests, long enough for them')
  vi.stubEnv('DATABASE_URL', 'postgres://not.used')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const rows = [
  ['Action', 'Due', 'Status'],
  ['Train managers', '30/6/2026', 'Green'],
]

test.for([
  ['a workbook', 'Old plan.xlsx', () => workbook({ Plan: rows })],
  ['a text file', 'Plan, final (2).csv', async () => csv(rows)],
] as const)('%s is opened as it was sent', async ([, name, made], { db }) => {
  const sent = Buffer.from(await made())
  const manager = await contextFor(db, 'manager')
  const received = await receiveOldPlan(uploadRequest({}, [{ field: 'plan', name, content: sent }]))
  if (!received.ok) throw new Error(received.sentence)
  const added = await addOldPlan(manager, received.plan)
  if (!added.allowed) throw new Error(added.because)

  const file = (await oldPlanFile(manager, added.bringInId))!
  expect(file).toMatchObject({ name, bytes: sent.length })
  expect((await buffer(await file.open())).equals(sent)).toBe(true)
  expect(await buffer(await file.open({ from: 2, to: 9 }))).toEqual(sent.subarray(2, 10))
  expect(await oldPlanFile(manager, added.bringInId + 1)).toBeUndefined()
})
