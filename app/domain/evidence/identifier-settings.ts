/**
 * How the council writes its case numbers, and which postcodes are its own offices and nobody's home, is
 * a setting of the council, kept in versions with who set them and why. What was added before they were
 * changed is searched anew (search-anew.ts).
 *
 * Source: PRODUCT rule 8; issue 4, "the council's own case-number pattern (a setting)"; decision 0032,
 * which follows 0016 in how versions are kept. In SQL: identifier_settings_say_why,
 * identifier_settings_patterns_are_few, identifier_settings_offices_are_postcodes,
 * identifier_settings_begin_one_at_a_time, identifier_settings_are_never_changed.
 */
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { canUseAsPattern, exampleOf, mostPatterns } from './case-number-patterns'

/** What is looked for beside what tells a child everywhere; Waymark's own says nothing of either. */
export interface CouncilIdentifiers {
  /** patterns of case numbers (case-number-patterns.ts) */
  caseNumbers: readonly string[]
  /** "LS1 4AP" */
  officePostcodes: readonly string[]
}

export const noCouncilIdentifiers: CouncilIdentifiers = { caseNumbers: [], officePostcodes: [] }

export const mostOffices = 50

/** A postcode as it is written, "LS1 4AP"; undefined where it is none. */
export function postcodeAsWritten(text: string): string | undefined {
  const close = text.toUpperCase().replace(/\s/g, '')
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(close)
    ? `${close.slice(0, -3)} ${close.slice(-3)}`
    : undefined
}

export interface IdentifiersAsked extends CouncilIdentifiers {
  why: string
  /** the fingerprint of what was tried on the evidence */
  triedAs: string
}

/** What was tried is told by this from what was changed since. */
export const fingerprintOf = ({ caseNumbers, officePostcodes }: CouncilIdentifiers): string =>
  JSON.stringify([caseNumbers, officePostcodes])

/** Whether the actor may set what is looked for; with what is set, whether that will do. */
export const canSetIdentifiers = (
  actor: Actor,
  present: CouncilIdentifiers,
  set?: IdentifiersAsked,
): Decision => all(may(actor, 'identifiers.set'), ...(set ? [willDo(present, set)] : []))

function willDo(
  present: CouncilIdentifiers,
  { caseNumbers, officePostcodes, why, triedAs }: IdentifiersAsked,
): Decision {
  const asked = fingerprintOf({ caseNumbers, officePostcodes })
  return all(
    ...caseNumbers.map(canUseAsPattern),
    caseNumbers.length > mostPatterns ? no(`Give at most ${mostPatterns} patterns.`) : yes,
    officePostcodes.length > mostOffices ? no(`Give at most ${mostOffices} postcodes.`) : yes,
    asked === fingerprintOf(present) ? no('This is what is looked for already.') : yes,
    asked === triedAs ? yes : no('Try it on the evidence first: what it would find is not known.'),
    why.trim() === '' ? no('Say why it changes.', 'why') : yes,
  )
}

/** A postcode as the source of a regular expression, however it is spaced. */
export const searchForPostcode = (postcode: string): string =>
  `(?<![A-Za-z0-9])${postcode.replace(' ', '[ _]{0,2}')}(?![A-Za-z0-9])`

/** What a version says, in sentences. */
export const councilIdentifiersInWords = ({
  caseNumbers,
  officePostcodes,
}: CouncilIdentifiers): string[] => [
  ...(caseNumbers.length === 0
    ? ['No case numbers of the council are looked for.']
    : caseNumbers.map(
        (pattern) =>
          `Case numbers written ${pattern} are looked for, such as ${exampleOf(pattern)}.`,
      )),
  officePostcodes.length === 0
    ? 'Every postcode counts as somebody’s home.'
    : `Nobody’s home: ${officePostcodes.join(', ')}.`,
]
