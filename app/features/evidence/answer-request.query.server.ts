import type { Context } from '~/auth/context.server'
import { requestFacts } from '~/db/tables/evidence-requests.server'
import { handedOn, type HandedOn } from '~/db/offered.server'
import type { Decision } from '~/domain/decision'
import { canTakeRequestStep, type RequestStep, requestSteps } from '~/domain/evidence/requests'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** A request for evidence: what was asked of whom, what was said of it since, and what one can do. */
export interface AnswerRequestView {
  id: number
  what: string
  action: { id: number; title: string }
  askedOf: string
  askedBy: string
  askedOn: CalendarDate
  dueOn: CalendarDate
  state: 'open' | 'answered' | 'withdrawn'
  isMine: boolean
  /** who is to judge what answers it */
  judgedBy: string
  /** who is asked to bring it instead, or to judge it, and has not accepted yet */
  handedTo: HandedOn | undefined
  reviewHandedTo: HandedOn | undefined
  /** the person who is asked now cannot bring it */
  isRefused: boolean
  /** what was said of it, first to last */
  said: { key: string; who: string; on: CalendarDate; what: RequestStep; reason: string }[]
  mayAskAnother: boolean
  steps: Record<RequestStep, Decision>
  today: CalendarDate
}

const day = (at: Date): CalendarDate => calendarDateIn(at, 'Europe/London')

export async function answerRequestView(
  { db, actor, today }: Context,
  id: number,
): Promise<AnswerRequestView | undefined> {
  const facts = await requestFacts(db, id)
  if (!facts) return undefined
  const row = await db
    .selectFrom('evidenceRequests as q')
    .innerJoin('actions as a', 'a.id', 'q.actionId')
    .innerJoin('people as of', 'of.id', 'q.askedOfId')
    .innerJoin('people as by', 'by.id', 'q.askedById')
    .leftJoin('people as judge', 'judge.id', 'q.reviewerId')
    .where('q.id', '=', id)
    .select(['q.dueOn', 'q.askedAt', 'a.id as actionId', 'a.title'])
    .select(['of.name as askedOf', 'by.name as askedBy', 'judge.name as judge'])
    .$narrowType<{ dueOn: CalendarDate }>()
    .executeTakeFirstOrThrow()
  const handed = await handedOn(db, [
    { kind: 'request', id },
    { kind: 'review', id },
  ])
  const refused = await db
    .selectFrom('evidenceRequestRefusals as r')
    .innerJoin('people as p', 'p.id', 'r.refusedById')
    .where('r.requestId', '=', id)
    .select(['p.name as who', 'r.refusedAt as at', 'r.reason'])
    .execute()
  const withdrawn = await db
    .selectFrom('evidenceRequestWithdrawals as w')
    .innerJoin('people as p', 'p.id', 'w.withdrawnById')
    .where('w.requestId', '=', id)
    .select(['p.name as who', 'w.withdrawnAt as at', 'w.reason'])
    .execute()
  const said = [
    ...refused.map((one) => ({ ...one, what: 'refuse' as const })),
    ...withdrawn.map((one) => ({ ...one, what: 'withdraw' as const })),
  ].sort((a, b) => Number(a.at) - Number(b.at))
  const steps = Object.fromEntries(
    requestSteps.map((step) => [step, canTakeRequestStep(actor, facts, step)]),
  ) as Record<RequestStep, Decision>
  return {
    ...{ id, what: facts.what, state: facts.state, isRefused: facts.isRefused, today },
    action: { id: row.actionId, title: row.title },
    ...{ askedOf: row.askedOf, askedBy: row.askedBy, dueOn: row.dueOn },
    askedOn: day(row.askedAt),
    isMine: facts.askedOfId === actor.personId,
    judgedBy: row.judge ?? row.askedBy,
    handedTo: handed.find(({ kind }) => kind === 'request'),
    reviewHandedTo: handed.find(({ kind }) => kind === 'review'),
    said: said.map(({ at, ...one }) => ({
      ...one,
      key: `${one.what}-${Number(at)}`,
      on: day(at),
    })),
    mayAskAnother: steps.withdraw.allowed,
    steps,
  }
}
