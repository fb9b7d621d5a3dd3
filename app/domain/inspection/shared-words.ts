/**
 * What two recommendations have in common is marked in both: the words that they share, and those by
 * which a shared subject is known, so that whoever decides sees at once why it was proposed.
 *
 * Source: issue 2 ("show why; a person confirms").
 */
import { type Stretch, subjectsIn } from './subjects'

/** A part of a text as it stands, marked or not. */
export interface Piece {
  text: string
  isMarked: boolean
}

/**
 * The text in pieces, with its shared words marked.
 * @param words where words that both share stand in it
 * @param names of the subjects that both speak of
 */
export function markedPieces(
  text: string,
  words: readonly Stretch[],
  names: readonly string[],
): Piece[] {
  const spoken = subjectsIn(text)
    .filter(({ subject }) => names.includes(subject.name))
    .flatMap(({ at }) => at)
  const pieces: Piece[] = []
  let told = 0
  for (const { from, to } of joined([...words, ...spoken])) {
    if (from > told) pieces.push({ text: text.slice(told, from), isMarked: false })
    pieces.push({ text: text.slice(from, to), isMarked: true })
    told = to
  }
  if (told < text.length) pieces.push({ text: text.slice(told), isMarked: false })
  return pieces
}

/** In order, those that overlap or touch made one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const one of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to)
    else all.push({ ...one })
  }
  return all
}

/** Where marked words stand in a text, told by the two signs that were put around each. */
export function stretchesBetween(marked: string, begin: string, end: string): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  let from = 0
  for (const sign of marked) {
    if (sign === begin) from = at
    else if (sign === end) stretches.push({ from, to: at })
    else at += sign.length
  }
  return stretches
}
