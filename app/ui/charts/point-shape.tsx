import { signalLooks } from '../signal-tag'
import type { PointShape } from './draw-xmr'

/** Around their own middle, of about the same weight to the eye. */
const outlines: Record<PointShape, string> = {
  none: 'M3,0A3,3,0,1,1,-3,0A3,3,0,1,1,3,0',
  improvement: 'M5.2,0A5.2,5.2,0,1,1,-5.2,0A5.2,5.2,0,1,1,5.2,0',
  concern: 'M-4.8,-4.8h9.6v9.6h-9.6Z',
  change: 'M0,-6.6L6.6,0L0,6.6L-6.6,0Z',
}

export const shapeWords: Record<PointShape, string> = {
  improvement: 'Signal of improvement',
  concern: 'Signal of concern',
  change: 'Signal of change',
  none: 'Within what is usual',
}

/** A point by its shape: in black and white, in print and in forced colours that says what it is. */
export function PointShapePath({ shape, look = '' }: { shape: PointShape; look?: string }) {
  return (
    <path
      d={outlines[shape]}
      className={`${look} ${signalLooks[shape].colour} ${shape === 'none' ? 'chart-hollow' : ''}`}
      fill={shape === 'none' ? undefined : 'currentColor'}
      stroke="currentColor"
      strokeWidth={1.5}
    />
  )
}
