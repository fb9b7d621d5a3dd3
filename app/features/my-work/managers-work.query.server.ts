import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { isDeleted } from '~/db/evidence-facts.server'
import { likelyRepeats } from '~/db/likely-repeats.server'
import { lintFacts } from '~/db/lint-facts.server'
import { untilSomethingHappens } from '~/db/until-something-happens.server'
import type { PlanFacts } from '~/db/plan-facts.server'
import { isOpenRequest } from '~/db/tables/evidence-requests.server'
import { evidenceVisibleTo, isHeld } from '~/db/visible.server'
import type { DeliveryReason, DeliveryReasonKind } from '~/domain/action/delivery'
import { isUnowned } from '~/domain/action/ownership'
import { canReview } from '~/domain/evidence/review'
import { inspectionName } from '~/domain/inspection/names'
import { lintCounts, type LintKind, planLint } from '~/domain/plan/lint'
import { standingIn } from '~/domain/plan/plan'
import {
  addDays,
  type CalendarDate,
  calendarDateIn,
  compareDates,
} from '~/domain/time/calendar-date'
import { handOversToWatch, type HandOverToWatch } from './offers-to-me.query.server'

export interface ToJudge {
  id: number
  title: string
  addedBy: string
  addedOn: CalendarDate
  /** it answers what the reader asked for, or took over to judge */
  isDueFromMe: boolean
  actions: { id: number; title: string }[]
}

/** Evidence that somebody was asked for and cannot bring. */
export interface RefusedRequest {
  id: number
  what: string
  askedOf: string
  reason: string
  action: { id: number; title: string }
}

/** An action and the one thing about it that a manager should see. */
export interface Watched {
  id: number
  title: string
  ownerName: string | null
  dueOn: CalendarDate | null
  /** in a sentence */
  because: string
}

export interface ManagersWork {
  /** Longest waiting first. */
  toJudge: ToJudge[]
  /** Each list: the most pressing first. An action may stand in several. */
  unowned: Watched[]
  undated: Watched[]
  /** their own due date has passed, as the register counts them */
  late: Watched[]
  lateMilestones: Watched[]
  dueSoon: Watched[]
  claimedBetter: Watched[]
  handOvers: HandOverToWatch[]
  /** what the reader asked for and whoever was asked cannot bring */
  refused: RefusedRequest[]
  unanswered: { id: number; text: string }[]
  /** the latest inspection, where some of what it recommends may have been said before */
  saidBefore: { inspectionId: number; name: string; left: number } | undefined
  /** How much of each kind the plan lacks beside what the lists above say. */
  lacks: { kind: LintKind; count: number }[]
}

const soonInDays = 14

/** What a manager should see at once: waiting, unowned, undated, late, due, or claimed better than it is. */
export async function managersWork(context: Context, plan: PlanFacts): Promise<ManagersWork> {
  const { today } = context
  const open = plan.actions
    .filter((action) => action.deliveredOn === null)
    .map((action) => ({ ...action, standing: standingIn(plan, action) }))
    .sort((a, b) => compareDates(a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31'))
  const watched = (action: (typeof open)[number], because: string): Watched => ({
    id: action.id,
    title: action.title,
    ownerName: action.ownerName,
    dueOn: action.dueOn,
    because,
  })
  const withReason = (kind: DeliveryReasonKind): Watched[] =>
    open.flatMap((one) => {
      const { because } = one.standing.delivery
      return because.some((reason) => reason.kind === kind)
        ? [watched(one, lateReasons(because))]
        : []
    })
  const answered = new Set(
    plan.actions.flatMap((action) => action.recommendations.map(({ id }) => id)),
  )
  return {
    toJudge: await evidenceToJudge(context),
    unowned: open
      .filter(isUnowned)
      .map((one) =>
        watched(one, one.ownerId === null ? 'Nobody owns it.' : `${one.ownerName} has left.`),
      ),
    undated: open
      .filter((one) => one.dueOn === null)
      .map((one) => watched(one, 'It has no due date.')),
    late: withReason('overdue'),
    lateMilestones: withReason('milestones-late'),
    dueSoon: open.flatMap((one) =>
      one.dueOn && one.dueOn >= today && one.dueOn <= addDays(today, soonInDays)
        ? [watched(one, one.standing.delivery.reasons[0] ?? '')]
        : [],
    ),
    claimedBetter: open.flatMap((one) =>
      one.standing.differs ? [watched(one, one.standing.differs)] : [],
    ),
    handOvers: await handOversToWatch(context),
    refused: await refusedRequests(context),
    unanswered: plan.recommendations.filter(
      ({ id, carriedBy = [] }) => carriedBy.length === 0 && !answered.has(id),
    ),
    saidBefore: await saidBeforeTheLatest(context),
    lacks: await lacksBeside(context),
  }
}

/** All that is late about an action, whichever of its lists it stands in. */
const lateReasons = (because: readonly DeliveryReason[]): string =>
  because
    .filter(({ kind }) => kind === 'overdue' || kind === 'milestones-late')
    .map(({ sentence }) => sentence)
    .join(' ')

async function saidBeforeTheLatest({ db }: Context): Promise<ManagersWork['saidBefore']> {
  const latest = await db
    .selectFrom('inspections as i')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('recommendations as r').whereRef('r.inspectionId', '=', 'i.id').select('r.id'),
      ),
    )
    .orderBy('i.inspectedFrom', 'desc')
    .orderBy('i.id', 'desc')
    .select(['i.id', 'i.kind', 'i.council'])
    .limit(1)
    .executeTakeFirst()
  if (!latest) return undefined
  const likely = await likelyRepeats(db, { inspectionId: latest.id })
  return likely.length === 0
    ? undefined
    : { inspectionId: latest.id, name: inspectionName(latest), left: likely.length }
}

const toldApart = new Set<LintKind>(['unanswered', 'no-owner', 'no-date'])

/** What the page of the plan's gaps counts, without what the lists above name one by one. */
const lacksBeside = async ({ db, today }: Context): Promise<ManagersWork['lacks']> =>
  (
    await untilSomethingHappens(db, today, 'lint', async () =>
      lintCounts(planLint(await lintFacts(db, today))),
    )
  ).filter(({ kind }) => !toldApart.has(kind))

/** Open requests of mine, or of somebody who has left, that stand in nobody's work. */
async function refusedRequests({ db, actor }: Context): Promise<RefusedRequest[]> {
  const rows = await db
    .selectFrom('evidenceRequests as q')
    .innerJoin('evidenceRequestRefusals as r', (join) =>
      join.onRef('r.requestId', '=', 'q.id').onRef('r.refusedById', '=', 'q.askedOfId'),
    )
    .innerJoin('people as of', 'of.id', 'q.askedOfId')
    .innerJoin('people as by', 'by.id', 'q.askedById')
    .innerJoin('actions as a', 'a.id', 'q.actionId')
    .where(isOpenRequest())
    .where((eb) =>
      eb.or([
        eb(sql<number>`coalesce(q.reviewer_id, q.asked_by_id)`, '=', actor.personId),
        eb('by.suspendedAt', 'is not', null),
      ]),
    )
    .orderBy('r.refusedAt')
    .orderBy('q.id')
    .select(['q.id', 'q.what', 'of.name as askedOf', 'r.reason', 'a.id as actionId', 'a.title'])
    .execute()
  return rows.map(({ actionId, title, ...one }) => ({ ...one, action: { id: actionId, title } }))
}

async function evidenceToJudge({ db, actor }: Context): Promise<ToJudge[]> {
  const rows = await db
    .selectFrom('evidence as e')
    .innerJoin('people as adder', 'adder.id', 'e.addedById')
    .where(evidenceVisibleTo(actor))
    .where('e.addedById', '<>', actor.personId)
    .where((eb) => eb.not(isDeleted()))
    // a held file is answered for first: nobody accepts what nobody else can open
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceFiles as f')
            .whereRef('f.evidenceId', '=', 'e.id')
            .where(isHeld())
            .select('f.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceReviews as v').whereRef('v.evidenceId', '=', 'e.id').select('v.id'),
        ),
      ),
    )
    .select(
      sql<boolean>`exists (
        select from evidence_requests q
         where q.answered_by_evidence_id = e.id
           and coalesce(q.reviewer_id, q.asked_by_id) = ${actor.personId})`.as('isDueFromMe'),
    )
    .orderBy('isDueFromMe', 'desc')
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .select(['e.id', 'e.title', 'e.addedAt', 'e.addedById', 'adder.name as addedBy'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('evidenceActions as ea')
          .innerJoin('actions as a', 'a.id', 'ea.actionId')
          .whereRef('ea.evidenceId', '=', 'e.id')
          .orderBy('a.id')
          .select(['a.id', 'a.title', 'a.ownerId']),
      ).as('actions'),
    )
    .execute()
  return rows
    .filter(
      ({ addedById, actions }) =>
        canReview(actor, {
          addedById,
          actionOwnerIds: actions.flatMap(({ ownerId }) => ownerId ?? []),
          verdict: null,
        }).allowed,
    )
    .map(({ id, title, addedBy, addedAt, isDueFromMe, actions }) => ({
      id,
      isDueFromMe,
      title,
      addedBy,
      addedOn: calendarDateIn(addedAt, 'Europe/London'),
      actions: actions.map((action) => ({ id: action.id, title: action.title })),
    }))
}
