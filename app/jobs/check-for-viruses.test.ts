import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { addEvidence } from '~/features/evidence/add-evidence.command.server'
import { addEvidenceForm } from '~/features/evidence/add-evidence.form'
import { evidenceDetailView } from '~/features/evidence/evidence-detail.query.server'
import { evidenceFile } from '~/features/evidence/evidence-file.query.server'
import { receiveEvidence } from '~/features/evidence/receive-evidence.server'
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

test('a file with a virus is not saved, and who sent it is told; a clean one is', async ({
  db,
}) => {
  const amara = await contextFor(db, 'practitioner')
  expect(await received(amara, eicar)).toEqual({
    ok: false,
    typed: { shows: ['kept'], 'uploads[]': [] },
    errors: [
      {
        field: 'file',
        sentence: expect.stringContaining('found “Eicar-Test-Signature” in “audit.txt”') as string,
      },
    ],
    status: 422,
  })
  const clean = await added(amara, 'Nine of twelve.')
  const grace = await contextFor(db, 'manager')
  expect(await sees(grace, clean)).toEqual({ listed: ['clean'], given: true })
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

  const whereItsWordsAre = async () =>
    (
      await sql<{ kept: string }>`
        select 'found' as kept from evidence_file_texts where file_id = ${infected.fileId}
        union all select 'held' from evidence_file_held_texts where file_id = ${infected.fileId}`.execute(
        db,
      )
    ).rows.map(({ kept }) => kept)
  const read = { fileId: infected.fileId, text: 'Ten of twelve.', readAt: amara.now }
  await insertEvidenceFileText(db, read)
  expect(await whereItsWordsAre()).toEqual(['found'])
  await clamd.comeBack()
  expect(await checkForViruses({ db, now: amara.now })).toMatchObject({
    clean: 1,
    infected: [expect.stringMatching(/^[0-9a-f]{64}$/)],
  })
  expect(await sees(grace, clean)).toEqual({ listed: ['clean'], given: true })
  // nobody finds the action by its words any more
  expect(await whereItsWordsAre()).toEqual(['held'])
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
