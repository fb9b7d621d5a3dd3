/** Several people at work on the same bytes, each over a connection of their own, everything committed. */
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import { type Db, openDatabase } from '~/db/db.server'
import { knownBlobs } from '~/db/tables/blobs.server'
import { checkStore } from '~/jobs/check-store.server'
import { removeOrphanFiles } from '~/jobs/remove-orphans.server'
import { blobExists } from '~/storage/storage.server'
import { ownDatabase } from '~/testing/own-database'
import { contextFor } from '~/testing/make'
import { jpegPhoto } from '~/testing/photos'
import { uploadRequest } from '~/testing/uploads'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { deleteEvidence } from './delete-evidence.command.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceFile } from './evidence-file.query.server'
import { receiveEvidence } from './receive-evidence.server'
import { searchEvidenceFiles, type SearchedFile } from './search-evidence-file.server'

let folder: string
let db: Db
let amara: Context
let ben: Context
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-same-'))
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'x'.repeat(32))
  vi.stubEnv('STORAGE_DIR', folder)
  db = openDatabase(await ownDatabase('same_bytes'), 6)
  amara = await contextFor(db, 'practitioner')
  ben = await contextFor(db, 'practitioner')
})
afterAll(async () => {
  await db.destroy()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

let made = 0
let note = ''
beforeEach(() => (note = `Nine of twelve were signed in week ${(made += 1)}.\n`))

/** A file as the form that brings it has it in the store, searched, and in no row yet. */
async function brought(by: Context, name: string, content: string | Uint8Array = note) {
  const received = await receiveEvidence(by, uploadRequest({}, [{ name, content }]), {})
  if (!received.ok) throw new Error('not received')
  return searchEvidenceFiles(by.db, received.files, {})
}

const form = addEvidenceForm.parse({ shows: 'Hand-overs are signed' })
const add = (by: Context, files: readonly SearchedFile[]) => addEvidence(by, form, files)

async function added(by: Context, files: readonly SearchedFile[]): Promise<number> {
  const answer = await add(by, files)
  if (!answer?.allowed) throw new Error(answer?.because)
  return answer.evidenceId
}

/** What somebody who opens the evidence downloads. */
async function download(evidenceId: number): Promise<Buffer> {
  const fileId = (await evidenceDetailView(amara, evidenceId))!.files[0]!.id
  const stream = await (await evidenceFile(amara, { evidenceId, fileId }))!.open()
  return Buffer.concat((await stream.toArray()) as Buffer[])
}

async function deletionOf(evidenceId: number): Promise<() => ReturnType<typeof deleteEvidence>> {
  const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'leader')]
  const reason = 'It names a school.'
  await deleteEvidence(first, evidenceId, { step: 'propose', reason, notAnIdentifier: '' })
  return () =>
    deleteEvidence(second, evidenceId, { step: 'confirm', reason: '', notAnIdentifier: '' })
}

const somebodyWaitsFor = (lock: 'advisory' | 'relation') =>
  vi.waitFor(async () => {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event = ${lock}`.execute(
      db,
    )
    expect(rows.length).toBeGreaterThan(0)
  }, 10_000)

describe('the same file from two people at the same moment', () => {
  test('is kept once, for two pieces of evidence', async () => {
    const both = await Promise.all(
      (
        [
          [amara, 'a.txt'],
          [ben, 'b.txt'],
        ] as const
      ).map(async ([by, name]) => added(by, await brought(by, name))),
    )
    expect(new Set(both).size).toBe(2)
    for (const id of both) expect(String(await download(id))).toBe(note)
    const { rows } = await sql<{ blobs: number }>`
      select count(distinct blob_sha256)::int as blobs from evidence_files
       where evidence_id in (${sql.join(both)})`.execute(db)
    expect(rows).toEqual([{ blobs: 1 }])
  })

  test('several files, in another order each, keep nobody waiting for the other', async () => {
    const others = ['One. ', 'Two. ', 'Three. '].map((word) => word + note)
    const filesOf = async (by: Context, contents: string[]) =>
      (await Promise.all(contents.map((one) => brought(by, 'a.txt', one)))).flat()
    const [there, back] = [await filesOf(amara, others), await filesOf(ben, others.toReversed())]
    await Promise.all([added(amara, there), added(ben, back)])
  })

  test('a photo, whose first bytes go once it is clean, too', async () => {
    const photo = Buffer.concat([jpegPhoto(), Buffer.from(`behind the picture ${made}`)])
    const ids = await Promise.all(
      [amara, ben, amara, ben].map(async (by) => added(by, await brought(by, 'wall.jpg', photo))),
    )
    const [first, ...others] = await Promise.all(ids.map(download))
    for (const other of others) expect(other.equals(first!)).toBe(true)
    expect(first!.length).toBeGreaterThan(0)
    expect(first!.length).toBeLessThan(photo.length)
  })

  test('a photo that the other has made clean in between is the one that the other made', async () => {
    const photo = jpegPhoto('progressive')
    const received = await receiveEvidence(
      ben,
      uploadRequest({}, [{ name: 'b.jpg', content: photo }]),
      {},
    )
    if (!received.ok) throw new Error('not received')
    const first = await added(amara, await brought(amara, 'a.jpg', photo))
    expect(await blobExists(received.files[0]!.sha256)).toBe(false)
    const second = await added(ben, await searchEvidenceFiles(db, received.files, {}))
    expect((await download(second)).equals(await download(first))).toBe(true)
  })
})

describe('one adds the file that another deletes at this moment', () => {
  test('it was added first: the deletion waits, and leaves the bytes', async () => {
    const id = await added(amara, await brought(amara, 'a.txt'))
    const confirm = await deletionOf(id)
    const files = await brought(ben, 'b.txt')
    let deleting: ReturnType<typeof confirm> | undefined
    const second = await db.transaction().execute(async (tx) => {
      const evidenceId = await added({ ...ben, db: tx }, files)
      deleting = confirm()
      await somebodyWaitsFor('advisory')
      return evidenceId
    })
    expect(await deleting).toEqual({ allowed: true })
    expect(String(await download(second))).toBe(note)
  })

  test('it waits for the deletion, which removes no bytes that it rests on by then', async () => {
    const id = await added(amara, await brought(amara, 'a.txt'))
    const confirm = await deletionOf(id)
    const files = await brought(ben, 'b.txt')
    let deleting: ReturnType<typeof confirm> | undefined
    let adding: ReturnType<typeof added> | undefined
    await db.transaction().execute(async (tx) => {
      await sql`lock table events in access exclusive mode`.execute(tx) // the deletion stops before its end
      deleting = confirm()
      await somebodyWaitsFor('relation')
      adding = added(ben, files)
      await somebodyWaitsFor('advisory')
    })
    expect(await deleting).toEqual({ allowed: true })
    expect(String(await download(await adding!))).toBe(note)
  })

  test('the bytes went before its form was saved: that is told, and no row rests on nothing', async () => {
    const id = await added(amara, await brought(amara, 'a.txt'))
    const files = await brought(ben, 'b.txt')
    expect(await (await deletionOf(id))()).toEqual({ allowed: true })
    expect(await blobExists(files[0]!.sha256)).toBe(false)
    expect(await add(ben, files)).toEqual({
      allowed: false,
      because: expect.stringContaining('“b.txt” at this moment. Choose it again') as string,
    })
    expect((await knownBlobs(db, [files[0]!.sha256])).size).toBe(0)
    expect(String(await download(await added(ben, await brought(ben, 'b.txt'))))).toBe(note)
  })

  test('both, over and over: what is saved can be read, always', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await added(amara, await brought(amara, 'a.txt'))
      const confirm = await deletionOf(id)
      const files = await brought(ben, 'b.txt')
      const [, answer] = await Promise.all([confirm(), add(ben, files)])
      if (!answer?.allowed) continue
      expect(String(await download(answer.evidenceId))).toBe(note)
      await (
        await deletionOf(answer.evidenceId)
      )()
    }
  })
})

test('bytes that were read back by night are destroyed with their evidence too', async () => {
  const files = await brought(amara, 'a.txt')
  const id = await added(amara, files)
  await checkStore({ db, now: amara.now })
  expect(await (await deletionOf(id))()).toEqual({ allowed: true })
  expect(await blobExists(files[0]!.sha256)).toBe(false)
  expect((await knownBlobs(db, [files[0]!.sha256])).size).toBe(0)
})

test('an orphan that somebody brings again while the sweep runs is theirs', async () => {
  const [orphan] = await brought(amara, 'a.txt')
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  utimesSync(orphan!.path, twoDaysAgo, twoDaysAgo)
  let evidenceId = 0
  let sweptWhile: ReturnType<typeof removeOrphanFiles> | undefined
  await db.transaction().execute(async (tx) => {
    // what the sweep asks of the database is answered only once Ben has brought the same
    await sql`lock table blobs in access exclusive mode`.execute(tx)
    const sweeping = removeOrphanFiles({ db, now: new Date() })
    await somebodyWaitsFor('relation')
    const files = await brought(ben, 'b.txt')
    evidenceId = await added({ ...ben, db: tx }, files)
    sweptWhile = sweeping
  })
  expect(await sweptWhile).toMatchObject({ blobs: 0 })
  expect(String(await download(evidenceId))).toBe(note)
})
