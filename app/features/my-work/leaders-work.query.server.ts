import type { Context } from '~/auth/context.server'
import type { PlanFacts } from '~/db/plan-facts.server'
import { lateReasons } from '~/db/tables/due-date-changes.server'
import { canDecideDueDate } from '~/domain/action/due-date-change'
import { canSignOffImpact } from '~/domain/action/impact'
import { standingIn } from '~/domain/plan/plan'
import { type CalendarDate, daysBetween } from '~/domain/time/calendar-date'

export interface DateToAgree {
  id: number
  action: { id: number; title: string }
  fromOn: CalendarDate
  toOn: CalendarDate
  days: number
  reason: string
  askedBy: string
  agreementNeeded: string[]
  lateMove: string[]
}

export interface ImpactToSign {
  id: number
  title: string
  ownerName: string | null
  because: string
}

export interface LeadersWork {
  /** Longest waiting first. */
  datesToAgree: DateToAgree[]
  impactToSign: ImpactToSign[]
}

/** What waits for a leader: changes of date to agree or refuse, and impact to sign off. */
export async function leadersWork(context: Context, plan: PlanFacts): Promise<LeadersWork> {
  return { datesToAgree: await datesToAgree(context), impactToSign: impactToSign(context, plan) }
}

async function datesToAgree({ db, actor, today }: Context): Promise<DateToAgree[]> {
  const rows = await db
    .selectFrom('dueDateChanges as c')
    .innerJoin('actions as a', 'a.id', 'c.actionId')
    .innerJoin('people as p', 'p.id', 'c.askedById')
    .where('c.decision', 'is', null)
    .orderBy('c.askedAt')
    .orderBy('c.id')
    .select(['c.id', 'c.fromOn', 'c.toOn', 'c.reason', 'c.askedById', 'c.agreementNeeded'])
    .select(lateReasons().as('lateMove'))
    .select(['p.name as askedBy', 'a.id as actionId', 'a.title', 'a.deliveredOn'])
    .$narrowType<{ fromOn: CalendarDate; toOn: CalendarDate; deliveredOn: CalendarDate | null }>()
    .execute()
  return rows
    .filter((change) => canDecideDueDate(actor, { ...change, decision: null }, today).allowed)
    .map(({ id, fromOn, toOn, reason, askedBy, agreementNeeded, lateMove, actionId, title }) => ({
      id,
      action: { id: actionId, title },
      fromOn,
      toOn,
      days: daysBetween(fromOn, toOn),
      reason,
      askedBy,
      agreementNeeded,
      lateMove,
    }))
}

/** Delivered actions whose evidence is accepted, and of whose impact nothing final is signed. */
const impactToSign = ({ actor }: Context, plan: PlanFacts): ImpactToSign[] =>
  plan.actions.flatMap((action) => {
    const { delivery, assurance, impact } = standingIn(plan, action)
    const isOpen =
      impact.impact === 'not-shown' || (impact.impact === 'too-early' && action.signOff === null)
    const maySign = canSignOffImpact(actor, {
      ownerId: action.ownerId,
      acceptedEvidence: assurance.accepted,
    })
    return delivery.rating === 'delivered' && isOpen && maySign.allowed
      ? [
          {
            id: action.id,
            title: action.title,
            ownerName: action.ownerName,
            because: impact.reason,
          },
        ]
      : []
  })
