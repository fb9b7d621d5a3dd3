import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Tx } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makeEvidence } from '~/testing/make'
import { receiveUpload } from '~/storage/storage.server'
import { contributions } from './contributions'
import { takeContributions } from './take-contributions.command.server'
import { takeContributionsView, takenContributions } from './take-contributions.query.server'
import { filesInZip } from '~/testing/zip'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-taken-'))
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'x'.repeat(32))
  vi.stubEnv('STORAGE_DIR', folder)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const reason = 'Her letter of 3 November.'

async function taken(db: Tx, personId: number): Promise<Map<string, string>> {
  const admin = await contextFor(db, 'admin')
  const made = await takeContributions(admin, personId, { reason })
  if (!made?.allowed) throw new Error(made?.because)
  const file = await takenContributions(admin, { personId, takenId: made.takenId })
  return filesInZip(await buffer(file!.open()))
}

describe('every column that names a person', () => {
  test('is in the export of what they did, or is left out with the reason', async ({ db }) => {
    const { rows } = await sql<{ hand: string }>`
      select distinct c.conrelid::regclass::text || '.' || a.attname as hand
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
       where c.contype = 'f' and c.confrelid = 'people'::regclass
         and c.connamespace = 'public'::regnamespace`.execute(db)
    const told = Object.entries(contributions).flatMap(([table, { hands }]) =>
      (Array.isArray(hands) ? (hands as string[]) : Object.keys(hands)).map(
        (hand) => `${table}.${hand}`,
      ),
    )
    const named = rows.map(({ hand }) => hand)
    expect(named.length).toBeGreaterThan(70)
    expect(named.filter((hand) => !told.includes(hand))).toEqual([])
    // its own account, and what is handed on, stand in columns that refer to people by way of others
    expect(told.filter((hand) => !named.includes(hand)).sort()).toEqual([
      'offers.from_id',
      'offers.to_id',
      'people.id',
    ])
  })
})

test('holds what they wrote and did, and nothing of others', async ({ db }) => {
  const [me, other] = [await contextFor(db, 'practitioner'), await contextFor(db, 'manager')]
  const actionId = await makeAction(db, { ownerId: other.actor.personId })
  const said = { actionId, saidAt: me.now, statedDelivery: 'on-track', confidence: 'high' }
  await db
    .insertInto('updates')
    .values([
      { ...said, authorId: me.actor.personId, words: 'Mine, =1+1' },
      { ...said, authorId: other.actor.personId, words: 'Somebody else’s' },
    ])
    .execute()
  await db
    .insertInto('evidenceRequests')
    .values({
      ...{ actionId, askedOfId: me.actor.personId, askedById: other.actor.personId },
      ...{ askedAt: me.now, what: 'Notes', dueOn: '2026-12-04' },
    })
    .execute()
  const files = await taken(db, me.actor.personId)
  const updates = files.get('updates.csv')!
  expect(updates).toContain('Their part,id,action id,said at')
  expect(updates).toContain('wrote it,')
  expect(updates).toContain('Mine')
  expect(updates).not.toContain('Somebody else')
  expect(files.get('evidence-requests.csv')).toMatch(/was asked,\d+,\d+,/)
  expect(files.get('people.csv')).toContain(me.actor.name)
  expect([...files.values()].join('\n')).not.toContain(other.actor.name)
  for (const [name, text] of files) {
    if (!name.endsWith('.csv')) continue
    const heading = text.split('\r\n')[0]!
    expect(heading).not.toMatch(/token|argon|password|asked by|owner id|person id/)
  }
})

test('reads page after page of a long table, each row once', async ({ db }) => {
  const me = await contextFor(db, 'practitioner')
  const actionId = await makeAction(db)
  await sql`
    insert into updates (action_id, author_id, said_at, stated_delivery, confidence, words)
    select ${actionId}, ${me.actor.personId}, ${me.now}, 'on-track', 'high', 'Word ' || n
      from generate_series(1, 1201) n`.execute(db)
  const lines = (await taken(db, me.actor.personId)).get('updates.csv')!.trim().split('\r\n')
  expect(new Set(lines).size).toBe(1202)
  expect(lines).toHaveLength(1202)
})

test('holds the files that she added, save one that is held, whose name is not told either', async ({
  db,
}) => {
  const me = await contextFor(db, 'practitioner')
  const addedById = me.actor.personId
  const evidenceId = await makeEvidence(db, { addedById, restricted: true })
  const ids: number[] = []
  for (const name of ['open.txt', 'whispered.txt']) {
    const form = new FormData()
    form.append('file', new Blob([`Words of ${name}`]), name)
    const request = new Request('http://test.invalid/', { method: 'POST', body: form })
    const upload = await receiveUpload(request, { maxBytes: 1000, fileField: 'file' })
    if (!upload.ok || !upload.file) throw new Error('The file did not arrive.')
    const { sha256, bytes, mediaType } = upload.file
    await db.insertInto('blobs').values({ sha256, bytes, mediaType, storedAt: me.now }).execute()
    const file = { evidenceId, blobSha256: sha256, name, mediaType, addedAt: me.now }
    const { id } = await db
      .insertInto('evidenceFiles')
      .values(file)
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push(id)
  }
  const hold = { fileId: ids[1]!, reason: 'cannot-be-searched', heldAt: me.now }
  await db
    .insertInto('evidenceFileHolds')
    .values({ ...hold, unsearched: JSON.stringify([{ because: 'encrypted' }]) })
    .execute()
  const files = await taken(db, addedById)
  expect(files.get(`files/${ids[0]} open.txt`)).toBe('Words of open.txt')
  expect([...files.keys()].filter((name) => name.startsWith('files/'))).toHaveLength(1)
  expect(files.get('files.csv')).toContain('Held: given to nobody but')
  expect(JSON.stringify([...files])).not.toContain('whispered')
})

test('it stands in the audit trail, for whom and for which request', async ({ db }) => {
  const admin = await contextFor(db, 'admin')
  const { personId } = (await contextFor(db, 'practitioner')).actor
  const made = await takeContributions(admin, personId, { reason })
  const event = await db
    .selectFrom('events')
    .where('what', '=', 'person.contributions-taken')
    .select(['id', 'subjectId', 'actorId', 'after'])
    .executeTakeFirstOrThrow()
  expect(event).toEqual({
    ...{ id: (made as { takenId: number }).takenId, subjectId: personId },
    ...{ actorId: admin.actor.personId, after: { reason } },
  })
})

test('each is its own, whatever else the same administrator takes at that moment', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  const [one, other] = [await contextFor(db, 'practitioner'), await contextFor(db, 'manager')]
  // Somebody else's number is drawn later and committed first.
  await sql`
    insert into events (id, what, subject_kind, subject_id, actor_id, happened_at)
    overriding system value
    values (2000000000, 'person.contributions-taken', 'person', ${other.actor.personId},
            ${admin.actor.personId}, ${admin.now})`.execute(db)
  const { personId } = one.actor
  const made = await takeContributions(admin, personId, { reason })
  const { takenId } = made as { takenId: number }
  expect(await takenContributions(admin, { personId, takenId })).toBeDefined()
})

test('what was made ready is given to that administrator alone, of that person, for an hour', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  const { personId } = (await contextFor(db, 'practitioner')).actor
  const made = await takeContributions(admin, personId, { reason })
  const ids = { personId, takenId: (made as { takenId: number }).takenId }
  const isGiven = async (context: typeof admin, asked = ids): Promise<Readable | boolean> =>
    (await takenContributions(context, asked)) !== undefined
  expect(await isGiven(admin)).toBe(true)
  expect(await isGiven(await contextFor(db, 'admin'))).toBe(false)
  expect(await isGiven({ ...admin, now: new Date(admin.now.getTime() + 3_600_001) })).toBe(false)
  expect(await isGiven(admin, { ...ids, personId: admin.actor.personId })).toBe(false)
})

test('nobody but an administrator takes it, of anybody that is there', async ({ db }) => {
  const { personId } = (await contextFor(db, 'practitioner')).actor
  expect(
    (await takeContributions(await contextFor(db, 'leader'), personId, { reason }))?.allowed,
  ).toBe(false)
  const admin = await contextFor(db, 'admin')
  expect(await takeContributions(admin, 2_000_000_000, { reason })).toBeUndefined()
  expect(await takeContributionsView(admin, 2_000_000_000)).toBeUndefined()
})
