import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { KeyLine } from '~/domain/plan/key-lines'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'
import { insertKeyLineActions } from './key-line-actions.server'
import { insertKeyLineEvidence } from './key-line-evidence.server'

/** Writes a key line as it reads from now on, with all that it rests on. */
export async function insertKeyLineWording(
  tx: Tx,
  wording: { keyLineId: number; version: number },
  { evidenceIds, actionIds, ...words }: KeyLine,
  by: { writtenById: number; writtenAt: Date },
): Promise<void> {
  await tx
    .insertInto('keyLineWordings')
    .values({ ...wording, ...words, ...by })
    .execute()
  await insertKeyLineEvidence(tx, wording, evidenceIds)
  await insertKeyLineActions(tx, wording, actionIds)
}

export interface WrittenKeyLine extends KeyLine {
  id: number
  visitId: number
  version: number
  isWithdrawn: boolean
  writtenByName: string
  writtenOn: CalendarDate
}

/** Key lines in the order in which they were added, each in every wording it had, the latest last. */
export async function keyLineWordings(
  db: Db,
  only: { visitId: number } | { keyLineId: number },
): Promise<WrittenKeyLine[]> {
  const rows = await db
    .selectFrom('keyLineWordings as w')
    .innerJoin('keyLines as k', 'k.id', 'w.keyLineId')
    .innerJoin('people as by', 'by.id', 'w.writtenById')
    .leftJoin('keyLineWithdrawals as x', 'x.keyLineId', 'k.id')
    .$if('visitId' in only, (q) => q.where('k.visitId', '=', (only as { visitId: number }).visitId))
    .$if('keyLineId' in only, (q) =>
      q.where('k.id', '=', (only as { keyLineId: number }).keyLineId),
    )
    .orderBy('k.id')
    .orderBy('w.version')
    .select(['k.id', 'k.visitId', 'w.version', 'w.question', 'w.known', 'w.howKnown'])
    .select(['w.nextStep', 'w.writtenAt', 'by.name as writtenByName'])
    .select('x.keyLineId as withdrawn')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('keyLineEvidence as e')
          .whereRef('e.keyLineId', '=', 'w.keyLineId')
          .whereRef('e.version', '=', 'w.version')
          .orderBy('e.evidenceId')
          .select('e.evidenceId as id'),
      ).as('evidence'),
      jsonArrayFrom(
        eb
          .selectFrom('keyLineActions as a')
          .whereRef('a.keyLineId', '=', 'w.keyLineId')
          .whereRef('a.version', '=', 'w.version')
          .orderBy('a.actionId')
          .select('a.actionId as id'),
      ).as('actions'),
    ])
    .execute()
  return rows.map(({ writtenAt, withdrawn, evidence, actions, ...row }) => ({
    ...row,
    isWithdrawn: withdrawn !== null,
    writtenOn: calendarDateIn(writtenAt, 'Europe/London'),
    evidenceIds: evidence.map(({ id }) => id),
    actionIds: actions.map(({ id }) => id),
  }))
}

/** The key lines of a visit as they read now; what was taken away is left out. */
export async function keyLinesOf(db: Db, visitId: number): Promise<WrittenKeyLine[]> {
  const latest = new Map((await keyLineWordings(db, { visitId })).map((line) => [line.id, line]))
  return [...latest.values()].filter(({ isWithdrawn }) => !isWithdrawn)
}
