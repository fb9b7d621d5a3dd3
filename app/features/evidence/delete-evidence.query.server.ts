import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { keptFacts } from '~/db/evidence-retention.server'
import { deletionFacts } from '~/db/tables/evidence-deletions.server'
import { retentionAt } from '~/db/tables/retention-periods.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { actionStanding } from '~/domain/action/standing'
import type { Decision } from '~/domain/decision'
import { assuranceTitles } from '~/domain/evidence/assurance'
import { canTakeStep, deletionSteps, type DeletionStep } from '~/domain/evidence/deleting'
import { keptSentence } from '~/domain/evidence/retention'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** What stands against and for deleting a piece of evidence, and what remains of it afterwards. */
export interface DeleteEvidenceView {
  id: number
  title: string
  isDeleted: boolean
  isHeld: boolean
  /** until when it is kept */
  kept: string
  /** first to last */
  proposals: {
    id: number
    proposedBy: string
    proposedOn: CalendarDate
    reason: string
    decision: 'confirmed' | 'declined' | null
    decidedBy: string | null
    decidedOn: CalendarDate | null
  }[]
  holds: {
    id: number
    placedBy: string
    placedOn: CalendarDate
    reason: string
    isLifted: boolean
  }[]
  tombstones: { id: number; sha256: string; bytes: number; destroyedBy: string }[]
  /** what rests on it, and what drops without it */
  rests: { actionId: number; title: string; sentence: string }[]
  steps: Record<DeletionStep, Decision>
}

const day = (at: Date): CalendarDate => calendarDateIn(at, 'Europe/London')

export async function deleteEvidenceView(
  context: Context,
  evidenceId: number,
): Promise<DeleteEvidenceView | undefined> {
  const { db, actor } = context
  const evidence = await db
    .selectFrom('evidence as e')
    .where('e.id', '=', evidenceId)
    .where(evidenceVisibleTo(actor))
    .select(['e.id', 'e.title'])
    .executeTakeFirst()
  if (!evidence) return undefined
  const facts = await deletionFacts(db, evidenceId)
  const proposals = await db
    .selectFrom('evidenceDeletions as d')
    .innerJoin('people as by', 'by.id', 'd.proposedById')
    .leftJoin('people as decider', 'decider.id', 'd.decidedById')
    .where('d.evidenceId', '=', evidenceId)
    .orderBy('d.id')
    .select(['d.id', 'by.name as proposedBy', 'd.proposedAt', 'd.reason', 'd.decision'])
    .select(['decider.name as decidedBy', 'd.decidedAt'])
    .execute()
  const holds = await db
    .selectFrom('evidenceHolds as h')
    .innerJoin('people as by', 'by.id', 'h.placedById')
    .where('h.evidenceId', '=', evidenceId)
    .orderBy('h.id')
    .select(['h.id', 'by.name as placedBy', 'h.placedAt', 'h.reason', 'h.liftedAt'])
    .execute()
  const tombstones = await db
    .selectFrom('fileTombstones as t')
    .innerJoin('evidenceFiles as f', 'f.id', 't.fileId')
    .innerJoin('people as by', 'by.id', 't.destroyedById')
    .where('f.evidenceId', '=', evidenceId)
    .orderBy('t.fileId')
    .select(['t.fileId as id', 't.sha256', 't.bytes', 'by.name as destroyedBy'])
    .execute()
  return {
    ...evidence,
    isDeleted: facts.isDeleted,
    isHeld: facts.isHeld,
    kept: keptSentence(
      await keptFacts(db, evidenceId),
      context.today,
      await retentionAt(db, context.now),
    ),
    proposals: proposals.map(({ proposedAt, decidedAt, decision, ...one }) => ({
      ...one,
      proposedOn: day(proposedAt),
      decision: decision as DeleteEvidenceView['proposals'][number]['decision'],
      decidedOn: decidedAt && day(decidedAt),
    })),
    holds: holds.map(({ placedAt, liftedAt, ...one }) => ({
      ...one,
      placedOn: day(placedAt),
      isLifted: liftedAt !== null,
    })),
    tombstones: tombstones.map(({ bytes, ...one }) => ({ ...one, bytes: Number(bytes) })),
    rests: await whatRestsOn(context, evidenceId),
    steps: Object.fromEntries(
      deletionSteps.map((step) => [step, canTakeStep(actor, facts, step)]),
    ) as Record<DeletionStep, Decision>,
  }
}

/** The same rule, with this piece and without it. */
async function whatRestsOn(
  { db, today }: Context,
  evidenceId: number,
): Promise<DeleteEvidenceView['rests']> {
  const links = await db
    .selectFrom('evidenceActions')
    .where('evidenceId', '=', evidenceId)
    .select('actionId')
    .execute()
  const actions = await judgedActions(db, { actionIds: links.map(({ actionId }) => actionId) })
  return actions.map((action) => {
    const without = { ...action, evidence: action.evidence.filter(({ id }) => id !== evidenceId) }
    const [from, to] = [action, without].map((facts) => actionStanding(facts, today).assurance)
    const falls = from!.assurance !== to!.assurance
    const [was, is] = [from!, to!].map((one) => assuranceTitles[one.assurance].toLowerCase())
    return {
      actionId: action.id,
      title: action.title,
      sentence: falls
        ? `Its assurance falls from “${was}” to “${is}”.`
        : `Its assurance stays “${was}”.`,
    }
  })
}
