import type { Actor } from '~/domain/access/permissions'
import type { EvidenceKind } from '~/domain/evidence/kinds'
import { placeIn } from '~/domain/inspection/threads'
import { changesBetween, type PlanChanges } from '~/domain/plan/changes'
import type { OwnEvidence, Plan } from '~/domain/plan/plan'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'
import { judgedActions, type JudgedAction } from './action-facts.server'
import { asAt, type Db } from './db.server'
import { countingVerdict, isReplaced } from './evidence-facts.server'
import { judgedMeasures } from './measure-facts.server'
import { bragTableAt } from './tables/brag-tables.server'
import { knownShelfLives } from './tables/shelf-lives.server'
import { threadsIn } from './threads.server'
import { evidenceVisibleTo } from './visible.server'

export interface PlanFacts extends Plan {
  actions: JudgedAction[]
  recommendations: (Plan['recommendations'][number] & {
    inspectionId: number
    position: number
    page: number | null
  })[]
}

/**
 * The whole plan with the facts that it is judged by, as this reader may see it, on the day `on`, and
 * the table of colours that is in force at its end.
 */
export async function planFacts(db: Db, actor: Actor, on: CalendarDate): Promise<PlanFacts> {
  const [recommendations, threads, actions, hidden, bragTable, measures, own, shelfLives] =
    await Promise.all([
      db
        .selectFrom('recommendations')
        .orderBy('inspectionId')
        .orderBy('position')
        .select(['id', 'text', 'area', 'kind', 'inspectionId', 'position', 'page'])
        .execute(),
      threadsIn(db),
      judgedActions(db),
      hiddenEvidence(db, actor),
      bragTableAt(db, endOfDay(on, 'Europe/London')),
      judgedMeasures(db, on),
      ownEvidence(db),
      knownShelfLives(db),
    ])
  return {
    on,
    recommendations: recommendations.map((one) => ({
      ...one,
      ...placeIn(threads.get(one.id), one.id),
      evidence: own.get(one.id) ?? [],
    })),
    actions,
    bragTable,
    shelfLives,
    measures,
    unnamedEvidence: new Set(hidden),
  }
}

/** Evidence for recommendations themselves, by recommendation; what a later version replaced is left out. */
async function ownEvidence(db: Db): Promise<Map<number, OwnEvidence[]>> {
  const rows = await db
    .selectFrom('evidenceRecommendations as er')
    .innerJoin('evidence as e', 'e.id', 'er.evidenceId')
    .where((eb) => eb.not(isReplaced()))
    .orderBy('e.id')
    .select(['er.recommendationId', 'e.id', 'e.title', 'e.kind', 'e.periodTo'])
    .select(countingVerdict().as('verdict'))
    .$narrowType<{ kind: EvidenceKind | null; periodTo: CalendarDate | null }>()
    .execute()
  const own = new Map<number, OwnEvidence[]>()
  for (const { recommendationId, ...one } of rows) {
    own.set(recommendationId, [...(own.get(recommendationId) ?? []), one])
  }
  return own
}

async function hiddenEvidence(db: Db, actor: Actor): Promise<number[]> {
  const rows = await db
    .selectFrom('evidence as e')
    .where((eb) => eb.not(evidenceVisibleTo(actor)))
    .select('e.id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * The plan as it stood at the end of a past day, by the same queries over that day's rows. What may be
 * named is for today's rights and today's restrictions to say as well.
 */
export const planFactsOn = (db: Db, actor: Actor, day: CalendarDate): Promise<PlanFacts> =>
  asAt(db, endOfDay(day, 'Europe/London'), (then) => planFacts(then, actor, day))

const readTogether = new WeakMap<Plan, Map<CalendarDate, PlanFacts>>()

/**
 * The plan of a day before `now`, which the same reader read. The parts of a page look back to the same
 * days: each is read once for as long as `now` is held, also where a plan that was read so is looked
 * back from.
 */
export async function planFactsBefore(
  db: Db,
  actor: Actor,
  day: CalendarDate,
  now: Plan,
): Promise<PlanFacts> {
  const together = readTogether.get(now) ?? new Map<CalendarDate, PlanFacts>()
  readTogether.set(now, together)
  const plan = together.get(day) ?? (await planFactsOn(db, actor, day))
  together.set(day, plan)
  readTogether.set(plan, together)
  return plan
}

/** What moved from the end of a past day to `now`, the plan of a later one. */
export async function changesSince(
  db: Db,
  actor: Actor,
  since: CalendarDate,
  now: Plan,
): Promise<PlanChanges> {
  return changesBetween(await planFactsBefore(db, actor, since, now), now)
}

/** The title of each judgement area as its newest framework prints it, in the framework's order. */
export async function areaTitles(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .innerJoin('frameworkAreas as a', (join) =>
      join.onRef('a.frameworkId', '=', 'i.frameworkId').onRef('a.area', '=', 'r.area'),
    )
    .orderBy('i.inspectedFrom')
    .orderBy('a.position')
    .select(['r.area', 'a.title'])
    .distinct()
    .select(['i.inspectedFrom', 'a.position'])
    .execute()
  return new Map(rows.map(({ area, title }) => [area, title]))
}
