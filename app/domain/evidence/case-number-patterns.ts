/**
 * The council's own case numbers are looked for by patterns that say what stands in each place: “#” is
 * a digit, “@” a letter, letters, digits and - / . _ and a space stand for themselves, and “?” behind a
 * sign says that it may be missing. A pattern is no regular expression: nothing in it repeats without
 * end, so however it is written, a long text is searched as fast as any other.
 *
 * Source: PRODUCT rule 8; issue 4, "the council's own case-number pattern (a setting)"; decision 0032.
 * In SQL: identifier_settings_patterns_are_few.
 */
import { type Decision, no, yes } from '../decision'

export const mostPatterns = 5
export const longestPattern = 30
/** Each doubles the ways in which a number can be written. */
const mostThatMayBeMissing = 6
const leastSigns = 5
const leastDigits = 3

interface Sign {
  is: '#' | '@' | (string & {})
  mayBeMissing: boolean
}

/** The signs of a pattern, in order; undefined where something in it is none. */
function signsOf(pattern: string): Sign[] | undefined {
  const signs: Sign[] = []
  for (const is of pattern) {
    if (is === '?') {
      const last = signs.at(-1)
      if (!last || last.mayBeMissing) return undefined
      last.mayBeMissing = true
    } else if (/^[#@A-Za-z0-9/._ -]$/.test(is)) signs.push({ is, mayBeMissing: false })
    else return undefined
  }
  return signs
}

const isOfNumber = ({ is }: Sign): boolean => /^[#@A-Za-z0-9]$/.test(is)

/** Whether this may be a pattern of the council's case numbers. */
export function canUseAsPattern(pattern: string): Decision {
  if (pattern.trim() === '') return no('Enter a pattern.')
  if (pattern.length > longestPattern) {
    return no(`A pattern is at most ${longestPattern} signs long.`)
  }
  const signs = signsOf(pattern)
  if (!signs) {
    return no(
      'Use # for a digit, @ for a letter, the letters, digits and - / . _ as they are, and ? behind a sign that may be missing.',
    )
  }
  const certain = signs.filter(({ mayBeMissing }) => !mayBeMissing)
  if (signs.length - certain.length > mostThatMayBeMissing) {
    return no(`At most ${mostThatMayBeMissing} signs of a pattern may be missing.`)
  }
  if (!signs.every((sign, at) => isOfNumber(sign) || (at > 0 && at < signs.length - 1))) {
    return no('A pattern begins and ends with a letter, a digit, # or @.')
  }
  if (certain.filter(isOfNumber).length < leastSigns) {
    return no(
      `A pattern needs at least ${leastSigns} letters or digits that are always there: a shorter one would match years and ordinary words.`,
    )
  }
  if (certain.filter(({ is }) => is === '#' || /\d/.test(is)).length < leastDigits) {
    return no(
      `A pattern needs at least ${leastDigits} digits that are always there: without them it would match ordinary words.`,
    )
  }
  return yes
}

/**
 * The pattern as the source of a regular expression that JavaScript and Postgres read alike, for both
 * kinds of letters. A run of one kind of sign is counted, so that it can be read in one way only.
 * @throws SyntaxError for a pattern that canUseAsPattern would refuse
 */
export function searchFor(pattern: string): string {
  const decision = canUseAsPattern(pattern)
  if (!decision.allowed) throw new SyntaxError(decision.because)
  const runs: { of: string; least: number; most: number }[] = []
  for (const { is, mayBeMissing } of signsOf(pattern)!) {
    const of = is === '#' ? '[0-9]' : is === '@' ? '[A-Za-z]' : is.replace(/[/.]/, '[$&]')
    const last = runs.at(-1)
    const least = mayBeMissing ? 0 : 1
    if (last?.of === of) Object.assign(last, { least: last.least + least, most: last.most + 1 })
    else runs.push({ of, least, most: 1 })
  }
  const source = runs.map(({ of, least, most }) => `${of}{${least},${most}}`).join('')
  return `(?<![A-Za-z0-9])${source}(?![A-Za-z0-9])`
}

/** A number as the pattern describes it, to be shown beside it: "LCS-1234567". */
export function exampleOf(pattern: string): string {
  let digit = 0
  let letter = 0
  return (signsOf(pattern) ?? [])
    .map(({ is }) => {
      if (is === '#') return String((digit += 1) % 10)
      return is === '@' ? 'ABCDEFGH'[letter++ % 8]! : is
    })
    .join('')
}
