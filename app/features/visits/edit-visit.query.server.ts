import type { Context } from '~/auth/context.server'
import { testedRecommendations } from '~/db/tables/visit-recommendations.server'
import { visitById } from '~/db/tables/visits.server'
import type { Decision } from '~/domain/decision'
import { recommendationRef } from '~/domain/plan/references'
import { canEditVisit, visitTitle } from '~/domain/plan/visits'
import { type ChoiceGroup, recommendationsToTest } from './choices.query.server'
import { visitDaysInWords, letterInWords } from './days-in-words'
import { letterTyped } from './visit-fields'

export interface EditVisitView {
  id: number
  title: string
  version: number
  isHeld: boolean
  toTest: ChoiceGroup[]
  /** as the fields of the form show it */
  typed: Record<string, string[]>
  /** the same for a reader, where somebody else saved it meanwhile */
  saved: { name: string; words: string }[]
  decision: Decision
}

export async function editVisitView(
  { db, actor }: Context,
  visitId: number,
): Promise<EditVisitView | undefined> {
  const visit = await visitById(db, visitId)
  if (!visit) return undefined
  const tested = await testedRecommendations(db, visitId)
  return {
    id: visitId,
    title: visitTitle(visit),
    version: visit.version,
    isHeld: visit.heldTo !== null,
    toTest: await recommendationsToTest(db),
    typed: {
      kind: [visit.kind],
      expectedFrom: [visit.expectedFrom],
      expectedTo: [visit.expectedTo],
      covers: [visit.covers],
      'recommendationIds[]': tested.map(String),
      leadInspector: [visit.leadInspector],
      letter: [letterTyped(visit.letterPublished)],
    },
    saved: [
      { name: 'Window', words: visitDaysInWords(visit.expectedFrom, visit.expectedTo) },
      { name: 'Areas it covers', words: visit.covers || 'Nothing' },
      {
        name: 'Recommendations to be tested',
        words: tested.map(recommendationRef).join(', ') || 'None',
      },
      { name: 'Lead inspector', words: visit.leadInspector || 'Nobody' },
      { name: 'Letter published', words: letterInWords(visit.letterPublished) },
    ],
    decision: canEditVisit(actor, visit),
  }
}
