import { sql } from 'kysely'
import {
  type CouncilIdentifiers,
  noCouncilIdentifiers,
} from '~/domain/evidence/identifier-settings'
import type { Db, Tx } from '../db.server'

/** Settings that the council saved, in force from `validFrom` until the next ones. */
export interface IdentifierSettingsVersion extends CouncilIdentifiers {
  id: number
  validFrom: Date
  savedByName: string
  why: string
}

/** Every version that was ever saved, the newest first. */
export const identifierSettingsVersions = (db: Db): Promise<IdentifierSettingsVersion[]> =>
  db
    .selectFrom('identifierSettings as s')
    .innerJoin('people as p', 'p.id', 's.savedById')
    .orderBy('s.validFrom', 'desc')
    .select(['s.id', 's.validFrom', 's.caseNumbers', 's.officePostcodes', 's.why'])
    .select('p.name as savedByName')
    .execute()

/** What the council has looked for now, whatever day is read; `id` is null before it has said anything. */
export async function presentIdentifiers(
  db: Db,
): Promise<CouncilIdentifiers & { id: number | null }> {
  const row = await db
    .selectFrom('identifierSettings')
    .orderBy('validFrom', 'desc')
    .limit(1)
    .select(['id', 'caseNumbers', 'officePostcodes'])
    .executeTakeFirst()
  return row ?? { id: null, ...noCouncilIdentifiers }
}

/** Two who save at once follow one another; the second then reads what the first saved. */
export const lockIdentifierSettings = (tx: Tx): Promise<unknown> =>
  sql`lock table identifier_settings in share row exclusive mode`.execute(tx)

export async function insertIdentifierSettings(
  tx: Tx,
  {
    caseNumbers,
    officePostcodes,
    ...saved
  }: CouncilIdentifiers & { validFrom: Date; savedById: number; why: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('identifierSettings')
    .values({
      ...saved,
      caseNumbers: [...caseNumbers],
      officePostcodes: [...officePostcodes],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
