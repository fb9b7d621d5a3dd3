import { isListed, unmarked } from './bullets'
import { joinLines } from './paragraphs'
import { paragraphsIn } from './prose'
import type { SourceLine } from './source'

/** Sentences with the page they stand on. A full stop ends one where a capital or a quotation mark follows,
 *  and not after a title or a short form. */
export type Sentence = { text: string; page: number; isListed?: boolean }

export function sentencesIn(lines: readonly SourceLine[]): Sentence[] {
  return paragraphsOf(lines).flatMap((paragraph) => {
    const text = unmarked(joinLines(paragraph.map((line) => line.text)))
    const page = paragraph[0]!.page
    const listed = isListed(paragraph[0]!.text) ? { isListed: true } : {}
    return splitSentences(text).map((sentence) => ({ text: sentence, page, ...listed }))
  })
}

/** Pasted text often has a whole paragraph on one line; and a list item is always a paragraph. */
function paragraphsOf(lines: readonly SourceLine[]): SourceLine[][] {
  if (lines.some((line) => line.text.length > 140)) return lines.map((line) => [line])
  const right = lines.reduce((furthest, line) => Math.max(furthest, line.right), 0)
  const paragraphs: SourceLine[][] = []
  for (const paragraph of paragraphsIn(lines)) {
    let open: SourceLine[] = []
    for (const line of paragraph) {
      // A line left long before its end was ended on purpose.
      const before = open.at(-1)
      const isEnded = before && before.right < 0.65 * right && /^[\p{Lu}\d]/u.test(line.text)
      if ((isListed(line.text) || isEnded) && open.length > 0) {
        paragraphs.push(open)
        open = []
      }
      open.push(line)
    }
    if (open.length > 0) paragraphs.push(open)
  }
  return paragraphs
}

const shortForm = /\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|No|e\.g|i\.e|etc|Rev|Cllr)\.$/

export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const end of text.matchAll(/[.?!][’”"')\]]*(?=\s+[\p{Lu}“‘"'(\d]|\s*$)/gu)) {
    const upTo = end.index + end[0].length
    const sentence = text.slice(from, upTo).trim()
    if (shortForm.test(sentence)) continue
    if (sentence) sentences.push(sentence)
    from = upTo
  }
  const rest = text.slice(from).trim()
  if (rest) sentences.push(rest)
  return sentences
}
