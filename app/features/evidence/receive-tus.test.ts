import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { test } from '~/testing/db-test'
import { contextFor, makeEvidence } from '~/testing/make'
import { uploadRequest } from '~/testing/uploads'
import { beginUpload } from './begin-upload.command.server'
import { fileChoice, receiveEvidence } from './receive-evidence.server'
import { receiveTus } from './receive-tus.server'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-uploads-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
  vi.stubEnv('MAX_UPLOAD_MB', '1')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const megabyte = 1024 * 1024
const note = 'Nine of twelve files were signed by both workers.\n'
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

const tus = (
  context: Context,
  method: string,
  at: string,
  headers: Record<string, string> = {},
  body?: string | ReadableStream<Uint8Array>,
): Promise<Response> =>
  receiveTus(
    context,
    new Request(`http://localhost${at}`, {
      method,
      headers: { 'Tus-Resumable': '1.0.0', ...headers },
      body,
      duplex: 'half',
    } as RequestInit),
  )

const begin = (context: Context, bytes: number, name = 'audit.txt', changed?: string) =>
  tus(context, 'POST', '/uploads', {
    'Upload-Length': String(bytes),
    'Upload-Metadata': [['filename', name], ...(changed ? [['changed', changed]] : [])]
      .map(([key, value]) => `${key} ${Buffer.from(value!).toString('base64')}`)
      .join(),
  })

const send = (
  context: Context,
  at: string,
  offset: number,
  body: string | ReadableStream<Uint8Array>,
) =>
  tus(
    context,
    'PATCH',
    at,
    { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body,
  )

async function sent(context: Context, content: string, name?: string): Promise<string> {
  const at = (await begin(context, Buffer.byteLength(content), name)).headers.get('Location')!
  expect((await send(context, at, 0, content)).status).toBe(204)
  return at.split('/').at(-1)!
}

const received = (context: Context, form: Request) => receiveEvidence(context, form, {})

const formNaming = (...ids: string[]) => {
  const fields = new URLSearchParams([
    ['shows', 'kept'],
    ...ids.map((id) => ['uploads[]', id] as [string, string]),
  ])
  return new Request('http://localhost/', { method: 'POST', body: fields })
}

/** A body whose line breaks once its words have been written down. */
const brokenAfter = (words: string, at: string) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(new TextEncoder().encode(words))
      await vi.waitFor(
        () => expect(statSync(path.join(folder, at)).size).toBe(words.length),
        10_000,
      )
      controller.error(new Error('aborted'))
    },
  })

describe('a file that comes in pieces', () => {
  test('goes on at the byte at which the line broke, and a form names it', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const begun = await begin(amara, note.length, '../hand-overs\u202e.txt')
    expect(begun.status).toBe(201)
    const at = begun.headers.get('Location')!
    expect(at).toMatch(/^\/uploads\/[a-p]{40}$/)

    await send(amara, at, 0, brokenAfter(note.slice(0, 20), at))
    const head = await tus(amara, 'HEAD', at)
    expect(head.headers.get('Upload-Offset')).toBe('20')
    expect(head.headers.get('Upload-Length')).toBe(String(note.length))
    expect((await send(amara, at, 0, note)).status).toBe(409)
    expect((await fileChoice(amara)).arrived).toEqual([])

    expect((await send(amara, at, 20, note.slice(20))).status).toBe(204)
    const id = at.split('/').at(-1)!
    expect((await fileChoice(amara)).arrived).toEqual([
      { id, name: 'hand-overs.txt', bytes: note.length },
    ])
    const upload = await received(amara, formNaming(id))
    expect(upload).toMatchObject({
      ok: true,
      typed: { shows: ['kept'], 'uploads[]': [id] },
      files: [{ sha256: sha256(note), mediaType: 'text/plain', originalName: 'hand-overs.txt' }],
    })
    // a form that was refused for another reason names it again
    expect(await received(amara, formNaming(id))).toEqual(upload)
  })

  test('is offered to be gone on with, to its sender, for as long as it is not whole', async ({
    db,
  }) => {
    const amara = await contextFor(db, 'practitioner')
    const changedAt = Date.parse('2026-11-19T15:00:00.123Z')
    const begun = await begin(amara, note.length, 'audit.txt', String(changedAt))
    const at = begun.headers.get('Location')!
    await send(amara, at, 0, note.slice(0, 20))
    const brokenOff = [
      { id: at.split('/').at(-1)!, name: 'audit.txt', bytes: note.length, changedAt },
    ]
    expect(await fileChoice(amara)).toMatchObject({ arrived: [], brokenOff })
    expect((await fileChoice(await contextFor(db, 'manager'))).brokenOff).toEqual([])
    await send(amara, at, 20, note.slice(20))
    expect(await fileChoice(amara)).toMatchObject({
      arrived: [{ name: 'audit.txt' }],
      brokenOff: [],
    })
    for (const odd of ['', 'yesterday', '-1', '9'.repeat(15), '9'.repeat(40)]) {
      expect((await begin(amara, 5, 'b.txt', odd)).status, odd).toBe(201)
    }
    expect((await fileChoice(amara)).brokenOff).toEqual([])
  })

  test('may be of several pieces, and be let go in the middle', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const at = (await begin(amara, 9)).headers.get('Location')!
    for (const offset of [0, 3]) {
      const answer = await send(amara, at, offset, 'abc')
      expect(answer.headers.get('Upload-Offset')).toBe(String(offset + 3))
    }
    expect((await tus(amara, 'DELETE', at)).status).toBe(204)
    expect((await tus(amara, 'HEAD', at)).status).toBe(404)
    expect(existsSync(path.join(folder, at))).toBe(false)
  })

  test('never grows beyond what was said of it', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const at = (await begin(amara, 5)).headers.get('Location')!
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    })
    expect((await send(amara, at, 0, endless)).status).toBe(413)
    expect(Number((await tus(amara, 'HEAD', at)).headers.get('Upload-Offset'))).toBeLessThan(6)
  })
})

test('an upload is nobody else’s: it is not there to look at, to go on with, to remove or to name', async ({
  db,
}) => {
  const amara = await contextFor(db, 'practitioner')
  const joy = await contextFor(db, 'manager')
  const at = (await begin(amara, note.length)).headers.get('Location')!
  for (const method of ['HEAD', 'DELETE']) {
    expect((await tus(joy, method, at)).status, method).toBe(404)
  }
  expect((await send(joy, at, 0, note)).status).toBe(404)
  expect((await send(amara, at, 0, note)).status).toBe(204)

  const id = at.split('/').at(-1)!
  expect((await fileChoice(joy)).arrived).toEqual([])
  expect(await received(joy, formNaming(id))).toEqual({
    ok: false,
    typed: { shows: ['kept'], 'uploads[]': [] },
    errors: [
      { field: 'file', sentence: 'A file that was sent ahead is no longer here. Choose it again.' },
    ],
    status: 404,
  })
  expect(await received(amara, formNaming(id))).toMatchObject({ ok: true })
  // Not even once it is known by its hash.
  expect(await received(joy, formNaming(id))).toMatchObject({ ok: false, status: 404 })
})

describe('is refused with its sentence', () => {
  test.for([
    ['one that is empty', 0, 422, 'The file is empty. Choose another.'],
    ['one that is too large', megabyte + 1, 413, 'The file is larger than 1 MB.'],
  ] as const)('%s', async ([_what, bytes, status, sentence], { db }) => {
    const answer = await begin(await contextFor(db, 'practitioner'), bytes)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(sentence)
  })

  test('one that does not say how long it is', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const answer = await tus(amara, 'POST', '/uploads', { 'Upload-Defer-Length': '1' })
    expect(answer.status).toBe(400)
  })

  test('the sixth of the largest, until some are saved', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const id = await sent(amara, 'x'.repeat(megabyte))
    for (let more = 1; more < 5; more += 1) {
      expect((await begin(amara, megabyte)).status).toBe(201)
    }
    const answer = await begin(amara, 1)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('does not fit in')

    const upload = await received(amara, formNaming(id))
    const file = upload.ok ? upload.files[0] : undefined
    await insertBlob(db, {
      sha256: file!.sha256,
      bytes: file!.bytes,
      mediaType: file!.mediaType,
      storedAt: amara.now,
    })
    await insertEvidenceFile(db, {
      evidenceId: await makeEvidence(db, { addedById: amara.actor.personId }),
      blobSha256: file!.sha256,
      name: 'a.txt',
      mediaType: 'text/plain',
      addedAt: amara.now,
    })
    expect((await fileChoice(amara)).arrived).toEqual([])
    expect((await begin(amara, 1)).status).toBe(201)
    // what is saved is not there to be named a second time
    expect(await received(amara, formNaming(id))).toMatchObject({ status: 404 })
  })

  test('by the command itself, and nothing is written', async ({ db }) => {
    const daniel = await contextFor(db, 'observer')
    const upload = { id: 'a'.repeat(40), name: 'a.txt', bytes: 5 }
    expect(await beginUpload(daniel, upload, megabyte)).toMatchObject({ allowed: false })
    expect(await db.selectFrom('uploads').select('id').execute()).toEqual([])
  })
})

describe('in the form', () => {
  test('a program that was sent ahead is refused, and gone', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const id = await sent(amara, 'MZ\u0090\0\u0003\0\0\0\u0004\0\0\0')
    expect(await received(amara, formNaming(id))).toMatchObject({
      ok: false,
      status: 422,
      typed: { shows: ['kept'], 'uploads[]': [] },
    })
    expect((await fileChoice(amara)).arrived).toEqual([])
    expect(readdirSync(path.join(folder, 'uploads'))).not.toContain(id)
  })

  test('one that has not come whole is told', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const at = (await begin(amara, 9)).headers.get('Location')!
    await send(amara, at, 0, 'abc')
    const upload = await received(amara, formNaming(at.split('/').at(-1)!))
    expect(upload).toMatchObject({ ok: false, status: 404, typed: { shows: ['kept'] } })
  })

  test('files that were sent ahead stand beside one that it brings, ten in all', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const ids: string[] = []
    for (let at = 1; at <= 10; at += 1) ids.push(await sent(amara, `Plan ${at} was read.`))
    const brought = { name: 'b.txt', content: 'Another.' }
    const two = uploadRequest({ shows: 'kept', 'uploads[]': ids[0]! }, [brought])
    expect(await received(amara, two)).toMatchObject({
      ok: true,
      typed: { fileName: ['b.txt', 'audit.txt'] },
    })
    expect(await received(amara, formNaming(...ids))).toMatchObject({ ok: true })
    ids.push(await sent(amara, 'Plan 11 was read.'))
    expect(await received(amara, formNaming(...ids))).toMatchObject({
      ok: false,
      errors: [{ sentence: expect.stringContaining('more than 10 files') as string }],
    })
  })
})
