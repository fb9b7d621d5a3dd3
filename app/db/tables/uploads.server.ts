import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { type UploadsWaiting, uploadsKeptForHours } from '~/domain/evidence/uploads'
import type { Db, Tx } from '../db.server'
import type { DB } from '../schema'

/** A file that was sent ahead of its form, and which no form that was saved has named. */
export interface WaitingUpload {
  id: string
  name: string
  bytes: number
  begunAt: Date
  /** when the file was last changed, as its sender's computer says */
  changedAt: Date | null
  finishedAt: Date | null
  blobSha256: string | null
  mediaType: string | null
}

/**
 * Those of one person that wait for their form, in a query that calls the table `u`. What the person has
 * saved since as evidence waits no longer; nobody else's are ever there.
 */
function waitingOf(personId: number, now: Date): Expression<SqlBool> {
  const eb = expressionBuilder<DB & { u: DB['uploads'] }, 'u'>()
  const since = new Date(now.getTime() - uploadsKeptForHours * 3_600_000)
  return eb.and([
    eb('u.personId', '=', personId),
    eb('u.begunAt', '>', since),
    eb.not(
      eb.exists(
        eb
          .selectFrom('evidenceFiles as f')
          .innerJoin('evidence as e', 'e.id', 'f.evidenceId')
          .whereRef('f.blobSha256', '=', 'u.blobSha256')
          .whereRef('e.addedById', '=', 'u.personId')
          .whereRef('f.addedAt', '>=', 'u.begunAt')
          .select('f.id'),
      ),
    ),
  ])
}

export async function waitingUploads(
  db: Db,
  { personId, now }: { personId: number; now: Date },
): Promise<WaitingUpload[]> {
  return db
    .selectFrom('uploads as u')
    .where(waitingOf(personId, now))
    .orderBy('u.begunAt')
    .select(['u.id', 'u.name', 'u.begunAt', 'u.changedAt', 'u.finishedAt'])
    .select(['u.blobSha256', 'u.mediaType'])
    .select((eb) => eb.cast<number>('u.bytes', 'bigint').as('bytes'))
    .execute()
}

/** One of them; undefined also where it is another person's. */
export async function waitingUpload(
  db: Db,
  id: string,
  of: { personId: number; now: Date },
): Promise<WaitingUpload | undefined> {
  return (await waitingUploads(db, of)).find((upload) => upload.id === id)
}

/** How much of one person's waits; makes everything else that this person begins wait. */
export async function lockUploadsOf(
  tx: Tx,
  of: { personId: number; now: Date },
): Promise<UploadsWaiting> {
  await tx.selectFrom('people').where('id', '=', of.personId).select('id').forUpdate().execute()
  const waiting = await waitingUploads(tx, of)
  return {
    count: waiting.length,
    bytes: waiting.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

export async function insertUpload(
  tx: Tx,
  upload: {
    id: string
    personId: number
    name: string
    bytes: number
    begunAt: Date
    changedAt?: Date | undefined
  },
): Promise<void> {
  await tx.insertInto('uploads').values(upload).execute()
}

export async function finishUpload(db: Db, id: string, finishedAt: Date): Promise<void> {
  await db.updateTable('uploads').set({ finishedAt }).where('id', '=', id).execute()
}

/** Says under what name and hash a form has found it. */
export async function recogniseUpload(
  db: Db,
  id: string,
  found: { name: string; blobSha256: string; mediaType: string },
): Promise<void> {
  await db.updateTable('uploads').set(found).where('id', '=', id).execute()
}

export async function deleteUpload(db: Db, id: string): Promise<void> {
  await db.deleteFrom('uploads').where('id', '=', id).execute()
}

/** Of these, one person's own. */
export async function deleteUploadsOf(
  db: Db,
  personId: number,
  ids: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('uploads')
    .where('personId', '=', personId)
    .where('id', 'in', ['', ...ids])
    .execute()
}

/** Those that were begun before `olderThan`, but for those whose bytes still come in. */
export async function deleteUploadsBefore(
  db: Db,
  olderThan: Date,
  stillComing: readonly string[],
): Promise<number> {
  const gone = await db
    .deleteFrom('uploads')
    .where('begunAt', '<', olderThan)
    .where(({ eb, not }) => not(eb('id', 'in', ['', ...stillComing])))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
