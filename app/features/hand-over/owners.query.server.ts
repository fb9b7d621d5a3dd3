import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { type Offered, offeredName, stillOffered } from '~/db/offered.server'
import { isOwned } from '~/db/owned.server'
import { awayToday } from '~/db/tables/absences.server'
import { declinedOffers, openOffers } from '~/db/tables/offers.server'
import { may } from '~/domain/access/permissions'
import type { HandOverKind } from '~/domain/action/hand-over'
import { loadOf, type OwnerFacts, phantomBecause, shareOf } from '~/domain/action/ownership'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

export interface Owner {
  id: number
  name: string
  jobTitle: string
  team: string | null
  /** actions that are not delivered */
  open: number
  /** of those, the ones past their due date */
  late: number
  /** of the open actions that somebody here owns; undefined for whoever has left */
  share: string | undefined
  /** one of the few who together carry much of the plan */
  isOneOfFew: boolean
  /** why nothing can be expected of them just now */
  phantomBecause: string | undefined
  away: { until: CalendarDate; deputyName: string } | undefined
}

export interface WaitingOffer {
  offerId: number
  kind: HandOverKind
  name: string
  fromName: string
  toName: string
  offeredBy: string
  on: CalendarDate
  /** of a declined offer */
  reason: string
}

export interface OwnersView {
  today: CalendarDate
  /** the most loaded first */
  owners: Owner[]
  phantoms: Owner[]
  unowned: number
  load: string | undefined
  waiting: WaitingOffer[]
  declined: WaitingOffer[]
  mayHandOver: boolean
}

/** Who carries the plan: how much each owner has, from whom nothing can be expected, what changes hands. */
export async function ownersView({ db, actor, today }: Context): Promise<OwnersView> {
  const [facts, away, waiting, declined, unowned] = await Promise.all([
    ownerFacts(db, today),
    awayToday(db, today),
    stillOffered(db, openOffers),
    stillOffered(db, declinedOffers),
    countUnowned(db),
  ])
  const load = loadOf(facts)
  const owners = facts.map((owner): Owner => {
    const absence = away.find(({ personId }) => personId === owner.id)
    return {
      id: owner.id,
      name: owner.name,
      jobTitle: owner.jobTitle,
      team: owner.team,
      open: owner.open,
      late: owner.late,
      share: owner.leftOn ? undefined : shareOf(owner.open, load.owned),
      isOneOfFew: load.few.includes(owner),
      phantomBecause: phantomBecause(owner, today),
      away: absence && { until: absence.awayTo, deputyName: absence.deputyName },
    }
  })
  const shown = (offer: Offered): WaitingOffer => ({
    ...{ offerId: offer.id, kind: offer.kind, name: offeredName(offer.item) },
    fromName: offer.from.name,
    toName: offer.to.name,
    offeredBy: offer.offeredBy.name,
    on: calendarDateIn(offer.offeredAt, 'Europe/London'),
    reason: offer.reason,
  })
  return {
    today,
    owners,
    phantoms: owners.filter((owner) => owner.phantomBecause !== undefined),
    unowned,
    load: load.sentence,
    waiting: waiting.map(shown).reverse(),
    declined: declined.map(shown).reverse(),
    mayHandOver: may(actor, 'hand-over.make').allowed,
  }
}

type KnownOwner = OwnerFacts & Pick<Owner, 'id' | 'jobTitle' | 'team' | 'late'>

/** Everybody who owns an open action, the most loaded first. */
async function ownerFacts(db: Context['db'], today: CalendarDate): Promise<KnownOwner[]> {
  const rows = await db
    .selectFrom('actions as a')
    .innerJoin('people as p', 'p.id', 'a.ownerId')
    .leftJoin('teams as t', 't.id', 'p.teamId')
    .where('a.deliveredOn', 'is', null)
    // all that is selected: the views of a past day have no key that the rest would follow from
    .groupBy(['p.id', 'p.name', 'p.jobTitle', 'p.suspendedAt', 't.name'])
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy(sql`p.name collate "en-GB-x-icu"`)
    .select(['p.id', 'p.name', 'p.jobTitle', 't.name as team', 'p.suspendedAt'])
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      eb.fn.countAll<number>().filterWhere('a.dueOn', '<', today).as('late'),
      // By its event: an invitation that nobody took up is gone as soon as there is another.
      eb
        .selectFrom('events as invited')
        .where('invited.subjectKind', '=', 'person')
        .whereRef('invited.subjectId', '=', 'p.id')
        .where('invited.what', 'in', ['person.invited', 'person.invited-again'])
        .select((inner) => inner.fn.max('invited.happenedAt').as('at'))
        .as('invitedAt'),
      eb
        .selectFrom('events as e')
        .whereRef('e.actorId', '=', 'p.id')
        .where('e.what', '=', 'person.signed-in')
        .select((inner) => inner.fn.max('e.happenedAt').as('at'))
        .as('signedInAt'),
      eb
        .selectFrom('updates as u')
        .whereRef('u.authorId', '=', 'p.id')
        .select((inner) => inner.fn.max('u.saidAt').as('at'))
        .as('updatedAt'),
    ])
    .execute()
  const day = (at: Date | null): CalendarDate | null =>
    at ? calendarDateIn(at, 'Europe/London') : null
  return rows.map(({ suspendedAt, invitedAt, signedInAt, updatedAt, ...row }) => ({
    ...row,
    leftOn: day(suspendedAt),
    invitedOn: day(invitedAt),
    signedInOn: day(signedInAt),
    updatedOn: day(updatedAt),
  }))
}

/** Open actions that nobody who is still here owns. */
async function countUnowned(db: Context['db']): Promise<number> {
  const { count } = await db
    .selectFrom('actions as a')
    .where((eb) => eb.not(isOwned()))
    .where('a.deliveredOn', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
