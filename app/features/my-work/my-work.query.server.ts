import type { Context } from '~/auth/context.server'
import { planFacts, type PlanFacts } from '~/db/plan-facts.server'
import { onlyTheWorst, sinceVisit } from '~/db/since-visit.server'
import { allVisits, type VisitFacts } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import type { SinceVisit } from '~/domain/plan/comparison'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { askedOfMe, type AskedOfMe } from './asked-of-me.query.server'
import { damagedFiles } from './damaged-files.query.server'
import { greeting } from './greeting'
import { leadersWork, type LeadersWork } from './leaders-work.query.server'
import { managersWork, type ManagersWork } from './managers-work.query.server'
import { offeredToMe, type OfferedToMe } from './offers-to-me.query.server'
import { type ReadinessInBrief, readinessInBrief } from './readiness-in-brief.query.server'

/** The start page of one person: a part for each of their roles, in the order in which they act. */
export interface MyWorkView {
  greeting: string
  today: CalendarDate
  /** also without being asked for any */
  addsEvidence: boolean
  /** what I am asked to take over; undefined while there is nothing */
  offered: OfferedToMe[] | undefined
  asked: AskedOfMe | undefined
  leading: LeadersWork | undefined
  readiness: ReadinessInBrief | undefined
  /** what got worse since the last visit, for those who answer for the whole of the plan */
  since: SinceVisit | undefined
  managing: ManagersWork | undefined
  /** reads the plan and changes nothing */
  looksOn: boolean
  keepsPeople: boolean
  /** files that the nightly reading found damaged, for those who keep the store */
  damagedFiles: number
}

export async function myWorkView(context: Context): Promise<MyWorkView> {
  const { db, actor, now, today } = context
  const acts = may(actor, 'update.post').allowed
  const leads = may(actor, 'due-date.agree').allowed
  const manages = may(actor, 'evidence.review').allowed
  const looksOn = actor.roles.includes('observer')
  const offered = may(actor, 'hand-over.answer').allowed ? await offeredToMe(context) : []
  const asked = acts || leads ? await askedOfMe(context) : undefined
  const whole = leads || manages || looksOn ? await wholePlan(context) : undefined
  const plan = whole?.plan
  return {
    greeting: greeting(now, actor.name),
    today,
    addsEvidence: may(actor, 'evidence.add').allowed,
    offered: offered.length > 0 ? offered : undefined,
    asked: acts || (leads && isAnything(asked)) ? asked : undefined,
    leading: leads && plan ? await leadersWork(context, plan) : undefined,
    readiness:
      (leads || looksOn) && whole
        ? await readinessInBrief(context, whole.plan, whole.visits)
        : undefined,
    since:
      whole &&
      (await sinceVisit(
        db,
        actor,
        { visits: whole.visits, before: today, now: whole.plan },
        onlyTheWorst,
      )),
    managing: manages && plan ? await managersWork(context, plan) : undefined,
    looksOn,
    keepsPeople: may(actor, 'people.manage').allowed,
    damagedFiles: may(actor, 'store.watch').allowed ? await damagedFiles(db) : 0,
  }
}

async function wholePlan({
  db,
  actor,
  today,
}: Context): Promise<{ plan: PlanFacts; visits: VisitFacts[] }> {
  const [plan, visits] = await Promise.all([planFacts(db, actor, today), allVisits(db)])
  return { plan, visits }
}

/** A leader is asked for little, and told nothing where it is nothing. */
const isAnything = (asked: AskedOfMe | undefined): boolean =>
  asked !== undefined && asked.now.length + asked.later.length > 0
