import type { Context } from '~/auth/context.server'
import { type CalendarDate, partsOf, dateFromParts } from '~/domain/time/calendar-date'

/** What one adds evidence to, and what was asked for there. */
export interface AddEvidenceView {
  action: { id: number; title: string }
  /** open requests of the action: mine first, then by date */
  requests: {
    id: number
    what: string
    dueOn: CalendarDate
    askedOf: string
    askedBy: string
    isMine: boolean
  }[]
  /** the request to begin with */
  chosenRequestId: number | undefined
  period: { from: CalendarDate; to: CalendarDate }
  today: CalendarDate
}

export async function addEvidenceView(
  { db, actor, today }: Context,
  actionId: number,
  requestId: number | undefined,
): Promise<AddEvidenceView | undefined> {
  const action = await db
    .selectFrom('actions')
    .where('id', '=', actionId)
    .select(['id', 'title'])
    .executeTakeFirst()
  if (!action) return undefined
  const rows = await db
    .selectFrom('evidenceRequests as q')
    .innerJoin('people as of', 'of.id', 'q.askedOfId')
    .innerJoin('people as by', 'by.id', 'q.askedById')
    .where('q.actionId', '=', actionId)
    .where('q.answeredAt', 'is', null)
    .orderBy('q.dueOn')
    .orderBy('q.id')
    .select(['q.id', 'q.what', 'q.askedOfId', 'of.name as askedOf', 'by.name as askedBy'])
    .select('q.dueOn')
    .$narrowType<{ dueOn: CalendarDate }>()
    .execute()
  const requests = rows
    .map(({ askedOfId, ...request }) => ({ ...request, isMine: askedOfId === actor.personId }))
    .sort((a, b) => Number(b.isMine) - Number(a.isMine))
  const mine = requests.filter((request) => request.isMine)
  const named = requests.find((request) => request.id === requestId)
  const { year, month } = partsOf(today)
  return {
    action,
    requests,
    chosenRequestId: named?.id ?? (mine.length === 1 ? mine[0]?.id : undefined),
    period: { from: dateFromParts(year, month, 1)!, to: today },
    today,
  }
}
