import { isListed, unmarked } from './bullets'
import { folded } from './folding'
import { joinLines } from './paragraphs'
import type { SourceLine } from './source'

/** In a text without a form that we know, a list is what the words above it say it is: what to do better, what is done well,
 *  what is a concern. Source: issue 3 (plain pasted text). */
export type LedList = {
  leadsTo: 'improvement' | 'priority' | 'recommendation' | 'strength' | 'concern'
  heading: string
  items: { text: string; page: number }[]
}

const numbered = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]\)|\(?[ivx]{1,4}[.)])\s+(?=\p{Lu}|\p{Ll})/u

const meanings: readonly [LedList['leadsTo'], RegExp][] = [
  ['priority', /\bpriority action|\burgent(?:ly)?\b/],
  [
    'improvement',
    /\bneed(?:s|ed)? to (?:improve|do better|be better|change|get better)|\bareas? (?:for|of) (?:further )?(?:improvement|development)|\b(?:things|areas|points) (?:to|that (?:must|should)) (?:improve|do better)|\bcould be better|\b(?:must|should|to) (?:improve|do better)\b|\bin order to improve|\beven better if/,
  ],
  ['recommendation', /\brecommend(?:ations?|ed|s)\b/],
  [
    'strength',
    /\b(?:strengths?|we do well|(?:is|are) (?:doing|working|going) well|good practice|praised|positives?)\b/,
  ],
  ['concern', /\b(?:concerns?|weakness(?:es)?|shortcomings?|worr(?:y|ies))\b/],
]

export function ledLists(lines: readonly SourceLine[]): LedList[] {
  const lists: LedList[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const leadsTo = meaningOf(line, lines[at + 1])
    if (!leadsTo) continue
    const items: LedList['items'] = []
    const depth = depthOf(lines[at + 1]!.text)
    let index = at + 1
    for (; index < lines.length; index++) {
      const next = lines[index]!
      const last = items.at(-1)
      const opens = isListed(next.text) || numbered.test(next.text)
      // Another heading, or numbers of another depth, end the list.
      if (opens && last && meaningOf(next, lines[index + 1])) break
      if (opens && last && depthOf(next.text) !== depth) break
      if (opens) items.push({ text: bare(next.text), page: next.page })
      else if (last && /^\p{Ll}/u.test(next.text) && !/[.?!]$/.test(last.text)) {
        last.text = joinLines([last.text, next.text])
      } else break
    }
    if (items.length === 0) continue
    lists.push({ leadsTo, heading: bare(line.text), items })
    at = index - 1
  }
  return lists
}

/** How many numbers a number has: 3.1 has two. */
const depthOf = (text: string): number => (/^\d[\d.]*/.exec(text)?.[0].match(/\d+/g) ?? []).length

const bare = (text: string): string => unmarked(text).replace(numbered, '').trim()

/** Words that lead up to a list: a short line without a full stop, or one that ends with a colon. */
function meaningOf(
  line: SourceLine,
  after: SourceLine | undefined,
): LedList['leadsTo'] | undefined {
  if (!after || !(isListed(after.text) || numbered.test(after.text))) return undefined
  const leads = /:$/.test(line.text) || (line.text.length < 90 && !/[.;,!]$/.test(line.text))
  if (!leads || isListed(line.text)) return undefined
  const words = folded(line.text)
  return meanings.find(([, sign]) => sign.test(words))?.[0]
}
