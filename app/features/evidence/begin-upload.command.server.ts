import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertUpload, lockUploadsOf } from '~/db/tables/uploads.server'
import type { Decision } from '~/domain/decision'
import { canBeginUpload } from '~/domain/evidence/uploads'
import { seenName } from '~/storage/file-name'

const longestName = 1000

/** Begins to send a file ahead of its form, if it fits beside what waits already. */
export async function beginUpload(
  context: Context,
  upload: { id: string; name: string; bytes: number; changedAt?: Date | undefined },
  largestBytes: number,
): Promise<Decision> {
  const { actor, now } = context
  return inTransaction(context, async (tx): Promise<Decision> => {
    const { personId } = actor
    const waiting = await lockUploadsOf(tx, { personId, now })
    const decision = canBeginUpload(actor, upload, { largestBytes, waiting })
    if (!decision.allowed) return decision

    // What it is called for good is decided with its content.
    const name = seenName(upload.name).slice(0, longestName).trim() || 'File'
    await insertUpload(tx, { ...upload, name, personId, begunAt: now })
    return decision
  })
}
