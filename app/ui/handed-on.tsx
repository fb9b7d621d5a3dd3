import { paths } from '~/paths'
import { OnlyToday } from './day/only-today'
import { ToneTag } from './rating-tag'

/** Where a thing stands: who is asked to take it over and has not answered. */
export function HandedOn({
  offer,
  what,
}: {
  offer: { offerId: number; toName: string } | undefined
  /** where it is not plain which thing is meant */
  what?: string
}) {
  if (!offer) return null
  const told = (
    <ToneTag tone="part">
      {what ? `${what} is handed` : 'Handed'} to {offer.toName}, not yet accepted
    </ToneTag>
  )
  return (
    <span className="block">
      {told}
      <OnlyToday>
        {' '}
        <a href={paths.offer(offer.offerId)} className="no-print text-16">
          Hand-over<span className="sr-only"> to {offer.toName}</span>
        </a>
      </OnlyToday>
    </span>
  )
}
