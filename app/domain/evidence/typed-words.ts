/**
 * Words that a person types are searched for what would tell who a child is before anybody else can
 * read them: she takes it out, or says why it is no identifier, and what she says is kept.
 *
 * Source: PRODUCT rule 8.
 */
import {
  type IdentifierKind,
  type IdentifierSettings,
  findIdentifiers,
  identifierTitles,
} from './identifiers'

/** The field in which she says why what was found is not an identifier. */
export const notAnIdentifierField = 'notAnIdentifier'

const withArticle = (title: string): string => {
  // "an NHS number", "a UPN", "a National Insurance number"
  const noun = /^(NHS|UPN|National)/.test(title)
    ? title
    : title.charAt(0).toLowerCase() + title.slice(1)
  return `${/^(NHS|[aeio])/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** "looks like an NHS number" */
export const looksLike = (kind: IdentifierKind): string =>
  `looks like ${withArticle(identifierTitles[kind])}`

/**
 * A sentence for each field in which something looks like an identifier, masked; none where there is
 * nothing, or where she said why it is not one.
 */
export function identifiersInTyped(
  typed: Readonly<Record<string, readonly string[]>>,
  settings: IdentifierSettings = {},
): { field: string; sentence: string }[] {
  if (typed[notAnIdentifierField]?.some((why) => why.trim() !== '')) return []
  return Object.entries(typed).flatMap(([field, values]) => {
    const hits = values.flatMap((value) => findIdentifiers(value, settings))
    const first = hits[0]
    if (!first || field === notAnIdentifierField) return []
    const others = hits.length - 1
    const more = others === 0 ? '' : others === 1 ? ' So does 1 more.' : ` So do ${others} more.`
    return [
      {
        field,
        sentence: `“${first.masked}” ${looksLike(first.kind)}.${more} Take it out.`,
      },
    ]
  })
}
