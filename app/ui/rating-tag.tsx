import type { ReactNode } from 'react'

/** A rating is always shape, word and colour: in print and in forced colours the first two carry it. */
const ratings = {
  embedded: { shape: '●', word: 'Embedded', colour: 'text-embedded' },
  'on-track': { shape: '▲', word: 'On track', colour: 'text-on-track' },
  'at-risk': { shape: '◆', word: 'At risk', colour: 'text-at-risk' },
  'off-track': { shape: '■', word: 'Off track', colour: 'text-off-track' },
  'not-started': { shape: '○', word: 'Not started', colour: 'text-not-started' },
  delivered: { shape: '◐', word: 'Delivered', colour: 'text-brand' },
  'awaiting-assurance': { shape: '◐', word: 'Delivered, awaiting assurance', colour: 'text-brand' },
} as const
export type Rating = keyof typeof ratings

export function RatingTag({ rating, children }: { rating: Rating; children?: ReactNode }) {
  const { shape, word, colour } = ratings[rating]
  return <ShapeTag shape={shape} word={children ?? word} colour={colour} />
}

/** The same look for assurance, impact and readiness, which have words of their own. */
const tones = {
  good: { shape: '●', colour: 'text-on-track' },
  part: { shape: '◐', colour: 'text-brand' },
  warning: { shape: '◆', colour: 'text-at-risk' },
  bad: { shape: '■', colour: 'text-off-track' },
  none: { shape: '○', colour: 'text-not-started' },
} as const
export type Tone = keyof typeof tones

export function ToneTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <ShapeTag shape={tones[tone].shape} word={children} colour={tones[tone].colour} />
}

/** A shape and a word in one colour: the word carries it, the others repeat it. */
export function ShapeTag({
  shape,
  word,
  colour,
}: {
  shape: string
  word: ReactNode
  colour: string
}) {
  return (
    <span className="inline-flex items-baseline gap-[0.4em] font-bold">
      <span aria-hidden="true" className={colour}>
        {shape}
      </span>
      <span className={colour}>{word}</span>
    </span>
  )
}

/** A word that says something is missing: an owner, a date. Shown wherever the thing would stand. */
export function Gap({ children }: { children: ReactNode }) {
  return (
    <span className="font-bold text-off-track">
      <span aria-hidden="true">▢ </span>
      {children}
    </span>
  )
}
