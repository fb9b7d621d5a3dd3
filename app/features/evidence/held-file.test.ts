import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import type { Db } from '~/db/db.server'
import { insertEvidenceReview } from '~/db/tables/evidence-reviews.server'
import { heldAndLeftBehind, holdFile } from '~/db/tables/evidence-file-holds.server'
import { blobExists, receiveUpload } from '~/storage/storage.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction } from '~/testing/make'
import { uploadRequest } from '~/testing/uploads'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { clearHeldFile, destroyHeldFile } from './destroy-held-file.command.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceFile } from './evidence-file.query.server'
import { evidenceLibraryView } from './evidence-library.query.server'
import { heldFileView } from './held-file.query.server'
import { notIdentifiersView } from './not-identifiers.query.server'
import { reviewEvidence } from './review-evidence.command.server'
import { searchEvidenceFile } from './search-evidence-file.server'
import { stateNoIdentifier } from './state-no-identifier.command.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-held-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const hashOf = (words: string) => createHash('sha256').update(words).digest('hex')
const withNumber = 'The child 943 476 5919 was seen by the practice lead of the lighthouse.'
const redacted = 'The child was seen by the practice lead of the lighthouse.'

async function arrived(db: Db, content: string, name = 'minutes.txt') {
  const upload = await receiveUpload(uploadRequest({}, [{ name, content }]), {
    maxBytes: 1_000_000,
    fileField: 'file',
  })
  if (!upload.ok || !upload.file) throw new Error('no file')
  return searchEvidenceFile(db, upload.file, {})
}

async function adds(author: Context, content = withNumber) {
  const actionId = await makeAction(author.db, { title: 'Test the hand-over protocol' })
  const form = addEvidenceForm.parse({
    'actionIds[]': [String(actionId)],
    shows: 'In 9 of 12 files the hand-over was signed.',
    kind: 'case-audit',
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
  })
  const added = await addEvidence(author, form, [await arrived(author.db, content)])
  if (!added?.allowed) throw new Error('not added')
  const [file] = (await evidenceDetailView(author, added.evidenceId))!.files
  return { actionId, ids: { evidenceId: added.evidenceId, fileId: file!.id }, added }
}

const findersOf = async (context: Context, word: string) => {
  await bringStandingsUpTo(context.today, context.db)
  const { rows } = await sql<{
    actionId: number
  }>`select action_id as "actionId" from action_words where words @@ to_tsquery('plan_words', ${word})`.execute(
    context.db,
  )
  return rows.map(({ actionId }) => actionId)
}

describe('a file with an identifier in it', () => {
  test('is kept, and seen by nobody but the person who added it', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const { ids, added, actionId } = await adds(author)
    expect(added.heldFileId).toBe(ids.fileId)
    expect(await evidenceFile(author, ids)).toMatchObject({ name: 'minutes.txt' })
    expect(await heldFileView(author, ids)).toMatchObject({
      hold: {
        reason: 'identifiers-found',
        found: [{ kind: 'nhs-number', masked: '••• ••• ••19', where: 'the text' }],
      },
      destroy: { allowed: true },
      state: { allowed: true },
    })
    for (const role of ['manager', 'leader', 'practitioner', 'observer', 'admin'] as const) {
      const other = await contextFor(db, role)
      expect(await evidenceFile(other, ids), role).toBeUndefined()
      expect(await heldFileView(other, ids), role).toBeUndefined()
      expect(await stateNoIdentifier(other, ids, { statement: 'So.' }), role).toBeUndefined()
      expect(await destroyHeldFile(other, ids), role).toBeUndefined()
    }
    expect(await findersOf(author, 'lighthouse')).not.toContain(actionId)
  })

  test('holds up its judgement: in the rule, in the list of what waits and in SQL', async ({
    db,
  }) => {
    const author = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const { ids } = await adds(author)
    const view = (await evidenceDetailView(manager, ids.evidenceId))!
    expect(view.files).toMatchObject([{ isHeld: true }])
    const because = 'One of its files is held until the person who added it has answered for it.'
    expect(view.review?.decision).toEqual({ allowed: false, because })
    expect((await evidenceLibraryView(manager, {})).waitingInAll).toBe(0)
    const given = { reason: '', strength: 'output', sampleSize: null } as const
    const review = { verdict: 'accepted', ...given, latestReviewId: null } as const
    expect(
      await reviewEvidence(manager, ids.evidenceId, { ...review, notAnIdentifier: '' }),
    ).toEqual({ allowed: false, because })
    await expectRefusedBy(db, 'evidence_with_a_held_file_is_not_accepted', () =>
      insertEvidenceReview(db, {
        evidenceId: ids.evidenceId,
        addedById: author.actor.personId,
        reviewerId: manager.actor.personId,
        reviewedAt: aFriday,
        verdict: 'accepted',
        evidenceVersion: 1,
        ...given,
      }),
    )
  })
})

describe('stating why it is not an identifier', () => {
  test('shows the file to others, with the statement for those who judge', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const { ids, actionId } = await adds(author)
    const statement = 'It is the number of a purchase order.'
    expect(await stateNoIdentifier(author, ids, { statement })).toEqual({ allowed: true })
    expect(await evidenceFile(manager, ids)).toMatchObject({ name: 'minutes.txt' })
    expect((await evidenceDetailView(manager, ids.evidenceId))!.files).toMatchObject([
      { isHeld: false, statement },
    ])
    const observer = await contextFor(db, 'observer')
    expect((await evidenceDetailView(observer, ids.evidenceId))!.files).toMatchObject([
      { isHeld: false, statement: null },
    ])
    expect((await notIdentifiersView(manager, undefined)).said).toMatchObject([
      {
        statement,
        by: author.actor.name,
        evidence: { id: ids.evidenceId },
        file: {
          name: 'minutes.txt',
          hits: ['“••• ••• ••19” looks like an NHS number, in the text'],
        },
      },
    ])
    expect(await findersOf(author, 'lighthouse')).toContain(actionId)
  })

  test('is done once, in words that do not say the number itself', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const { ids } = await adds(author)
    expect(
      await stateNoIdentifier(author, ids, { statement: '943 476 5919 is none.' }),
    ).toMatchObject({
      allowed: false,
      because: 'Say it without the number, date or postcode itself: others read this.',
    })
    await stateNoIdentifier(author, ids, { statement: 'An order.' })
    const again = 'You have said already why it is not an identifier.'
    expect(await stateNoIdentifier(author, ids, { statement: 'An order.' })).toEqual({
      allowed: false,
      because: again,
    })
    expect(await destroyHeldFile(author, ids)).toEqual({ allowed: false, because: again })
  })
})

describe('removing the file', () => {
  test('takes its bytes, its row of bytes and its words, and leaves a tombstone', async ({
    db,
  }) => {
    const author = await contextFor(db, 'practitioner')
    const { ids, actionId } = await adds(author)
    expect(await blobExists(hashOf(withNumber))).toBe(true)
    expect(await destroyHeldFile(author, ids)).toEqual({ allowed: true, heldFileId: undefined })
    expect(await blobExists(hashOf(withNumber))).toBe(false)
    expect(await db.selectFrom('blobs').where('sha256', '=', hashOf(withNumber)).execute()).toEqual(
      [],
    )
    expect(await db.selectFrom('evidenceFileHeldTexts').execute()).toEqual([])
    expect(await evidenceFile(author, ids)).toBeUndefined()
    expect(await heldFileView(author, ids)).toBeUndefined()
    expect(await findersOf(author, 'lighthouse')).not.toContain(actionId)
    const manager = await contextFor(db, 'manager')
    expect(await evidenceDetailView(manager, ids.evidenceId)).toMatchObject({
      files: [],
      destroyed: [
        {
          name: 'minutes.txt',
          by: author.actor.name,
          on: '2026-11-20',
          why: 'Something in it looked as if it could tell who a child is.',
        },
      ],
    })
    expect(
      await db.selectFrom('fileTombstones').select(['sha256', 'destroyedById']).execute(),
    ).toEqual([{ sha256: hashOf(withNumber), destroyedById: author.actor.personId }])
  })

  test('names the evidence after its words, so that two files of one name leave two names', async ({
    db,
  }) => {
    const author = await contextFor(db, 'practitioner')
    const titleAfter = async (more: object, replacement?: string) => {
      const form = addEvidenceForm.parse({ shows: 'A parent was rung twice.', ...more })
      const added = await addEvidence(author, form, [await arrived(db, withNumber, 'call.txt')])
      if (!added?.allowed) throw new Error('not added')
      const ids = { evidenceId: added.evidenceId, fileId: added.heldFileId! }
      const before = (await evidenceDetailView(author, ids.evidenceId))!.title
      const file = replacement && (await arrived(db, redacted, replacement))
      await destroyHeldFile(author, ids, file || undefined)
      return [before, (await evidenceDetailView(author, ids.evidenceId))!.title]
    }
    expect(await titleAfter({})).toEqual(['call', 'A parent was rung twice.'])
    const other = { shows: 'The school was told on the same day.' }
    expect(await titleAfter(other)).toEqual(['call', 'The school was told on the same day.'])
    expect(await titleAfter({}, 'call with no number.txt')).toEqual(['call', 'call with no number'])
    const named = { title: 'Calls to parents in October' }
    expect(await titleAfter(named)).toEqual([named.title, named.title])
  })

  test('leaves the bytes to other evidence that rests on them', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const other = await contextFor(db, 'practitioner')
    const { ids } = await adds(author)
    const { ids: theirs } = await adds(other)
    await destroyHeldFile(author, ids)
    expect(await evidenceFile(author, ids)).toBeUndefined()
    expect(await evidenceFile(other, theirs)).toBeDefined()
    expect(await blobExists(hashOf(withNumber))).toBe(true)
  })
})

describe('a held file whose adder has left', () => {
  test('is removed unseen by an administrator, and not while she is here', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const administrator = await contextFor(db, 'admin')
    const { ids } = await adds(author)
    expect(await heldAndLeftBehind(db)).toEqual([])
    expect(await clearHeldFile(administrator, ids.fileId)).toMatchObject({ allowed: false })
    expect(await blobExists(hashOf(withNumber))).toBe(true)

    await db
      .updateTable('people')
      .set({ suspendedAt: administrator.now })
      .where('id', '=', author.actor.personId)
      .execute()
    expect(await heldAndLeftBehind(db)).toEqual([
      { ...ids, reason: 'identifiers-found', heldAt: author.now },
    ])
    expect(await evidenceFile(administrator, ids)).toBeUndefined()
    expect(await clearHeldFile(await contextFor(db, 'manager'), ids.fileId)).toMatchObject({
      allowed: false,
    })
    expect(await clearHeldFile(administrator, ids.fileId)).toEqual({ allowed: true })
    expect(await blobExists(hashOf(withNumber))).toBe(false)
    expect(await heldAndLeftBehind(db)).toEqual([])
    const manager = await contextFor(db, 'manager')
    expect((await evidenceDetailView(manager, ids.evidenceId))!.destroyed).toMatchObject([
      {
        by: administrator.actor.name,
        why: 'Something in it looked as if it could tell who a child is. Whoever added it had left, and it was removed unseen.',
      },
    ])
    expect(await clearHeldFile(administrator, ids.fileId)).toMatchObject({ allowed: false })
    expect(await clearHeldFile(administrator, 2_000_000_000)).toBeUndefined()
  })
})

describe('a redacted file in its place', () => {
  test('is seen by others, and the first is destroyed', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const { ids } = await adds(author)
    const second = await arrived(db, redacted, 'minutes redacted.txt')
    expect(await destroyHeldFile(author, ids, second)).toEqual({
      allowed: true,
      heldFileId: undefined,
    })
    expect(await blobExists(hashOf(withNumber))).toBe(false)
    const view = (await evidenceDetailView(manager, ids.evidenceId))!
    expect(view.files).toMatchObject([{ name: 'minutes redacted.txt', isHeld: false }])
    expect(view.destroyed).toMatchObject([
      { why: expect.stringContaining('Another file was put in its place.') as string },
    ])
    const fileId = view.files[0]!.id
    expect(await evidenceFile(manager, { evidenceId: ids.evidenceId, fileId })).toBeDefined()
  })

  test('is held in its turn where it is not redacted enough', async ({ db }) => {
    const author = await contextFor(db, 'practitioner')
    const { ids } = await adds(author)
    const answer = await destroyHeldFile(author, ids, await arrived(db, 'born on 12 March 2014'))
    const heldFileId = answer?.allowed ? answer.heldFileId : undefined
    expect(heldFileId).toBeGreaterThan(ids.fileId)
    expect(
      await heldFileView(author, { evidenceId: ids.evidenceId, fileId: heldFileId! }),
    ).toMatchObject({ hold: { found: [{ kind: 'date-of-birth' }] } })
  })
})

test('the database refuses what would let a held file out or a destroyed one back', async ({
  db,
}) => {
  const author = await contextFor(db, 'practitioner')
  const { ids } = await adds(author)
  const hold = { reason: 'infected' } as const
  await expectRefusedBy(db, 'evidence_files_are_held_once_at_a_time', () =>
    holdFile(db, { fileId: ids.fileId, hold, heldAt: aFriday }),
  )
  const end = (columns: object) =>
    db
      .updateTable('evidenceFileHolds')
      .set({ endedAt: aFriday, ...columns })
      .execute()
  await expectRefusedBy(db, 'evidence_file_holds_are_released_by_a_statement', () =>
    end({ outcome: 'released', statement: ' ', endedById: author.actor.personId }),
  )
  await expectRefusedBy(db, 'evidence_file_holds_outcome_has_its_moment', () => end({}))
  await expectRefusedBy(db, 'evidence_files_without_bytes_have_a_tombstone', () =>
    db.updateTable('evidenceFiles').set({ blobSha256: null }).execute(),
  )
  await destroyHeldFile(author, ids)
  await expectRefusedBy(db, 'file_tombstones_are_never_changed', () =>
    db.deleteFrom('fileTombstones').execute(),
  )
  await expectRefusedBy(db, 'evidence_files_taken_out_is_one_we_know', () =>
    db
      .updateTable('evidenceFiles')
      .set({ takenOut: ['soul'] })
      .execute(),
  )
})
