/**
 * Words of an old plan are shown with whatever looks like a child's identifier masked, to whoever looks.
 *
 * Source: PRODUCT rule 8.
 */
import { findIdentifiers, type IdentifierSettings } from '../evidence/identifiers'

export function masked(text: string, settings: IdentifierSettings = {}): string {
  return findIdentifiers(text, settings).reduceRight(
    (words, hit) => words.slice(0, hit.start) + hit.masked + words.slice(hit.end),
    text,
  )
}
