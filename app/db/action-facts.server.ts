import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { ActionFacts } from '~/domain/action/standing'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'
import { countingVerdict, isReplaced } from './evidence-facts.server'
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
  version: number
  recommendations: { id: number; area: string; kind: string; text: string; inspectionId: number }[]
}

/**
 * Actions with the facts that their delivery, assurance and impact are derived from, in the order of
 * their ids. Under asAt these are the facts of that moment. Two queries, whatever the number.
 */
export async function judgedActions(
  db: Db,
  only: { actionIds?: readonly number[]; recommendationId?: number; ownerId?: number } = {},
): Promise<JudgedAction[]> {
  if (only.actionIds?.length === 0) return []
  const rows = await db
    .selectFrom('actions as a')
    .leftJoin('people as owner', 'owner.id', 'a.ownerId')
    .$if(only.actionIds !== undefined, (q) => q.where('a.id', 'in', [...only.actionIds!]))
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
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('actionRecommendations as ar')
          .innerJoin('recommendations as r', 'r.id', 'ar.recommendationId')
          .whereRef('ar.actionId', '=', 'a.id')
          .orderBy('r.id')
          .select(['r.id', 'r.area', 'r.kind', 'r.text', 'r.inspectionId']),
      ).as('recommendations'),
      jsonArrayFrom(
        eb
          .selectFrom('milestones as m')
          .whereRef('m.actionId', '=', 'a.id')
          .orderBy('m.dueOn')
          .orderBy('m.id')
          .select(['m.id', 'm.title', 'm.dueOn', 'm.doneOn']),
      ).as('milestones'),
      jsonArrayFrom(
        eb
          .selectFrom('dueDateChanges as c')
          .whereRef('c.actionId', '=', 'a.id')
          .orderBy('c.id')
          .select(['c.id', 'c.fromOn', 'c.toOn', 'c.decision', 'c.lateMove']),
      ).as('dueDateChanges'),
      jsonObjectFrom(
        eb
          .selectFrom('updates as u')
          .innerJoin('people as author', 'author.id', 'u.authorId')
          .whereRef('u.actionId', '=', 'a.id')
          .orderBy('u.saidAt', 'desc')
          .orderBy('u.id', 'desc')
          .limit(1)
          .select(['u.id', 'u.statedDelivery', 'u.confidence', 'author.name as authorName'])
          // the day it was said in England, not in UTC
          .select(({ fn, val, cast }) =>
            cast<string>(fn('timezone', [val('Europe/London'), 'u.saidAt']), 'date').as('saidOn'),
          ),
      ).as('latestUpdate'),
      jsonArrayFrom(
        eb
          .selectFrom('evidenceActions as ea')
          // Lateral with a limit: under asAt the planner would else read all evidence for each action.
          .innerJoinLateral(
            (piece) =>
              piece
                .selectFrom('evidence')
                .whereRef('evidence.id', '=', 'ea.evidenceId')
                .selectAll('evidence')
                .limit(1)
                .as('e'),
            (join) => join.onTrue(),
          )
          .whereRef('ea.actionId', '=', 'a.id')
          // A version that a newer one replaces stays on record and counts no longer.
          .where(({ not }) => not(isReplaced()))
          .orderBy('e.id')
          .select(['e.id', 'e.title', 'e.kind', 'e.periodFrom', 'e.periodTo', 'e.addedById'])
          .select(countingVerdict().as('verdict')),
      ).as('evidence'),
      jsonObjectFrom(
        eb
          .selectFrom('impactSignOffs as s')
          .innerJoin('people as signer', 'signer.id', 's.signedById')
          .whereRef('s.actionId', '=', 'a.id')
          .orderBy('s.id', 'desc')
          .limit(1)
          .select(['s.id', 's.verdict', 's.words', 'signer.name as signerName'])
          .select(({ fn, val, cast }) =>
            cast<string>(fn('timezone', [val('Europe/London'), 's.signedAt']), 'date').as(
              'signedOn',
            ),
          ),
      ).as('signOff'),
      jsonObjectFrom(
        eb
          .selectFrom('bragOverrides as o')
          .innerJoin('people as stater', 'stater.id', 'o.statedById')
          .whereRef('o.actionId', '=', 'a.id')
          .orderBy('o.id', 'desc')
          .limit(1)
          .select(['o.id', 'o.brag', 'o.reason', 'stater.name as byName', 'o.untilOn'])
          .select(({ fn, val, cast }) => [
            cast<string>(fn('timezone', [val('Europe/London'), 'o.statedAt']), 'date').as(
              'statedOn',
            ),
            cast<string | null>(fn('timezone', [val('Europe/London'), 'o.endedAt']), 'date').as(
              'endedOn',
            ),
          ]),
      ).as('bragOverride'),
    ])
    .execute()
  const shelfLives = await knownShelfLives(db)
  // The columns hold what the checks of the tables allow; dates come as ISO text.
  return rows.map((row) => ({ ...row, shelfLives })) as unknown as (JudgedAction & {
    dueOn: CalendarDate | null
  })[]
}
