import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { measureById, presentFigures, type RecordedMeasure } from '~/db/measure-facts.server'
import { peopleWhoMay, type PersonToChoose } from '~/db/people-who-may.server'
import { shortAreaName } from '~/domain/inspection/names'
import { actionRef, recommendationRef } from '~/domain/plan/references'

export interface LinkChoices {
  people: PersonToChoose[]
  recommendations: { title: string; choices: { value: string; title: string }[] }[]
  actions: { title: string; choices: { value: string; title: string }[] }[]
}

export interface EditMeasureView {
  measure: Pick<
    RecordedMeasure,
    | 'id'
    | 'title'
    | 'definition'
    | 'unit'
    | 'length'
    | 'better'
    | 'source'
    | 'version'
    | 'ownerId'
    | 'owner'
    | 'recommendationIds'
    | 'actionIds'
  >
  hasFigures: boolean
  choices: LinkChoices
}

export async function editMeasureView(
  { db }: Context,
  id: number,
): Promise<EditMeasureView | undefined> {
  const measure = await measureById(db, id)
  if (!measure) return undefined
  const { title, definition, unit, length, better, source, version } = measure
  const { recommendationIds, actionIds, ownerId, owner } = measure
  return {
    measure: {
      ...{ id, title, definition, unit, length, better, source, version },
      ...{ recommendationIds, actionIds, ownerId, owner },
    },
    hasFigures: (await presentFigures(db, [id])).length > 0,
    choices: await linkChoices(db),
  }
}

/** Every recommendation by its area, and every action by the first recommendation that it answers. */
export async function linkChoices(db: Db): Promise<LinkChoices> {
  const recommendations = await db
    .selectFrom('recommendations')
    .orderBy('id')
    .select(['id', 'text', 'area'])
    .execute()
  const actions = await db
    .selectFrom('actions as a')
    .orderBy('a.id')
    .select((eb) => [
      'a.id',
      'a.title',
      eb
        .selectFrom('actionRecommendations as ar')
        .whereRef('ar.actionId', '=', 'a.id')
        .select(({ fn }) => fn.min('ar.recommendationId').as('first'))
        .as('first'),
    ])
    .execute()
  return {
    people: await peopleWhoMay(db, 'hand-over.answer'),
    recommendations: grouped(
      recommendations.map(({ id, text, area }) => ({
        group: shortAreaName(area),
        value: String(id),
        title: `${recommendationRef(id)} ${text}`,
      })),
    ),
    actions: grouped(
      actions.map(({ id, title, first }) => ({
        group: first === null ? 'For no recommendation' : `For ${recommendationRef(first)}`,
        value: String(id),
        title: `${actionRef(id)} ${title}`,
      })),
    ),
  }
}

function grouped(
  rows: readonly { group: string; value: string; title: string }[],
): LinkChoices['actions'] {
  const groups = [...new Set(rows.map(({ group }) => group))]
  return groups.map((title) => ({
    title,
    choices: rows
      .filter(({ group }) => group === title)
      .map(({ value, title: name }) => ({ value, title: name })),
  }))
}
