import { expressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { ActionFacts } from '~/domain/action/standing'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'
import { countingVerdict, isReplaced } from './evidence-facts.server'
import type { DB } from './schema'
import { lateReasons } from './tables/due-date-changes.server'
import { knownShelfLives } from './tables/shelf-lives.server'

/** An action with everything by which it is judged. */
export interface JudgedAction extends ActionFacts {
  id: number
  title: string
  outcome: string
  successMeasure: string
  ownerName: string | null
  ownerLeft: boolean
  createdAt: Date
  /** the day of it in England */
  madeOn: CalendarDate
  version: number
  recommendations: { id: number; area: string; kind: string; text: string; inspectionId: number }[]
}

/**
 * Actions with the facts that their delivery, assurance and impact are derived from, in the order of
 * their ids. Under asAt these are the facts of that moment.
 *
 * Three queries, whatever the number: each kind of fact is gathered for all of them and laid to its
 * action here. Gathered for each action by itself, the facts of 10,000 cost Postgres three times as much.
 */
export async function judgedActions(
  db: Db,
  only: { actionIds?: readonly number[]; recommendationId?: number; ownerId?: number } = {},
): Promise<JudgedAction[]> {
  if (only.actionIds?.length === 0) return []
  const actions = await db
    .selectFrom('actions as a')
    .leftJoin('people as owner', 'owner.id', 'a.ownerId')
    .$if(only.actionIds !== undefined, (q) => q.where('a.id', '=', anyOf(only.actionIds!)))
    .$if(only.ownerId !== undefined, (q) => q.where('a.ownerId', '=', only.ownerId!))
    .$if(only.recommendationId !== undefined, (q) =>
      q.where('a.id', 'in', (eb) =>
        eb
          .selectFrom('actionRecommendations')
          .where('recommendationId', '=', only.recommendationId!)
          .select('actionId'),
      ),
    )
    .orderBy('a.id')
    .select([
      'a.id',
      'a.title',
      'a.outcome',
      'a.successMeasure',
      'a.ownerId',
      'owner.name as ownerName',
      sql<boolean>`owner.suspended_at is not null`.as('ownerLeft'),
      'a.startOn',
      'a.originalDueOn',
      'a.dueOn',
      'a.deliveredOn',
      'a.createdAt',
      'a.version',
    ])
    .select(({ fn, val, cast }) =>
      cast<string>(fn('timezone', [val('Europe/London'), 'a.createdAt']), 'date').as('madeOn'),
    )
    .execute()
  if (actions.length === 0) return []
  const isWholePlan = Object.keys(only).length === 0
  const ids = isWholePlan ? undefined : actions.map(({ id }) => id)
  const facts = await db
    .selectNoFrom([
      jsonArrayFrom(linksOf(ids)).as('links'),
      jsonArrayFrom(recommendationsOf(ids)).as('recommendations'),
      jsonArrayFrom(milestonesOf(ids)).as('milestones'),
      jsonArrayFrom(dueDateChangesOf(ids)).as('dueDateChanges'),
      jsonArrayFrom(latestUpdatesOf(ids)).as('latestUpdates'),
      jsonArrayFrom(evidenceOf(ids)).as('evidence'),
      jsonArrayFrom(latestSignOffsOf(ids)).as('signOffs'),
      jsonArrayFrom(latestOverridesOf(ids)).as('bragOverrides'),
    ])
    .executeTakeFirstOrThrow()
  const shelfLives = await knownShelfLives(db)
  // Each recommendation is held once, however many actions answer it.
  const recommendation = new Map(facts.recommendations.map((one) => [one.id, one]))
  const links = byAction(facts.links)
  const milestones = byAction(facts.milestones)
  const dueDateChanges = byAction(facts.dueDateChanges)
  const latestUpdate = byAction(facts.latestUpdates)
  const evidence = byAction(facts.evidence)
  const signOff = byAction(facts.signOffs)
  const bragOverride = byAction(facts.bragOverrides)
  for (const action of actions) {
    const { id } = action
    Object.assign(action, {
      recommendations: (links.get(id) ?? []).map((link) =>
        recommendation.get(link.recommendationId),
      ),
      milestones: milestones.get(id) ?? [],
      dueDateChanges: dueDateChanges.get(id) ?? [],
      latestUpdate: latestUpdate.get(id)?.[0] ?? null,
      evidence: evidence.get(id) ?? [],
      signOff: signOff.get(id)?.[0] ?? null,
      bragOverride: bragOverride.get(id)?.[0] ?? null,
      shelfLives,
    })
  }
  // The columns hold what the checks of the tables allow; dates come as ISO text.
  return actions as unknown as JudgedAction[]
}

/** Of which actions: undefined for all. */
type ActionIds = readonly number[] | undefined

const anyOf = (ids: readonly number[]) => sql<number>`any(${[...ids]}::integer[])`

/** The day of a moment in England, not in UTC. */
const dayOf = (moment: string) => sql<string>`timezone('Europe/London', ${sql.ref(moment)})::date`

/** Rows by their action, in the order in which they came. */
function byAction<Row extends { actionId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const of = new Map<number, Row[]>()
  for (const row of rows) {
    const those = of.get(row.actionId)
    if (those) those.push(row)
    else of.set(row.actionId, [row])
  }
  return of
}

const { selectFrom } = expressionBuilder<DB>()

const linksOf = (ids: ActionIds) =>
  selectFrom('actionRecommendations')
    .$if(ids !== undefined, (q) => q.where('actionId', '=', anyOf(ids!)))
    .orderBy('recommendationId')
    .select(['actionId', 'recommendationId'])

const recommendationsOf = (ids: ActionIds) =>
  selectFrom('recommendations')
    .where('id', 'in', linksOf(ids).clearSelect().clearOrderBy().select('recommendationId'))
    .select(['id', 'area', 'kind', 'text', 'inspectionId'])

const milestonesOf = (ids: ActionIds) =>
  selectFrom('milestones')
    .$if(ids !== undefined, (q) => q.where('actionId', '=', anyOf(ids!)))
    .orderBy('dueOn')
    .orderBy('id')
    .select(['actionId', 'id', 'title', 'dueOn', 'doneOn'])

const dueDateChangesOf = (ids: ActionIds) =>
  selectFrom('dueDateChanges as c')
    .$if(ids !== undefined, (q) => q.where('actionId', '=', anyOf(ids!)))
    .orderBy('id')
    .select(['actionId', 'id', 'fromOn', 'toOn', 'decision', lateReasons().as('lateMove')])

const latestUpdatesOf = (ids: ActionIds) =>
  selectFrom('updates as u')
    .innerJoin('people as author', 'author.id', 'u.authorId')
    .$if(ids !== undefined, (q) => q.where('u.actionId', '=', anyOf(ids!)))
    .distinctOn('u.actionId')
    .orderBy('u.actionId')
    .orderBy('u.saidAt', 'desc')
    .orderBy('u.id', 'desc')
    .select(['u.actionId', 'u.id', 'u.statedDelivery', 'u.confidence'])
    .select(['author.name as authorName', dayOf('u.saidAt').as('saidOn')])

/** A version that a newer one replaces stays on record and counts no longer. */
const evidenceOf = (ids: ActionIds) =>
  selectFrom('evidenceActions as ea')
    .innerJoin('evidence as e', 'e.id', 'ea.evidenceId')
    .$if(ids !== undefined, (q) => q.where('ea.actionId', '=', anyOf(ids!)))
    .where(({ not }) => not(isReplaced()))
    .orderBy('e.id')
    .select(['ea.actionId', 'e.id', 'e.title', 'e.kind', 'e.periodFrom', 'e.periodTo'])
    .select(['e.addedById', countingVerdict().as('verdict')])

const latestSignOffsOf = (ids: ActionIds) =>
  selectFrom('impactSignOffs as s')
    .innerJoin('people as signer', 'signer.id', 's.signedById')
    .$if(ids !== undefined, (q) => q.where('s.actionId', '=', anyOf(ids!)))
    .distinctOn('s.actionId')
    .orderBy('s.actionId')
    .orderBy('s.id', 'desc')
    .select(['s.actionId', 's.id', 's.verdict', 's.words', 'signer.name as signerName'])
    .select(dayOf('s.signedAt').as('signedOn'))

const latestOverridesOf = (ids: ActionIds) =>
  selectFrom('bragOverrides as o')
    .innerJoin('people as stater', 'stater.id', 'o.statedById')
    .$if(ids !== undefined, (q) => q.where('o.actionId', '=', anyOf(ids!)))
    .distinctOn('o.actionId')
    .orderBy('o.actionId')
    .orderBy('o.id', 'desc')
    .select(['o.actionId', 'o.id', 'o.brag', 'o.reason', 'stater.name as byName', 'o.untilOn'])
    .select([dayOf('o.statedAt').as('statedOn'), dayOf('o.endedAt').as('endedOn')])
