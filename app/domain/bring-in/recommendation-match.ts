/**
 * The recommendation that a row of an old plan answers is matched by its reference, its number in the
 * report or its words; where that leaves a doubt, a person is asked.
 *
 * Source: issue 3, "match recommendations to those in the plan".
 */
import { folded } from './cell'

export interface KnownRecommendation {
  id: number
  /** the number that the report prints before it */
  printedNumber: string | null
  position: number
  text: string
  inspectionId: number
}

export type RecommendationReading =
  | { is: 'recommendations'; ids: readonly number[] }
  | { is: 'asked'; ids: readonly number[]; because: string }
  | { is: 'unknown'; because: string }

/** Which recommendations the words of a cell mean. */
export function readRecommendation(
  text: string,
  known: readonly KnownRecommendation[],
): RecommendationReading {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > 1) {
    const each = lines.map((line) => readRecommendation(line, known))
    const ids = each.flatMap((one) => (one.is === 'recommendations' ? one.ids : []))
    if (each.every(({ is }) => is === 'recommendations')) {
      return { is: 'recommendations', ids: [...new Set(ids)] }
    }
  }
  const words = folded(text)
  const refs = /^(?:r\d+(?:[,;/&\s]+|$))+/.exec(words)?.[0]
  if (refs && refs.length >= words.length - 1) return byReference(refs, known)

  const withoutNumber = words.replace(
    /^(?:r(?:ec(?:ommendation)?)?\.?\s*)?(\d{1,3})\s*[.):-]\s*/,
    '',
  )
  const said = plain(withoutNumber)
  const same = known.filter((one) => plain(folded(one.text)) === said)
  if (same.length === 1) return { is: 'recommendations', ids: [same[0]!.id] }
  if (same.length > 1) {
    return asked(same, `${same.length} recommendations of the plan have these words.`)
  }
  const number = /^(?:r(?:ec(?:ommendation)?)?\.?\s*|no\.?\s*|#)?(\d{1,3})[.):]?$/.exec(words)?.[1]
  if (number) return byNumber(Number(number), known)
  const close = said.length >= 12 ? known.filter((one) => isLike(said, one.text)) : []
  if (close.length > 0) return asked(close, 'The words are not quite those of a recommendation.')
  return { is: 'unknown', because: 'No recommendation of the plan has these words.' }
}

const asked = (found: readonly KnownRecommendation[], because: string): RecommendationReading => ({
  is: 'asked',
  ids: found.map(({ id }) => id),
  because,
})

/** R3 is the plan's own way to call one; an old plan may have counted in its own way, so it is asked. */
function byReference(refs: string, known: readonly KnownRecommendation[]): RecommendationReading {
  const ids = [...new Set([...refs.matchAll(/\d+/g)].map(([digits]) => Number(digits)))]
  const found = known.filter(({ id }) => ids.includes(id))
  return found.length === ids.length
    ? asked(found, 'The old plan may have counted otherwise than this one.')
    : { is: 'unknown', because: 'The plan has no recommendation of that reference.' }
}

function byNumber(number: number, known: readonly KnownRecommendation[]): RecommendationReading {
  const printed = known.filter((one) => Number.parseInt(one.printedNumber ?? '', 10) === number)
  const found = printed.length > 0 ? printed : known.filter(({ position }) => position === number)
  return found.length > 0
    ? asked(found, 'It is only a number: say which recommendation it means.')
    : { is: 'unknown', because: 'The plan has no recommendation of that number.' }
}

const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Whether most of the words are the same, or one begins the other. */
function isLike(said: string, text: string): boolean {
  const theirs = plain(folded(text))
  if (theirs.startsWith(said) || said.startsWith(theirs)) return true
  const [a, b] = [new Set(said.split(' ')), new Set(theirs.split(' '))]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(a.size, b.size) >= 0.6
}
