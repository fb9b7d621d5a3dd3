import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import type { DB } from '~/db/schema'
import { isOwned } from '~/db/owned.server'
import type { Db } from '~/db/db.server'
import { countingVerdict, isDeleted, isForSomething, isReplaced } from '~/db/evidence-facts.server'
import { isOpenRequest, isRefused } from '~/db/tables/evidence-requests.server'
import { keptPastItsTime } from '~/db/evidence-retention.server'
import { retentionAt } from '~/db/tables/retention-periods.server'
import { shelfLivesAt } from '~/db/tables/shelf-lives.server'
import { bytesMayBeGivenTo } from '~/db/tables/virus-checks.server'
import { evidenceVisibleTo, fileVisibleTo, isHeld } from '~/db/visible.server'
import { type Actor, may } from '~/domain/access/permissions'
import { toldDaysBefore } from '~/domain/evidence/going-stale'
import { type EvidenceKind, evidenceKinds, type ShelfLives } from '~/domain/evidence/kinds'
import { previewedMediaTypes } from '~/domain/evidence/preview'
import type { Retention } from '~/domain/evidence/retention'
import { canReview } from '~/domain/evidence/review'
import { idFrom } from '~/domain/id'
import {
  type EvidenceStanding,
  evidenceStanding,
  evidenceStandings,
} from '~/domain/evidence/standing'
import { type InspectionKind, inspectionKindTitles } from '~/domain/inspection/kinds'
import { daysInWords } from '~/domain/inspection/names'
import {
  addDays,
  calendarDate,
  type CalendarDate,
  calendarDateIn,
} from '~/domain/time/calendar-date'

import { type LibraryGap, libraryGapsFor } from './library-gaps'

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
  /** words around what was looked for */
  passage?: { text: string; isFound: boolean }[]
  recommendations: { id: number; text: string }[]
  actions: { id: number; title: string; hasOwner: boolean; hasDate: boolean }[]
  /** of those that the actor may open, the ones that have a preview */
  previews: { id: number; name: string }[]
}

export interface RequestInLibrary {
  id: number
  what: string
  dueOn: CalendarDate
  askedOf: string
  /** that person has said that they cannot bring it */
  isRefused: boolean
  action: { id: number; title: string }
}

/** As the address says it; what names nothing is left out. */
export interface LibraryAsked {
  q?: string | null
  kind?: string | null
  state?: string | null
  gap?: string | null
  by?: string | null
  /** "A14" or "R3" */
  for?: string | null
  inspection?: string | null
  from?: string | null
  to?: string | null
  after?: string | null
}

export interface LibraryFilter {
  q: string | undefined
  kind: EvidenceKind | undefined
  state: EvidenceStanding | undefined
  gap: LibraryGap | undefined
  /** who added it */
  by: number | undefined
  for: string | undefined
  inspection: number | undefined
  /** it covers a day from here */
  from: CalendarDate | undefined
  /** to here */
  to: CalendarDate | undefined
}

export interface EvidenceLibraryView {
  filter: LibraryFilter
  isFirstPage: boolean
  evidence: EvidenceInLibrary[]
  /** how many there are like that, on all pages */
  count: number
  /** the key of the next page, if there is one */
  after: number | undefined
  /** what the actor may judge, longest waiting first; empty beyond the first page of everything */
  waiting: EvidenceInLibrary[]
  waitingInAll: number
  judges: boolean
  gaps: { gap: LibraryGap; count: number }[]
  /** past their time as well, and on hold */
  keptOnHold: number
  /** recommendations that no fresh, accepted voice of children and families speaks of */
  withoutVoice: { id: number; text: string }[]
  /** what was asked for and has not come, the earliest due first; none beyond the first page of everything */
  requests: RequestInLibrary[]
  people: { id: number; name: string }[]
  inspections: { id: number; name: string }[]
  mayAdd: boolean
  today: CalendarDate
}

const pageLength = 50
const mostWaiting = 6

/** The evidence that the actor may see, newest first. */
export async function evidenceLibraryView(
  context: Context,
  asked: LibraryAsked,
): Promise<EvidenceLibraryView> {
  const { db, now, today, actor } = context
  const gaps = libraryGapsFor(actor)
  const filter = filterIn(asked, gaps)
  const after = idFrom(asked.after)
  const lives = await shelfLivesAt(db, now)
  const settings = { today, lives, retention: await retentionAt(db, now) }
  const conditions = conditionsOf(actor, filter, settings)
  const rows = await evidenceRows(context)
    .where((eb) => eb.and(conditions))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<SqlBool>`(e.added_at, e.id) < (select b.added_at, b.id from evidence b where b.id = ${after!})`,
      ),
    )
    .orderBy('e.addedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(pageLength + 1)
    .execute()
  const shown = rows.slice(0, pageLength)
  const passages = filter.q ? await passagesIn(context, shown, filter.q) : new Map()
  const evidence = shown.map((row) => ({
    ...inLibrary(row, today, lives),
    passage: passages.get(row.id) as EvidenceInLibrary['passage'],
  }))
  const isEverything = after === undefined && Object.values(filter).every((one) => !one)
  const waiting = isEverything ? await waitingForMe(context, lives) : []
  const voice = isEverything ? await withoutVoice(db, today, lives) : []
  return {
    filter,
    isFirstPage: after === undefined,
    evidence,
    count: await countOf(context, conditions),
    after: rows.length > pageLength ? evidence.at(-1)?.id : undefined,
    waiting: waiting.slice(0, mostWaiting),
    waitingInAll: waiting.length,
    judges: may(context.actor, 'evidence.review').allowed,
    gaps: await Promise.all(
      gaps.map(async (gap) => ({ gap, count: await countOf(context, [isGap(gap, settings)]) })),
    ),
    keptOnHold: gaps.includes('past-its-time')
      ? await countOf(context, [keptPastItsTime(today, settings.retention, { onHold: true })])
      : 0,
    withoutVoice: voice,
    requests: isEverything ? await openRequests(db) : [],
    people: await peopleWhoAdded(context),
    inspections: await inspectionsNamed(db),
    mayAdd: may(actor, 'evidence.add').allowed,
    today,
  }
}

async function openRequests(db: Db): Promise<RequestInLibrary[]> {
  const rows = await db
    .selectFrom('evidenceRequests as q')
    .innerJoin('actions as a', 'a.id', 'q.actionId')
    .innerJoin('people as asked', 'asked.id', 'q.askedOfId')
    .where(isOpenRequest())
    .orderBy('q.dueOn')
    .orderBy('q.id')
    .select(['q.id', 'q.what', 'q.dueOn', 'asked.name as askedOf', 'a.id as actionId', 'a.title'])
    .select(isRefused().as('isRefused'))
    .$narrowType<{ dueOn: CalendarDate }>()
    .execute()
  return rows.map(({ actionId, title, ...row }) => ({ ...row, action: { id: actionId, title } }))
}

function filterIn(asked: LibraryAsked, gaps: readonly LibraryGap[]): LibraryFilter {
  const q = (asked.q ?? '').trim().slice(0, 200)
  const reference = /^[ar]\d{1,9}$/i.exec((asked.for ?? '').trim())?.[0]
  return {
    q: q || undefined,
    kind: evidenceKinds.find((one) => one === asked.kind),
    state: evidenceStandings.find((one) => one === asked.state),
    gap: gaps.find((one) => one === asked.gap),
    by: idFrom(asked.by),
    for: reference?.toUpperCase(),
    inspection: idFrom(asked.inspection),
    from: calendarDate(asked.from ?? ''),
    to: calendarDate(asked.to ?? ''),
  }
}

/** What evidence is judged by. */
interface Settings {
  today: CalendarDate
  lives: ShelfLives
  retention: Retention
}

function conditionsOf(
  actor: Actor,
  filter: LibraryFilter,
  settings: Settings,
): Expression<SqlBool>[] {
  const { today, lives } = settings
  const eb = expressionBuilder<DB & { e: DB['evidence'] }, 'e'>()
  const { q, kind, state, gap, by, from, to, inspection } = filter
  const reference = filter.for && Number(filter.for.slice(1))
  return [
    ...(q ? [speaksOf(actor, q)] : []),
    ...(kind ? [eb('e.kind', '=', kind)] : []),
    ...(state ? [standsAs(state, today, lives)] : []),
    ...(gap ? [isGap(gap, settings)] : []),
    ...(by ? [eb('e.addedById', '=', by)] : []),
    ...(from ? [eb('e.periodTo', '>=', from)] : []),
    ...(to ? [eb('e.periodFrom', '<=', to)] : []),
    ...(reference
      ? [filter.for!.startsWith('A') ? isForAction(reference) : isForRecommendation(reference)]
      : []),
    ...(inspection
      ? [
          sql<SqlBool>`exists (select from recommendations r
             where r.inspection_id = ${inspection} and ${isForThat(sql.ref('r.id'))})`,
        ]
      : []),
  ]
}

/**
 * The same that the register is searched by: each word in its name, what it shows, or one of its files. One
 * that still waits for the scanner, only the person who added it finds, as only that person sees it.
 */
const speaksOf = (actor: Actor, q: string): Expression<SqlBool> => sql<SqlBool>`e.id in (
  select said.id from evidence said
   where to_tsvector('public.plan_words'::regconfig, said.title || ' ' || said.shows)
         @@ websearch_to_tsquery('plan_words', ${q})
  union all
  select f.evidence_id from evidence_files f join evidence e on e.id = f.evidence_id
    join evidence_file_texts t on t.file_id = f.id
   where not ${isHeld()} and ${bytesMayBeGivenTo(actor)} and t.words @@ websearch_to_tsquery('plan_words', ${q})
  union all
  select f.evidence_id from evidence_files f join evidence e on e.id = f.evidence_id
   where not ${isHeld()} and ${bytesMayBeGivenTo(actor)} and to_tsvector('plan_words', translate(f.name, '_.-', '   '))
         @@ websearch_to_tsquery('plan_words', ${q}))`

const isForAction = (id: number): Expression<SqlBool> =>
  sql<SqlBool>`exists (select from evidence_actions ea where ea.evidence_id = e.id and ea.action_id = ${id})`

const isForRecommendation = (id: number): Expression<SqlBool> => isForThat(sql`${id}::integer`)

/** It is for the recommendation itself, or for an action that answers it. */
const isForThat = (id: RawBuilder<unknown>): Expression<SqlBool> => sql<SqlBool>`(
  exists (select from evidence_recommendations er
           where er.evidence_id = e.id and er.recommendation_id = ${id})
  or exists (select from evidence_actions ea
              join action_recommendations ar on ar.action_id = ea.action_id
             where ea.evidence_id = e.id and ar.recommendation_id = ${id}))`

function isGap(gap: LibraryGap, { today, lives, retention }: Settings): Expression<SqlBool> {
  const eb = expressionBuilder<DB & { e: DB['evidence'] }, 'e'>()
  if (gap === 'unfinished') {
    return eb.or([
      eb('e.kind', 'is', null),
      eb('e.periodTo', 'is', null),
      sql<SqlBool>`btrim(e.shows) = ''`,
    ])
  }
  if (gap === 'past-its-time') return keptPastItsTime(today, retention)
  const accepted = standsAs('accepted', today, lives)
  if (gap === 'for-nothing') {
    return eb.and([eb.or([accepted, standsAs('stale', today, lives)]), eb.not(isForSomething())])
  }
  return eb.and([accepted, eb.not(freshOn(addDays(today, toldDaysBefore), lives))])
}

async function countOf(
  { db, actor }: Context,
  conditions: readonly Expression<SqlBool>[],
): Promise<number> {
  const { count } = await db
    .selectFrom('evidence as e')
    .where(evidenceVisibleTo(actor))
    .where((eb) => eb.not(isDeleted()))
    .where((eb) => eb.and([...conditions]))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

// Characters that no text means anything by, to tell what was found.
const [opens, closes] = ['\uE000', '\uE001']

/** For each piece a few words around what was found, those that were found apart. */
async function passagesIn(
  { db, actor }: Context,
  rows: readonly { id: number }[],
  q: string,
): Promise<Map<number, NonNullable<EvidenceInLibrary['passage']>>> {
  if (rows.length === 0) return new Map()
  const found = await sql<{ id: number; passage: string }>`
    select e.id, ts_headline('plan_words',
             translate(concat_ws(' · ', e.title, e.shows, (
               select string_agg(concat_ws(' · ', f.name, t.text), ' · ')
                 from evidence_files f left join evidence_file_texts t on t.file_id = f.id
                where f.evidence_id = e.id and not ${isHeld()}
                  and ${bytesMayBeGivenTo(actor)})), ${opens + closes}, ''),
             websearch_to_tsquery('plan_words', ${q}),
             ${`StartSel=${opens}, StopSel=${closes}, MaxWords=24, MinWords=12, MaxFragments=1`}) as passage
      from evidence e where e.id = any (${rows.map(({ id }) => id)}::integer[])`.execute(db)
  return new Map(
    found.rows.map(({ id, passage }) => [
      id,
      passage.split(opens).flatMap((part, at) => {
        if (at === 0) return part ? [{ text: part, isFound: false }] : []
        const [word = '', rest = ''] = part.split(closes)
        return [{ text: word, isFound: true }, ...(rest ? [{ text: rest, isFound: false }] : [])]
      }),
    ]),
  )
}

/** Recommendations of the plan that have no accepted, fresh voice of children and families. */
async function withoutVoice(db: Db, today: CalendarDate, lives: ShelfLives) {
  return db
    .selectFrom('recommendations as r')
    .where(
      sql<SqlBool>`not exists (select from evidence e where e.kind = 'voice'
        and ${isForThat(sql.ref('r.id'))} and ${standsAs('accepted', today, lives)})`,
    )
    .orderBy('r.id', 'desc')
    .select(['r.id', 'r.text'])
    .execute()
}

const peopleWhoAdded = ({ db, actor }: Context) =>
  db
    .selectFrom('people as p')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('evidence as e')
          .whereRef('e.addedById', '=', 'p.id')
          .where(evidenceVisibleTo(actor))
          .select('e.id'),
      ),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .select(['p.id', 'p.name'])
    .execute()

async function inspectionsNamed(db: Db): Promise<EvidenceLibraryView['inspections']> {
  const rows = await db
    .selectFrom('inspections')
    .orderBy('inspectedFrom', 'desc')
    .select(['id', 'kind', 'inspectedFrom', 'inspectedTo'])
    .$narrowType<{
      kind: InspectionKind
      inspectedFrom: CalendarDate
      inspectedTo: CalendarDate
    }>()
    .execute()
  return rows.map(({ id, kind, inspectedFrom, inspectedTo }) => ({
    id,
    name: `${inspectionKindTitles[kind]}, ${daysInWords(inspectedFrom, inspectedTo)}`,
  }))
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
    .where((eb) => eb.not(isDeleted()))
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
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('evidenceRecommendations as er')
          .innerJoin('recommendations as r', 'r.id', 'er.recommendationId')
          .whereRef('er.evidenceId', '=', 'e.id')
          .orderBy('r.id')
          .select(['r.id', 'r.text']),
      ).as('recommendations'),
    )
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('evidenceFiles as f')
          .whereRef('f.evidenceId', '=', 'e.id')
          .where('f.blobSha256', 'is not', null)
          .where(fileVisibleTo(actor))
          .where(bytesMayBeGivenTo(actor))
          .where('f.mediaType', 'in', previewedMediaTypes)
          .orderBy('f.id')
          .select(['f.id', 'f.name']),
      ).as('previews'),
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
  const isFresh = freshOn(today, lives)
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

/** The same as isFresh, for the database. */
function freshOn(day: CalendarDate, lives: ShelfLives): Expression<SqlBool> {
  const eb = expressionBuilder<DB & { e: DB['evidence'] }, 'e'>()
  return eb.or(
    evidenceKinds.map((kind) =>
      eb.and([
        eb('e.kind', '=', kind),
        sql<SqlBool>`e.period_to + make_interval(months => ${lives[kind]}) >= ${day}::date`,
      ]),
    ),
  )
}
