import { storable } from '../storable-text'
import { previewLimits } from './preview-limits'

/** As many words as a page may hold, handed out to one text after the other. */
export class Room {
  isFull = false
  private left = previewLimits.letters

  /** The text without the emptiness in it, as far as there is room for it. */
  fit(given: string): string {
    const text = storable(given)
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
    if (text.length > this.left) this.isFull = true
    const fitting = text.slice(0, this.left).replace(/[\uD800-\uDBFF]$/, '')
    this.left -= fitting.length
    return fitting
  }
}
