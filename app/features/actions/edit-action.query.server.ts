import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { isOwned } from '~/db/owned.server'
import {
  editingEvents,
  type EditingEvent,
  type NamedPerson,
  type RecordedFields,
} from '~/domain/action/history'
import type { PlannedAction } from '~/domain/action/merge-edit'
import { canEditAction } from '~/domain/action/plan-action'
import type { Decision } from '~/domain/decision'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { type ActionChoices, actionChoices } from './choices.query.server'

export interface EditActionView {
  id: number
  title: string
  planned: PlannedAction
  hasOwner: boolean
  version: number
  choices: ActionChoices
  decision: Decision
}

export async function editActionView(
  { db, actor }: Context,
  actionId: number,
): Promise<EditActionView | undefined> {
  const action = await plannedAction(db, actionId)
  return (
    action && {
      id: actionId,
      title: action.planned.title,
      ...action,
      choices: await actionChoices(db),
      decision: canEditAction(actor),
    }
  )
}

/** What an edit can change, as it stands now, and which version that is. */
export async function plannedAction(
  db: Db,
  actionId: number,
): Promise<{ planned: PlannedAction; hasOwner: boolean; version: number } | undefined> {
  const row = await db
    .selectFrom('actions as a')
    .leftJoin('themes as theme', 'theme.id', 'a.themeId')
    .where('a.id', '=', actionId)
    .select(['a.title', 'a.outcome', 'a.successMeasure', 'a.ownerId', 'a.startOn', 'a.dueOn'])
    .select(['a.version', isOwned().as('hasOwner'), 'a.teamId'])
    .select(({ fn, val }) => fn.coalesce('theme.name', val('')).as('theme'))
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('actionContributors as c')
          .whereRef('c.actionId', '=', 'a.id')
          .orderBy('c.personId')
          .select('c.personId as id'),
      ).as('contributors'),
      jsonArrayFrom(
        eb
          .selectFrom('actionRecommendations as r')
          .whereRef('r.actionId', '=', 'a.id')
          .orderBy('r.recommendationId')
          .select('r.recommendationId as id'),
      ).as('recommendations'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const { version, hasOwner, contributors, recommendations, ...fields } = row
  return {
    version,
    hasOwner,
    planned: {
      ...fields,
      startOn: fields.startOn as CalendarDate | null,
      dueOn: fields.dueOn as CalendarDate | null,
      contributorIds: contributors.map(({ id }) => id),
      recommendationIds: recommendations.map(({ id }) => id),
    },
  }
}

export type EditedEvent = EditingEvent & {
  who: NamedPerson
  at: Date
}

/** The edits and hand-overs made after a version, first to last, each with who made it and when. */
export async function editsSince(
  db: Db,
  actionId: number,
  version: number,
): Promise<EditedEvent[]> {
  const rows = await db
    .selectFrom('events as e')
    .innerJoin('people as p', 'p.id', 'e.actorId')
    .where('e.subjectKind', '=', 'action')
    .where('e.subjectId', '=', actionId)
    .where('e.what', 'in', [...editingEvents])
    .orderBy('e.id')
    .select(['e.what', 'e.before', 'e.after', 'e.happenedAt as at', 'p.id', 'p.name'])
    .execute()
  return rows
    .map(({ id, name, ...event }) => ({ ...event, who: { id, name } }) as unknown as EditedEvent)
    .filter((event) => event.after.version > version)
}

/** The action as it was before these edits, out of what each of them recorded. */
export const before = (planned: PlannedAction, edits: readonly EditedEvent[]): PlannedAction =>
  edits.reduceRight((later, edit) => ({ ...later, ...asPlanned(edit.before) }), planned)

function asPlanned({
  owner,
  contributors,
  recommendations,
  title,
  outcome,
  successMeasure,
  startOn,
  dueOn,
  team,
  theme,
}: RecordedFields): Partial<PlannedAction> {
  return {
    ...(title !== undefined && { title }),
    ...(outcome !== undefined && { outcome }),
    ...(successMeasure !== undefined && { successMeasure }),
    ...(startOn !== undefined && { startOn }),
    ...(dueOn !== undefined && { dueOn }),
    ...(team !== undefined && { teamId: team?.id ?? null }),
    ...(theme !== undefined && { theme: theme?.name ?? '' }),
    ...(owner !== undefined && { ownerId: owner?.id ?? null }),
    ...(contributors !== undefined && { contributorIds: contributors.map(({ id }) => id) }),
    ...(recommendations !== undefined && { recommendationIds: recommendations }),
  }
}
