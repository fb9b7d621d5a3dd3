import type { Context } from '~/auth/context.server'
import { keptPastItsTime } from '~/db/evidence-retention.server'
import { retentionAt } from '~/db/tables/retention-periods.server'
import { evidenceKinds } from '~/domain/evidence/kinds'
import type { Retention } from '~/domain/evidence/retention'

export interface SetRetentionView {
  retention: Retention
}

export const setRetentionView = async ({ db, now }: Context): Promise<SetRetentionView> => ({
  retention: await retentionAt(db, now),
})

/** What other periods would mean for the evidence as it stands today. */
export interface TriedRetention {
  /** how many pieces are past their time, by the present periods and by these */
  now: number
  then: number
  triedAs: string
}

/** What says of a form that these very periods were tried. */
export const triedAsOf = (retention: Retention): string =>
  evidenceKinds.map((kind) => retention[kind]).join('-')

export async function triedOnEvidence(
  context: Context,
  retention: Retention,
): Promise<TriedRetention> {
  const present = await retentionAt(context.db, context.now)
  return {
    now: await pastTheirTime(context, present),
    then: await pastTheirTime(context, retention),
    triedAs: triedAsOf(retention),
  }
}

/** Of all evidence: whoever sets the periods learns a number and nothing of any piece. */
async function pastTheirTime({ db, today }: Context, retention: Retention): Promise<number> {
  const { count } = await db
    .selectFrom('evidence as e')
    .where(keptPastItsTime(today, retention))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceDeletions as d')
            .whereRef('d.evidenceId', '=', 'e.id')
            .where('d.decision', '=', 'confirmed')
            .select('d.id'),
        ),
      ),
    )
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
