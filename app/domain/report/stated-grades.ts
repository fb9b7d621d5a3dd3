import { folded } from './folding'
import { gradeOf, type Grade } from './grades'
import type { ReadJudgement } from './reading'
import type { Sentence } from './sentences'

/** Grades that a text states in its sentences: an area and its grade, or the grade of the whole. A grade of an earlier
 *  inspection is no grade of this one. Source: issue 3; DOMAIN 1.1 (names and grades). */

const grade =
  '(outstanding|good|requires? improvement(?: to be good)?|requiring improvement|inadequate)'

/** Areas by the words of everyday texts; the one that names two areas at once comes first. */
const areas: readonly [string, string][] = [
  [
    'children-in-care-and-care-leavers',
    '(?:children )?(?:in care|looked[- ]after(?: children)?|cared[- ]for children) and care[- ](?:leavers|experienced)',
  ],
  ['leaders', '(?:(?:the )?impact of leaders(?:hip)?|leadership(?: and management)?)'],
  ['help-and-protection', '(?:help and protection|need(?:ing)? help(?: and protection)?)'],
  ['care-leavers', 'care[- ](?:leavers|experienced young people)'],
  ['children-in-care', '(?:children (?:and young people )?in care|looked[- ]after children)'],
  ['overall', 'overall(?: effectiveness| judgement| rating| grade)?'],
]

const verb =
  '(?:is|are|was|were|be|been|being|to be|as|at|rated|judged|graded|found|deemed|remains?|has|have|:|-|\\()'

const stated = areas.map(([area, name]): [string, RegExp] => [
  area,
  new RegExp(
    `\\b${name}\\b((?:(?!\\b(?:outstanding|good|inadequate|improvement|care[- ]leavers|in care|help and protection|impact of leaders)\\b)[^.;]){0,70}?)(?:\\b|\\s|^)${verb}?\\s*['"]?${grade}\\b`,
    'g',
  ),
])

/** The grade of the whole, said of the council or its services. */
const ofTheWhole: readonly RegExp[] = [
  new RegExp(
    `\\brat(?:ing|ed) (?:the |its |their )?(?:\\w+ ){0,3}?(?:authority|council|department|services?|children's services)(?: overall)? (?:as )?['"]?${grade}\\b`,
  ),
  new RegExp(
    `\\b(?:council|authority|department|children's (?:social care )?services|they|it)\\b(?: in [\\w -]{3,40})? (?:(?:is|are|was|were|has been|have been)(?: (?:now|again|still))? (?:rated|judged|graded|found to be)(?: overall)?(?: as| to be)?|(?:is|are) now) ['"]?${grade}\\b`,
  ),
  new RegExp(
    `\\bchildren's (?:social care )?services (?:in|at) [\\w -]{3,40}? (?:(?:is|are|as) ['"]?${grade}|(require improvement(?: to be good)?))\\b`,
  ),
  new RegExp(
    `\\bfrom ['"]?(?:outstanding|good|requires improvement|inadequate)['"]? to ['"]?${grade}\\b`,
  ),
  new RegExp(
    `\\b(?:an? )?['"]?${grade}['"]? (?:overall )?(?:rating|judgement|grade|verdict) (?:from|by) ofsted\\b`,
  ),
]

export function statedGrades(sentences: readonly Sentence[]): ReadJudgement[] {
  const found = new Map<string, ReadJudgement>()
  const add = (area: string, words: string | undefined, { text, page }: Sentence): void => {
    const given = gradeFrom(words)
    if (given && !found.has(area)) found.set(area, { area, grade: given, quote: text, page })
  }
  for (const sentence of sentences) {
    const words = folded(sentence.text)
    if (speaksOfThePast(words)) continue
    let rest = words
    for (const [area, form] of stated) {
      rest = rest.replace(form, (whole: string, between: string, given: string) => {
        if (!joins(between, whole, given)) return whole
        add(area, given, sentence)
        return ' '
      })
    }
    for (const form of ofTheWhole) {
      const match = form.exec(rest)
      if (match) add('overall', match[1] ?? match[2], sentence)
    }
  }
  return [...found.values()]
}

/** "Care leavers inadequate" and "care: good" join area and grade; "care leavers have good homes" does not. */
function joins(between: string, whole: string, given: string): boolean {
  const linking = whole.slice(0, whole.length - given.length).replace(/['"\s]+$/, '')
  if (
    /(?:\b(?:is|are|was|were|be|as|rated|judged|graded|found|deemed|remains?)|[:(-])$/.test(linking)
  )
    return true
  return between.trim() === ''
}

const gradeFrom = (words: string | undefined): Grade | undefined =>
  words ? gradeOf(words.replace(/^requir(?:e|ing) /, 'requires ')) : undefined

/** "… since it was rated inadequate in 2019" speaks of an earlier inspection. */
export const speaksOfThePast = (words: string): boolean =>
  /\bsince\b[^.]*\b(?:rated|judged)\b|\bprevious(?:ly)?\b|\b(?:rated|judged)\b[^.]*\bin (?:19|20)\d{2}\b|\blast inspected\b/.test(
    words,
  )
