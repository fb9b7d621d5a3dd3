import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '~/db/db.server'
import { isOpenRequest } from '~/db/tables/evidence-requests.server'
import { assuredBy, assuredNothing } from '~/db/tables/offers.server'
import type { Actor } from '~/domain/access/permissions'
import { canOffer, canPassOnPart, canPassOnRequest, type NewOwner } from '~/domain/action/hand-over'
import type { Decision } from '~/domain/decision'
import type { CalendarDate } from '~/domain/time/calendar-date'

export type ItemKind = 'action' | 'part' | 'request'

/** Something that somebody has, and that can be handed over by itself. */
export interface Item {
  key: string
  kind: ItemKind
  /** the number of its own row: the action's, or the request's */
  id: number
  action: { id: number; title: string; dueOn: CalendarDate | null; isDelivered: boolean }
  /** what a request asks for */
  what: string | undefined
  dueOn: CalendarDate | null
  /** open steps, which go with the action */
  milestones: { id: number; title: string; dueOn: CalendarDate }[]
  facts: ItemFacts
}

/** What the rules ask about it, as it stands now. */
interface ItemFacts {
  ownerId: number | null
  ownerName: string | null
  offeredTo: string | null
  isStillTheirs: boolean
  askedOfId: number
  isAnswered: boolean
}

const keyOf = (kind: ItemKind, id: number): string => `${kind}-${id}`

/** Everything somebody has: what they own, what they contribute to, and the evidence asked of them. */
export async function everythingOf(db: Db, personId: number): Promise<Item[]> {
  const [owned, shared, asked] = await Promise.all([
    db.selectFrom('actions').where('ownerId', '=', personId).select('id').execute(),
    db
      .selectFrom('actionContributors as c')
      .innerJoin('actions as a', 'a.id', 'c.actionId')
      .where('c.personId', '=', personId)
      .where('a.deliveredOn', 'is', null)
      .select('a.id')
      .execute(),
    db
      .selectFrom('evidenceRequests as q')
      .where('q.askedOfId', '=', personId)
      .where(isOpenRequest())
      .select('q.id')
      .execute(),
  ])
  return itemsOf(db, personId, [
    ...owned.map(({ id }) => ({ kind: 'action' as const, id })),
    ...shared.map(({ id }) => ({ kind: 'part' as const, id })),
    ...asked.map(({ id }) => ({ kind: 'request' as const, id })),
  ])
}

/** These things of somebody's, each as it stands; what is not there is left out. */
export async function itemsOf(
  db: Db,
  personId: number,
  keys: readonly { kind: ItemKind; id: number }[],
): Promise<Item[]> {
  const ids = (kind: ItemKind) => keys.filter((one) => one.kind === kind).map(({ id }) => id)
  const requests = await requestsOf(db, ids('request'))
  const actions = await actionsOf(db, personId, [
    ...ids('action'),
    ...ids('part'),
    ...requests.map(({ actionId }) => actionId),
  ])
  const byId = new Map(actions.map((action) => [action.id, action]))
  const item = (kind: ItemKind, id: number, actionId: number, rest: Partial<Item> = {}): Item[] => {
    const action = byId.get(actionId)
    if (!action) return []
    const { milestones, facts, ...known } = action
    return [
      {
        key: keyOf(kind, id),
        kind,
        id,
        action: known,
        what: undefined,
        dueOn: known.dueOn,
        milestones,
        ...rest,
        facts: { ...facts, ...rest.facts },
      },
    ]
  }
  return [
    ...ids('action').flatMap((id) => item('action', id, id)),
    ...ids('part').flatMap((id) => item('part', id, id)),
    ...requests.flatMap(({ id, actionId, what, dueOn, askedOfId, answeredAt }) =>
      item('request', id, actionId, {
        what,
        dueOn: dueOn as CalendarDate,
        milestones: [],
        facts: { ...byId.get(actionId)!.facts, askedOfId, isAnswered: answeredAt !== null },
      }),
    ),
  ].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id - b.id)
}

const requestsOf = async (db: Db, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('evidenceRequests')
        .where('id', 'in', [...ids])
        .select(['id', 'actionId', 'what', 'dueOn', 'askedOfId', 'answeredAt'])
        .execute()

async function actionsOf(db: Db, personId: number, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('actions as a')
    .leftJoin('people as owner', 'owner.id', 'a.ownerId')
    .where('a.id', 'in', [...ids])
    .select(['a.id', 'a.title', 'a.dueOn', 'a.deliveredOn', 'a.ownerId', 'owner.name as ownerName'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('milestones as m')
          .whereRef('m.actionId', '=', 'a.id')
          .where('m.doneOn', 'is', null)
          .orderBy('m.dueOn')
          .select(['m.id', 'm.title', 'm.dueOn']),
      ).as('milestones'),
      eb
        .selectFrom('offers as o')
        .innerJoin('people as t', 't.id', 'o.toId')
        .whereRef('o.actionId', '=', 'a.id')
        .where('o.answer', 'is', null)
        .select('t.name')
        .as('offeredTo'),
      eb
        .exists(
          eb
            .selectFrom('actionContributors as c')
            .whereRef('c.actionId', '=', 'a.id')
            .where('c.personId', '=', personId)
            .select('c.personId'),
        )
        .as('contributes'),
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    dueOn: row.dueOn as CalendarDate | null,
    isDelivered: row.deliveredOn !== null,
    milestones: row.milestones as Item['milestones'],
    facts: {
      ownerId: row.ownerId,
      ownerName: row.ownerName,
      offeredTo: row.offeredTo,
      isStillTheirs: Boolean(row.contributes),
      askedOfId: personId,
      isAnswered: false,
    },
  }))
}

/** For each of these things, whether the actor may hand it over to this person. */
export async function decisionsFor(
  db: Db,
  actor: Actor,
  fromId: number,
  to: NewOwner,
  items: readonly Item[],
): Promise<Map<string, Decision>> {
  const assured = await assuredBy(
    db,
    to.personId,
    items.filter(({ kind }) => kind === 'action').map(({ id }) => id),
  )
  const decide = ({ kind, id, facts }: Item): Decision => {
    if (kind === 'part') return canPassOnPart(actor, { fromId, to, ...facts })
    if (kind === 'request') return canPassOnRequest(actor, { fromId, to, ...facts })
    return canOffer(actor, { fromId, to, ...facts, assured: assured.get(id) ?? assuredNothing })
  }
  return new Map(items.map((item) => [item.key, decide(item)]))
}
