import type { Context } from '~/auth/context.server'
import { likelyRepeats } from '~/db/likely-repeats.server'
import { type InspectionKind, inspectionKindTitles } from '~/domain/inspection/kinds'
import { inspectionName } from '~/domain/inspection/names'
import type { RepeatVerdict } from '~/domain/inspection/repeats'
import { recommendationRef } from '~/domain/plan/references'
import { type CalendarDate, calendarDateIn, partsOf } from '~/domain/time/calendar-date'
import type { Choice } from '~/ui/field'
import { type ProposedRepeat, proposedRepeats } from './proposed-repeats.server'

export interface RepeatsView {
  id: number
  text: string
  inspection: { id: number; name: string }
  proposals: ProposedRepeat[]
  /** what was decided and stands, about this one and an earlier or a later one */
  decided: DecidedPair[]
  /** every earlier recommendation that nobody has decided about, the latest inspection first */
  choices: Choice[]
}

export interface DecidedPair {
  id: number
  verdict: RepeatVerdict
  decidedByName: string
  decidedOn: CalendarDate
  isEarlier: boolean
  other: { id: number; text: string; inspection: string }
}

/** What repeats what around one recommendation: proposed, decided, and to be chosen by hand. */
export async function repeatsView(context: Context, id: number): Promise<RepeatsView | undefined> {
  const { db } = context
  const row = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .where('r.id', '=', id)
    .select(['r.id', 'r.text', 'r.inspectionId', 'i.kind', 'i.council', 'i.inspectedFrom'])
    .executeTakeFirst()
  if (!row) return undefined
  const decided = await decidedPairs(context, id)
  const known = new Set(decided.flatMap((one) => (one.isEarlier ? [one.other.id] : [])))
  const earlier = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .where((eb) => eb(eb.fn<string>('lower', ['i.council']), '=', row.council.toLowerCase()))
    .where('i.inspectedFrom', '<', row.inspectedFrom)
    .orderBy('i.inspectedFrom', 'desc')
    .orderBy('r.inspectionId')
    .orderBy('r.position')
    .select(['r.id', 'r.text', 'i.inspectedFrom'])
    .execute()
  return {
    id,
    text: row.text,
    inspection: { id: row.inspectionId, name: inspectionName(row) },
    proposals: await proposedRepeats(db, await likelyRepeats(db, { recommendationId: id })),
    decided,
    choices: earlier
      .filter((one) => !known.has(one.id))
      .map((one) => ({
        value: String(one.id),
        title: `${yearOf(one.inspectedFrom)}, ${recommendationRef(one.id)}: ${one.text}`,
      })),
  }
}

const yearOf = (day: string): number => partsOf(day as CalendarDate).year

async function decidedPairs({ db }: Context, id: number): Promise<DecidedPair[]> {
  const rows = await db
    .selectFrom('repeatDecisions as d')
    .innerJoin('people as p', 'p.id', 'd.decidedById')
    .innerJoin('recommendations as other', (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb('d.laterId', '=', id), eb('other.id', '=', eb.ref('d.earlierId'))]),
          eb.and([eb('d.earlierId', '=', id), eb('other.id', '=', eb.ref('d.laterId'))]),
        ]),
      ),
    )
    .innerJoin('inspections as i', 'i.id', 'other.inspectionId')
    .leftJoin('repeatWithdrawals as w', 'w.decisionId', 'd.id')
    .where('w.decisionId', 'is', null)
    .orderBy('i.inspectedFrom')
    .orderBy('d.id')
    .select(['d.id', 'd.verdict', 'd.decidedAt', 'd.earlierId', 'p.name'])
    .select(['other.id as otherId', 'other.text', 'i.kind', 'i.inspectedFrom'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    verdict: row.verdict as RepeatVerdict,
    decidedByName: row.name,
    decidedOn: calendarDateIn(row.decidedAt, 'Europe/London'),
    isEarlier: row.earlierId !== id,
    other: {
      id: row.otherId,
      text: row.text,
      inspection: `${inspectionKindTitles[row.kind as InspectionKind]}, ${yearOf(row.inspectedFrom)}`,
    },
  }))
}

/** The recommendation that a decision was made of, to show its page; undefined where there is none. */
export async function recommendationDecided(
  { db }: Context,
  id: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('repeatDecisions')
    .where('id', '=', id)
    .select('laterId')
    .executeTakeFirst()
  return row?.laterId
}
