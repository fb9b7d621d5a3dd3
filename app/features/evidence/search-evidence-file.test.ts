import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Db } from '~/db/db.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { blobExists, receiveUpload } from '~/storage/storage.server'
import { test } from '~/testing/db-test'
import { aFriday } from '~/testing/make'
import { jpegPhoto, secret } from '~/testing/photos'
import { uploadRequest } from '~/testing/uploads'
import { searchEvidenceFile } from './search-evidence-file.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-evidence-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const received = async (words: string, originalName = 'a.txt') => {
  const sha256 = 'a'.repeat(64)
  const file = { path: path.join(folder, sha256), mediaType: 'text/plain', originalName }
  await writeFile(file.path, words)
  return { ...file, sha256, bytes: words.length }
}
const settings = { caseNumbers: ['WM#######'] }
const search = async (db: Db, ...given: Parameters<typeof received>) =>
  searchEvidenceFile(db, await received(...given), settings)

describe('a file that has arrived', () => {
  test('is held by nothing where it is clean, and its words are kept for searching', async ({
    db,
  }) => {
    const file = await search(db, 'Six plans were read.')
    expect(file).toMatchObject({ text: 'Six plans were read.', takenOut: [] })
    expect(file).not.toHaveProperty('hold')
  })

  test('is held for what it holds, the council’s own case numbers too', async ({ db }) => {
    expect((await search(db, 'child 943 476 5919')).hold).toEqual({
      reason: 'identifiers-found',
      found: [{ kind: 'nhs-number', masked: '••• ••• ••19', where: 'the text' }],
      unsearched: [],
    })
    expect((await search(db, 'see WM1234567')).hold).toMatchObject({
      found: [{ kind: 'case-number' }],
    })
  })

  test('is held where it could not be searched', async ({ db }) => {
    const document = { mediaType: 'application/pdf' }
    const file = { ...(await received('%PDF-1.7 and nothing more')), ...document }
    expect((await searchEvidenceFile(db, file, settings)).hold).toEqual({
      reason: 'cannot-be-searched',
      found: [],
      unsearched: [{ because: 'corrupt' }],
    })
  })

  test('is held by nothing where it is a recording whose details are clean, and held where nothing can be read of it', async ({
    db,
  }) => {
    const recording = { ...(await received('#!AMR\n')), mediaType: 'audio/amr' }
    expect(await searchEvidenceFile(db, recording, settings)).not.toHaveProperty('hold')
    const broken = { ...(await received('...')), mediaType: 'audio/mpeg' }
    expect((await searchEvidenceFile(db, broken, settings)).hold).toMatchObject({
      unsearched: [{ because: 'corrupt' }],
    })
  })

  test('loses what looks like an identifier out of its name', async ({ db }) => {
    const file = await search(db, 'Six plans.', 'child 943 476 5919 plan.txt')
    expect(file).toMatchObject({ originalName: 'child ••• ••• •••• plan.txt', takenOut: ['name'] })
  })
})

describe('a photo that has arrived', () => {
  const arrived = async (content: Buffer) => {
    const upload = await receiveUpload(uploadRequest({}, [{ name: 'wall.jpg', content }]), {
      maxBytes: 1_000_000,
      fileField: 'file',
    })
    if (!upload.ok || !upload.file) throw new Error('no file')
    return upload.file
  }
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  test('is kept without what it says of itself, under the hash of what is kept', async ({ db }) => {
    const photo = jpegPhoto()
    const file = await searchEvidenceFile(db, await arrived(photo), settings)
    expect(file).toMatchObject({
      takenOut: ['place', 'moment', 'details'],
      mediaType: 'image/jpeg',
    })
    expect(file).not.toHaveProperty('hold')
    const kept = await readFile(file.path)
    expect(kept.includes(secret)).toBe(false)
    expect([file.sha256, file.bytes]).toEqual([hashOf(kept), kept.length])
    expect(await blobExists(file.sha256)).toBe(true)
    expect(await blobExists(hashOf(photo))).toBe(false)
  })

  test('does not take the bytes from other evidence that has them as they were', async ({ db }) => {
    const photo = jpegPhoto('progressive')
    const given = await arrived(photo)
    const { sha256, bytes, mediaType } = given
    await insertBlob(db, { sha256, bytes, mediaType, storedAt: aFriday })
    await searchEvidenceFile(db, given, settings)
    expect(await blobExists(sha256)).toBe(true)
  })

  test('is held where it is no whole picture, so that its details stay with whoever took it', async ({
    db,
  }) => {
    const broken = jpegPhoto().subarray(0, 150)
    const file = await searchEvidenceFile(db, await arrived(broken), settings)
    expect(file.hold).toMatchObject({ unsearched: [{ because: 'corrupt' }] })
  })
})
