import { sql } from 'kysely'
import { type Common, inCommon, likeness, type Likeness } from '~/domain/inspection/repeats'
import type { Thread } from '~/domain/inspection/threads'
import type { Db } from './db.server'
import { threadsIn } from './threads.server'

export interface LikelyRepeat {
  earlierId: number
  laterId: number
  common: Common
  likeness: Likeness
}

/** More than these of one recommendation would only be guesses. */
const mostForOne = 3

/**
 * What earlier inspections of the same council are likely to have said already, of the recommendations
 * of one inspection or of one of them. Only pairs that nobody has decided, that are not in one thread
 * already, and of each earlier thread the likeliest. In the order of the report, the likeliest first.
 *
 * Postgres gives the stems of every text and how alike two texts are by their groups of three letters;
 * what that makes of a pair is the rule in domain/inspection/repeats.ts. Only the few
 * pairs with something in common are asked about.
 */
export async function likelyRepeats(
  db: Db,
  of: { inspectionId: number } | { recommendationId: number },
): Promise<LikelyRepeat[]> {
  const later = await comparable(db)
    .$if('inspectionId' in of, (query) =>
      query.where('r.inspectionId', '=', (of as { inspectionId: number }).inspectionId),
    )
    .$if('recommendationId' in of, (query) =>
      query.where('r.id', '=', (of as { recommendationId: number }).recommendationId),
    )
    .execute()
  const [first] = later
  if (!first) return []
  const earlier = await comparable(db)
    .where((eb) => eb(eb.fn<string>('lower', ['i.council']), '=', first.council.toLowerCase()))
    .where('i.inspectedFrom', '<', first.inspectedFrom)
    .execute()
  if (earlier.length === 0) return []

  const [threads, decided] = await Promise.all([
    threadsIn(db),
    decidedPairs(
      db,
      later.map(({ id }) => id),
    ),
  ])
  const pairs = later.flatMap((now) =>
    earlier.flatMap((before) => {
      const isDecided = decided.has(pairOf(before.id, now.id))
      if (isDecided || threads.get(now.id)?.some(({ id }) => id === before.id)) return []
      const common = inCommon(before, now)
      return common ? [{ earlierId: before.id, laterId: now.id, common }] : []
    }),
  )
  const similar = await similarities(db, pairs)
  const likely = pairs.flatMap((pair) => {
    const like = likeness(pair.common, similar.get(pairOf(pair.earlierId, pair.laterId)) ?? 0)
    return like ? [{ ...pair, likeness: like }] : []
  })
  return later.flatMap(({ id }) =>
    onePerThread(
      likely
        .filter(({ laterId }) => laterId === id)
        .sort((a, b) => b.likeness.rank - a.likeness.rank),
      threads,
    ).slice(0, mostForOne),
  )
}

const pairOf = (earlierId: number, laterId: number): string => `${earlierId}-${laterId}`

/** Recommendations as they are compared, in the order of their reports. */
const comparable = (db: Db) =>
  db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .orderBy('i.inspectedFrom')
    .orderBy('r.inspectionId')
    .orderBy('r.position')
    .select(['r.id', 'r.kind', 'r.text', 'i.council', 'i.inspectedFrom'])
    .select(({ fn }) => fn<string[]>('stems_of', ['r.text']).as('stems'))

async function decidedPairs(db: Db, laterIds: readonly number[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('repeatDecisions as d')
    .leftJoin('repeatWithdrawals as w', 'w.decisionId', 'd.id')
    .where('d.laterId', 'in', laterIds)
    .where('w.decisionId', 'is', null)
    .select(['d.earlierId', 'd.laterId'])
    .execute()
  return new Set(rows.map(({ earlierId, laterId }) => pairOf(earlierId, laterId)))
}

async function similarities(
  db: Db,
  pairs: readonly { earlierId: number; laterId: number }[],
): Promise<Map<string, number>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<{ earlierId: number; laterId: number; similarity: number }>`
    select e.id as earlier_id, l.id as later_id, similarity(e.text, l.text) as similarity
      from unnest(${pairs.map((one) => one.earlierId)}::int[], ${pairs.map((one) => one.laterId)}::int[])
           as pair (earlier_id, later_id)
      join recommendations e on e.id = pair.earlier_id
      join recommendations l on l.id = pair.later_id`.execute(db)
  return new Map(rows.map((row) => [pairOf(row.earlierId, row.laterId), row.similarity]))
}

/** To confirm one of a thread is to confirm it of all: only the likeliest is asked about. */
function onePerThread(
  likeliestFirst: readonly LikelyRepeat[],
  threads: ReadonlyMap<number, Thread>,
): LikelyRepeat[] {
  const firsts = likeliestFirst.map(({ earlierId }) => threads.get(earlierId)?.[0]?.id)
  return likeliestFirst.filter(
    (_, at) => firsts[at] === undefined || firsts.indexOf(firsts[at]) === at,
  )
}
