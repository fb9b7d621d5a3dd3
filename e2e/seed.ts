/**
 * What the browser tests rest on beside a scenario: on an empty database one person for each role and
 * one of each thing; on any, a report that is being read and a view of the register that is shared.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { hashPassword } from '../app/auth/passwords.server'
import type { Context } from '../app/auth/context.server'
import { type Db, openDatabase } from '../app/db/db.server'
import { sourceFromText } from '../app/documents/read-document.server'
import { calendarDateIn } from '../app/domain/time/calendar-date'
import { addOldPlan } from '../app/features/bring-in/add-old-plan.command.server'
import { answerValues } from '../app/features/bring-in/answer-values.command.server'
import { mapColumns } from '../app/features/bring-in/map-columns.command.server'
import { saveView } from '../app/features/actions/save-view.command.server'
import { registerQueryIn } from '../app/features/actions/saved-views.query.server'
import { keepEvidenceFile } from '../app/features/evidence/keep-evidence-file.server'
import { addReport } from '../app/features/inspections/add-report.command.server'
import {
  makeAction,
  makeEvidence,
  makeFigures,
  makeInspection,
  makeMeasure,
  makePerson,
  makeRecommendation,
} from '../app/testing/make'
import { pngPhoto } from '../app/testing/photos'
import { type Name, people } from './people'

const { DATABASE_URL, DEMO_PASSWORD, STORAGE_DIR } = process.env
if (!DATABASE_URL || !DEMO_PASSWORD || !STORAGE_DIR) {
  throw new Error('DATABASE_URL, DEMO_PASSWORD and STORAGE_DIR are needed')
}
const at = new Date('2026-11-02T09:00:00Z')

const report = `Westmarsh Borough Council
Inspection of local authority children’s services
Inspection dates: 2 February 2026 to 13 February 2026
Lead inspector: Jo Bright, His Majesty’s Inspector

What needs to improve?
• The timeliness of assessments for children in need.
• The quality and regularity of supervision of social workers.
`

async function onePlan(db: Db, password: string, storage: string): Promise<void> {
  const argon2id = await hashPassword(password)
  const ids = new Map<Name, number>()
  for (const { name, email, jobTitle, role } of Object.values(people)) {
    const personId = await makePerson(db, { name, email, jobTitle, roles: [role], createdAt: at })
    await db.insertInto('passwords').values({ personId, argon2id, setAt: at }).execute()
    ids.set(name as Name, personId)
  }
  const amara = ids.get('Amara Osei')!
  const grace = ids.get('Grace Holloway')!

  const inspectionId = await makeInspection(db, { confirmedById: grace })
  await db
    .insertInto('judgements')
    .values(
      ['help-and-protection', 'overall'].map((area) => ({
        inspectionId,
        frameworkId: 'ilacs-2023',
        area,
        grade: 'inadequate',
      })),
    )
    .execute()
  const recommendationId = await makeRecommendation(db, { inspectionId, position: 1 })
  await db
    .insertInto('findings')
    .values({
      inspectionId,
      position: 1,
      kind: 'paragraph',
      paragraph: '1',
      page: 3,
      area: 'help-and-protection',
      text: 'Assessments take too long, and children wait for help while they are written.',
    })
    .execute()
  const before = await makeInspection(db, {
    confirmedById: grace,
    inspectedFrom: '2019-03-04',
    inspectedTo: '2019-03-15',
    reportReceivedOn: '2019-04-26',
  })
  await db
    .insertInto('repeatDecisions')
    .values({
      earlierId: await makeRecommendation(db, { inspectionId: before, position: 1 }),
      laterId: recommendationId,
      verdict: 'same',
      decidedById: grace,
      decidedAt: at,
    })
    .execute()
  const actionId = await makeAction(db, {
    recommendationIds: [recommendationId],
    createdById: grace,
    ownerId: amara,
    outcome: 'Children keep one worker through their assessment.',
    successMeasure: 'Assessments with one worker throughout rise to 80%.',
    dueOn: '2026-12-11',
  })
  await db
    .insertInto('milestones')
    .values({ actionId, title: 'Protocol agreed by heads of service', dueOn: '2026-11-13' })
    .execute()
  await db
    .insertInto('updates')
    .values({
      actionId,
      authorId: amara,
      saidAt: at,
      statedDelivery: 'on-track',
      confidence: 'medium',
      words: 'The protocol is drafted and two teams have tried it.',
    })
    .execute()
  await db
    .insertInto('dueDateChanges')
    .values({
      actionId,
      fromOn: '2026-12-11',
      toOn: '2027-02-26',
      reason: 'The new case system goes live in January.',
      askedById: amara,
      askedAt: at,
      agreementNeeded: ['moves-far'],
    })
    .execute()
  const evidenceId = await makeEvidence(db, {
    addedById: amara,
    actionIds: [actionId],
    addedAt: at,
  })
  await makeEvidence(db, {
    title: 'Supervision notes of one team',
    addedById: grace,
    actionIds: [actionId],
    restricted: true,
    addedAt: at,
  })

  const bytes = Buffer.from('In 9 of 12 files the hand-over was signed by both workers.\n')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const folder = path.join(storage, 'blobs', sha256.slice(0, 2))
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, sha256), bytes)
  const mediaType = 'text/plain'
  await db
    .insertInto('blobs')
    .values({ sha256, bytes: bytes.length, mediaType, storedAt: at })
    .execute()
  await db
    .insertInto('evidenceFiles')
    .values({ evidenceId, blobSha256: sha256, name: 'audit.txt', mediaType, addedAt: at })
    .execute()
  const { id: visitId } = await db
    .insertInto('visits')
    .values({
      inspectionId,
      kind: 'monitoring-visit',
      expectedFrom: '2026-12-08',
      expectedTo: '2026-12-09',
      plannedById: grace,
      plannedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('checklistItems')
    .values({
      visitId,
      what: 'Choose twelve case records that show a change of worker',
      ownerId: amara,
      dueOn: '2026-12-04',
      addedById: grace,
      addedAt: at,
    })
    .execute()
  await oneMeasure(db, grace, actionId)
}

/** Fourteen months, the last of them three in a row above what is usual. */
async function oneMeasure(db: Db, createdById: number, actionId: number): Promise<void> {
  const measureId = await makeMeasure(db, { createdById, createdAt: at })
  const values = [14, 16, 15, 14, 16, 15, 14, 16, 15, 14, 16, 22, 23, 24]
  await makeFigures(db, measureId, { from: '2025-08-01', values, enteredById: createdById })
  await db.insertInto('measureLinks').values({ measureId, actionId }).execute()
  await db
    .insertInto('measureTargets')
    .values({ measureId, validFrom: '2025-04-01', value: 10, setById: createdById, setAt: at })
    .execute()
  await db
    .insertInto('measureNotes')
    .values({
      measureId,
      periodFrom: '2026-07-01',
      words: 'Agency contract ended.',
      writtenById: createdById,
      writtenAt: at,
    })
    .execute()
}

/** The plan says nothing of it until it is confirmed. */
async function oneReportBeingRead(db: Db, grace: Context): Promise<void> {
  const source = sourceFromText(report)
  const added = await addReport(grace, { source, originalName: 'Pasted text' })
  if (!added.allowed) throw new Error(added.because)
}

async function oneSharedView(grace: Context): Promise<void> {
  const late = registerQueryIn(new URLSearchParams('show=late'))
  const saved = await saveView(grace, late, { name: 'Late', isShared: true })
  if (!saved.allowed) throw new Error(saved.because)
}

async function graceAt(db: Db): Promise<Context> {
  const { id, name, email } = await db
    .selectFrom('people')
    .where('email', '=', people['Grace Holloway'].email)
    .select(['id', 'name', 'email'])
    .executeTakeFirstOrThrow()
  const actor = { personId: id, name, email, roles: ['manager' as const] }
  return { db, actor, now: at, today: calendarDateIn(at, 'Europe/London') }
}

/** An old plan that waits for a manager, with a row that is not right. */
async function oneOldPlan(grace: Context, storage: string): Promise<void> {
  const bytes = Buffer.from(
    'Ref,Action,Lead,Timescale,RAG\r\n1,Write down who signs a hand-over,Tom Bell,end June,Amber\r\n2,Tell parents who their worker is,Amara Osei,30/6/2027,Green\r\n',
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = path.join(storage, 'blobs', sha256.slice(0, 2), sha256)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, bytes)
  const plan = { sha256, bytes: bytes.length, mediaType: 'text/csv', originalName: 'Old plan.csv' }
  const added = await addOldPlan(grace, { ...plan, path: file })
  if (!added.allowed) throw new Error(added.because)
  const columns = { 0: 'ref', 1: 'title', 2: 'owner', 3: 'due', 4: 'status' } as const
  await mapColumns(grace, added.bringInId, { revision: 1, columns })
  await answerValues(grace, added.bringInId, {
    ...{ revision: 2, kind: 'owner', next: undefined, answers: [] },
    proposals: [{ key: 'tom bell', name: 'Tom Bell', email: 'tom.bell@westmarsh.example' }],
  })
}

/**
 * A file with what looks like an identifier, which only Amara sees until she has answered for it, and beside
 * it a picture that everybody sees.
 */
async function oneHeldFile(db: Db, storage: string): Promise<void> {
  const { id: addedById } = await db
    .selectFrom('people')
    .where('email', '=', people['Amara Osei'].email)
    .select('id')
    .executeTakeFirstOrThrow()
  // not the first action: that one is told of in a story of its own
  const action = await db
    .selectFrom('actions')
    .orderBy('id', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  const evidenceId = await makeEvidence(db, {
    title: 'Minutes of the practice group',
    addedById,
    actionIds: [action.id],
    addedAt: at,
  })
  const bytes = Buffer.from('The child with the number 943 476 5919 was spoken of.\n')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = path.join(storage, 'blobs', sha256.slice(0, 2), sha256)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, bytes)
  const found = [{ kind: 'nhs-number', masked: '••• ••• ••19', where: 'the text' } as const]
  await db.transaction().execute((tx) =>
    keepEvidenceFile(tx, {
      evidenceId,
      file: {
        ...{ sha256, bytes: bytes.length, mediaType: 'text/plain', originalName: 'minutes.txt' },
        hold: { reason: 'identifiers-found', found, unsearched: [] },
      },
      now: at,
    }),
  )
  const picture = pngPhoto()
  const pictureHash = createHash('sha256').update(picture).digest('hex')
  const place = path.join(storage, 'blobs', pictureHash.slice(0, 2), pictureHash)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, picture)
  const kept = { sha256: pictureHash, bytes: picture.length, mediaType: 'image/png' }
  await db
    .transaction()
    .execute((tx) =>
      keepEvidenceFile(tx, { evidenceId, file: { ...kept, originalName: 'board.png' }, now: at }),
    )
}

const db = openDatabase(DATABASE_URL, 2)
const hasPlan = await db.selectFrom('inspections').select('id').limit(1).executeTakeFirst()
if (!hasPlan) await onePlan(db, DEMO_PASSWORD, STORAGE_DIR)
const grace = await graceAt(db)
await oneReportBeingRead(db, grace)
await oneSharedView(grace)
await oneOldPlan(grace, STORAGE_DIR)
await oneHeldFile(db, STORAGE_DIR)
await db.destroy()
process.exit() // the process that reads reports may still be waiting for another one
