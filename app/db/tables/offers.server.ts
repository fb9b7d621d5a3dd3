import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Role } from '~/domain/access/permissions'
import type { AnswerFacts, AssuredBy, NewOwner, OfferAnswer } from '~/domain/action/hand-over'
import type { NamedPerson } from '~/domain/action/history'
import type { Db, Tx } from '../db.server'

export async function insertOffer(
  tx: Tx,
  offer: { handOverId: number; actionId: number; fromId: number; toId: number },
): Promise<void> {
  await tx.insertInto('offers').values(offer).execute()
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

/** An offer with everything that its answer is judged by and told with. */
export interface KnownOffer extends AnswerFacts {
  id: number
  actionId: number
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
    .select(['o.id', 'o.actionId', 'o.answer', 'o.reason', 'h.note', 'h.madeAt'])
    .select(['f.id as fromId', 'f.name as fromName', 'f.suspendedAt as fromLeftAt'])
    .select(['t.id as toId', 't.name as toName', 'm.id as byId', 'm.name as byName'])
    .select((eb) => [
      eb
        .selectFrom('evidenceActions as ea')
        .innerJoin('evidenceReviews as v', 'v.evidenceId', 'ea.evidenceId')
        .whereRef('ea.actionId', '=', 'o.actionId')
        .whereRef('v.reviewerId', '=', 'o.toId')
        .where('v.verdict', '=', 'accepted')
        .select(({ fn }) => fn.count<number>('ea.evidenceId').distinct().as('accepted'))
        .as('accepted'),
      sql<boolean>`exists (select from impact_sign_offs s
        where s.action_id = o.action_id and s.signed_by_id = o.to_id)`.as('signedOff'),
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    actionId: row.actionId,
    answer: row.answer as AnswerFacts['answer'],
    reason: row.reason,
    note: row.note,
    from: { id: row.fromId, name: row.fromName },
    fromLeft: row.fromLeftAt !== null,
    to: { id: row.toId, name: row.toName },
    toId: row.toId,
    toName: row.toName,
    offeredBy: { id: row.byId, name: row.byName },
    offeredAt: row.madeAt,
    assured: { accepted: row.accepted ?? 0, signedOff: row.signedOff },
  }))
}

/** The latest offer of an action, answered or not; undefined where there was none. */
export const latestOffer = async (db: Db, actionId: number): Promise<KnownOffer | undefined> =>
  (await offersWhere(db, sql`o.action_id = ${actionId}`))[0]

/** What waits for the answer of this person. */
export const offersTo = (db: Db, personId: number): Promise<KnownOffer[]> =>
  offersWhere(db, sql`o.answer is null and o.to_id = ${personId}`)

/** What waits for anybody's answer. */
export const openOffers = (db: Db): Promise<KnownOffer[]> => offersWhere(db, sql`o.answer is null`)

/** What was declined, where nothing has come of the action since: it lies where it lay. */
export const declinedOffers = (db: Db): Promise<KnownOffer[]> =>
  offersWhere(
    db,
    sql`o.answer = 'declined'
      and o.id = (select max(later.id) from offers later where later.action_id = o.action_id)
      and exists (select from actions a where a.id = o.action_id and a.owner_id = o.from_id)`,
  )
