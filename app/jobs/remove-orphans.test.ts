import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { insertBlob } from '~/db/tables/blobs.server'
import { blobExists, receiveUpload } from '~/storage/storage.server'
import { test } from '~/testing/db-test'
import { uploadRequest } from '~/testing/uploads'
import { removeOrphanFiles } from './remove-orphans.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-orphans-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function fileThatCame(content: string) {
  const upload = await receiveUpload(uploadRequest({}, [{ name: 'a.txt', content }]), {
    maxBytes: 1000,
    fileField: 'file',
  })
  if (!upload.ok || !upload.file) throw new Error('no file')
  return upload.file
}

test('a file that no command kept goes after a day, one that was kept stays', async ({ db }) => {
  const refused = await fileThatCame('Whose form was refused.')
  const { sha256, bytes, mediaType } = await fileThatCame('Whose form was kept.')
  const storedAt = new Date()
  await insertBlob(db, { sha256, bytes, mediaType, storedAt })

  const sweep = (hours: number): ReturnType<typeof removeOrphanFiles> =>
    removeOrphanFiles({
      db,
      now: new Date(storedAt.getTime() + hours * 3_600_000),
    })
  expect(await sweep(23)).toEqual({ parts: 0, blobs: 0 })
  expect(await blobExists(refused.sha256)).toBe(true)
  expect(await sweep(25)).toEqual({ parts: 0, blobs: 1 })
  expect([await blobExists(refused.sha256), await blobExists(sha256)]).toEqual([false, true])
})
