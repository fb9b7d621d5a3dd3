import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Tx } from '~/db/db.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { insertEvidenceReview } from '~/db/tables/evidence-reviews.server'
import { insertIdentifierSettings } from '~/db/tables/identifier-settings.server'
import { evidenceDetailView } from '~/features/evidence/evidence-detail.query.server'
import { evidenceFile } from '~/features/evidence/evidence-file.query.server'
import { heldFileView } from '~/features/evidence/held-file.query.server'
import { stateNoIdentifier } from '~/features/evidence/state-no-identifier.command.server'
import { askedOfMe } from '~/features/my-work/asked-of-me.query.server'
import { storeView } from '~/features/store/store.query.server'
import { blobExists, receiveUpload, removeBlob } from '~/storage/storage.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeEvidence } from '~/testing/make'
import { jpegPhoto, secret } from '~/testing/photos'
import { uploadRequest } from '~/testing/uploads'
import { searchOlderFiles } from './search-older-files.server'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-older-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** A file as it lies in a plan that is older than the search, or than what is looked for. */
async function addedBefore(
  db: Tx,
  addedById: number,
  content: string | Buffer,
  name = 'minutes.txt',
) {
  const upload = await receiveUpload(uploadRequest({}, [{ name, content }]), {
    maxBytes: 1_000_000,
    fileField: 'file',
  })
  if (!upload.ok || !upload.file) throw new Error('no file')
  const { sha256, bytes, mediaType } = upload.file
  const evidenceId = await makeEvidence(db, { addedById })
  await insertBlob(db, { sha256, bytes, mediaType, storedAt: aFriday })
  const file = { evidenceId, blobSha256: sha256, name, mediaType, addedAt: aFriday }
  const fileId = await insertEvidenceFile(db, file)
  if (typeof content === 'string') {
    await insertEvidenceFileText(db, { fileId, text: content, readAt: aFriday })
  }
  return { evidenceId, fileId, sha256 }
}

/** The files that the seeded template has are searched first, so that only the test's own are left. */
const searchAll = (db: Tx) => searchOlderFiles({ db, now: aFriday })
const setPatterns = async (db: Tx, validFrom: Date, ...caseNumbers: string[]) =>
  insertIdentifierSettings(db, {
    ...{ validFrom, caseNumbers, officePostcodes: [], why: 'A new system.' },
    savedById: (await contextFor(db, 'admin')).actor.personId,
  })

describe('a file that was added before what is looked for now', () => {
  test('is held where something is found: its author is told, and others see it no more', async ({
    db,
  }) => {
    const author = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const ids = await addedBefore(db, author.actor.personId, 'See LCS-123456 of the lighthouse.')
    const clean = await addedBefore(db, author.actor.personId, 'Six plans were read.')
    await searchAll(db)
    expect(await evidenceFile(manager, ids)).toBeDefined()

    await setPatterns(db, aFriday, 'LCS-######')
    expect((await storeView(manager)).searches).toMatchObject({ searched: 0, waiting: 2, held: 0 })
    expect(await searchAll(db)).toEqual({ searched: 2, held: 1, missing: 0 })
    expect((await storeView(manager)).searches).toMatchObject({ searched: 2, waiting: 0, held: 1 })

    expect(await evidenceFile(manager, ids)).toBeUndefined()
    expect(await evidenceFile(manager, clean)).toBeDefined()
    expect(await heldFileView(author, ids)).toMatchObject({
      hold: { found: [{ kind: 'case-number', masked: '•••-••••56', where: 'the text' }] },
    })
    expect((await askedOfMe(author)).now).toMatchObject([{ kind: 'held', what: 'minutes.txt' }])
    const texts = await db.selectFrom('evidenceFileTexts').select('fileId').execute()
    expect(texts.map(({ fileId }) => fileId)).toEqual([clean.fileId])
    const held = await db
      .selectFrom('events')
      .where('what', '=', 'evidence.file-held')
      .select(['actorId', 'subjectId', 'after'])
      .execute()
    expect(held).toEqual([
      {
        actorId: null,
        subjectId: ids.evidenceId,
        after: { fileId: ids.fileId, held: 'identifiers-found' },
      },
    ])
    // Nothing waits any more, and nothing happens twice.
    expect(await searchAll(db)).toEqual({ searched: 0, held: 0, missing: 0 })
  })

  test('is not held for what was said of it before, but for what is new', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const words = 'Order 943 476 5919, see P7654321.'
    const ids = await addedBefore(db, author.actor.personId, words)
    await searchAll(db)
    await stateNoIdentifier(author, ids, { statement: 'It is a purchase order.' })
    expect(await evidenceFile(await contextFor(db, 'manager'), ids)).toBeDefined()
    await setPatterns(db, aFriday, 'LCS-######')
    expect(await searchAll(db)).toMatchObject({ searched: 1, held: 0 })
    await setPatterns(db, new Date(aFriday.getTime() + 1), 'P#######')
    expect(await searchAll(db)).toMatchObject({ held: 1 })
    expect((await heldFileView(author, ids))!.hold).toMatchObject({
      found: [{ kind: 'case-number' }],
    })
  })

  test('loses what looks like an identifier out of its name, on past days too', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const { fileId } = await addedBefore(
      db,
      author.actor.personId,
      'Six plans.',
      'child 943 476 5919 plan.txt',
    )
    await searchAll(db)
    const { rows } = await sql<{ name: string; takenOut: string[] }>`
      select name, taken_out as "takenOut" from evidence_files where id = ${fileId}
      union all select name, taken_out from history.evidence_files where id = ${fileId}`.execute(db)
    expect(rows[0]).toEqual({ name: 'child ••• ••• •••• plan.txt', takenOut: ['name'] })
    expect(rows.map(({ name }) => name).join()).not.toMatch(/943/)
  })

  test('was given its title by its name: the title loses the same, also of evidence that was accepted', async ({
    db,
  }) => {
    const author = await contextFor(db, 'practitioner')
    const addedById = author.actor.personId
    const name = 'child_943_476_5919_plan.txt'
    const { evidenceId } = await addedBefore(db, addedById, 'Six plans.', name)
    const typed = await addedBefore(db, addedById, 'Seven.', name)
    const called = (id: number, title: string) =>
      db.updateTable('evidence').set({ title }).where('id', '=', id).execute()
    await called(evidenceId, 'child 943 476 5919 plan')
    await called(typed.evidenceId, 'Order 943 476 5919')
    const manager = await contextFor(db, 'manager')
    await insertEvidenceReview(db, {
      ...{ evidenceId, addedById, reviewerId: manager.actor.personId, reviewedAt: aFriday },
      ...{ verdict: 'accepted', reason: '', evidenceVersion: 1, strength: 'output' },
      sampleSize: null,
    })
    await searchAll(db)
    const { rows } = await sql<{ title: string }>`
      select title from evidence where id = ${evidenceId}
      union all select title from history.evidence where id = ${evidenceId}`.execute(db)
    expect(rows[0]).toEqual({ title: 'child ••• ••• •••• plan' })
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.map(({ title }) => title).join()).not.toMatch(/943/)
    // What somebody typed is theirs, and was searched when it was sent.
    expect(await evidenceDetailView(manager, typed.evidenceId)).toMatchObject({
      title: 'Order 943 476 5919',
    })
    // And nothing else of what was judged may change.
    await expectRefusedBy(db, 'evidence_stays_as_it_was_judged', () =>
      called(evidenceId, 'child ••• ••• •••• plans'),
    )
  })

  test('loses what it says of itself where it is a photo, and the bytes that said it', async ({
    db,
  }) => {
    const author = await contextFor(db, 'practitioner')
    const photo = jpegPhoto()
    const ids = await addedBefore(db, author.actor.personId, photo, 'wall.jpg')
    await searchAll(db)
    const file = (await evidenceFile(await contextFor(db, 'manager'), ids))!
    expect(file.sha256).not.toBe(ids.sha256)
    const chunks: Buffer[] = []
    for await (const chunk of await file.open()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).includes(secret)).toBe(false)
    expect(createHash('sha256').update(Buffer.concat(chunks)).digest('hex')).toBe(file.sha256)
    expect(await blobExists(ids.sha256)).toBe(false)
    expect(await db.selectFrom('blobs').where('sha256', '=', ids.sha256).execute()).toEqual([])
  })
})

describe('the search', () => {
  test('goes on where it ended, a piece at a time', async ({ db }) => {
    const { personId } = (await contextFor(db, 'practitioner')).actor
    for (const words of ['One.', 'Two.', 'Three.']) await addedBefore(db, personId, words)
    await searchAll(db)
    await setPatterns(db, aFriday, 'LCS-######')
    const piece = { count: 2, bytes: 1000 }
    const next = () => searchOlderFiles({ db, now: aFriday, most: piece })
    expect([await next(), await next(), await next()].map(({ searched }) => searched)).toEqual([
      2, 1, 0,
    ])
  })

  test('puts what the store has lost behind all others, and goes on', async ({ db }) => {
    const { personId } = (await contextFor(db, 'practitioner')).actor
    const lost = await addedBefore(db, personId, 'Lost.')
    await addedBefore(db, personId, 'Here.')
    await removeBlob(lost.sha256)
    const most = { count: 1, bytes: 1000 }
    const outcomes = []
    for (const second of [0, 1, 2]) {
      const now = new Date(aFriday.getTime() + 1000 * second)
      outcomes.push(await searchOlderFiles({ db, now, most }))
    }
    expect(outcomes).toEqual([
      { searched: 0, held: 0, missing: 1 },
      { searched: 1, held: 0, missing: 0 },
      { searched: 0, held: 0, missing: 1 },
    ])
  })
})
