import { folded } from './folding'

/** Which judgement area an item most likely belongs to: a proposal from the words it uses, for a person to correct.
 *  Source: DOMAIN 1.1 (areas), 1.3 (commonest subjects of items). */

type Subject = 'leaders' | 'help' | 'care' | 'leavers' | 'adoption' | 'lscb'

/** Words that name the children outweigh words that name the work: oversight of care leavers' plans is about care leavers. */
const signs: readonly [Subject, number, RegExp][] = [
  ['leavers', 7, /\bcare[- ]?leavers?\b|\bcare[- ]experienced (?:young|adults)/],
  ['leavers', 5, /\bpathway plan|\bpersonal advis|\bstaying put\b|\bindependen(?:ce|t living)\b/],
  ['leavers', 2, /\bhealth histor|\bentitlements?\b|\btransition(?:s|ing)? (?:in)?to adulthood\b|\bunsuitable accommodation\b/],
  ['adoption', 7, /\badopt(?:ion|ive|ers?|ed)\b/],
  ['lscb', 7, /\blscb\b|\bsafeguarding children board\b/],
  ['care', 6, /\bchildren (?:and young people )?in (?:their |its )?care\b|\blooked[- ]after\b|\bcared[- ]for children\b/],
  ['care', 4, /\bpermanen|\bfoster|\bplacements?\b|\blife[- ]?story|\bindependent reviewing officer|\biros?\b|\bcorporate parent/],
  ['care', 4, /\bsufficiency\b|\bunregist|\bunregulated|\bchildren[’']?s? homes?\b|\bconnected (?:care|person)|\bfamily time\b|\bspecial guardian|\bplaced with (?:their )?parents\b/],
  ['care', 2, /\bhealth assessments?\b|\bpersonal education plan|\bpeps?\b|\bvirtual school\b|\bunaccompanied\b|\bseparated migrant\b|\bhomes for\b/],
  ['help', 5, /\bchild protection\b|\bchildren? in need\b|\bin need of (?:help|protection)\b|\bstrategy (?:meeting|discussion)|\bsection 47\b|\bhelp and protection\b/],
  ['help', 4, /\bearly help\b|\bfront door\b|\bmash\b|\breferrals?\b|\bthresholds?\b|\bneglect\b|\bdomestic abuse\b|\bexploit|\bmissing\b|\bprivate(?:ly)? foster/],
  ['help', 4, /\bpre-?\s?proceedings\b|\bpublic law outline\b|\bplo\b|\b16[- ](?:and|to|or) 17|\bhomeless|\bdesignated officer\b|\blado\b|\byoung carers\b|\bdisabled children\b|\bout[- ]of[- ]hours\b|\bemergency duty\b/],
  ['help', 3, /\bassessments?\b|\breturn home interview|\bcontingency plan|\bunallocated\b|\bchild in need\b|\bat risk of (?:significant )?harm\b|\blegal proceedings\b/],
  ['help', 1, /\bplans?\b|\bplanning\b|\brisks?\b|\bparents?\b/],
  ['leaders', 4, /\bleaders(?:hip)?\b|\bperformance (?:information|management|data|report)|\bquality[- ]assur|\baudit|\bself[- ]evaluation\b|\bgovernance\b|\bscrutiny\b/],
  ['leaders', 4, /\bworkforce\b|\bcaseloads?\b|\brecruit|\bretention\b|\bturnover\b|\bagency (?:staff|social)|\bchanges? of social worker|\bstability of social worker|\bcapacity\b/],
  ['leaders', 4, /\bmanage(?:ment|rs?)[’']?s? (?:and supervis\w+ )?(?:oversight|grip|direction)|\boversight\b|\bsupervision\b/],
  ['leaders', 2, /\bmanagement\b|\bmanagers?\b|\bstrateg(?:y|ic)\b|\bcorporate\b|\bpartner(?:s|ship)?\b|\blearning\b|\bcomplaints\b|\bculture\b|\bdata\b/],
] // prettier-ignore

export function likelyArea(text: string, areas: readonly string[]): string | undefined {
  const words = folded(text)
  const weights = new Map<string, number>()
  for (const [subject, weight, sign] of signs) {
    const area = sign.test(words) ? areaFor(subject, areas) : undefined
    if (area) weights.set(area, (weights.get(area) ?? 0) + weight)
  }
  let best: string | undefined
  let most = 0
  for (const area of areas) {
    const weight = weights.get(area) ?? 0
    if (weight > most) {
      best = area
      most = weight
    }
  }
  return best
}

/** Which of the framework's own areas speaks of the subject; the narrowest first. */
function areaFor(subject: Subject, areas: readonly string[]): string | undefined {
  const among = (...patterns: RegExp[]): string | undefined => {
    for (const pattern of patterns) {
      const area = areas.find((name) => pattern.test(name))
      if (area) return area
    }
    return undefined
  }
  switch (subject) {
    case 'leaders':
      return among(/leader/, /management|governance/)
    case 'help':
      return among(/help|protection/)
    case 'care':
      return among(/^(?=.*(?:in-care|looked-after))(?!.*leavers)/, /in-care|looked-after|\bcare\b/)
    case 'leavers':
      return among(/^care-leavers$/, /leavers/, /in-care|looked-after/)
    case 'adoption':
      return among(/adoption/, /in-care|looked-after/)
    case 'lscb':
      return among(/lscb|board/)
  }
}
