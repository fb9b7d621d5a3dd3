import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { latestReview, reviewFacts } from '~/db/tables/evidence-reviews.server'
import type { Decision } from '~/domain/decision'
import { canEditEvidence, type EvidenceInWords, isSettled } from '~/domain/evidence/merge-edit'
import { type MissingPart } from '~/domain/evidence/missing'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface EditEvidenceView {
  id: number
  title: string
  evidence: EvidenceInWords
  version: number
  missing: readonly MissingPart[]
  /** what a review asks; undefined where none waits for an answer */
  question: { by: string; words: string } | undefined
  /** judged for good: only who may see it can change */
  isSettled: boolean
  decision: Decision
  today: CalendarDate
}

export async function editEvidenceView(
  { db, actor, today }: Context,
  evidenceId: number,
): Promise<EditEvidenceView | undefined> {
  const facts = await reviewFacts(db, actor, evidenceId)
  const evidence = facts && (await evidenceInWords(db, evidenceId))
  return (
    evidence && {
      id: evidenceId,
      title: evidence.title,
      evidence,
      version: facts.version,
      missing: facts.missing,
      question: facts.verdict === 'returned' ? await latestReview(db, evidenceId) : undefined,
      isSettled: isSettled(facts),
      decision: canEditEvidence(actor, facts, today),
      today,
    }
  )
}

/** What an edit can change, as it stands now. */
export async function evidenceInWords(
  db: Db,
  evidenceId: number,
): Promise<EvidenceInWords | undefined> {
  const row = await db
    .selectFrom('evidence')
    .where('id', '=', evidenceId)
    .select(['title', 'shows', 'kind', 'periodFrom', 'periodTo', 'linkUrl', 'restricted'])
    .executeTakeFirst()
  return row as EvidenceInWords | undefined
}

/** The same as it was in a version, out of its history; undefined for one that never was. */
export async function evidenceInVersion(
  db: Db,
  evidenceId: number,
  version: number,
): Promise<EvidenceInWords | undefined> {
  const { rows } = await sql<EvidenceInWords>`
    select title, shows, kind, period_from as "periodFrom", period_to as "periodTo",
           link_url as "linkUrl", restricted
      from history.evidence where id = ${evidenceId} and version = ${version}
     order by superseded_at desc limit 1`.execute(db)
  return rows[0]
}
