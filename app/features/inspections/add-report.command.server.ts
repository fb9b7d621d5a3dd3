import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { frameworksIn } from '~/db/frameworks.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertReportImport } from '~/db/tables/report-imports.server'
import { insertReportSource } from '~/db/tables/report-sources.server'
import type { Refusal } from '~/domain/decision'
import { draftFrom } from '~/domain/report/proposal'
import { readReport } from '~/domain/report/read-report'
import type { ReportToAdd } from './report-to-read.server'
import { verdictsSpeakOf } from './verdicts-speak-of.server'

/** Keeps a report as it came, reads it, and begins the proposal that a person will correct. */
export async function addReport(
  context: Context,
  { source, originalName, file }: ReportToAdd,
): Promise<{ allowed: true; importId: number } | Refusal> {
  const frameworks = await frameworksIn(context.db)
  const reading = readReport(source, frameworks)
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    const draft = draftFrom(reading, source, frameworks, await verdictsSpeakOf(tx, reading))
    if (file) {
      const { sha256, bytes, mediaType } = file
      await insertBlob(tx, { sha256, bytes, mediaType, storedAt: now })
    }
    const sourceId = await insertReportSource(tx, {
      source,
      originalName,
      blobSha256: file?.sha256,
      addedById: actor.personId,
      addedAt: now,
    })
    const importId = await insertReportImport(tx, {
      sourceId,
      reading,
      draft,
      startedById: actor.personId,
      startedAt: now,
    })
    await recordEvent(tx, {
      what: 'report-import.started',
      subject: { kind: 'report-import', id: importId },
      actorId: actor.personId,
      happenedAt: now,
      after: { originalName, items: draft.items.length, warnings: reading.warnings },
    })
    return { allowed: true, importId }
  })
}
