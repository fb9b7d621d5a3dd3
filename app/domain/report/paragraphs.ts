/** Lines become a paragraph again: joined by a space, and a hyphen at a line end stays where it joins two halves of a word.
 *  Source: DOMAIN 1.3; reports/README.md ("pre-proceedings", "short- and longer-term"). */

export function joinLines(texts: readonly string[]): string {
  // Piece by piece, for a hostile file may have a hundred thousand lines in one paragraph.
  const pieces: string[] = []
  let before = ''
  for (const text of texts) {
    const next = text.trim()
    if (next === '') continue
    if (before !== '' && !gluesTo(before, next)) pieces.push(' ')
    pieces.push(next)
    before = next
  }
  return pieces.join('')
}

const gluesTo = (before: string, next: string): boolean =>
  (/[\p{L}\p{N}][-\u2010\u2011]$/u.test(before) &&
    /^\p{L}/u.test(next) &&
    !/^(?:and|or|to|as well)\b/.test(next)) ||
  (/[\p{L}\p{N}]\/$/u.test(before) && /^[\p{L}\p{N}]/u.test(next)) ||
  (/[\p{L}\p{N}]$/u.test(before) && /^[-\u2010\u2011/][\p{L}\p{N}]/u.test(next))
