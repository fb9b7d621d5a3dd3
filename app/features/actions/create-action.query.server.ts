import type { Context } from '~/auth/context.server'
import { type ActionChoices, actionChoices, inspectionInWords } from './choices.query.server'

export interface NewActionView {
  choices: ActionChoices
  /** the recommendation it begins from, in the report's own words */
  recommendation:
    | { id: number; text: string; heading: string; page: number | null; inspection: string }
    | undefined
}

export async function newActionView(
  { db }: Context,
  recommendationId: number | undefined,
): Promise<NewActionView> {
  const from =
    recommendationId === undefined
      ? undefined
      : await db
          .selectFrom('recommendations as r')
          .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
          .where('r.id', '=', recommendationId)
          .select(['r.id', 'r.text', 'r.heading', 'r.page', 'i.kind', 'i.inspectedTo'])
          .executeTakeFirst()
  return {
    choices: await actionChoices(db),
    recommendation: from && {
      id: from.id,
      text: from.text,
      heading: from.heading,
      page: from.page,
      inspection: inspectionInWords(from.kind, from.inspectedTo),
    },
  }
}
