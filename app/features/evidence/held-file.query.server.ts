import type { Context } from '~/auth/context.server'
import { latestHold } from '~/db/tables/evidence-file-holds.server'
import type { Decision } from '~/domain/decision'
import { canDestroyHeldFile, canStateNoIdentifier, type Hold } from '~/domain/evidence/held-file'
import type { TakenOut } from '~/domain/evidence/taken-out'

/** A held file and the ways out, for the person who added it. */
export interface HeldFileView {
  evidence: { id: number; title: string }
  file: { id: number; name: string; mediaType: string; takenOut: TakenOut[] }
  hold: Hold
  destroy: Decision
  state: Decision
}

export async function heldFileView(
  { db, actor }: Context,
  ids: { evidenceId: number; fileId: number },
): Promise<HeldFileView | undefined> {
  const held = await latestHold(db, ids)
  if (!held || held.addedById !== actor.personId || held.outcome === 'destroyed') return undefined
  const row = await db
    .selectFrom('evidenceFiles as f')
    .innerJoin('evidence as e', 'e.id', 'f.evidenceId')
    .where('f.id', '=', ids.fileId)
    .select(['f.id', 'f.name', 'f.mediaType', 'f.takenOut', 'e.id as evidenceId', 'e.title'])
    .executeTakeFirstOrThrow()
  return {
    evidence: { id: row.evidenceId, title: row.title },
    file: {
      ...{ id: row.id, name: row.name, mediaType: row.mediaType },
      takenOut: row.takenOut as TakenOut[],
    },
    hold: held.hold,
    destroy: canDestroyHeldFile(actor, held),
    state: canStateNoIdentifier(actor, held),
  }
}
