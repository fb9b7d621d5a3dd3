import { sql } from 'kysely'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import { readOn } from '~/auth/as-at.server'
import type { Context } from '~/auth/context.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import { asAt } from '~/db/db.server'
import { planFactsOn } from '~/db/plan-facts.server'
import { knownBlobs } from '~/db/tables/blobs.server'
import { standingIn } from '~/domain/plan/plan'
import { knownCalendarDate } from '~/domain/time/calendar-date'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makeEvidence } from '~/testing/make'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { deleteEvidence } from './delete-evidence.command.server'
import type { DeletionStepTaken } from './delete-evidence.form'
import { deleteEvidenceView } from './delete-evidence.query.server'
import { evidenceFile } from './evidence-file.query.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceLibraryView } from './evidence-library.query.server'
import { reviewEvidence } from './review-evidence.command.server'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-deleted-'))
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'x'.repeat(32))
  vi.stubEnv('STORAGE_DIR', folder)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const take = (step: DeletionStepTaken['step'], reason = ''): DeletionStepTaken => ({
  step,
  reason,
  notAnIdentifier: '',
})
const proposes = take('propose', 'It names a school.')

const file = {
  sha256: 'd'.repeat(64),
  bytes: 2048,
  mediaType: 'text/plain',
  originalName: 'Whispered.txt',
  text: 'Something that was whispered in the hall.',
}

async function whispered(adder: Context, actionId: number): Promise<number> {
  const shows = 'What was whispered'
  const kind = { kind: 'case-audit', periodFrom: '2026-10-01', periodTo: '2026-10-31' }
  const form = addEvidenceForm.parse({ shows, ...kind, 'actionIds[]': [String(actionId)] })
  const added = await addEvidence(adder, form, [file])
  if (!added?.allowed) throw new Error(added?.because)
  return added.evidenceId
}

describe('evidence that two people delete', () => {
  test('leaves a tombstone and nothing else to read, on a past day neither', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'leader')]
    const actionId = await makeAction(db)
    const id = await whispered(adder, actionId)
    await reviewEvidence(first, id, {
      ...{ verdict: 'accepted', reason: '', strength: 'output', sampleSize: null },
      ...{ latestReviewId: null, notAnIdentifier: '' },
    })
    const fileId = (await evidenceDetailView(adder, id))!.files[0]!.id
    expect((await deleteEvidenceView(first, id))?.rests).toMatchObject([
      { actionId, sentence: 'Its assurance falls from “partly assured” to “no evidence”.' },
    ])
    expect(await deleteEvidence(first, id, proposes)).toEqual({ allowed: true })
    expect(await deleteEvidence(first, id, take('confirm'))).toEqual({
      allowed: false,
      because: 'Somebody other than the person who proposed it must confirm it.',
    })
    expect(await evidenceFile(first, { evidenceId: id, fileId })).toBeDefined()
    expect(await deleteEvidence(second, id, take('confirm'))).toEqual({ allowed: true })

    expect(await deleteEvidenceView(second, id)).toMatchObject({
      isDeleted: true,
      title: 'Deleted evidence',
      proposals: [{ proposedBy: first.actor.name, decidedBy: second.actor.name }],
      tombstones: [{ sha256: file.sha256, bytes: 2048, destroyedBy: second.actor.name }],
      rests: [],
    })
    expect(await evidenceFile(first, { evidenceId: id, fileId })).toBeUndefined()
    expect((await knownBlobs(db, [file.sha256])).size).toBe(0)
    expect((await evidenceLibraryView(first, {})).count).toBe(0)
    await bringStandingsUpTo(first.today, db)
    const { rows } = await sql<{ text: string }>`
      select title || shows as text from history.evidence union all
      select title || shows from evidence union all
      select name from history.evidence_files union all
      select text from evidence_file_texts union all
      select words::text from action_words union all
      select coalesce(before::text, '') || coalesce(after::text, '') from events`.execute(db)
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('whisper')
    const then = await asAt(db, second.now, (past) =>
      past.selectFrom('evidenceFiles').select('name').execute(),
    )
    // that there was a file stays; its name and its bytes do not
    expect(then).toEqual([{ name: 'Deleted file' }])
  })

  test('leaves a past day judged as it was, and nothing unfinished there', async ({ db }) => {
    // so that those who act are there on that day
    await sql`select set_config('waymark.now', ${aFriday.toISOString()}, true)`.execute(db)
    const adder = await contextFor(db, 'practitioner')
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'leader')]
    const actionId = await makeAction(db)
    const id = await whispered(adder, actionId)
    await reviewEvidence(first, id, {
      ...{ verdict: 'accepted', reason: '', strength: 'output', sampleSize: null },
      ...{ latestReviewId: null, notAnIdentifier: '' },
    })
    const [now, today] = [new Date('2027-01-08T09:00:00Z'), knownCalendarDate('2027-01-08')]
    const later = (context: Context): Context => ({ ...context, now, today })
    const day = adder.today
    const thatDay = async () => {
      const plan = await planFactsOn(db, second.actor, day)
      return {
        assurance: standingIn(
          plan,
          plan.actions.find((action) => action.id === actionId)!,
        ).assurance,
        ...(await readOn(later(second), day, async (then) => ({
          gaps: (await evidenceLibraryView(then, {})).gaps,
          missing: (await evidenceDetailView(then, id))?.missing,
        }))),
      }
    }
    const before = await thatDay()
    expect(before.assurance).toMatchObject({ assurance: 'partly', accepted: 1 })
    expect(before.missing).toEqual([])
    await deleteEvidence(later(first), id, proposes)
    expect(await thatDay()).toEqual(before)
    expect(await deleteEvidence(later(second), id, take('confirm'))).toEqual({ allowed: true })
    expect(await thatDay()).toEqual(before)
    const plan = await planFactsOn(db, second.actor, knownCalendarDate('2027-01-08'))
    expect(standingIn(plan, plan.actions[0]!).assurance.assurance).toBe('none')
  })

  test('keeps bytes that other evidence rests on', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
    const ids = [
      await whispered(adder, await makeAction(db)),
      await whispered(adder, await makeAction(db)),
    ]
    await deleteEvidence(first, ids[0]!, proposes)
    await deleteEvidence(second, ids[0]!, take('confirm'))
    expect((await knownBlobs(db, [file.sha256])).size).toBe(1)
    expect((await evidenceDetailView(adder, ids[1]!))?.files).toMatchObject([
      { name: 'Whispered.txt' },
    ])
  })

  test('not by one, also where the rule is passed by', async ({ db }) => {
    const { actor, now } = await contextFor(db, 'manager')
    const evidenceId = await makeEvidence(db)
    const proposedById = actor.personId
    await expectRefusedBy(db, 'evidence_deletions_take_two_people', () =>
      db
        .insertInto('evidenceDeletions')
        .values({
          ...{ evidenceId, proposedById, proposedAt: now, reason: 'So' },
          ...{ decision: 'confirmed', decidedById: proposedById, decidedAt: now },
        })
        .execute(),
    )
    await expectRefusedBy(db, 'evidence_deletions_take_two_people', () =>
      sql`select forget_evidence(${evidenceId})`.execute(db),
    )
  })
})

test('what is declined is kept, with the reason, and can be proposed again', async ({ db }) => {
  const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
  const id = await makeEvidence(db)
  await deleteEvidence(first, id, proposes)
  expect(await deleteEvidence(second, id, take('decline', 'It names none.'))).toEqual({
    allowed: true,
  })
  expect((await deleteEvidenceView(second, id))?.proposals).toMatchObject([
    { decision: 'declined', decidedBy: second.actor.name },
  ])
  expect(await deleteEvidence(second, id, proposes)).toEqual({ allowed: true })
})

describe('evidence on hold', () => {
  test('is deleted by nobody until the hold is lifted', async ({ db }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'leader')]
    const id = await makeEvidence(db)
    await deleteEvidence(first, id, proposes)
    await deleteEvidence(second, id, take('hold', 'A complaint is open.'))
    const because = 'This evidence is on hold: it must be kept until the hold is lifted.'
    expect(await deleteEvidence(second, id, take('confirm'))).toEqual({ allowed: false, because })
    const decided = { decision: 'confirmed', decidedById: second.actor.personId } as const
    await expectRefusedBy(db, 'evidence_deletions_not_while_it_is_held', () =>
      db
        .updateTable('evidenceDeletions')
        .set({ ...decided, decidedAt: second.now })
        .where('evidenceId', '=', id)
        .execute(),
    )
    await deleteEvidence(second, id, take('lift', 'The complaint is closed.'))
    expect(await deleteEvidence(second, id, take('confirm'))).toEqual({ allowed: true })
  })
})

test('the audit trail forgets nothing else', async ({ db }) => {
  const adder = await contextFor(db, 'practitioner')
  const id = await whispered(adder, await makeAction(db))
  const forget = () =>
    db
      .updateTable('events')
      .set({ after: null })
      .where('subjectKind', '=', 'evidence')
      .where('subjectId', '=', id)
      .execute()
  await expectRefusedBy(db, 'events_are_never_changed', forget)
  const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
  await deleteEvidence(first, id, proposes)
  await deleteEvidence(second, id, take('confirm'))
  await expectRefusedBy(db, 'events_are_never_changed', () =>
    db
      .updateTable('events')
      .set({ after: JSON.stringify({ reason: 'Another' }) })
      .where('subjectId', '=', id)
      .where('subjectKind', '=', 'evidence')
      .execute(),
  )
  await expectRefusedBy(db, 'events_are_never_changed', () =>
    db.deleteFrom('events').where('subjectId', '=', id).execute(),
  )
})

test('restricted evidence is there for managers and leaders alone, and none for others', async ({
  db,
}) => {
  const id = await makeEvidence(db)
  const worker = await contextFor(db, 'practitioner')
  expect((await deleteEvidence(worker, id, proposes))?.allowed).toBe(false)
  expect(
    await deleteEvidence(await contextFor(db, 'manager'), 2_000_000_000, proposes),
  ).toBeUndefined()
})
