import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { keepBlobCheck } from '~/db/tables/blob-checks.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { myWorkView } from '~/features/my-work/my-work.query.server'
import { storeView } from '~/features/store/store.query.server'
import { receiveUpload } from '~/storage/storage.server'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeEvidence } from '~/testing/make'
import { uploadRequest } from '~/testing/uploads'
import { checkStore } from './check-store.server'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-check-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const nightLater = (nights: number) => new Date(aFriday.getTime() + nights * 86_400_000)
const oneANight = { count: 1, bytes: 1000 }

test('each night reads back what was read longest ago; a spoilt file and a missing one raise the alarm', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  const evidenceId = await makeEvidence(db)
  const kept: string[] = []
  const contents = new Map<string, string>()
  for (const content of ['One.', 'Two.', 'Three.']) {
    const upload = await receiveUpload(uploadRequest({}, [{ name: 'a.txt', content }]), {
      maxBytes: 1000,
      fileField: 'file',
    })
    if (!upload.ok || !upload.file) throw new Error('no file')
    const { sha256, bytes, mediaType } = upload.file
    kept.push(sha256)
    contents.set(sha256, content)
    await insertBlob(db, { sha256, bytes, mediaType, storedAt: aFriday })
    await insertEvidenceFile(db, {
      evidenceId,
      blobSha256: sha256,
      name: 'a.txt',
      mediaType,
      addedAt: aFriday,
    })
  }
  kept.sort()
  const place = (sha256: string) => path.join(folder, 'blobs', sha256.slice(0, 2), sha256)

  expect(await storeView(admin)).toMatchObject({ files: 3, neverChecked: 3, oldestCheck: null })
  for (const night of [0, 1, 2]) {
    const checked = await checkStore({ db, now: nightLater(night), most: oneANight })
    expect(checked).toEqual({ checked: 1, troubled: [] })
  }
  expect(await storeView(admin)).toMatchObject({
    neverChecked: 0,
    oldestCheck: '2026-11-20',
    troubles: [],
  })

  writeFileSync(place(kept[0]!), 'Spoilt.')
  rmSync(place(kept[1]!))
  const whole = { count: 10, bytes: 1000 }
  expect(await checkStore({ db, now: nightLater(3), most: whole })).toEqual({
    checked: 3,
    troubled: [`${kept[0]} changed`, `${kept[1]} missing`],
  })
  expect((await storeView(admin)).troubles).toEqual([
    { sha256: kept[0], what: 'changed', since: '2026-11-23', isFor: [`evidence ${evidenceId}`] },
    { sha256: kept[1], what: 'missing', since: '2026-11-23', isFor: [`evidence ${evidenceId}`] },
  ])
  // told where an administrator begins the day, and to nobody who cannot do anything about it
  expect((await myWorkView(admin)).damagedFiles).toBe(2)
  expect((await myWorkView(await contextFor(db, 'practitioner'))).damagedFiles).toBe(0)

  // brought back from a backup
  writeFileSync(place(kept[0]!), contents.get(kept[0]!)!)
  await checkStore({ db, now: nightLater(4), most: whole })
  expect((await storeView(admin)).troubles.map(({ what }) => what)).toEqual(['missing'])
})

test('bytes that are destroyed while they are read back raise no alarm', async ({ db }) => {
  const sha256 = 'f'.repeat(64)
  expect(
    await keepBlobCheck(db, { blobSha256: sha256, checkedAt: aFriday, trouble: 'missing' }),
  ).toBe(false)
  expect(await db.selectFrom('blobChecks').select('blobSha256').execute()).toEqual([])
})
