import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Role } from '~/domain/access/permissions'
import type {
  AnswerFacts,
  AssuredBy,
  HandOverKind,
  NewOwner,
  OfferAnswer,
} from '~/domain/action/hand-over'
import type { NamedPerson } from '~/domain/action/history'
import type { Db, Tx } from '../db.server'
import type { DB } from '../schema'

/** The column that says which thing of a kind is offered; the others are empty. */
const columnOf = {
  action: 'actionId',
  part: 'partInId',
  request: 'requestId',
  review: 'reviewOfId',
  measure: 'measureId',
  ready: 'checklistItemId',
  decided: 'boardDecisionId',
} as const satisfies Record<HandOverKind, keyof DB['offers']>

const kinds = Object.keys(columnOf) as HandOverKind[]

/** Something that can be handed over, by its kind and the number of its row. */
export interface Thing {
  kind: HandOverKind
  id: number
}

export async function insertOffer(
  tx: Tx,
  { kind, id }: Thing,
  offer: { handOverId: number; fromId: number; toId: number },
): Promise<void> {
  await tx
    .insertInto('offers')
    .values({ ...offer, [columnOf[kind]]: id })
    .execute()
}

export async function answerOffer(
  tx: Tx,
  {
    id,
    ...answer
  }: {
    id: number
    answer: OfferAnswer
    reason: string
    answeredById: number
    answeredAt: Date
  },
): Promise<void> {
  await tx.updateTable('offers').set(answer).where('id', '=', id).execute()
}

/** Who would come to own something; undefined where there is nobody. */
export async function newOwner(db: Db, personId: number): Promise<NewOwner | undefined> {
  const row = await db
    .selectFrom('people as p')
    .where('p.id', '=', personId)
    .select(['p.id as personId', 'p.name', 'p.suspendedAt'])
    .select((eb) =>
      jsonArrayFrom(
        eb.selectFrom('personRoles as r').whereRef('r.personId', '=', 'p.id').select('r.role'),
      ).as('roles'),
    )
    .executeTakeFirst()
  return (
    row && {
      personId: row.personId,
      name: row.name,
      isSuspended: row.suspendedAt !== null,
      roles: row.roles.map(({ role }) => role as Role),
    }
  )
}

/** What this person did to assure each of these actions; whoever did nothing is not in it. */
export async function assuredBy(
  db: Db,
  personId: number,
  actionIds: readonly number[],
): Promise<Map<number, AssuredBy>> {
  if (actionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('actions as a')
    .where('a.id', 'in', [...actionIds])
    .select('a.id')
    .select((eb) => [
      eb
        .selectFrom('evidenceActions as ea')
        .innerJoin('evidenceReviews as v', 'v.evidenceId', 'ea.evidenceId')
        .whereRef('ea.actionId', '=', 'a.id')
        .where('v.reviewerId', '=', personId)
        .where('v.verdict', '=', 'accepted')
        .select(({ fn }) => fn.count<number>('ea.evidenceId').distinct().as('accepted'))
        .as('accepted'),
      eb
        .exists(
          eb
            .selectFrom('impactSignOffs as s')
            .whereRef('s.actionId', '=', 'a.id')
            .where('s.signedById', '=', personId)
            .select('s.id'),
        )
        .as('signedOff'),
    ])
    .execute()
  return new Map(
    rows.map(({ id, accepted, signedOff }) => [
      id,
      { accepted: accepted ?? 0, signedOff: Boolean(signedOff) },
    ]),
  )
}

export const assuredNothing: AssuredBy = { accepted: 0, signedOff: false }

/** An offer and how it was answered, with who and when. */
export interface KnownOffer {
  id: number
  /** all of one hand-over have one note, one giver and one taker */
  handOverId: number
  kind: HandOverKind
  /** the number of the row of what is offered */
  itemId: number
  answer: AnswerFacts['answer']
  from: NamedPerson
  fromLeft: boolean
  to: NamedPerson
  offeredBy: NamedPerson
  offeredAt: Date
  note: string
  reason: string
}

/** Offers that fit, in a condition that calls them `o`, the latest first. */
async function offersWhere(db: Db, fits: RawBuilder<boolean>): Promise<KnownOffer[]> {
  const rows = await db
    .selectFrom('offers as o')
    .innerJoin('handOvers as h', 'h.id', 'o.handOverId')
    .innerJoin('people as f', 'f.id', 'o.fromId')
    .innerJoin('people as t', 't.id', 'o.toId')
    .innerJoin('people as m', 'm.id', 'h.madeById')
    .where(fits)
    .orderBy('o.id', 'desc')
    .select(['o.id', 'o.handOverId', 'o.answer', 'o.reason', 'h.note', 'h.madeAt'])
    .select(['o.actionId', 'o.partInId', 'o.requestId', 'o.reviewOfId', 'o.measureId'])
    .select(['o.checklistItemId', 'o.boardDecisionId'])
    .select(['f.id as fromId', 'f.name as fromName', 'f.suspendedAt as fromLeftAt'])
    .select(['t.id as toId', 't.name as toName', 'm.id as byId', 'm.name as byName'])
    .execute()
  return rows.map((row) => {
    const kind = kinds.find((one) => row[columnOf[one]] !== null)!
    return {
      ...{ id: row.id, handOverId: row.handOverId, kind, itemId: row[columnOf[kind]]! },
      answer: row.answer as AnswerFacts['answer'],
      reason: row.reason,
      note: row.note,
      from: { id: row.fromId, name: row.fromName },
      fromLeft: row.fromLeftAt !== null,
      to: { id: row.toId, name: row.toName },
      offeredBy: { id: row.byId, name: row.byName },
      offeredAt: row.madeAt,
    }
  })
}

export const offerById = async (db: Db, id: number): Promise<KnownOffer | undefined> =>
  (await offersWhere(db, sql`o.id = ${id}`))[0]

/** What of one hand-over waits for its answer. */
export const openOffersIn = (db: Db, handOverId: number): Promise<KnownOffer[]> =>
  offersWhere(db, sql`o.answer is null and o.hand_over_id = ${handOverId}`)

/** The latest offer of a thing, answered or not; undefined where there was none. */
export const latestOffer = async (db: Db, { kind, id }: Thing): Promise<KnownOffer | undefined> =>
  (await offersWhere(db, sql`${sql.ref(`o.${columnOf[kind]}`)} = ${id}`))[0]

/** What waits for the answer of this person. */
export const offersTo = (db: Db, personId: number): Promise<KnownOffer[]> =>
  offersWhere(db, sql`o.answer is null and o.to_id = ${personId}`)

/** What waits for anybody's answer. */
export const openOffers = (db: Db): Promise<KnownOffer[]> => offersWhere(db, sql`o.answer is null`)

/** What of these things waits for an answer. */
export async function openOffersOf(db: Db, things: readonly Thing[]): Promise<KnownOffer[]> {
  if (things.length === 0) return []
  const among = kinds.flatMap((kind) => {
    const ids = things.filter((one) => one.kind === kind).map(({ id }) => id)
    return ids.length > 0 ? [sql`${sql.ref(`o.${columnOf[kind]}`)} in (${sql.join(ids)})`] : []
  })
  return offersWhere(db, sql`o.answer is null and (${sql.join(among, sql` or `)})`)
}

/** What was declined and was not offered to anybody since. */
export const declinedOffers = (db: Db): Promise<KnownOffer[]> =>
  offersWhere(
    db,
    sql`o.answer = 'declined' and not exists (
      select from offers later
       where later.id > o.id
         and (later.action_id, later.part_in_id, later.request_id, later.review_of_id,
              later.measure_id, later.checklist_item_id, later.board_decision_id)
             is not distinct from
             (o.action_id, o.part_in_id, o.request_id, o.review_of_id,
              o.measure_id, o.checklist_item_id, o.board_decision_id)
         and (o.part_in_id is null or later.from_id = o.from_id))`,
  )
