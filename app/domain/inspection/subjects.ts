/**
 * Reports come back to the same subjects of the work in other words: what one calls changes of social
 * worker is the stability of the workforce in the next. These are the subjects, and the words by which
 * each is known.
 *
 * A telling subject names one thing that is done for children. A broad one, such as assessments or
 * plans, is in half of all recommendations and says little by itself.
 * Source: DOMAIN 1.3 (commonest subjects of items), and the words of 579 recommendations of published
 * reports (decision 0012).
 */

export interface Subject {
  /** as it stands in "Both speak of …" */
  name: string
  isBroad: boolean
  said: RegExp
}

/** A stretch of a text, from the character `from` up to the one before `to`. */
export interface Stretch {
  from: number
  to: number
}

const telling = (name: string, said: RegExp): Subject => ({ name, isBroad: false, said })
const broad = (name: string, said: RegExp): Subject => ({ name, isBroad: true, said })

// Straight and curled apostrophes are one; words are looked for in small letters.
export const subjects: readonly Subject[] = [
  telling('supervision', /\bsupervis(?:ion|e|ed|es|ing)\b/g),
  telling(
    'management oversight',
    /\bmanage(?:ment|rs?|rial)\b(?:'s?)?[^.;]{0,30}?\b(?:oversight|oversee|grip|challenge|direction|rationale)\b|\boversight (?:and grip|by (?:senior )?(?:managers|leaders))\b/g,
  ),
  telling(
    'caseloads and capacity',
    /\b(?:case|work)loads?\b|\bcapacity\b|\b(?:enough|sufficient(?:ly)?|sufficiency of)\b[^.;]{0,40}?\b(?:social workers|staff)\b/g,
  ),
  telling(
    'a stable workforce',
    /\bstab(?:le|ility)\b[^.;]{0,20}?\b(?:staff|workforce|social workers)\b|\bworkforce stability\b|\bstabilise the workforce\b|\bturnover\b|\b(?:changes? (?:of|in)|different|fewer|number of allocated) (?:social )?workers?\b|\brecruitment and retention\b|\bagency (?:staff|social workers|workers)\b|\bsufficiency (?:and stability )?of (?:staff|social workers)\b/g,
  ),
  telling(
    'allocation of work',
    /\bunallocated\b|\ballocation of\b|\ballocated (?:a |to a )?(?:named )?social worker\b|\bnamed social worker\b|\bis allocated\b/g,
  ),
  telling('strategy discussions', /\bstrategy (?:discussion|meeting)s?\b/g),
  telling('thresholds', /\bthresholds?\b/g),
  telling('pre-proceedings', /\bpre-?\s?proceedings\b|\bpublic law outline\b|\bplo\b/g),
  telling('neglect', /\bneglect\b/g),
  telling('domestic abuse', /\bdomestic (?:abuse|violence)\b/g),
  telling('exploitation', /\bexploit(?:ation|ed)\b/g),
  telling('children who go missing', /\b(?:go|goes|gone|going|are|been|children|is) missing\b/g),
  telling('return home interviews', /\breturn(?: home)? interviews?\b/g),
  telling('private fostering', /\bprivate(?:ly)? foster(?:ed|ing)?\b/g),
  telling('homeless young people', /\bhomeless(?:ness)?\b/g),
  telling('disabled children', /\bdisab(?:led|ility|ilities)\b/g),
  telling('the designated officer', /\bdesignated officers?\b|\blado\b/g),
  telling('young carers', /\byoung carers\b/g),
  telling('safety plans', /\bsafety plan(?:s|ning)?\b/g),
  telling('visits to children', /\bvisit(?:s|ed|ing)?\b/g),
  telling(
    'the voice of children',
    /\bvoices?\b|\bviews (?:and|of)\b|\bchildren's views\b|\bparticipation\b/g,
  ),
  telling('life-story work', /\blife[- ]stor(?:y|ies)\b/g),
  telling('permanence', /\bpermanen(?:ce|cy)\b/g),
  telling(
    'enough homes for children',
    /\b(?:sufficien(?:t|cy)|availability|range|choice)\b[^.;]{0,60}?\b(?:placements?|accommodation|homes|carers)\b|\b(?:safe|suitable|appropriate|sustainable)\b[^.;]{0,20}?\b(?:placements?|accommodation|homes)\b|\bplacement (?:choice|options|sufficiency|stability)\b|\bfostering capacity\b/g,
  ),
  telling(
    'family and friends as carers',
    /\bconnected persons?\b|\bfamily and friends\b|\bkinship\b/g,
  ),
  telling('health assessments', /\bhealth assessments?\b/g),
  telling(
    'emotional and mental health',
    /\bmental(?:ly)? (?:ill[- ])?health\b|\bemotional\b|\bcamhs\b/g,
  ),
  telling('health histories', /\bhealth histor(?:y|ies)\b/g),
  telling('personal education plans', /\bpersonal education plans?\b|\bpeps?\b/g),
  telling(
    'education, health and care plans',
    /\behc\b|\beducation, health and care plan(?:s|ning)?\b/g,
  ),
  telling('waiting times', /\bwaiting (?:times?|lists?)\b|\b(?:long|significant|lengthy) waits\b/g),
  telling(
    'entitlements of care leavers',
    /\bentitlements?\b|\btheir rights\b|\bcare leavers offer\b/g,
  ),
  telling('pathway plans', /\bpathways? plan(?:s|ning)?\b/g),
  telling(
    'education, employment and training',
    /\beducation, (?:employment|training)\b|\bemployment, (?:education|training)\b|\bneet\b/g,
  ),
  telling(
    'independent reviewing officers',
    /\breviewing officers?\b|\biros?\b|\bconference chairs\b/g,
  ),
  telling(
    'performance information and quality assurance',
    /\bperformance (?:information|management|data|report(?:s|ing)?)\b|\bquality[- ]assurance\b|\baudit(?:s|ing)?\b/g,
  ),
  telling('chronologies', /\bchronolog(?:y|ies)\b/g),
  telling('corporate parenting', /\bcorporate parent(?:s|ing)?\b/g),
  broad('the record', /\brecord(?:s|ing)\b/g),
  broad('assessments', /\bassessments?\b(?! teams?\b)|\bto assess,/g),
  broad(
    'plans for children',
    /\bplans\b|\bplanning for children\b|\bcontingency plan(?:s|ning)?\b/g,
  ),
  broad('support for care leavers', /\bcare[- ]leavers?\b/g),
  broad(
    'the front door',
    /\bfront door\b|\bmulti-agency safeguarding hub\b|\bmash\b|\breferrals?\b/g,
  ),
]

/** A text as the subjects are looked for in it: of the same length, so that places stay where they are. */
const plain = (text: string): string =>
  text.replace(/[’‘]/g, "'").replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** The subjects that a text speaks of, each with where it does; in the order of the list. */
export function subjectsIn(text: string): { subject: Subject; at: Stretch[] }[] {
  const words = plain(text)
  return subjects.flatMap((subject) => {
    const at = [...words.matchAll(subject.said)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }))
    return at.length === 0 ? [] : [{ subject, at }]
  })
}
