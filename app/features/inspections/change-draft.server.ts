import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { frameworksIn } from '~/db/frameworks.server'
import { recordEvent } from '~/db/tables/events.server'
import { lockReportImport, reportImportFacts, updateDraft } from '~/db/tables/report-imports.server'
import { reportSource } from '~/db/tables/report-sources.server'
import { all, type Decision, yes } from '~/domain/decision'
import type { Framework } from '~/domain/inspection/frameworks'
import type { Draft } from '~/domain/report/draft'
import { isStillOpen } from '~/domain/report/proposal'
import type { SourceDocument } from '~/domain/report/source'

export interface DraftChange {
  what: `report-import.${string}`
  rule: (draft: Draft, frameworks: readonly Framework[], tx: Tx) => Decision | Promise<Decision>
  change: (draft: Draft, source: SourceDocument, frameworks: readonly Framework[]) => Draft
}

/** One change of a proposal by one person, with its event. Undefined where there is no such import. */
export function changeDraft(
  context: Context,
  importId: number,
  { what, rule, change }: DraftChange,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    await lockReportImport(tx, importId)
    const facts = await reportImportFacts(tx, importId)
    if (!facts) return undefined
    const frameworks = await frameworksIn(tx)
    const decision = all(isStillOpen(facts), await rule(facts.draft, frameworks, tx))
    if (!decision.allowed) return decision

    const source = await reportSource(tx, facts.sourceId)
    const draft = change(facts.draft, source, frameworks)
    await updateDraft(tx, importId, draft)
    await recordEvent(tx, {
      what,
      subject: { kind: 'report-import', id: importId },
      actorId: context.actor.personId,
      happenedAt: context.now,
      before: whatDiffers(facts.draft, draft),
      after: whatDiffers(draft, facts.draft),
    })
    return yes
  })
}

/** Of one draft, what the other does not have: what a change leaves alone is the same object in both. */
const whatDiffers = (draft: Draft, other: Draft): Partial<Draft> => ({
  ...(draft.details === other.details ? {} : { details: draft.details }),
  items: draft.items.filter((item) => !other.items.includes(item)),
  ...differingStatements(draft, other),
})

function differingStatements(draft: Draft, other: Draft): Pick<Partial<Draft>, 'statements'> {
  const statements = draft.statements.filter((one) => !other.statements.includes(one))
  return statements.length === 0 ? {} : { statements }
}
