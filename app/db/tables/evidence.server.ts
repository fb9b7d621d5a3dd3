import type { EvidenceKind } from '~/domain/evidence/kinds'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from '../db.server'

/** Adds evidence to an action. */
export async function insertEvidence(
  tx: Tx,
  {
    actionId,
    ...evidence
  }: {
    actionId: number
    title: string
    kind: EvidenceKind
    periodFrom: CalendarDate
    periodTo: CalendarDate
    shows: string
    linkUrl: string | null
    restricted: boolean
    addedById: number
    addedAt: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('evidence')
    .values(evidence)
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('evidenceActions').values({ evidenceId: id, actionId }).execute()
  return id
}

/**
 * Makes everybody else who judges this evidence, or would own an action that it is for, wait; says
 * whether it is there. Lock, then read.
 */
export async function lockEvidence(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence')
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  await tx
    .selectFrom('actions')
    .where('id', 'in', (eb) =>
      eb.selectFrom('evidenceActions').where('evidenceId', '=', id).select('actionId'),
    )
    .orderBy('id')
    .select('id')
    .forShare()
    .execute()
  return row !== undefined
}
