import { folded } from './folding'

/** Judgement names are matched loosely, by the words that tell them apart: reports misprint them.
 *  Source: DOMAIN 1.1 ("The impact of leaders on practice…", "children care leavers"). */

/** The areas of ILACS. Undefined where the words name none of them. */
export function ilacsArea(name: string): string | undefined {
  const words = folded(name)
  if (/\boverall\b/.test(words)) return 'overall'
  if (/\bleaders(?:hip)?\b/.test(words) && /\bimpact\b|\bpractice\b|\bmanagement\b/.test(words)) {
    return 'leaders'
  }
  if (!/\bexperiences?\b|\bprogress\b/.test(words)) return undefined
  if (/\bhelp\b/.test(words) || /\bprotection\b/.test(words)) return 'help-and-protection'
  const careLeavers = /\bcare\s?-?leavers?\b/.test(words)
  const inCare = /\bin care\b|\blooked after\b/.test(words)
  if (careLeavers && inCare) return 'children-in-care-and-care-leavers'
  if (careLeavers) return 'care-leavers'
  if (inCare) return 'children-in-care'
  return undefined
}

/** The areas of SIF. Undefined where the words name none of them. */
export function sifArea(name: string): string | undefined {
  const words = folded(name)
  if (/\blocal safeguarding children board\b|\blscb\b/.test(words)) return 'lscb'
  if (/\badoption\b/.test(words)) return 'adoption'
  if (/\bcare leavers\b/.test(words) && !/\blooked after\b/.test(words)) return 'care-leavers'
  if (/\blooked after\b/.test(words)) return 'children-looked-after'
  if (/\bhelp and protection\b/.test(words)) return 'help-and-protection'
  if (/\bleadership\b/.test(words)) return 'leadership'
  return undefined
}
