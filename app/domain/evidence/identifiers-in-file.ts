/**
 * What a file holds is searched for what would tell who a child is, also where nobody sees it on the
 * page: comments, deletions that are still kept, hidden sheets, words that no cell shows any more, notes
 * of slides, properties, the details of a photo or recording, what is attached to an email or embedded in
 * a document. Each hit is told masked, with where it stands; a file that could not be searched is not taken
 * for a clean one (held-file.ts).
 *
 * Source: PRODUCT rule 8.
 */
import { columnName } from '../bring-in/cell'
import { findIdentifiers, type IdentifierKind, type IdentifierSettings } from './identifiers'

/** Something that is written in a file, and where: "a comment", "page 2", "hidden sheet Names". */
export interface Piece {
  where: string
  text: string
  /** of a sheet: the number that the file gives each line of `text`, whose cells stand between tabs */
  rows?: readonly number[]
  /** words of how the file looks, such as a layout of slides: nobody looks for evidence by them */
  isLook?: true
  /** the same words in another form, such as the page that comes with the plain words of an email */
  isAgain?: true
}

export interface FoundInFile {
  kind: IdentifierKind
  masked: string
  /** "page 2", "hidden sheet Names, cell B7" */
  where: string
}

export type FileSearch =
  /** with what could be read, as far as words are looked for in it */
  | {
      outcome: 'searched'
      found: readonly FoundInFile[]
      text: string
      /** parts that could not be searched, such as an attachment with a password */
      unsearched?: readonly Unsearched[]
    }
  /** a recording or a picture of a kind in which we can read no words */
  | { outcome: 'no-words' }
  | { outcome: 'not-searched'; because: NotSearched }

/** What could not be searched, and where it is if it is a part. */
export interface Unsearched {
  because: NotSearched
  where?: string
}

/** Why a file, or a part of it, could not be searched. */
export type NotSearched =
  | 'encrypted'
  | 'corrupt'
  | 'too-large'
  | 'took-too-long'
  /** pages that are pictures */
  | 'scan'
  | 'unread-kind'
  /** an archive attached to an email */
  | 'archive'

export function identifiersInPieces(
  pieces: readonly Piece[],
  settings: IdentifierSettings = {},
): FoundInFile[] {
  return pieces.flatMap(({ where: place, text, rows }) => {
    // A sheet may be called by a number of the child that it is about.
    const where = nameWithoutIdentifiers(place, settings).name
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

/** Where a photo or a recording says that it was made; that may be a child's home. */
export const placeFound = (where: string): FoundInFile => ({
  kind: 'place',
  masked: '••.••••, ••.••••',
  where,
})

/** As much of a file as words are looked for in. In SQL: evidence_file_texts_are_not_endless. */
export const searchableLetters = 100_000

/** What the pieces say one after the other, as far as words are looked for in it. */
export function searchableText(pieces: readonly Piece[]): string {
  let text = ''
  for (const piece of pieces) {
    if (text.length >= searchableLetters) break
    if (piece.isLook) continue
    text += `${text ? '\n' : ''}${piece.text}`
  }
  return text.slice(0, searchableLetters)
}

/** A file's name with what looks like an identifier as dots, and the kinds of what was taken out of it. */
export function nameWithoutIdentifiers(
  name: string,
  settings: IdentifierSettings = {},
): { name: string; takenOut: readonly IdentifierKind[] } {
  const hits = findIdentifiers(name, settings)
  let shown = ''
  let at = 0
  for (const { start, end } of hits) {
    shown += name.slice(at, start) + name.slice(start, end).replace(/[\p{L}\p{N}]/gu, '•')
    at = end
  }
  return { name: shown + name.slice(at), takenOut: hits.map(({ kind }) => kind) }
}
