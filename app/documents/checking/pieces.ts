import type { Piece } from '~/domain/evidence/identifiers-in-file'
import { readingLimits } from '../reading-limits'
import { Refused } from '../tables/tables-read'

/** What a file holds, as far as it can be read at all. */
export class Pieces {
  readonly all: Piece[] = []
  private letters = 0

  add(where: string, text: string, rows?: readonly number[]): void {
    if (text.trim() === '') return
    this.letters += text.length
    if (this.letters > readingLimits.letters) throw new Refused('too-large')
    this.all.push({ where, text, ...(rows ? { rows } : {}) })
  }
}
