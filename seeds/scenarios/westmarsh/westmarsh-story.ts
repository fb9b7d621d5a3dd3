/** What the files of the Westmarsh plan are written in. */
import type { WestmarshPerson } from '../../people'
import type { ActionStory } from '../story'

/** The twelve recommendations of 2019, in the order of the report, each under its judgement area. */
export const westmarshRecommendations = [
  ['supervision', 'leaders'],
  ['assessments', 'help-and-protection'],
  ['changes of worker', 'help-and-protection'],
  ['allocation', 'help-and-protection'],
  ['plans', 'help-and-protection'],
  ['strategy meetings', 'help-and-protection'],
  ['permanence', 'children-in-care-and-care-leavers'],
  ['pathway plans', 'children-in-care-and-care-leavers'],
  ['voice', 'help-and-protection'],
  ['data and audit', 'leaders'],
  ['placements', 'children-in-care-and-care-leavers'],
  ['workforce', 'leaders'],
] as const
export type WestmarshRecommendation = (typeof westmarshRecommendations)[number][0]

export type WestmarshAction = ActionStory<WestmarshPerson, WestmarshRecommendation>
