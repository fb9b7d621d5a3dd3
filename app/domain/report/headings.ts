import { folded } from './folding'
import { prevailingSize } from './furniture'
import type { SourceLine } from './source'

/** A heading is told by its type: larger than the body, or in another face, and short. */

export type TypeOfBody = {
  size: number
  /** The face that most of the text is set in. */
  font: string | undefined
  /** Whether the document says which of its lines are bold. */
  knowsBold: boolean
}

export function typeOfBody(lines: readonly SourceLine[]): TypeOfBody {
  const size = prevailingSize(lines)
  const letters = new Map<string, number>()
  for (const line of lines) {
    if (line.size !== size || !line.font) continue
    letters.set(line.font, (letters.get(line.font) ?? 0) + line.text.length)
  }
  const font = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0]
  return { size, font, knowsBold: lines.some((line) => line.bold) }
}

/** Set off from the body by size or weight, or by face where the weight is not known. */
export function isSetOff(line: SourceLine, body: TypeOfBody): boolean {
  if (line.size >= body.size + 0.9) return true
  if (body.knowsBold) return line.bold === true
  return Boolean(line.size >= body.size - 0.1 && line.font && line.font !== body.font)
}

/** The heading's words without the footnote number and the mark that ends them. */
export const headingWords = (text: string): string =>
  folded(text)
    .replace(/[\s?:.]*\d{0,2}$/, '')
    .replace(/[\s?:.]+$/, '')

/** As printed, without the footnote number glued to its end. */
export const headingAsPrinted = (text: string): string =>
  text.replace(/(?<=[?:\p{L}])\d{1,2}$/u, '').trim()
