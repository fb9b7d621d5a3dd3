import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { diskStore } from '~/storage/disk-store.server'
import { blobExists, receiveUpload } from '~/storage/storage.server'
import { type S3Server, startS3Server } from '~/testing/s3-server'
import { uploadRequest } from '~/testing/uploads'
import { bringFilesOver } from './bring-files-over.server'

let folder: string
let s3: S3Server
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-over-'))
  s3 = await startS3Server()
  for (const [name, value] of Object.entries({
    STORAGE_DIR: folder,
    DATABASE_URL: 'postgres://localhost/none',
    SESSION_SECRET: 'a secret that is only for tests, 32 long',
    S3_BUCKET: s3.at.bucket,
    S3_ENDPOINT: s3.at.endpoint!,
    S3_ACCESS_KEY_ID: s3.at.keys!.id,
    S3_SECRET_ACCESS_KEY: s3.at.keys!.secret,
  })) {
    vi.stubEnv(name, value)
  }
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
  await s3.end()
})

const came = new Date()
const minutesLater = (minutes: number) => ({ now: new Date(came.getTime() + minutes * 60_000) })

test('a file that came while the bucket was away is in it soon, and only there an hour later', async () => {
  await s3.goAway()
  const upload = await receiveUpload(
    uploadRequest({}, [{ name: 'a.txt', content: 'Six plans were read.' }]),
    { maxBytes: 1000, fileField: 'file' },
  )
  if (!upload.ok || !upload.file) throw new Error('no file')
  const { sha256 } = upload.file
  expect(await bringFilesOver(minutesLater(5))).toMatchObject({ brought: 0, waiting: 1 })

  await s3.comeBack()
  expect(await bringFilesOver(minutesLater(10))).toEqual({ brought: 1, waiting: 0 })
  expect(await diskStore(folder).exists(sha256)).toBe(true)
  expect(await bringFilesOver(minutesLater(70))).toEqual({ brought: 0, waiting: 0 })
  expect(await diskStore(folder).exists(sha256)).toBe(false)
  expect(await blobExists(sha256)).toBe(true)
})
