import { folded } from './folding'
import { headingWords } from './headings'
import type { SourceLine } from './source'

/** Pasted words have no type, so there a heading is told by its words, on a line that begins anew.
 *  Source: DOMAIN 1.1 (judgement names), 1.3 (headings by era). */

/** Headings that are the whole line. */
const wholeLines: readonly RegExp[] = [
  /contents/,
  /(?:executive )?summary(?: of (?:key )?findings)?/,
  /summary for children and young people/,
  /headline findings(?: and evaluation of progress)?/,
  /main findings/,
  /(?:key )?findings(?: and evaluation of progress)?/,
  /inspection findings.{0,60}/,
  /(?:(?:key|multi-agency) )?strengths/,
  /what (?:needs to improve|has improved|is working well).{0,50}/,
  /what do(?:es)? (?:the )?.{2,60} need to (?:improve|do better)/,
  /what (?:is|are) the .{2,60} doing that (?:is|are) effective/,
  /(?:other )?areas? for (?:further )?(?:improvement|development|priority action)/,
  /(?:priority(?: and immediate)?|immediate(?: and priority)?) actions?/,
  /(?:key )?recommendations?(?: (?:for|to) .{2,60})?/,
  /next steps/,
  /context/,
  /areas covered(?: by (?:the|this) visit)?/,
  /responsible bod(?:y|ies)/,
  /inspection (?:outcome|team)/,
  /the inspection team/,
  /(?:integrated care boards?|care quality commission|ofsted|local authority)/,
  /local area partnership details/,
  /information about .{2,70}/,
  /(?:the )?local authority/,
  /section \d\b.{0,90}/,
  /(?:the )?local safeguarding children board(?: \(lscb\))?(?: (?:is|requires?|was judged) .{4,40})?/,
  /the effectiveness of the (?:lscb|local safeguarding children board)(?: \(lscb\))?(?: (?:is|requires?) .{4,40})?/,
  /leadership, management and governance.{0,40}/,
  /(?:key )?strengths(?: and weaknesses)? of the .{2,40}/,
  /inspection judge?ments? about .{2,50}/,
  /what the (?:local authority |lscb )?inspection judge?ments mean.{0,40}/,
  /progress since the last inspection/,
  /the local authority(?:'s| has the following) strengths/,
  /(?:child protection|children (?:and young people )?(?:looked after|living)) in this area/,
  /(?:previous|other) (?:ofsted )?inspections/,
  /local leadership/,
  /(?:practice|case) stud(?:y|ies)\b.{0,60}/,
  /yours (?:sincerely|faithfully)/,
]
const whole = new RegExp(`^(?:${wholeLines.map(({ source }) => source).join('|')})$`)

/** Beginnings of headings that say a grade or run on over the line. */
const beginnings =
  /^(?:the experiences? and progress of|the impact of leaders on|the graded judge?ment|what is it like to be|area send (?:full )?inspection of|joint targeted area inspection of|(?:this local authority|children's services in .{2,40}) .{0,60}because$)/

/** A heading whose end may stand on the next line. */
export const mayRunOn = (text: string): boolean =>
  beginnings.test(folded(text)) &&
  text.length > 40 &&
  !/(?:[?:.]|\b(?:good|outstanding|inadequate|improvement))$/i.test(text)

export function isWordedHeading(
  line: SourceLine,
  before: SourceLine | undefined,
  after: SourceLine | undefined,
): boolean {
  // What stands beside other words is a cell of a table, unless those are a heading, too.
  for (const beside of [before, after]) {
    const isLevel = beside?.page === line.page && Math.abs(beside.y - line.y) < 3
    if (beside && isLevel && !whole.test(headingWords(beside.text))) return false
  }
  if (line.text.length > 115 || !/^\p{Lu}/u.test(line.text)) return false
  const words = headingWords(line.text)
  if (whole.test(words)) return true
  if (!beginnings.test(words) || /[^.?!][.]$/.test(line.text)) return false
  return before === undefined || /[.?!:)]$/.test(before.text) || line.y - before.y > 1.6 * line.size
}
