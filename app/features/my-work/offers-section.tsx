import { handOverKindTitles } from '~/domain/action/hand-over'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import type { OfferedToMe } from './offers-to-me.query.server'

/** What I am asked to take over, each with the two answers. */
export function OffersSection({ offers }: { offers: readonly OfferedToMe[] }) {
  const noun = offers.every(({ kind }) => kind === 'action') ? 'action' : 'thing'
  return (
    <Section id="offers" title={`You are asked to take over ${counted(offers.length, noun)}`}>
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {offers.map((offer) => (
          <li key={offer.offerId} className="card">
            <h3 className="text-18">
              <a href={offer.stands}>{offer.name}</a>
            </h3>
            <p className="text-16">
              <What offer={offer} />
              from {offer.fromName}, asked by {offer.offeredBy} on {longDate(offer.on)}
              <Due offer={offer} />
            </p>
            <blockquote className="my-2 border-l-4 border-brand pl-3">{offer.note}</blockquote>
            <div className="mt-3 flex flex-wrap items-start gap-3">
              <form method="post" action={paths.offer(offer.offerId)}>
                <input type="hidden" name="answer" value="accepted" />
                <Button decision={offer.accept}>
                  Accept<span className="sr-only">: {offer.name}</span>
                </Button>
              </form>
              <ButtonLink to={paths.offer(offer.offerId)} look="secondary">
                Decline<span className="sr-only">: {offer.name}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** An action goes without saying. */
function What({ offer: { kind, forAction } }: { offer: OfferedToMe }) {
  if (kind === 'action') return null
  return (
    <span className="block">
      {handOverKindTitles[kind]}
      {forAction ? `, for “${forAction}”` : ''}
    </span>
  )
}

function Due({ offer: { kind, dueOn } }: { offer: OfferedToMe }) {
  // A measure is followed over time, and has no day.
  if (kind === 'measure') return null
  return <> · {dueOn ? `due ${longDate(dueOn)}` : <Gap>No date</Gap>}</>
}
