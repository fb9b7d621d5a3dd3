import { ordinal } from '~/domain/inspection/threads'
import { ToneTag } from './rating-tag'

/** That a recommendation was told before, and how often; nothing where it is the first time. */
export function ToldAgainTag({ time }: { time: number }) {
  return time < 2 ? null : <ToneTag tone="warning">Told again ({ordinal(time)} time)</ToneTag>
}
