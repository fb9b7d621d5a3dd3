import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import type { Db } from '~/db/db.server'
import { threadsIn } from '~/db/threads.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { type Actor, may } from '~/domain/access/permissions'
import { actionStanding } from '~/domain/action/standing'
import { daysInWords, inspectionName } from '~/domain/inspection/names'
import { timesTold, toldIn } from '~/domain/inspection/threads'
import { inBetween } from '~/domain/plan/in-between'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface ThreadView {
  recommendationId: number
  /** "Told in 2019, 2022 and again in 2026"; undefined while it was told once */
  told: string | undefined
  /** the oldest first; none while it was told once */
  tellings: Telling[]
  /** whether the reader may say what repeats what, and there is something earlier to compare with */
  mayLink: boolean
}

interface Telling {
  inspection: { id: number; name: string; days: string }
  said: { id: number; text: string; isThis: boolean }[]
  /** what was done until it was told again; undefined for the last */
  since: DoneSince | undefined
}

interface DoneSince {
  sentences: string[]
  actions: { id: number; title: string }[]
  /** the newest that the reader may see */
  evidence: { id: number; title: string; periodTo: CalendarDate } | undefined
}

/** How often a council was told what this recommendation says, and what was done in between. */
export async function threadView(context: Context, id: number): Promise<ThreadView> {
  const { db, actor } = context
  const thread = (await threadsIn(db)).get(id)
  const mayLink = may(actor, 'repeat.decide').allowed && (await hasEarlier(db, id))
  if (!thread) return { recommendationId: id, told: undefined, tellings: [], mayLink }

  const times = timesTold(thread)
  const told = await wordsOf(
    db,
    thread.map((one) => one.id),
  )
  const tellings: Telling[] = []
  for (const [at, { inspectionId, said }] of times.entries()) {
    const rows = said.map((one) => told.find((row) => row.id === one.id)!)
    const again = times[at + 1]
    tellings.push({
      inspection: {
        id: inspectionId,
        name: inspectionName({ kind: rows[0]!.kind, council: rows[0]!.council }),
        days: daysInWords(rows[0]!.inspectedFrom, rows[0]!.inspectedTo),
      },
      said: rows.map((row) => ({ id: row.id, text: row.text, isThis: row.id === id })),
      since:
        again &&
        (await doneSince(
          context,
          said.map((one) => one.id),
          again.inspectedFrom,
        )),
    })
  }
  return {
    recommendationId: id,
    told: `Told in ${toldIn(times.map(({ inspectedFrom }) => inspectedFrom))}`,
    tellings,
    mayLink,
  }
}

async function hasEarlier(db: Db, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .innerJoin('inspections as before', (join) =>
      join
        .onRef('before.inspectedFrom', '<', 'i.inspectedFrom')
        .on((eb) =>
          eb(eb.fn('lower', ['before.council']), '=', eb.fn<string>('lower', ['i.council'])),
        ),
    )
    .innerJoin('recommendations as e', 'e.inspectionId', 'before.id')
    .where('r.id', '=', id)
    .select('e.id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const wordsOf = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .where('r.id', 'in', ids)
    .select(['r.id', 'r.text', 'i.kind', 'i.council', 'i.inspectedFrom', 'i.inspectedTo'])
    .$narrowType<{ inspectedFrom: CalendarDate; inspectedTo: CalendarDate }>()
    .execute()

async function doneSince(
  { db, actor, today }: Context,
  recommendationIds: readonly number[],
  toldAgainOn: CalendarDate,
): Promise<DoneSince> {
  const answering = await db
    .selectFrom('actionRecommendations')
    .where('recommendationId', 'in', recommendationIds)
    .select('actionId')
    .distinct()
    .execute()
  const actionIds = answering.map(({ actionId }) => actionId)
  const actions = await judgedActions(db, { actionIds })
  const standing = actions.map((action) => ({
    deliveredOn: action.deliveredOn,
    standing: actionStanding(action, today),
  }))
  return {
    sentences: inBetween(standing, toldAgainOn),
    actions: actions.map(({ id, title }) => ({ id, title })),
    evidence: await newestEvidence(db, actor, actionIds, toldAgainOn),
  }
}

/** What shows the latest that was done before that day; evidence whose period is still missing shows no day. */
async function newestEvidence(
  db: Db,
  actor: Actor,
  actionIds: readonly number[],
  toldAgainOn: CalendarDate,
): Promise<DoneSince['evidence']> {
  if (actionIds.length === 0) return undefined
  return db
    .selectFrom('evidence as e')
    .innerJoin('evidenceActions as ea', 'ea.evidenceId', 'e.id')
    .where('ea.actionId', 'in', actionIds)
    .where(evidenceVisibleTo(actor))
    .where('e.periodTo', '<', toldAgainOn)
    .orderBy('e.periodTo', 'desc')
    .orderBy('e.id', 'desc')
    .select(['e.id', 'e.title', 'e.periodTo'])
    .$narrowType<{ periodTo: CalendarDate }>()
    .limit(1)
    .executeTakeFirst()
}
