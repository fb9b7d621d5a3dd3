import type { NotSearched, Piece, Unsearched } from '~/domain/evidence/identifiers-in-file'
import { readingLimits } from '../reading-limits'
import { Refused } from '../tables/tables-read'

/** What a file holds, as far as it can be read at all. */
export class Pieces {
  readonly all: Piece[] = []
  /** places where photos and recordings were made, which are no words */
  readonly places: string[] = []
  /** parts that could not be read */
  readonly unsearched: Unsearched[] = []
  /** the attachments in which we are, the outermost first */
  private readonly inside: string[] = []
  private letters = 0

  add(where: string, text: string, kind: Pick<Piece, 'rows' | 'isLook' | 'isAgain'> = {}): void {
    if (text.trim() === '') return
    this.letters += text.length
    if (this.letters > readingLimits.letters) throw new Refused('too-large')
    this.all.push({ where: this.placed(where), text, ...kind })
  }

  addUnsearched(because: NotSearched, part?: string): void {
    const where = part === undefined ? this.inside.at(-1) : this.placed(part)
    this.unsearched.push({ because, ...(where === undefined ? {} : { where }) })
  }

  /** Says that something tells where it was made, as a photo with its place by satellite does. */
  addPlace(where: string): void {
    const placed = this.placed(where)
    if (!this.places.includes(placed)) this.places.push(placed)
  }

  /** how many documents within documents we are in */
  get depth(): number {
    return this.inside.length
  }

  /** Reads an attachment; what stands in it is said to stand there. */
  async within(attachment: string, read: () => Promise<void>): Promise<void> {
    this.inside.push(this.placed(attachment))
    try {
      await read()
    } finally {
      this.inside.pop()
    }
  }

  private placed(where: string): string {
    const outer = this.inside.at(-1)
    return outer === undefined ? where : `${outer}: ${where}`
  }
}
