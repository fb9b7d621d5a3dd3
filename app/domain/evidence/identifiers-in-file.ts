/**
 * What a file holds is searched for what would tell who a child is, also where nobody sees it on the
 * page: comments, deletions that are still kept, hidden sheets, notes of slides, properties, the
 * details of a photo. It is searched before the evidence is saved; each hit is told masked, with where
 * it stands. A file that could not be searched is not taken for a clean one: whoever adds it says how
 * she knows.
 *
 * Source: PRODUCT rule 8.
 */
import { columnName } from '../bring-in/cell'
import { findIdentifiers, type IdentifierKind, type IdentifierSettings } from './identifiers'
import { looksLike } from './typed-words'

/** Something that is written in a file, and where: "a comment", "page 2", "hidden sheet Names". */
export interface Piece {
  where: string
  text: string
  /** of a sheet: the number that the file gives each line of `text`, whose cells stand between tabs */
  rows?: readonly number[]
}

export interface FoundInFile {
  kind: IdentifierKind
  masked: string
  /** "page 2", "hidden sheet Names, cell B7" */
  where: string
}

export type FileSearch =
  /** with what could be read, as far as words are looked for in it */
  | { outcome: 'searched'; found: readonly FoundInFile[]; text: string }
  /** a recording or a picture of a kind in which we can read no words */
  | { outcome: 'no-words' }
  | { outcome: 'not-searched'; because: 'encrypted' | 'corrupt' | 'too-large' | 'took-too-long' }

export function identifiersInPieces(
  pieces: readonly Piece[],
  settings: IdentifierSettings = {},
): FoundInFile[] {
  return pieces.flatMap(({ where, text, rows }) => {
    let line = 0
    let lineStart = 0
    return findIdentifiers(text, settings).map(({ kind, masked, start }) => {
      if (!rows) return { kind, masked, where }
      // Hits come in order, so the lines are counted on from the hit before.
      for (let next = text.indexOf('\n', lineStart); next !== -1 && next < start;) {
        line += 1
        lineStart = next + 1
        next = text.indexOf('\n', lineStart)
      }
      const column = text.slice(lineStart, start).split('\t').length - 1
      return { kind, masked, where: `${where}, cell ${columnName(column)}${rows[line]}` }
    })
  })
}

/** As much of a file as words are looked for in. In SQL: evidence_file_texts_are_not_endless. */
export const searchableLetters = 100_000

/** What the pieces say one after the other, as far as words are looked for in it. */
export function searchableText(pieces: readonly Piece[]): string {
  let text = ''
  for (const piece of pieces) {
    if (text.length >= searchableLetters) break
    text += `${text ? '\n' : ''}${piece.text}`
  }
  return text.slice(0, searchableLetters)
}

const toldAtMost = 5

/** What she reads who added the file; undefined where nothing stands against it. */
export function whatFileTells(search: FileSearch): { file: string; why: string } | undefined {
  if (search.outcome === 'no-words') return undefined
  if (search.outcome === 'not-searched') {
    return {
      file: `${notSearched[search.because]} Choose a file that can be searched.`,
      why: 'Or say how you know that nothing in the file tells who a child is.',
    }
  }
  const { found } = search
  if (found.length === 0) return undefined
  const told = found
    .slice(0, toldAtMost)
    .map(({ kind, masked, where }) => `In ${where}, “${masked}” ${looksLike(kind)}.`)
  const others = found.length - told.length
  if (others > 0) told.push(others === 1 ? 'There is 1 more.' : `There are ${others} more.`)
  return {
    file: `${told.join(' ')} Choose a file without ${found.length === 1 ? 'it' : 'them'}.`,
    why: 'Or say why it is not an identifier.',
  }
}

const notSearched = {
  encrypted:
    'The file is protected with a password, so it could not be searched for what tells who a child is.',
  corrupt: 'The file is damaged, so it could not be searched for what tells who a child is.',
  'too-large': 'The file holds more than can be searched for what tells who a child is.',
  'took-too-long':
    'Searching the file for what tells who a child is took too long, so it was stopped.',
} as const
