import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Upload } from '@tus/server'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import type { Tx } from '~/db/db.server'
import { finishUpload, insertUpload } from '~/db/tables/uploads.server'
import { keepVirusCheck } from '~/db/tables/virus-checks.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { addEvidence } from '~/features/evidence/add-evidence.command.server'
import { addEvidenceForm } from '~/features/evidence/add-evidence.form'
import { evidenceDetailView } from '~/features/evidence/evidence-detail.query.server'
import { registerView } from '~/features/actions/register.query.server'
import { evidenceLibraryView } from '~/features/evidence/evidence-library.query.server'
import { evidenceFile } from '~/features/evidence/evidence-file.query.server'
import { destroyHeldFile } from '~/features/evidence/destroy-held-file.command.server'
import { heldFileView } from '~/features/evidence/held-file.query.server'
import { forgetUploads, receiveEvidence } from '~/features/evidence/receive-evidence.server'
import {
  searchEvidenceFile,
  searchEvidenceFiles,
} from '~/features/evidence/search-evidence-file.server'
import { storeForTus } from '~/storage/storage.server'
import { type ClamdServer, eicar, startClamdServer } from '~/testing/clamd-server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction } from '~/testing/make'
import { uploadRequest } from '~/testing/uploads'
import { checkForViruses } from './check-for-viruses.server'

let folder: string
let clamd: ClamdServer
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-viruses-'))
  clamd = await startClamdServer()
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
  vi.stubEnv('CLAMAV_HOST', clamd.at)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await clamd.goAway()
  rmSync(folder, { recursive: true, force: true })
})

const received = (context: Context, content: string) =>
  receiveEvidence(
    context,
    uploadRequest({ shows: 'kept' }, [{ name: 'audit.txt', content: `${content} ` }]),
    {},
  )

/** A file that came by tus, before its form. */
async function sentAhead(context: Context, id: string, content: string) {
  const { db, actor, now } = context
  const upload = { id, name: 'virus.txt', bytes: content.length }
  await insertUpload(db as Tx, { ...upload, personId: actor.personId, begunAt: now })
  const known = { get: () => Promise.resolve(undefined), delete: () => Promise.resolve() }
  const store = await storeForTus(known)
  await store.create(new Upload({ id, size: content.length, offset: 0, metadata: {} }))
  await store.write(Readable.from([Buffer.from(content)]), id, 0)
  await finishUpload(db, id, now)
}

const shown = (actionId: number) =>
  addEvidenceForm.parse({
    shows: 'Hand-overs are signed',
    kind: 'case-audit',
    periodFrom: '2026-11-01',
    periodTo: '2026-11-20',
    'actionIds[]': [String(actionId)],
    'recommendationIds[]': [],
  })

/** Evidence with this file, as the form that brings it saves it. */
async function added(context: Context, content: string) {
  const upload = await received(context, content)
  if (!upload.ok) throw new Error('not received')
  const saved = await addEvidence(context, shown(await makeAction(context.db)), upload.files)
  if (!saved?.allowed) throw new Error('not saved')
  const [file] = (await evidenceDetailView(context, saved.evidenceId))!.files
  return { evidenceId: saved.evidenceId, fileId: file!.id }
}

const sees = async (context: Context, of: { evidenceId: number; fileId: number }) => ({
  listed: (await evidenceDetailView(context, of.evidenceId))!.files.map(
    ({ virusCheck }) => virusCheck,
  ),
  given: (await evidenceFile(context, of)) !== undefined,
})

/** What a search in the library and in the register leads to, and the words that they show of it. */
async function findsOf(context: Context, q: string) {
  const { evidence } = await evidenceLibraryView(context, { q })
  const sort = { by: 'due', descending: false } as const
  const register = await registerView(context, { filter: { q }, sort })
  const passages = [
    ...evidence.flatMap(({ passage }) => passage ?? []),
    ...Object.values(register.passages).flatMap(({ pieces }) => pieces),
  ]
  return {
    evidence: evidence.length,
    actions: register.rows.length,
    says: passages.map(({ text }) => text).join(''),
  }
}

test('a file with a virus is held, and given to nobody; the others of the form are saved as they are', async ({
  db,
}) => {
  const amara = await contextFor(db, 'practitioner')
  const grace = await contextFor(db, 'manager')
  await sentAhead(amara, 'a'.repeat(40), eicar)
  const upload = await receiveEvidence(
    amara,
    uploadRequest({ shows: 'kept', 'uploads[]': 'a'.repeat(40) }, [
      ...Array.from({ length: 9 }, (_, at) => ({
        name: `audit ${at}.txt`,
        content: `${at} of twelve.`,
      })),
    ]),
    {},
  )
  if (!upload.ok) throw new Error('not received')
  const files = await searchEvidenceFiles(db, upload.files, {})
  const saved = await addEvidence(amara, shown(await makeAction(db)), files)
  if (!saved?.allowed) throw new Error('not saved')
  await forgetUploads(amara, upload.typed)
  expect(
    await db
      .selectFrom('uploads')
      .where('personId', '=', amara.actor.personId)
      .select('id')
      .execute(),
  ).toEqual([])

  const { evidenceId, heldFileId } = saved
  const ids = { evidenceId, fileId: heldFileId! }
  expect(await heldFileView(amara, ids)).toMatchObject({
    file: { name: 'virus.txt' },
    hold: { reason: 'infected' },
    destroy: { allowed: true },
    state: { allowed: false },
  })
  expect(await heldFileView(grace, ids)).toBeUndefined()
  for (const anybody of [amara, grace]) {
    expect(await evidenceFile(anybody, ids)).toBeUndefined()
    const { listed } = await sees(anybody, ids)
    expect(listed.filter((one) => one === 'clean')).toHaveLength(9)
  }
  const [audit] = (await evidenceDetailView(grace, evidenceId))!.files
  expect(await evidenceFile(grace, { evidenceId, fileId: audit!.id })).toBeDefined()

  const another = await searchEvidenceFile(db, { ...upload.files.at(-1)!, isInfected: true }, {})
  expect(await destroyHeldFile(amara, ids, another)).toMatchObject({ allowed: false })
  expect(await destroyHeldFile(amara, ids)).toMatchObject({ allowed: true })
})

test('while the scanner is away a file is its sender’s alone, until it has been asked', async ({
  db,
}) => {
  const amara = await contextFor(db, 'practitioner')
  const grace = await contextFor(db, 'manager')
  await clamd.goAway()
  const [clean, infected] = [await added(amara, 'Ten of twelve.'), await added(amara, eicar)]
  const hidden = { listed: [], given: false }
  for (const file of [clean, infected]) {
    expect(await sees(amara, file)).toEqual({ listed: ['waiting'], given: true })
    expect(await sees(grace, file)).toEqual(hidden)
  }
  const away = await checkForViruses({ db, now: amara.now })
  expect(away).toEqual({ clean: 0, infected: [], because: expect.any(String) as string })
  expect(await sees(grace, clean)).toEqual(hidden)

  for (const { fileId } of [clean, infected]) {
    await insertEvidenceFileText(db, { fileId, text: 'Hedgehogs read it.', readAt: amara.now })
  }
  // by what is read in them, and by the names of the files
  for (const q of ['hedgehogs', 'txt']) {
    expect(await findsOf(amara, q)).toMatchObject({ evidence: 2 })
  }
  for (const q of ['hedgehogs', 'txt', 'audit.txt']) {
    expect(await findsOf(grace, q)).toEqual({ evidence: 0, actions: 0, says: '' })
  }
  const byItsTitle = await findsOf(grace, 'hand-overs')
  expect(byItsTitle).toMatchObject({ evidence: 2, actions: 2 })
  expect(byItsTitle.says).not.toMatch(/hedgehogs|txt/i)
  await clamd.comeBack()
  expect(await checkForViruses({ db, now: amara.now })).toMatchObject({
    clean: 1,
    infected: [expect.stringMatching(/^[0-9a-f]{64}$/)],
  })
  expect(await sees(grace, clean)).toEqual({ listed: ['clean'], given: true })
  for (const anybody of [amara, grace]) {
    expect(await findsOf(anybody, 'hedgehogs')).toEqual({
      ...{ evidence: 1, actions: 1 },
      says: expect.stringContaining('Hedgehogs') as string,
    })
    expect(await findsOf(anybody, 'txt')).toMatchObject({ evidence: 1 })
    expect(await findsOf(anybody, 'audit.txt')).toMatchObject({ actions: 1 })
  }
  // held for whoever added it, who can remove it: it stands in her work
  expect(
    await db
      .selectFrom('evidenceFileHolds')
      .where('endedAt', 'is', null)
      .select(['fileId', 'reason'])
      .execute(),
  ).toEqual([{ fileId: infected.fileId, reason: 'infected' }])
  expect(
    await db
      .selectFrom('events')
      .where('what', '=', 'evidence.file-held')
      .select(['subjectId', 'actorId', 'after'])
      .execute(),
  ).toEqual([
    {
      ...{ subjectId: infected.evidenceId, actorId: null },
      after: { fileId: infected.fileId, held: 'infected' },
    },
  ])
  for (const anybody of [amara, grace]) {
    expect(await sees(anybody, infected)).toEqual({ listed: ['infected'], given: false })
  }

  // What is known of a file stays known while the scanner is away again.
  await clamd.goAway()
  await received(grace, eicar)
  await received(grace, 'Ten of twelve.')
  expect(await sees(amara, infected)).toEqual({ listed: ['infected'], given: false })
  expect(await sees(amara, clean)).toEqual({ listed: ['clean'], given: true })
  await clamd.comeBack()
})

test('a virus that is known holds a file however it comes to be kept', async ({ db }) => {
  const amara = await contextFor(db, 'practitioner')
  const grace = await contextFor(db, 'manager')
  const keep = async (context: Context, upload: Awaited<ReturnType<typeof received>>) => {
    if (!upload.ok) throw new Error('not received')
    const saved = await addEvidence(context, shown(await makeAction(db)), upload.files)
    if (!saved?.allowed) throw new Error('not saved')
    return { evidenceId: saved.evidenceId, fileId: saved.heldFileId! }
  }
  const infected = { hold: { reason: 'infected' } }

  // It is found after the file has come, and before there is evidence that speaks of it.
  await clamd.goAway()
  const between = await received(amara, eicar)
  await clamd.comeBack()
  expect(await checkForViruses({ db, now: amara.now })).toMatchObject({ clean: 0 })
  const first = await keep(amara, between)
  expect(await heldFileView(amara, first)).toMatchObject(infected)
  if (!between.ok) throw new Error('not received')
  expect(await destroyHeldFile(amara, first, between.files[0])).toMatchObject({ allowed: false })

  // The same bytes come again, and the scanner is away.
  await clamd.goAway()
  const again = await received(grace, eicar)
  await clamd.comeBack()
  expect(again).toMatchObject({ ok: true, files: [{ isInfected: true }] })
  expect(await heldFileView(grace, await keep(grace, again))).toMatchObject(infected)
})

test('what the scanner knows today holds also what others brought when it did not', async ({
  db,
}) => {
  const amara = await contextFor(db, 'practitioner')
  const grace = await contextFor(db, 'manager')
  await clamd.goAway()
  const older = await added(amara, eicar)
  await clamd.comeBack()
  const { blobSha256: sha256 } = await db
    .selectFrom('evidenceFiles')
    .where('id', '=', older.fileId)
    .select('blobSha256')
    .executeTakeFirstOrThrow()
  await keepVirusCheck(db, { sha256: sha256!, outcome: 'clean', found: null, at: amara.now })
  await insertEvidenceFileText(db, { fileId: older.fileId, text: 'Hedgehogs.', readAt: amara.now })
  expect(await sees(grace, older)).toEqual({ listed: ['clean'], given: true })

  await received(grace, eicar)
  expect(await heldFileView(amara, older)).toMatchObject({ hold: { reason: 'infected' } })
  expect(await sees(grace, older)).toEqual({ listed: ['infected'], given: false })
  expect(await findsOf(amara, 'hedgehogs')).toMatchObject({ evidence: 0 })
})

test('a file that is longer than the scanner looks through is not asked of it, and never called clean', async ({
  db,
}) => {
  const amara = await contextFor(db, 'practitioner')
  const grace = await contextFor(db, 'manager')
  vi.stubEnv('CLAMAV_MAX_MB', '1')
  vi.resetModules()
  const anew = {
    ...(await import('~/features/evidence/receive-evidence.server')),
    ...(await import('./check-for-viruses.server')),
  }
  const asked = clamd.asked()
  const long = uploadRequest({ shows: 'kept' }, [
    { name: 'audit.txt', content: 'Nine of twelve. '.repeat(70_000) },
  ])
  const upload = await anew.receiveEvidence(amara, long, {})
  if (!upload.ok) throw new Error('not received')
  const saved = await addEvidence(amara, shown(await makeAction(db)), upload.files)
  if (!saved?.allowed) throw new Error('not saved')
  const view = async (context: Context) =>
    (await evidenceDetailView(context, saved.evidenceId))!.files.map((file) => file.virusCheck)
  expect(await anew.checkForViruses({ db, now: amara.now })).toEqual({ clean: 0, infected: [] })
  expect(await view(amara)).toEqual(['waiting'])
  expect(await view(grace)).toEqual([])
  expect(clamd.asked()).toBe(asked)
})
