import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertVisitLetterImport } from '~/db/tables/visit-letter-imports.server'
import { visitById } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import { type Decision, yes } from '~/domain/decision'

/** Remembers that a report that is being read is the letter of this visit: once confirmed, it closes it. */
export async function expectLetter(
  context: Context,
  visitId: number,
  importId: number,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await visitById(tx, visitId))) return undefined
    const decision = may(context.actor, 'inspection.import')
    if (!decision.allowed) return decision
    await insertVisitLetterImport(tx, { importId, visitId })
    return yes
  })
}
