/**
 * A team or a theme that an old plan names is one of ours only where it has that name; otherwise a person
 * is asked, with those whose names are close.
 *
 * Source: issue 3, "what is exported can be brought in again"; teams are matched as owners are.
 */
import { folded } from './cell'

export interface KnownName {
  id: number
  name: string
}

export type NameReading =
  | { is: 'known'; id: number }
  /** none of that name: asked, with these first */
  | { is: 'asked'; ids: readonly number[]; because: string }

/** Which of the known is meant; `what` is what they are, in a word. */
export function readName(text: string, known: readonly KnownName[], what: string): NameReading {
  const words = folded(text)
  const same = known.find(({ name }) => folded(name) === words)
  if (same) return { is: 'known', id: same.id }
  const plain = withoutKind(words)
  const close = known.filter(({ name }) => {
    const theirs = withoutKind(folded(name))
    return plain !== '' && theirs !== '' && (theirs.includes(plain) || plain.includes(theirs))
  })
  return {
    is: 'asked',
    ids: close.map(({ id }) => id),
    because:
      close.length > 0
        ? `No ${what} is called just that: say whether it is one of these.`
        : `No ${what} here is called that.`,
  }
}

/** "Assessment Team" and "Assessment" are close. */
const withoutKind = (words: string): string =>
  words
    .replace(/\b(the|team|service|theme|workstream)s?\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
