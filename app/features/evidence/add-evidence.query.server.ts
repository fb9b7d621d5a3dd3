import type { Context } from '~/auth/context.server'
import { followedFacts } from '~/db/evidence-facts.server'
import { isOpenRequest } from '~/db/tables/evidence-requests.server'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** What one adds evidence to, and what was asked for there. */
export interface AddEvidenceView {
  /** what it is for, to begin with; more can be linked later */
  actions: { id: number; title: string }[]
  recommendations: { id: number; text: string }[]
  /** the actions that are mine, where nothing says what it is for */
  mine: { id: number; title: string }[]
  /** open requests of the actions, or else to me: mine first, then by date */
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
  /** what it is a new version of */
  follows: { id: number; title: string } | undefined
  today: CalendarDate
}

const mostOfMine = 40

/** Undefined where what it is to be for is not there. */
export async function addEvidenceView(
  context: Context,
  asked: { actionId?: number; recommendationId?: number; requestId?: number; followsId?: number },
): Promise<AddEvidenceView | undefined> {
  const { db, actor, today } = context
  const follows =
    asked.followsId === undefined ? undefined : await followed(context, asked.followsId)
  if (asked.followsId !== undefined && !follows) return undefined
  const actions = asked.actionId === undefined ? [] : await actionsOf(context, asked.actionId)
  const recommendations =
    asked.recommendationId === undefined
      ? []
      : await db
          .selectFrom('recommendations')
          .where('id', '=', asked.recommendationId)
          .select(['id', 'text'])
          .execute()
  if (asked.actionId !== undefined && actions.length === 0) return undefined
  if (asked.recommendationId !== undefined && recommendations.length === 0) return undefined

  const rows = await db
    .selectFrom('evidenceRequests as q')
    .innerJoin('people as of', 'of.id', 'q.askedOfId')
    .innerJoin('people as by', 'by.id', 'q.askedById')
    .where(isOpenRequest())
    .where((eb) =>
      asked.actionId === undefined
        ? eb('q.askedOfId', '=', actor.personId)
        : eb('q.actionId', '=', asked.actionId),
    )
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
  const named = requests.find((request) => request.id === asked.requestId)
  const isForSomething = actions.length + recommendations.length > 0 || follows !== undefined
  return {
    actions,
    recommendations,
    mine: isForSomething ? [] : await actionsOfMine(context),
    requests: asked.recommendationId !== undefined || follows ? [] : requests,
    chosenRequestId:
      named?.id ?? (asked.actionId !== undefined && mine.length === 1 ? mine[0]?.id : undefined),
    follows,
    today,
  }
}

const actionsOf = ({ db }: Context, actionId: number) =>
  db.selectFrom('actions').where('id', '=', actionId).select(['id', 'title']).execute()

async function followed({ db, actor }: Context, evidenceId: number) {
  const facts = await followedFacts(db, actor, evidenceId)
  return (
    facts &&
    db.selectFrom('evidence').where('id', '=', facts.id).select(['id', 'title']).executeTakeFirst()
  )
}

/** What I own or contribute to and is not delivered, the next due first. */
const actionsOfMine = ({ db, actor }: Context) =>
  db
    .selectFrom('actions as a')
    .where('a.deliveredOn', 'is', null)
    .where((eb) =>
      eb.or([
        eb('a.ownerId', '=', actor.personId),
        eb.exists(
          eb
            .selectFrom('actionContributors as c')
            .whereRef('c.actionId', '=', 'a.id')
            .where('c.personId', '=', actor.personId)
            .select('c.personId'),
        ),
      ]),
    )
    .orderBy('a.dueOn')
    .orderBy('a.id')
    .limit(mostOfMine)
    .select(['a.id', 'a.title'])
    .execute()
