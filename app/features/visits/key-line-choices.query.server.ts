import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import type { Actor } from '~/domain/access/permissions'
import { type Decision, no, yes } from '~/domain/decision'
import type { KeyLine } from '~/domain/plan/key-lines'
import { actionRef } from '~/domain/plan/references'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import type { ChoiceGroup } from './choices.query.server'

export interface KeyLineChoices {
  actions: ChoiceGroup[]
  /** by the action that it was added for */
  evidence: ChoiceGroup[]
}

/** What a list that one ticks in has room for; a visit tests a few recommendations. */
const mostActions = 200

/**
 * What a key line can rest on: the actions that answer what will be tested, and their accepted evidence as
 * far as the reader may see it, with what it rests on already.
 */
export async function keyLineChoices(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  visitId: number,
  chosen: Pick<KeyLine, 'actionIds' | 'evidenceIds'>,
): Promise<KeyLineChoices> {
  const actionIds = await actionsToName(db, visitId, chosen.actionIds)
  const actions =
    actionIds.length === 0
      ? []
      : await db
          .selectFrom('actions')
          .where('id', 'in', actionIds)
          .orderBy('id')
          .select(['id', 'title'])
          .execute()
  const evidence = await acceptedEvidence(db, actor, actionIds, chosen.evidenceIds)
  return {
    actions:
      actions.length === 0
        ? []
        : [
            {
              title: 'Actions for what will be tested',
              choices: actions.map(({ id, title }) => ({
                value: String(id),
                title: `${actionRef(id)} ${title}`,
              })),
            },
          ],
    evidence,
  }
}

async function actionsToName(
  db: Db,
  visitId: number,
  chosen: readonly number[],
): Promise<number[]> {
  const rows = await db
    .selectFrom('actionRecommendations as ar')
    .innerJoin('visitRecommendations as v', 'v.recommendationId', 'ar.recommendationId')
    .where('v.visitId', '=', visitId)
    .orderBy('ar.actionId')
    .limit(mostActions)
    .select('ar.actionId')
    .distinct()
    .execute()
  return [...new Set([...rows.map(({ actionId }) => actionId), ...chosen])]
}

async function acceptedEvidence(
  db: Db,
  actor: Actor,
  actionIds: readonly number[],
  chosen: readonly number[],
): Promise<ChoiceGroup[]> {
  if (actionIds.length === 0 && chosen.length === 0) return []
  const rows = await db
    .selectFrom('evidence as e')
    .innerJoin('evidenceActions as ea', 'ea.evidenceId', 'e.id')
    .innerJoin('actions as a', 'a.id', 'ea.actionId')
    .where(evidenceVisibleTo(actor))
    .where((eb) =>
      eb.or([
        ...(chosen.length > 0 ? [eb('e.id', 'in', [...chosen])] : []),
        ...(actionIds.length > 0
          ? [
              eb.and([
                eb('ea.actionId', 'in', [...actionIds]),
                eb(
                  eb
                    .selectFrom('evidenceReviews as r')
                    .whereRef('r.evidenceId', '=', 'e.id')
                    .orderBy('r.id', 'desc')
                    .limit(1)
                    .select('r.verdict'),
                  '=',
                  'accepted',
                ),
              ]),
            ]
          : []),
      ]),
    )
    .orderBy('a.id')
    .orderBy('e.periodTo', 'desc')
    .select(['e.id', 'e.title', 'e.periodTo', 'a.id as actionId', 'a.title as actionTitle'])
    .$narrowType<{ periodTo: CalendarDate | null }>()
    .execute()
  const groups = new Map<number, ChoiceGroup>()
  const seen = new Set<number>()
  for (const { id, title, periodTo, actionId, actionTitle } of rows) {
    // one piece of evidence may be for several actions: it is ticked once
    if (seen.has(id)) continue
    seen.add(id)
    const group = groups.get(actionId) ?? {
      title: `${actionRef(actionId)} ${actionTitle}`,
      choices: [],
    }
    groups.set(actionId, group)
    group.choices.push({
      value: String(id),
      title,
      hint: periodTo ? `up to ${longDate(periodTo)}` : 'what it covers is still missing',
    })
  }
  return [...groups.values()]
}

/** Whether every action and all evidence that a key line names is there for this person. */
export async function restsOnWhatIsThere(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { actionIds, evidenceIds }: Pick<KeyLine, 'actionIds' | 'evidenceIds'>,
): Promise<Decision> {
  if (actionIds.length > 0) {
    const rows = await db
      .selectFrom('actions')
      .where('id', 'in', [...actionIds])
      .select('id')
      .execute()
    if (rows.length !== actionIds.length) return no('Choose actions from the list.')
  }
  if (evidenceIds.length > 0) {
    const rows = await db
      .selectFrom('evidence as e')
      .where('e.id', 'in', [...evidenceIds])
      .where(evidenceVisibleTo(actor))
      .select('e.id')
      .execute()
    if (rows.length !== evidenceIds.length) return no('Choose evidence from the list.')
  }
  return yes
}
