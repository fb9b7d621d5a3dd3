import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { frameworksIn } from '~/db/frameworks.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertFindings } from '~/db/tables/findings.server'
import { upsertInspectionDuty } from '~/db/tables/inspection-duties.server'
import { insertInspection } from '~/db/tables/inspections.server'
import { insertJudgements } from '~/db/tables/judgements.server'
import { insertProgressVerdicts } from '~/db/tables/progress-verdicts.server'
import { insertRecommendations } from '~/db/tables/recommendations.server'
import {
  closeReportImport,
  lockReportImport,
  reportImportFacts,
} from '~/db/tables/report-imports.server'
import { reportSource } from '~/db/tables/report-sources.server'
import { takeLetter, visitOfLetter } from '~/db/visit-letters.server'
import { all, type Decision, no, type Refusal, yes } from '~/domain/decision'
import { canBeItsLetter } from '~/domain/plan/visits'
import type { Draft } from '~/domain/report/draft'
import { canConfirm, isStillOpen, keptItems } from '~/domain/report/proposal'
import { acceptedVerdicts, keptFindings } from '~/domain/report/statements'
import type { confirmImportForm } from './confirm-import.form'

/** Makes an inspection of the plan out of a proposal: its judgements and its recommendations. */
export function confirmImport(
  context: Context,
  importId: number,
  { receivedOn, revision }: z.infer<typeof confirmImportForm>,
): Promise<{ allowed: true; inspectionId: number } | Refusal | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    await lockReportImport(tx, importId)
    const facts = await reportImportFacts(tx, importId)
    if (!facts) return undefined
    const { draft, reading } = facts
    const frameworks = await frameworksIn(tx)
    const visit = await visitOfLetter(tx, importId, draft.details)
    const decision = all(
      isStillOpen(facts),
      draft.revision === revision
        ? yes
        : no('Somebody else has changed this proposal meanwhile. Look at it again and confirm.'),
      canConfirm(draft, receivedOn, today, frameworks),
      await isNotInThePlan(tx, draft),
      visit ? canBeItsLetter(visit, letterIn(draft)) : yes,
    )
    if (!decision.allowed) return decision

    const { details } = draft
    const { kind, frameworkId, council, leadInspector, judgements } = details
    const inspectionId = await insertInspection(tx, {
      importId,
      kind,
      frameworkId,
      council: council.trim(),
      leadInspector,
      // canConfirm has seen to both days
      inspectedFrom: details.inspectedFrom!,
      inspectedTo: details.inspectedTo!,
      reportReceivedOn: receivedOn,
      principalAuthority: details.principalAuthority,
      areasCovered: reading.areasCovered ?? [],
      confirmedById: actor.personId,
      confirmedAt: now,
    })
    if (details.statementDueOn) {
      await upsertInspectionDuty(
        tx,
        { inspectionId, duty: 'statement-of-action' },
        { statedOn: details.statementDueOn, metOn: null },
      )
    }
    if (frameworkId) await insertJudgements(tx, { inspectionId, frameworkId }, judgements)
    const recommendations = keptItems(draft).map((item, at) => ({
      inspectionId,
      position: at + 1,
      printedNumber: item.printedNumber,
      kind: item.kind,
      text: item.text,
      wording: item.wording,
      originalText: item.wording === 'reworded' ? item.original : null,
      heading: item.heading,
      page: item.page,
      area: item.area!,
      nationalFramework: item.nationalFramework,
      responsibleBodies: item.responsibleBodies,
    }))
    await insertRecommendations(tx, recommendations)
    const source = await reportSource(tx, facts.sourceId)
    const findings = keptFindings(draft, reading, source).map((one, at) => ({
      ...one,
      inspectionId,
      position: at + 1,
    }))
    await insertFindings(tx, findings)
    const verdicts = acceptedVerdicts(draft).map((one) => ({
      ...one,
      inspectionId,
      confirmedById: actor.personId,
      confirmedAt: now,
    }))
    await insertProgressVerdicts(tx, verdicts)
    if (visit) {
      const letter = { ...letterIn(draft), inspectionId }
      await takeLetter(tx, visit, letter, { actorId: actor.personId, now })
    }
    await closeReportImport(tx, importId, { confirmedAt: now })
    await recordEvent(tx, {
      what: 'inspection.confirmed',
      subject: { kind: 'inspection', id: inspectionId },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        importId,
        receivedOn,
        details,
        recommendations: recommendations.length,
        findings: findings.length,
        verdicts: verdicts.length,
      },
    })
    return { allowed: true, inspectionId }
  })
}

/** What a visit asks of the report that is its letter; canConfirm has seen to both days. */
const letterIn = ({ details }: Draft) => ({
  kind: details.kind,
  inspectedFrom: details.inspectedFrom!,
  inspectedTo: details.inspectedTo!,
  leadInspector: details.leadInspector,
})

/** A report that comes in twice, as a download and as a paste, is one inspection. */
async function isNotInThePlan(tx: Tx, { details }: Draft): Promise<Decision> {
  const { kind, council, inspectedFrom } = details
  const known = await tx
    .selectFrom('inspections')
    .where('kind', '=', kind)
    .where('council', '=', council.trim())
    .where('inspectedFrom', '=', inspectedFrom)
    .select('id')
    .executeTakeFirst()
  return known
    ? no('An inspection of this kind that began on this day is in the plan already.')
    : yes
}
