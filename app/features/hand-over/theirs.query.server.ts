import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '~/db/db.server'
import { boardDecisions } from '~/db/tables/board-decisions.server'
import { checklistFacts } from '~/db/tables/checklist-items.server'
import { isOpenRequest, isWithdrawn } from '~/db/tables/evidence-requests.server'
import { assuredBy, assuredNothing } from '~/db/tables/offers.server'
import { isUnanswered } from '~/db/tables/update-requests.server'
import { allVisits } from '~/db/tables/visits.server'
import type { Actor } from '~/domain/access/permissions'
import {
  canOffer,
  canPassOnDuty,
  canPassOnMeasure,
  canPassOnPart,
  canPassOnRequest,
  canPassOnReview,
  type NewOwner,
} from '~/domain/action/hand-over'
import type { Decision } from '~/domain/decision'
import { measureRef } from '~/domain/measure/measure'
import { visitTitle } from '~/domain/plan/visits'
import { type CalendarDate, calendarDateIn, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'

/** ready: to be made ready for a visit; decided: by the board, for them to see to */
export type ItemKind = 'action' | 'part' | 'request' | 'review' | 'measure' | 'ready' | 'decided'

/** Something that somebody has, and that can be handed over by itself. */
export interface Item {
  key: string
  kind: ItemKind
  /** the number of its own row */
  id: number
  /** the action that it is, or is for */
  action:
    { id: number; title: string; dueOn: CalendarDate | null; isDelivered: boolean } | undefined
  /** where it stands, where that is not an action */
  place: { name: string; to: string } | undefined
  /** what a request asks for, what a measure is called, what is to be seen to */
  what: string | undefined
  /** how far a review is */
  stands: string | undefined
  dueOn: CalendarDate | null
  /** open steps, which go with the action */
  milestones: { id: number; title: string; dueOn: CalendarDate }[]
  /** updates that its owner is asked for, which go with the action too */
  updatesAsked: { id: number; by: string; dueOn: CalendarDate }[]
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
  reviewerId: number
  isJudged: boolean
  addedById: number | null
  /** of what is to be seen to: done or withdrawn, or its visit was held */
  isOver: boolean
}

const keyOf = (kind: ItemKind, id: number): string => `${kind}-${id}`

/** Who is to judge what answers a request: whoever asked, or whoever took that over. */
const reviewer = sql<number>`coalesce(reviewer_id, asked_by_id)`

/**
 * Everything somebody has: the actions and measures they own, what they contribute to, the evidence asked
 * of them, the evidence that they asked for and are to judge, and what they see to for visits and the board.
 */
export async function everythingOf(db: Db, personId: number): Promise<Item[]> {
  const [owned, shared, asked, toJudge, measured, ready, decided] = await Promise.all([
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
    db
      .selectFrom('evidenceRequests as q')
      .where(reviewer, '=', personId)
      .where((eb) => eb.not(isWithdrawn()))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('evidenceReviews as v')
              .whereRef('v.evidenceId', '=', 'q.answeredByEvidenceId')
              .select('v.id'),
          ),
        ),
      )
      .select('q.id')
      .execute(),
    db.selectFrom('measures').where('ownerId', '=', personId).select('id').execute(),
    db.selectFrom('checklistItems').where('ownerId', '=', personId).select('id').execute(),
    db.selectFrom('boardDecisions').where('ownerId', '=', personId).select('id').execute(),
  ])
  const items = await itemsOf(db, personId, [
    ...owned.map(({ id }) => ({ kind: 'action' as const, id })),
    ...shared.map(({ id }) => ({ kind: 'part' as const, id })),
    ...asked.map(({ id }) => ({ kind: 'request' as const, id })),
    ...toJudge.map(({ id }) => ({ kind: 'review' as const, id })),
    ...measured.map(({ id }) => ({ kind: 'measure' as const, id })),
    ...ready.map(({ id }) => ({ kind: 'ready' as const, id })),
    ...decided.map(({ id }) => ({ kind: 'decided' as const, id })),
  ])
  return items.filter(({ facts }) => !facts.isOver)
}

/** These things of somebody's, each as it stands; what is not there is left out. */
export async function itemsOf(
  db: Db,
  personId: number,
  keys: readonly { kind: ItemKind; id: number }[],
): Promise<Item[]> {
  const ids = (kind: ItemKind) => keys.filter((one) => one.kind === kind).map(({ id }) => id)
  const requests = await requestsOf(db, [...ids('request'), ...ids('review')])
  const measures = await measuresOf(db, ids('measure'))
  const actions = await actionsOf(db, personId, [
    ...ids('action'),
    ...ids('part'),
    ...requests.map(({ actionId }) => actionId),
  ])
  const byId = new Map(actions.map((action) => [action.id, action]))
  const item = (kind: ItemKind, id: number, actionId: number, rest: Partial<Item> = {}): Item[] => {
    const action = byId.get(actionId)
    if (!action) return []
    const { milestones, updatesAsked, facts, ...known } = action
    return [
      {
        key: keyOf(kind, id),
        kind,
        id,
        action: known,
        place: undefined,
        what: undefined,
        stands: undefined,
        dueOn: known.dueOn,
        milestones,
        updatesAsked,
        ...rest,
        facts: { ...facts, ...rest.facts },
      },
    ]
  }
  return [
    ...ids('action').flatMap((id) => item('action', id, id)),
    ...ids('part').flatMap((id) => item('part', id, id)),
    ...(['request', 'review'] as const).flatMap((kind) =>
      ids(kind).flatMap((id) => {
        const request = requests.find((one) => one.id === id)
        if (!request) return []
        const { actionId, what, dueOn, stands, ...facts } = request
        return item(kind, id, actionId, {
          ...{ what, dueOn, milestones: [], updatesAsked: [] },
          stands: kind === 'review' ? stands : undefined,
          facts: { ...byId.get(actionId)!.facts, ...facts },
        })
      }),
    ),
    ...measures.map(({ id, title, ownerId, ownerName }) =>
      apart('measure', id, title, {
        place: { name: measureRef(id), to: paths.measure(id) },
        facts: { ...noFacts(personId), ownerId, ownerName },
      }),
    ),
    ...(await readyOf(db, personId, ids('ready'))),
    ...(await decidedOf(db, personId, ids('decided'))),
  ].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id - b.id)
}

/** What stands by itself and not with an action. */
const apart = (
  kind: ItemKind,
  id: number,
  what: string,
  rest: Pick<Item, 'place' | 'facts'> & { dueOn?: CalendarDate | null },
): Item => ({
  ...{ key: keyOf(kind, id), kind, id, action: undefined, what },
  ...{ stands: undefined, dueOn: null, milestones: [], updatesAsked: [] },
  ...rest,
})

async function readyOf(db: Db, personId: number, ids: readonly number[]): Promise<Item[]> {
  const visits = new Map((await allVisits(db)).map((visit) => [visit.id, visit]))
  const items: Item[] = []
  for (const itemId of ids) {
    for (const one of await checklistFacts(db, { itemId })) {
      const visit = visits.get(one.visitId)!
      const { id, what, dueOn, ownerId, ownerName, done } = one
      items.push(
        apart('ready', id, what, {
          ...{
            dueOn,
            place: { name: visitTitle(visit), to: `${paths.visit(visit.id)}#checklist` },
          },
          facts: {
            ...{ ...noFacts(personId), ownerId, ownerName },
            isOver: done !== null || visit.heldTo !== null,
          },
        }),
      )
    }
  }
  return items
}

async function decidedOf(db: Db, personId: number, ids: readonly number[]): Promise<Item[]> {
  const items: Item[] = []
  for (const decisionId of ids) {
    for (const one of await boardDecisions(db, { decisionId })) {
      const { id, words, dueOn, ownerId, ownerName, meetingId, meetingName, heldOn, ended } = one
      items.push(
        apart('decided', id, words, {
          ...{
            dueOn,
            place: {
              name: `${meetingName}, ${longDate(heldOn)}`,
              to: paths.boardDecision(meetingId, id),
            },
          },
          facts: { ...noFacts(personId), ownerId, ownerName, isOver: ended !== null },
        }),
      )
    }
  }
  return items
}

const noFacts = (personId: number): ItemFacts => ({
  ...{ ownerId: null, ownerName: null, offeredTo: null, isStillTheirs: false },
  ...{ askedOfId: personId, isAnswered: false },
  ...{ reviewerId: personId, isJudged: false, addedById: null, isOver: false },
})

const measuresOf = async (db: Db, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('measures as m')
        .leftJoin('people as owner', 'owner.id', 'm.ownerId')
        .where('m.id', 'in', [...ids])
        .select(['m.id', 'm.title', 'm.ownerId', 'owner.name as ownerName'])
        .execute()

/** Requests for evidence, each with what its answer and its judge are judged by. */
async function requestsOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('evidenceRequests as q')
    .innerJoin('people as of', 'of.id', 'q.askedOfId')
    .leftJoin('evidence as e', 'e.id', 'q.answeredByEvidenceId')
    .where('q.id', 'in', [...ids])
    .select(['q.id', 'q.actionId', 'q.what', 'q.dueOn', 'q.askedOfId', 'q.answeredAt'])
    .select(['of.name as askedOf', 'e.addedById', reviewer.as('reviewerId')])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('evidenceReviews as v')
            .whereRef('v.evidenceId', '=', 'e.id')
            .select('v.id'),
        )
        .as('isJudged'),
    )
    .$narrowType<{ dueOn: CalendarDate }>()
    .execute()
  return rows.map(({ answeredAt, askedOf, isJudged, ...row }) => ({
    ...row,
    isAnswered: answeredAt !== null,
    isJudged: Boolean(isJudged),
    stands: answeredAt
      ? `Added on ${longDate(calendarDateIn(answeredAt, 'Europe/London'))}, waits to be judged`
      : `Asked of ${askedOf}, not added yet`,
  }))
}

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
      jsonArrayFrom(
        eb
          .selectFrom('updateRequests as q')
          .innerJoin('people as by', 'by.id', 'q.askedById')
          .whereRef('q.actionId', '=', 'a.id')
          .where(isUnanswered('q'))
          .orderBy('q.dueOn')
          .select(['q.id', 'by.name as by', 'q.dueOn']),
      ).as('updatesAsked'),
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
    updatesAsked: row.updatesAsked as Item['updatesAsked'],
    facts: {
      ...noFacts(personId),
      ownerId: row.ownerId,
      ownerName: row.ownerName,
      offeredTo: row.offeredTo,
      isStillTheirs: Boolean(row.contributes),
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
    if (kind === 'review') return canPassOnReview(actor, { fromId, to, ...facts })
    if (kind === 'ready' || kind === 'decided') {
      return canPassOnDuty(actor, { fromId, to, ...facts })
    }
    if (kind === 'measure') return canPassOnMeasure(actor, { fromId, to, ...facts })
    return canOffer(actor, { fromId, to, ...facts, assured: assured.get(id) ?? assuredNothing })
  }
  return new Map(items.map((item) => [item.key, decide(item)]))
}
