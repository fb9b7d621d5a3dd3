import { handOverKindTitles } from '~/domain/action/hand-over'
import { counted, longDate, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { OnlyToday } from '~/ui/day/only-today'
import { Empty, Page, Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import { type Column, Table } from '~/ui/table'
import type { Owner, OwnersView, WaitingOffer } from './owners.query.server'

/** Who carries the plan, from whom nothing can be expected, and what is changing hands. */
export function OwnersPage({ view }: { view: OwnersView }) {
  const { owners, phantoms, load, unowned } = view
  return (
    <Page
      title="Who carries the plan"
      wide
      crumbs={[{ to: paths.actions(), name: 'Plan' }]}
      lede={
        <>
          {load ?? 'Nobody owns an open action.'}{' '}
          {unowned > 0 ? (
            <a href={paths.actions({ owner: 'nobody' })}>
              {counted(unowned, 'open action is', 'open actions are')} unowned.
            </a>
          ) : null}
        </>
      }
    >
      {phantoms.length > 0 ? (
        <Section title={`Owners from whom nothing comes (${phantoms.length})`} id="phantoms">
          <p className="mb-3 max-w-measure">
            They left, or have neither signed in nor given an update for 30 days. What is theirs
            goes on without them only on paper.
          </p>
          <ul>
            {phantoms.map((owner) => (
              <li key={owner.id} className="border-b border-line py-2">
                <span className="font-bold">{owner.name}</span> <Gap>{owner.phantomBecause}</Gap>
                <span className="block text-16">
                  {counted(owner.open, 'open action')}
                  {owner.late > 0 ? `, ${owner.late} late` : ''}
                  <OnlyToday>
                    {' · '}
                    <a href={paths.handOver(owner.id)}>
                      {view.mayHandOver ? 'Hand over' : 'See'} what is theirs
                      <span className="sr-only"> ({owner.name})</span>
                    </a>
                  </OnlyToday>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Offers
        id="waiting"
        title="Handed over, waiting to be accepted"
        offers={view.waiting}
        told={(offer) =>
          `${offer.offeredBy} asked ${offer.toName} on ${longDate(offer.on)}, ${inWords(offer.on, view.today, 'ago')}, to take it over from ${offer.fromName}.`
        }
      />
      <Offers
        id="declined"
        title="Declined, and still where it was"
        offers={view.declined}
        told={(offer) => `${offer.toName} said: “${offer.reason}” It is still ${offer.fromName}’s.`}
      />
      <Section title="The load" id="load">
        {owners.length === 0 ? (
          <Empty>Whoever owns an open action stands here, with how much each one has.</Empty>
        ) : (
          <Table<Owner>
            caption="Owners of open actions, the most loaded first"
            rows={owners}
            rowKey={({ id }) => id}
            columns={columns(view)}
          />
        )}
      </Section>
    </Page>
  )
}

const columns = (view: OwnersView): Column<Owner>[] => [
  {
    title: 'Owner',
    isName: true,
    cell: (owner) => (
      <>
        <OnlyToday otherwise={owner.name}>
          <a href={paths.handOver(owner.id)}>{owner.name}</a>
        </OnlyToday>
        <span className="block font-normal text-quiet">{owner.jobTitle}</span>
      </>
    ),
  },
  { title: 'Team', cell: ({ team }) => team ?? <span className="text-quiet">No team</span> },
  {
    title: 'Open',
    isFigure: true,
    cell: ({ id, open }) => <a href={paths.actions({ owner: String(id) })}>{open}</a>,
  },
  { title: 'Late', isFigure: true, cell: ({ late }) => late },
  {
    title: 'Share',
    isFigure: true,
    cell: ({ share, isOneOfFew }) =>
      isOneOfFew ? (
        <>
          <strong>{share}</strong>
          <span className="sr-only">, one of the few who carry most</span>
        </>
      ) : (
        share
      ),
  },
  {
    title: 'Here?',
    cell: ({ id, phantomBecause, away }) =>
      phantomBecause ? (
        <Gap>{phantomBecause}</Gap>
      ) : away ? (
        <ToneTag tone="part">
          Away until {shortDate(away.until)}; {away.deputyName} stands in
        </ToneTag>
      ) : view.mayHandOver ? (
        <a href={paths.away(id)}>Name a deputy</a>
      ) : (
        ''
      ),
  },
]

function Offers({
  id,
  title,
  offers,
  told,
}: {
  id: string
  title: string
  offers: readonly WaitingOffer[]
  told: (offer: WaitingOffer) => string
}) {
  if (offers.length === 0) return null
  return (
    <Section title={`${title} (${offers.length})`} id={id}>
      <ul>
        {offers.map((offer) => (
          <li key={offer.offerId} className="border-b border-line py-2">
            <OnlyToday otherwise={offer.name}>
              <a href={paths.offer(offer.offerId)}>{offer.name}</a>
            </OnlyToday>
            {offer.kind === 'action' ? null : (
              <span className="block text-16 text-quiet">{handOverKindTitles[offer.kind]}</span>
            )}
            <span className="block max-w-measure text-16">{told(offer)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
