import type { Context } from '~/auth/context.server'
import { may, type Permission } from '~/domain/access/permissions'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { heldBack } from './held-back.query.server'

/** What stands around every page: who I am, the places I may go, and the visit we are heading for. */
export interface FrameView {
  name: string
  places: { to: string; name: string }[]
  myPlaces: { to: string; name: string }[]
  nextVisit:
    { id: number; kind: string; expectedFrom: CalendarDate; today: CalendarDate } | undefined
  /** recommendations that are not ready yet, for those who can do something about it */
  heldBack: number
}

const places: [permission: Permission, to: string, name: string][] = [
  ['plan.read', paths.myWork(), 'My work'],
  ['plan.read', paths.inspections(), 'Inspections'],
  ['plan.read', paths.actions(), 'Plan'],
  ['evidence.read', paths.evidenceLibrary(), 'Evidence'],
  ['plan.read', paths.measures(), 'Measures'],
  ['plan.read', paths.visits(), 'Visits'],
  ['readiness.read', paths.readiness(), 'Readiness'],
]

const myPlaces: [permission: Permission, to: string, name: string][] = [
  ['plan.read', paths.account(), 'My account'],
  ['people.manage', paths.adminPeople(), 'People'],
  ['ratings.set', paths.adminRatings(), 'Ratings'],
  ['audit.read', paths.adminAudit(), 'Audit trail'],
  ['store.watch', paths.adminStore(), 'Store of files'],
]

export async function frameView(context: Context): Promise<FrameView> {
  const { db, actor, today } = context
  const allowed = (all: typeof places) =>
    all
      .filter(([permission]) => may(actor, permission).allowed)
      .map(([, to, name]) => ({ to, name }))
  return {
    name: actor.name,
    places: allowed(places),
    myPlaces: allowed(myPlaces),
    nextVisit: may(actor, 'plan.read').allowed ? await nextVisit(db, today) : undefined,
    heldBack: may(actor, 'visit.plan').allowed ? await heldBack(context) : 0,
  }
}

async function nextVisit(db: Context['db'], today: CalendarDate): Promise<FrameView['nextVisit']> {
  const visit = await db
    .selectFrom('visits')
    .where('heldFrom', 'is', null)
    .where('expectedTo', '>=', today)
    .orderBy('expectedFrom')
    .select(['id', 'kind', 'expectedFrom'])
    .limit(1)
    .executeTakeFirst()
  return visit && { ...visit, expectedFrom: visit.expectedFrom as CalendarDate, today }
}
