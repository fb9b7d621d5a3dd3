import type { RepeatVerdict } from '~/domain/inspection/repeats'
import type { Db, Tx } from '../db.server'

export interface DecidedRepeat {
  laterId: number
  verdict: RepeatVerdict
  earlierText: string
  isTakenBack: boolean
}

/** A decision as it is judged whether it may be taken back; undefined where there is none. */
export async function decidedRepeat(db: Db, id: number): Promise<DecidedRepeat | undefined> {
  const row = await db
    .selectFrom('repeatDecisions as d')
    .innerJoin('recommendations as e', 'e.id', 'd.earlierId')
    .leftJoin('repeatWithdrawals as w', 'w.decisionId', 'd.id')
    .where('d.id', '=', id)
    .select(['d.laterId', 'd.verdict', 'e.text as earlierText', 'w.decisionId'])
    .executeTakeFirst()
  return (
    row && {
      laterId: row.laterId,
      verdict: row.verdict as RepeatVerdict,
      earlierText: row.earlierText,
      isTakenBack: row.decisionId !== null,
    }
  )
}

export async function insertRepeatWithdrawal(
  tx: Tx,
  withdrawal: { decisionId: number; withdrawnById: number; withdrawnAt: Date },
): Promise<void> {
  await tx.insertInto('repeatWithdrawals').values(withdrawal).execute()
}
