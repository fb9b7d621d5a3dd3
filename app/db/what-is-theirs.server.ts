import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '~/domain/access/permissions'
import {
  canOffer,
  type HandOverKind,
  type HeldFacts,
  type NewOwner,
} from '~/domain/action/hand-over'
import type { Decision } from '~/domain/decision'
import { measureRef } from '~/domain/measure/measure'
import { visitTitle } from '~/domain/plan/visits'
import { type CalendarDate, calendarDateIn, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import type { Db } from './db.server'
import { boardDecisions } from './tables/board-decisions.server'
import { checklistFacts } from './tables/checklist-items.server'
import { isOpenRequest, isWithdrawn } from './tables/evidence-requests.server'
import { assuredBy, assuredNothing, openOffersOf } from './tables/offers.server'
import { isUnanswered } from './tables/update-requests.server'
import { allVisits } from './tables/visits.server'

/** Which thing, and with whom it is: two people may each have a part in one action. */
export interface ThingKey {
  kind: HandOverKind
  /** the number of its own row; of a part, that of the action */
  id: number
  personId: number
}

/** Something that somebody has, and that can be handed over by itself. */
export interface Item extends ThingKey {
  key: string
  /** the action that it is, or is for */
  action:
    { id: number; title: string; dueOn: CalendarDate | null; isDelivered: boolean } | undefined
  /** whose history tells what happens to it */
  subject: { kind: 'action' | 'measure' | 'visit' | 'board-decision'; id: number }
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
  /** what the rules ask about it, as it stands now */
  held: HeldFacts
  /** who is asked to accept it and has not answered */
  offeredTo: string | null
}

const keyOf = ({ kind, id }: ThingKey): string => `${kind}-${id}`

/** Who is to judge what answers a request: whoever asked, or whoever took that over. */
const reviewer: RawBuilder<number> = sql`coalesce(reviewer_id, asked_by_id)`

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
  const theirs = (kind: HandOverKind, rows: readonly { id: number }[]): ThingKey[] =>
    rows.map(({ id }) => ({ kind, id, personId }))
  const items = await itemsOf(db, [
    ...theirs('action', owned),
    ...theirs('part', shared),
    ...theirs('request', asked),
    ...theirs('review', toJudge),
    ...theirs('measure', measured),
    ...theirs('ready', ready),
    ...theirs('decided', decided),
  ])
  return items.filter(({ held }) => !held.isOver)
}

/** These things, each as it stands; what is not there is left out. */
export async function itemsOf(db: Db, keys: readonly ThingKey[]): Promise<Item[]> {
  const of = (kind: HandOverKind) => keys.filter((one) => one.kind === kind)
  const ids = (kind: HandOverKind) => of(kind).map(({ id }) => id)
  const requests = await requestsOf(db, [...ids('request'), ...ids('review')])
  const actions = await actionsOf(db, [
    ...ids('action'),
    ...ids('part'),
    ...requests.map(({ actionId }) => actionId),
  ])
  const items = [
    ...of('action').flatMap((key) => onesOwn(key, actions)),
    ...of('part').flatMap((key) => onesPart(key, actions)),
    ...[...of('request'), ...of('review')].flatMap((key) => asked(key, actions, requests)),
    ...(await measuresOf(db, of('measure'))),
    ...(await readyOf(db, of('ready'))),
    ...(await decidedOf(db, of('decided'))),
  ]
  const open = await openOffersOf(db, keys)
  return items
    .map((item) => ({
      ...item,
      offeredTo:
        open.find(
          (offer) =>
            offer.kind === item.kind &&
            offer.itemId === item.id &&
            (offer.kind !== 'part' || offer.from.id === item.personId),
        )?.to.name ?? null,
    }))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id - b.id)
}

type KnownItem = Omit<Item, 'offeredTo'>
type KnownAction =
  Awaited<ReturnType<typeof actionsOf>> extends Map<number, infer One> ? One : never
type KnownRequest = Awaited<ReturnType<typeof requestsOf>>[number]

const nobodyYet = { addedById: null, ownerId: null } as const

function onesOwn(key: ThingKey, actions: ReadonlyMap<number, KnownAction>): KnownItem[] {
  const action = actions.get(key.id)
  if (!action) return []
  const { milestones, updatesAsked, known, ownerId, ownerName } = action
  return [
    {
      ...{ ...key, key: keyOf(key), action: known, dueOn: known.dueOn },
      subject: { kind: 'action', id: key.id },
      ...{ place: undefined, what: undefined, stands: undefined, milestones, updatesAsked },
      held: {
        kind: key.kind,
        holderId: ownerId,
        holderName: ownerName,
        isOver: false,
        ...nobodyYet,
      },
    },
  ]
}

function onesPart(key: ThingKey, actions: ReadonlyMap<number, KnownAction>): KnownItem[] {
  const { kind, personId } = key
  const action = actions.get(key.id)
  if (!action) return []
  const { known, contributors } = action
  const isTheirs = contributors.includes(personId)
  return [
    {
      ...{ ...key, key: keyOf(key), action: known, dueOn: known.dueOn },
      subject: { kind: 'action', id: key.id },
      ...{ place: undefined, what: undefined, stands: undefined },
      ...{ milestones: [], updatesAsked: [] },
      held: {
        ...{ kind, holderId: isTheirs ? personId : null, holderName: null },
        ...{ isOver: known.isDelivered, addedById: null, ownerId: action.ownerId },
      },
    },
  ]
}

function asked(
  key: ThingKey,
  actions: ReadonlyMap<number, KnownAction>,
  requests: readonly KnownRequest[],
): KnownItem[] {
  const request = requests.find((one) => one.id === key.id)
  const action = request && actions.get(request.actionId)
  if (!request || !action) return []
  const { what, dueOn, stands, isWithdrawn: isTakenBack, addedById } = request
  const isReview = key.kind === 'review'
  return [
    {
      ...{ ...key, key: keyOf(key), action: action.known, what, dueOn },
      subject: { kind: 'action', id: request.actionId },
      ...{ place: undefined, stands: isReview ? stands : undefined },
      ...{ milestones: [], updatesAsked: [] },
      held: {
        ...{ kind: key.kind, holderName: null, addedById, ownerId: action.ownerId },
        holderId: isReview ? request.reviewerId : request.askedOfId,
        isOver: isTakenBack || (isReview ? request.isJudged : request.isAnswered),
      },
    },
  ]
}

/** What stands by itself and not with an action. */
const apart = (
  key: ThingKey,
  what: string,
  rest: Pick<Item, 'place' | 'subject'> & { dueOn?: CalendarDate | null },
  held: Pick<HeldFacts, 'holderId' | 'holderName'> & { isOver?: boolean },
): KnownItem => ({
  ...{ ...key, key: keyOf(key), action: undefined, what },
  ...{ stands: undefined, dueOn: null, milestones: [], updatesAsked: [] },
  ...rest,
  held: { kind: key.kind, isOver: false, ...nobodyYet, ...held },
})

async function readyOf(db: Db, keys: readonly ThingKey[]): Promise<KnownItem[]> {
  if (keys.length === 0) return []
  const visits = new Map((await allVisits(db)).map((visit) => [visit.id, visit]))
  const rows = await checklistFacts(db, { itemIds: keys.map(({ id }) => id) })
  const known = new Map(rows.map((row) => [row.id, row]))
  return keys.flatMap((key) => {
    const one = known.get(key.id)
    if (!one) return []
    const visit = visits.get(one.visitId)!
    const place = { name: visitTitle(visit), to: `${paths.visit(visit.id)}#checklist` }
    return apart(
      key,
      one.what,
      { dueOn: one.dueOn, place, subject: { kind: 'visit', id: visit.id } },
      {
        ...{ holderId: one.ownerId, holderName: one.ownerName },
        isOver: one.done !== null || visit.heldTo !== null,
      },
    )
  })
}

async function decidedOf(db: Db, keys: readonly ThingKey[]): Promise<KnownItem[]> {
  if (keys.length === 0) return []
  const rows = await boardDecisions(db, { decisionIds: keys.map(({ id }) => id) })
  const known = new Map(rows.map((row) => [row.id, row]))
  return keys.flatMap((key) => {
    const one = known.get(key.id)
    if (!one) return []
    const { id, words, dueOn, ownerId, ownerName, meetingId, meetingName, heldOn, ended } = one
    const place = {
      name: `${meetingName}, ${longDate(heldOn)}`,
      // The decision's own page is for those who may say how it ended; everybody reads the meeting.
      to: `${paths.boardMeeting(meetingId)}#decisions`,
    }
    return apart(
      key,
      words,
      { dueOn, place, subject: { kind: 'board-decision', id } },
      { holderId: ownerId, holderName: ownerName, isOver: ended !== null },
    )
  })
}

async function measuresOf(db: Db, keys: readonly ThingKey[]): Promise<KnownItem[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('measures as m')
    .leftJoin('people as owner', 'owner.id', 'm.ownerId')
    .where(
      'm.id',
      'in',
      keys.map(({ id }) => id),
    )
    .select(['m.id', 'm.title', 'm.ownerId', 'owner.name as ownerName'])
    .execute()
  return keys.flatMap((key) =>
    rows
      .filter(({ id }) => id === key.id)
      .map(({ id, title, ownerId, ownerName }) =>
        apart(
          key,
          title,
          {
            place: { name: measureRef(id), to: paths.measure(id) },
            subject: { kind: 'measure', id },
          },
          { holderId: ownerId, holderName: ownerName },
        ),
      ),
  )
}

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
    .select(isWithdrawn().as('isWithdrawn'))
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

async function actionsOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never>()
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
      jsonArrayFrom(
        eb
          .selectFrom('actionContributors as c')
          .whereRef('c.actionId', '=', 'a.id')
          .select('c.personId'),
      ).as('contributors'),
    ])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        known: {
          ...{ id: row.id, title: row.title },
          dueOn: row.dueOn as CalendarDate | null,
          isDelivered: row.deliveredOn !== null,
        },
        milestones: row.milestones as Item['milestones'],
        updatesAsked: row.updatesAsked as Item['updatesAsked'],
        contributors: row.contributors.map(({ personId }) => personId),
        ...{ ownerId: row.ownerId, ownerName: row.ownerName },
      },
    ]),
  )
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
  return new Map(
    items.map(({ key, id, held, offeredTo }) => [
      key,
      canOffer(actor, {
        ...{ fromId, to, held, offeredTo },
        assured: assured.get(id) ?? assuredNothing,
      }),
    ]),
  )
}
