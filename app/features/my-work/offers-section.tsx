import { actionRef } from '~/domain/plan/references'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import type { OfferedToMe } from './offers-to-me.query.server'

/** Actions that I am asked to take over, each with the two answers. */
export function OffersSection({ offers }: { offers: readonly OfferedToMe[] }) {
  return (
    <Section id="offers" title={`You are asked to take over ${counted(offers.length, 'action')}`}>
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {offers.map(({ offerId, action, fromName, offeredBy, on, note, accept }) => (
          <li key={offerId} className="card">
            <h3 className="text-18">
              <a href={paths.action(action.id)}>
                {actionRef(action.id)} {action.title}
              </a>
            </h3>
            <p className="text-16">
              from {fromName}, asked by {offeredBy} on {longDate(on)} ·{' '}
              {action.dueOn ? `due ${longDate(action.dueOn)}` : <Gap>No date</Gap>}
            </p>
            <blockquote className="my-2 border-l-4 border-brand pl-3">{note}</blockquote>
            <div className="mt-3 flex flex-wrap items-start gap-3">
              <form method="post" action={paths.actionOffer(action.id)}>
                <input type="hidden" name="offerId" value={offerId} />
                <input type="hidden" name="answer" value="accepted" />
                <Button decision={accept}>
                  Accept<span className="sr-only">: {action.title}</span>
                </Button>
              </form>
              <ButtonLink to={paths.actionOffer(action.id)} look="secondary">
                Decline<span className="sr-only">: {action.title}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
