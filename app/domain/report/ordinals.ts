import { folded } from './folding'

/** Which of several visits it was: "the fifth monitoring visit", "the fifth since the department was rated inadequate". */

const words = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

export function ordinalIn(text: string): number | null {
  const said =
    /\b(\w+|\d{1,2}(?:st|nd|rd|th)) (?:monitoring visit|visit|inspection)\b|\bthe (\w+|\d{1,2}(?:st|nd|rd|th)) (?:monitoring visit |visit |inspection )?since\b/g
  for (const [, before, since] of folded(text).matchAll(said)) {
    const word = since ?? before ?? ''
    const at = words.indexOf(word)
    if (at !== -1) return at + 1
    const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1]
    if (digits) return Number(digits)
  }
  return null
}
