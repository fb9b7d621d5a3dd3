import { folded } from './folding'
import type { ReadVerdict } from './reading'
import type { Sentence } from './sentences'

/** What a letter says of progress since the last inspection, by the words that such letters use. A sentence that says
 *  two things gives two verdicts; each is a proposal with its quote.
 *  Source: DOMAIN 1.4 (typical verdict words). */

const signs: readonly [ReadVerdict['verdict'], RegExp][] = [
  [
    'too-early-to-see',
    /\btoo (?:early|soon) (?:to|for)\b|\b(?:not yet|yet to|still to) (?:have |had |having |see |show |make )(?:an? |a sufficient |the desired |any |enough )?(?:impact|difference)\b/,
  ],
  [
    'not-embedded',
    /\bnot (?:yet |consistently |fully |sufficiently |always |well |securely |firmly )*embedded\b|\byet to be (?:fully |consistently )?embedded\b|\binconsistently embedded\b|\bneeds? (?:time )?to (?:be |become )?embed/,
  ],
  [
    'declined',
    /\b(?:has|have|had) (?:since )?(?:declined|deteriorated|worsened|dipped|weakened|slipped)\b|\b(?:performance|timeliness|quality) dipped\b|\b(?:a|another) (?:dip|decline|deterioration)\b/,
  ],
  [
    'too-slow',
    /\btoo slow(?:ly)?\b|\b(?:pace|progress)\b[^.]{0,60}\b(?:is|was|has been|remains?) (?:too |very )?slow\b|\bslow progress\b|\binsufficient (?:progress|pace)\b|\bnot (?:made )?(?:enough|sufficient) progress\b|\bnot (?:progress(?:ed|ing)|improv(?:ed|ing)) (?:quickly|swiftly|fast) enough\b/,
  ],
  [
    'unchanged',
    /\bremains? (?:too )?(?:variable|inconsistent|weak|poor|inadequate|a concern)\b|\b(?:little|no|limited) (?:progress|improvement)\b|\b(?:has|have) not (?:yet )?(?:improved|changed)\b/,
  ],
  [
    'progress',
    /\b(?:tangible|significant|steady|good|substantial|clear|sustained|some|further|positive|considerable|real) progress\b|\bmade progress\b|\b(?:has|have) (?:continued to |significantly |much |markedly )?(?:improved?|strengthened)\b|\bcontinued to improve\b|\bis improving\b|\bare improving\b/,
  ],
]

export function verdictsIn(sentences: readonly Sentence[]): ReadVerdict[] {
  return sentences.flatMap(({ text, page }) => {
    const words = folded(text)
    return signs
      .filter(([, sign]) => sign.test(words))
      .map(([verdict]) => ({ verdict, quote: text, page }))
  })
}
