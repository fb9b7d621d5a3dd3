import { folded } from './folding'

/** Outcomes, enablers and principles of the Children's Social Care National Framework that an item refers to,
 *  in all their spellings. Source: DOMAIN 1.1 (bullets since April 2025; wording varies a lot). */

const numbers = ['one', 'two', 'three', 'four', 'five', 'six']
const names: readonly [RegExp, string][] = [
  [/multi-?\s?agency working is prioriti[sz]ed/, 'enabler-1'],
  [/leaders drive conditions/, 'enabler-2'],
  [/workforce is equipped/, 'enabler-3'],
  [/stay together and get the help/, 'outcome-1'],
  [/supported by their family network/, 'outcome-2'],
  [/safe in and outside/, 'outcome-3'],
  [/stable,? loving homes/, 'outcome-4'],
]
const kinds = /\b(outcome|enabler|principle)s?\b/g
const number = /\b(\d|one|two|three|four|five|six)\b/g

/** For example ['outcome-4', 'enabler-2'], in the order printed, each once. */
export function nationalFrameworkIn(text: string): string[] {
  const found: string[] = []
  for (const [bracket] of text.matchAll(/\(([^()]*(?:\([^()]*\)[^()]*)*)\)?/g)) {
    if (!/framework|outcome|enabler|principle/i.test(bracket)) continue
    found.push(...referencesIn(folded(bracket)))
  }
  return [...new Set(found)]
}

function referencesIn(words: string): string[] {
  const named = names.filter(([name]) => name.test(words)).map(([, reference]) => reference)
  const marks = [...words.matchAll(kinds)]
  const numbered = marks.flatMap((mark, index) => {
    const from = mark.index + mark[0].length
    const upTo = marks[index + 1]?.index ?? words.length
    const between = words.slice(from, upTo)
    return [...between.matchAll(number)].map(([digit]) => `${mark[1]}-${asDigit(digit)}`)
  })
  return [...numbered, ...named]
}

const asDigit = (digit: string): string =>
  /\d/.test(digit) ? digit : String(numbers.indexOf(digit) + 1)
