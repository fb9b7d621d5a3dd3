import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import {
  closeReportImport,
  lockReportImport,
  reportImportFacts,
} from '~/db/tables/report-imports.server'
import { type Decision, yes } from '~/domain/decision'
import { isStillOpen } from '~/domain/report/proposal'

/** Sets a report aside. Its source and the work on it stay on record. */
export function discardImport(context: Context, importId: number): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    await lockReportImport(tx, importId)
    const facts = await reportImportFacts(tx, importId)
    if (!facts) return undefined
    const decision = isStillOpen(facts)
    if (!decision.allowed) return decision

    await closeReportImport(tx, importId, { discardedAt: context.now })
    await recordEvent(tx, {
      what: 'report-import.discarded',
      subject: { kind: 'report-import', id: importId },
      actorId: context.actor.personId,
      happenedAt: context.now,
    })
    return yes
  })
}
