import type { ReactNode } from 'react'
import type { Meaning } from '~/domain/measure/signals'
import { ShapeTag } from './rating-tag'

/**
 * What a figure says by the rules of an XmR chart: improvement blue, concern orange, common cause grey, and
 * purple where neither direction is better (DOMAIN 3). The chart, its table and every tag take it from
 * here; never the red and green of a rating, for one figure is no rating.
 */
export const signalLooks = {
  improvement: { shape: '●', colour: 'text-embedded' },
  concern: { shape: '■', colour: 'text-at-risk' },
  change: { shape: '◆', colour: 'text-special' },
  none: { shape: '○', colour: 'text-quiet' },
} as const satisfies Record<Meaning | 'none', { shape: string; colour: string }>

export function SignalTag({
  signal,
  children,
}: {
  signal: keyof typeof signalLooks
  children: ReactNode
}) {
  return <ShapeTag {...signalLooks[signal]} word={children} />
}
