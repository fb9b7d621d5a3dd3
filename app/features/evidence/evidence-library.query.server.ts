import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import type { DB } from '~/db/schema'
import { isOwned } from '~/db/owned.server'
import { countingVerdict, isReplaced } from '~/db/evidence-facts.server'
import { shelfLivesAt } from '~/db/tables/shelf-lives.server'
import { evidenceVisibleTo, isHeld } from '~/db/visible.server'
import { may } from '~/domain/access/permissions'
import { type EvidenceKind, evidenceKinds, type ShelfLives } from '~/domain/evidence/kinds'
import { canReview } from '~/domain/evidence/review'
import { idFrom } from '~/domain/id'
import {
  type EvidenceStanding,
  evidenceStanding,
  evidenceStandings,
} from '~/domain/evidence/standing'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

export interface EvidenceInLibrary {
  id: number
  title: string
  kind: EvidenceKind | null
  periodFrom: CalendarDate | null
  periodTo: CalendarDate | null
  restricted: boolean
  addedBy: string
  addedOn: CalendarDate
  standing: EvidenceStanding
  actions: { id: number; title: string; hasOwner: boolean; hasDate: boolean }[]
}

export interface EvidenceLibraryView {
  filter: { kind: EvidenceKind | undefined; state: EvidenceStanding | undefined }
  isFirstPage: boolean
  evidence: EvidenceInLibrary[]
  /** the key of the next page, if there is one */
  after: number | undefined
  /** what the actor may judge, longest waiting first; empty beyond the first page of everything */
  waiting: EvidenceInLibrary[]
  waitingInAll: number
  judges: boolean
  today: CalendarDate
}

const pageLength = 50
const mostWaiting = 6

/** The evidence that the actor may see, newest first. */
export async function evidenceLibraryView(
  context: Context,
  asked: { kind?: string | null; state?: string | null; after?: string | null },
): Promise<EvidenceLibraryView> {
  const kind = evidenceKinds.find((one) => one === asked.kind)
  const state = evidenceStandings.find((one) => one === asked.state)
  const after = idFrom(asked.after)
  const lives = await shelfLivesAt(context.db, context.now)
  const rows = await evidenceRows(context)
    .$if(kind !== undefined, (q) => q.where('e.kind', '=', kind!))
    .$if(state !== undefined, (q) => q.where(standsAs(state!, context.today, lives)))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<SqlBool>`(e.added_at, e.id) < (select b.added_at, b.id from evidence b where b.id = ${after!})`,
      ),
    )
    .orderBy('e.addedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(pageLength + 1)
    .execute()
  const evidence = rows.slice(0, pageLength).map((row) => inLibrary(row, context.today, lives))
  const isEverything = !kind && !state && !after
  const waiting = isEverything ? await waitingForMe(context, lives) : []
  return {
    filter: { kind, state },
    isFirstPage: after === undefined,
    evidence,
    after: rows.length > pageLength ? evidence.at(-1)?.id : undefined,
    waiting: waiting.slice(0, mostWaiting),
    waitingInAll: waiting.length,
    judges: may(context.actor, 'evidence.review').allowed,
    today: context.today,
  }
}

async function waitingForMe(context: Context, lives: ShelfLives): Promise<EvidenceInLibrary[]> {
  const { actor, today } = context
  if (!may(actor, 'evidence.review').allowed) return []
  const rows = await evidenceRows(context)
    .where(standsAs('awaiting-review', today, lives))
    .where('e.addedById', '<>', actor.personId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('evidenceFiles as f')
            .whereRef('f.evidenceId', '=', 'e.id')
            .where(isHeld())
            .select('f.id'),
        ),
      ),
    )
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .execute()
  return rows
    .filter((row) => {
      const actionOwnerIds = row.actions.flatMap(({ ownerId }) => ownerId ?? [])
      return canReview(actor, { addedById: row.addedById, actionOwnerIds, verdict: null }).allowed
    })
    .map((row) => inLibrary(row, today, lives))
}

const evidenceRows = ({ db, actor }: Context) =>
  db
    .selectFrom('evidence as e')
    .innerJoin('people as adder', 'adder.id', 'e.addedById')
    .where(evidenceVisibleTo(actor))
    .select(['e.id', 'e.title', 'e.kind', 'e.periodFrom', 'e.periodTo', 'e.restricted'])
    .select(['e.addedAt', 'e.addedById', 'adder.name as addedBy'])
    .select([countingVerdict().as('verdict'), isReplaced().as('isReplaced')])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('evidenceActions as ea')
          .innerJoin('actions as a', 'a.id', 'ea.actionId')
          .whereRef('ea.evidenceId', '=', 'e.id')
          .orderBy('a.id')
          .select(['a.id', 'a.title', 'a.ownerId', 'a.dueOn', isOwned().as('hasOwner')]),
      ).as('actions'),
    )
    // The checks of the table hold these to the words of the domain.
    .$narrowType<{
      kind: EvidenceKind | null
      periodFrom: CalendarDate | null
      periodTo: CalendarDate | null
    }>()

type Row = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number]

function inLibrary(row: Row, today: CalendarDate, lives: ShelfLives): EvidenceInLibrary {
  const { addedAt, addedById: _by, verdict: _verdict, isReplaced: _is, actions, ...evidence } = row
  return {
    ...evidence,
    addedOn: calendarDateIn(addedAt, 'Europe/London'),
    standing: evidenceStanding(row, today, lives),
    actions: actions.map(({ id, title, hasOwner, dueOn }) => ({
      id,
      title,
      hasOwner,
      hasDate: dueOn !== null,
    })),
  }
}

/** The same as evidenceStanding, for the database. */
function standsAs(
  state: EvidenceStanding,
  today: CalendarDate,
  lives: ShelfLives,
): Expression<SqlBool> {
  const eb = expressionBuilder<DB & { e: DB['evidence'] }, 'e'>()
  if (state === 'replaced') return isReplaced()
  const isFresh = eb.or(
    evidenceKinds.map((kind) =>
      eb.and([
        eb('e.kind', '=', kind),
        sql<SqlBool>`e.period_to + make_interval(months => ${lives[kind]}) >= ${today}::date`,
      ]),
    ),
  )
  const verdict =
    state === 'awaiting-review'
      ? eb(countingVerdict(), 'is', null)
      : eb(countingVerdict(), '=', state === 'stale' ? 'accepted' : state)
  return eb.and([
    eb.not(isReplaced()),
    verdict,
    ...(state === 'accepted' ? [isFresh] : state === 'stale' ? [eb.not(isFresh)] : []),
  ])
}
