/**
 * What would tell where a photo was taken, when and with what is taken out of it before it is kept, and
 * what looks like an identifier out of a file's name; the person who adds it is told.
 *
 * Source: PRODUCT rule 8. In SQL: evidence_files_taken_out_is_one_we_know.
 */
export const takenOutKinds = ['place', 'moment', 'details', 'name'] as const
export type TakenOut = (typeof takenOutKinds)[number]

/** "The place and time it was taken were removed." */
export function takenOutSentence(takenOut: readonly TakenOut[]): string {
  const has = (one: TakenOut) => takenOut.includes(one)
  const sentences = []
  if (has('place') && has('moment')) {
    sentences.push('The place and time it was taken were removed.')
  } else if (has('place')) sentences.push('The place where it was taken was removed.')
  else if (has('moment')) sentences.push('The time when it was taken was removed.')
  if (has('details')) {
    const others = has('place') || has('moment')
    sentences.push(`What ${others ? 'else ' : ''}the camera wrote into it was removed.`)
  }
  if (has('name')) sentences.push('What looks like an identifier was removed from its name.')
  return sentences.join(' ')
}
