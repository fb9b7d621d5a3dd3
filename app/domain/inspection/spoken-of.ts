/**
 * A statement of progress seems to speak of an earlier recommendation where it uses enough of the words
 * that set that recommendation apart from the others; a person confirms which.
 *
 * Source: issue 3; tried on the sample letters.
 */

export interface SharedWords {
  recommendationId: number
  /** the rarest first */
  words: readonly string[]
  /** 0 to 1, weighed by how rare the words are */
  share: number
}

/** Words that any statement of progress uses: alone they say nothing about the subject. */
const everyday =
  /^(?:child(?:ren)?|progress\w*|improv\w*|quality|local|authority|services?|consisten\w*|timel\w*|ensur\w*|practice|work|need|leaders?|impact|effective\w*)$/

const enough = 0.2
/** The next best is as good where it comes this near. */
const near = 0.75
const most = 3

/** The recommendations that a statement seems to speak of, likeliest first; with the words that say so. */
export function seemsToSpeakOf(kindred: readonly SharedWords[]): {
  recommendationIds: number[]
  because: string
} {
  const telling = kindred
    .map((one) => ({ ...one, words: one.words.filter((word) => !everyday.test(word)) }))
    .filter(({ words, share }) => words.length > 0 && share >= enough)
    .sort((a, b) => b.share - a.share)
  const best = telling[0]
  if (!best) {
    return {
      recommendationIds: [],
      because: 'Which recommendation it speaks of is not plain from its words: choose it.',
    }
  }
  const chosen = telling.filter(({ share }) => share >= near * best.share).slice(0, most)
  const words = best.words.slice(0, 4)
  return {
    recommendationIds: chosen.map(({ recommendationId }) => recommendationId),
    because: `${words.length === 1 ? 'Both say' : 'Both speak of'} ${words.map((word) => `“${word}”`).join(', ')}: read what the letter says and choose.`,
  }
}
