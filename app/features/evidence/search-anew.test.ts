import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Tx } from '~/db/db.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { filesToSearch, recordFileSearch } from '~/db/tables/evidence-file-searches.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { insertEvidenceReview } from '~/db/tables/evidence-reviews.server'
import { rulesOfSearch } from '~/domain/evidence/search-anew'
import { receiveUpload, removeBlob } from '~/storage/storage.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeEvidence } from '~/testing/make'
import { uploadRequest } from '~/testing/uploads'
import { destroyHeldFile } from './destroy-held-file.command.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { searchFileAnew } from './search-anew.command.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-anew-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const by = { rules: rulesOfSearch, settingsId: null }
const many = { count: 10, bytes: 1000 }

async function fileToSearch(db: Tx, addedById: number) {
  const upload = await receiveUpload(
    uploadRequest({}, [{ name: 'minutes.txt', content: 'The child 943 476 5919.' }]),
    { maxBytes: 1000, fileField: 'file' },
  )
  if (!upload.ok || !upload.file) throw new Error('no file')
  const { sha256, bytes, mediaType } = upload.file
  const evidenceId = await makeEvidence(db, { addedById })
  await insertBlob(db, { sha256, bytes, mediaType, storedAt: aFriday })
  const name = 'minutes.txt'
  await insertEvidenceFile(db, {
    evidenceId,
    blobSha256: sha256,
    name,
    mediaType,
    addedAt: aFriday,
  })
  return (await filesToSearch(db, by, many)).find((one) => one.evidenceId === evidenceId)!
}

describe('a file that is searched anew', () => {
  test('and was accepted stays accepted, and is held all the same', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const file = await fileToSearch(db, author.actor.personId)
    await insertEvidenceReview(db, {
      ...{ evidenceId: file.evidenceId, addedById: author.actor.personId },
      ...{ reviewerId: manager.actor.personId, reviewedAt: aFriday, verdict: 'accepted' },
      ...{ reason: '', evidenceVersion: 1, strength: 'output', sampleSize: null },
    })
    expect(await searchFileAnew({ db, now: aFriday }, file, {})).toBe('held')
    expect(await evidenceDetailView(manager, file.evidenceId)).toMatchObject({
      standing: 'accepted',
      files: [{ isHeld: true }],
    })
  })

  test('is let alone where it was destroyed or held since it was chosen', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const file = await fileToSearch(db, author.actor.personId)
    await holdFile(db, { fileId: file.fileId, hold: { reason: 'infected' }, heldAt: aFriday })
    expect(await filesToSearch(db, by, many)).not.toContainEqual(file)
    expect(await searchFileAnew({ db, now: aFriday }, file, {})).toBe('gone')
    await destroyHeldFile(author, file)
    expect(await filesToSearch(db, by, many)).not.toContainEqual(file)
    expect(await searchFileAnew({ db, now: aFriday }, file, {})).toBe('missing')
  })

  test('stays among those that wait where the store has lost it', async ({ db }) => {
    const file = await fileToSearch(db, (await contextFor(db, 'practitioner')).actor.personId)
    await removeBlob(file.sha256)
    expect(await searchFileAnew({ db, now: aFriday }, file, {})).toBe('missing')
    expect(await filesToSearch(db, by, many)).toContainEqual(file)
  })
})

test('the database counts rules from nought', async ({ db }) => {
  const { fileId } = await fileToSearch(db, (await contextFor(db, 'practitioner')).actor.personId)
  const searchedBy = { rules: -1, settingsId: null }
  await expectRefusedBy(db, 'evidence_file_searches_rules_are_counted', () =>
    recordFileSearch(db, { fileId, searchedAt: aFriday, searchedBy }),
  )
})
