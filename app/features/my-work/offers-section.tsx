import { handOverKindTitles } from '~/domain/action/hand-over'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import type { OfferedToMe } from './offers-to-me.query.server'

/** What I am asked to take over, by hand-over, each thing with the two answers. */
export function OffersSection({ offers }: { offers: readonly OfferedToMe[] }) {
  const handOvers = [...new Set(offers.map(({ handOverId }) => handOverId))].map((id) =>
    offers.filter(({ handOverId }) => handOverId === id),
  )
  return (
    <Section id="offers" title={`You are asked to take over ${countedThings(offers)}`}>
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {handOvers.map((of) => (
          <li key={of[0]!.handOverId} className="card">
            {of.length === 1 ? <One offer={of[0]!} /> : <Several offers={of} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const countedThings = (offers: readonly OfferedToMe[]): string =>
  counted(offers.length, offers.every(({ kind }) => kind === 'action') ? 'action' : 'thing')

const said = ({ fromName, offeredBy, on }: OfferedToMe): string =>
  `from ${fromName}, asked by ${offeredBy} on ${longDate(on)}`

const Note = ({ offer: { note } }: { offer: OfferedToMe }) => (
  <blockquote className="my-2 border-l-4 border-brand pl-3">{note}</blockquote>
)

function One({ offer }: { offer: OfferedToMe }) {
  return (
    <>
      <h3 className="text-18">
        <a href={offer.stands}>{offer.name}</a>
      </h3>
      <p className="text-16">
        <What offer={offer} />
        {said(offer)}
        <Due offer={offer} before=" · " />
      </p>
      <Note offer={offer} />
      <Answers offer={offer} />
    </>
  )
}

/** The things of one hand-over: what is said once is said once, and all can be accepted at once. */
function Several({ offers }: { offers: readonly OfferedToMe[] }) {
  const first = offers[0]!
  return (
    <>
      <h3 className="text-18">{countedThings(offers)}</h3>
      <p className="text-16">{said(first)}</p>
      <Note offer={first} />
      <form method="post" action={paths.offer(first.offerId)} className="my-3">
        <input type="hidden" name="answer" value="accepted" />
        <input type="hidden" name="withTheRest" value="yes" />
        <Button decision={offers.map(({ accept }) => accept).find(({ allowed }) => !allowed)}>
          Accept all {offers.length}
        </Button>
      </form>
      <ul>
        {offers.map((offer) => (
          <li key={offer.offerId} className="border-t border-line py-3">
            <h4 className="text-16 font-bold">
              <a href={offer.stands}>{offer.name}</a>
            </h4>
            <p className="text-16">
              <What offer={offer} />
              <Due offer={offer} before="" />
            </p>
            <Answers offer={offer} look="secondary" />
          </li>
        ))}
      </ul>
    </>
  )
}

function Answers({
  offer: { offerId, name, accept },
  look = 'primary',
}: {
  offer: OfferedToMe
  look?: 'primary' | 'secondary'
}) {
  return (
    <div className="mt-3 flex flex-wrap items-start gap-3">
      <form method="post" action={paths.offer(offerId)}>
        <input type="hidden" name="answer" value="accepted" />
        <Button look={look} decision={accept}>
          Accept<span className="sr-only">: {name}</span>
        </Button>
      </form>
      <ButtonLink to={paths.offer(offerId)} look="secondary">
        Decline<span className="sr-only">: {name}</span>
      </ButtonLink>
    </div>
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

function Due({ offer: { kind, dueOn }, before }: { offer: OfferedToMe; before: string }) {
  // A measure is followed over time, and has no day.
  if (kind === 'measure') return null
  return (
    <>
      {before}
      {dueOn ? `due ${longDate(dueOn)}` : <Gap>No date</Gap>}
    </>
  )
}
