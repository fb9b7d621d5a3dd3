import { z } from 'zod'
import { canUseAsPattern, mostPatterns } from '~/domain/evidence/case-number-patterns'
import { mostOffices, postcodeAsWritten } from '~/domain/evidence/identifier-settings'
import { optionalWords } from '~/ui/field-shapes'

const linesOf = (text: string, apart: RegExp): string[] => [
  ...new Set(
    text
      .split(apart)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

const patterns = optionalWords(500).transform((text, context) => {
  const given = linesOf(text, /\r?\n/)
  if (given.length > mostPatterns) {
    context.addIssue({ code: 'custom', message: `Give at most ${mostPatterns} patterns.` })
  }
  for (const pattern of given) {
    const decision = canUseAsPattern(pattern)
    if (decision.allowed) continue
    context.addIssue({ code: 'custom', message: `“${pattern}”: ${decision.because}` })
    break
  }
  return [...new Set(given.map((pattern) => pattern.toUpperCase()))]
})

const postcodes = optionalWords(1000).transform((text, context) => {
  const given = linesOf(text, /[\r\n,;]+/)
  if (given.length > mostOffices) {
    context.addIssue({ code: 'custom', message: `Give at most ${mostOffices} postcodes.` })
  }
  const written = given.map((one) => postcodeAsWritten(one))
  const wrong = given[written.indexOf(undefined)]
  if (wrong !== undefined) {
    context.addIssue({
      code: 'custom',
      message: `“${wrong}” is no whole postcode. Write one such as LS1 4AP on each line.`,
    })
  }
  return [...new Set(written.filter((one) => one !== undefined))]
})

export const setIdentifiersForm = z.object({
  intent: z.enum(['try', 'save']).catch('try'),
  caseNumbers: patterns,
  officePostcodes: postcodes,
  why: optionalWords(1000),
  triedAs: z.string().max(10_000).default(''),
  notAnIdentifier: optionalWords(500),
})

/** The postcodes that are being typed as offices: they are not taken for somebody's home meanwhile. */
export const officesTyped = (typed: Readonly<Record<string, readonly string[]>>): string[] =>
  linesOf(typed.officePostcodes?.join('\n') ?? '', /[\r\n,;]+/)
