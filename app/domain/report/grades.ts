import { folded } from './folding'

/** The four grades, in their long and their short form. Source: DOMAIN 1.1. */

export const grades = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const
export type Grade = (typeof grades)[number]

const atStart: readonly [RegExp, Grade][] = [
  [/^outstanding\b/, 'outstanding'],
  [/^good\b/, 'good'],
  [/^requires? improvement(?: to be good)?\b/, 'requires-improvement'],
  [/^inadequate\b/, 'inadequate'],
]

/** The grade that the text consists of, or nothing. */
export function gradeOf(text: string): Grade | undefined {
  const words = folded(text).replace(/[.,;:]+$/, '')
  return atStart.find(([form]) => words.replace(form, '') === '' && words !== '')?.[1]
}

/** The grade that the text opens with, or nothing. */
export function gradeAtStart(text: string): Grade | undefined {
  const words = folded(text)
  return atStart.find(([form]) => form.test(words))?.[1]
}

/** The grade that a heading or a sentence ends with: "…: good", "… is good", "… are inadequate". */
export function gradeAtEnd(text: string): Grade | undefined {
  const words = folded(text).replace(/[.\s]+$/, '')
  const ending =
    /(?::|-|\bis|\bare|\bjudged to be|\brated(?: as)?|\bas)\s*(outstanding|good|requires? improvement(?: to be good)?|require improvement(?: to be good)?|inadequate)$/.exec(
      words,
    )?.[1]
  return ending ? gradeOf(ending.replace(/^require /, 'requires ')) : undefined
}
