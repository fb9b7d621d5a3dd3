import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Section } from '~/ui/page'
import { HandedOn } from '~/ui/handed-on'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { ActionView } from './action.query.server'
import { Way, Ways } from './ways'

/** Who answers for it and who helps, each with those before; whose work it is, and who is asked to take it over. */
export function Who({ view }: { view: ActionView }) {
  const { owner, owners, contributors, team, offers } = view
  return (
    <Section title="Who" id="who">
      <dl className="grid gap-x-6 md:grid-cols-[12rem_1fr] print:grid-cols-[12rem_1fr]">
        <dt className="text-quiet">Accountable owner</dt>
        <dd className="mb-2">
          {owner ? <span className="font-bold">{owner.name}</span> : <Gap>No owner</Gap>}
          {owner ? null : <HeldFor held={view.source?.heldFor} />}
          {owner && owners.since ? ` since ${longDate(owners.since)}` : ''}
          {owner?.hasLeft ? (
            <>
              {' '}
              <Gap>Has left: nobody answers for it</Gap>
            </>
          ) : null}
          {owner?.away ? (
            <span className="block">
              <ToneTag tone="part">Away until {longDate(owner.away.until)}</ToneTag>,{' '}
              {owner.away.deputyName} stands in
            </span>
          ) : null}
        </dd>
        {owners.before.length > 0 ? (
          <>
            <dt className="text-quiet">Owned before by</dt>
            <dd className="mb-2">
              <ul>
                {owners.before.map(({ name, until, note }) => (
                  <li key={`${name} ${until}`} className="max-w-measure">
                    {name} until {longDate(until)}
                    {note ? <span className="block text-16 text-quiet">“{note}”</span> : null}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        {contributors.length > 0 ? (
          <>
            <dt className="text-quiet">Contributors</dt>
            <dd className="mb-2">
              {contributors.map(({ id, name, handedTo }, at) => (
                <span key={id}>
                  {at === 0 ? '' : ', '}
                  {name}
                  <HandedOn offer={handedTo} />
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {owners.contributed.length > 0 ? (
          <>
            <dt className="text-quiet">Contributed before</dt>
            <dd className="mb-2">
              <ul>
                {owners.contributed.map(({ name, until }) => (
                  <li key={name}>
                    {name} until {longDate(until)}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        {team ? (
          <>
            <dt className="text-quiet">Team</dt>
            <dd className="mb-2">
              <a href={paths.actions({ team: String(team.id) })}>{team.name}</a>
              {team.isOwners ? ', as its owner’s' : ''}
            </dd>
          </>
        ) : null}
      </dl>
      <Offered view={view} />
      {owner && !view.offer ? (
        <Ways>
          <Way to={paths.handOver(owner.id)} decision={offers.handOver}>
            Hand over
          </Way>
        </Ways>
      ) : null}
    </Section>
  )
}

/** Whom the old plan named, who is not here. */
function HeldFor({ held }: { held: NonNullable<ActionView['source']>['heldFor'] }) {
  if (!held) return null
  return (
    <span className="block text-16">
      {held.declined === undefined
        ? `Held for ${held.name}, whom an administrator is asked to invite.`
        : `${held.name}, whom the old plan names, was not invited: “${held.declined}”`}
    </span>
  )
}

/** What waits for an answer: who is asked, by whom, and who answers for it meanwhile. */
function Offered({ view: { offer, owner, offers } }: { view: ActionView }) {
  if (!offer) return null
  const mayAct = offer.isMine || offers.handOver !== undefined
  return (
    <div className="mt-3 max-w-[46rem] border-l-4 border-at-risk bg-ground p-3">
      <p className="font-bold">
        {offer.isMine
          ? `${offer.offeredBy} asked you on ${longDate(offer.on)} to take it over.`
          : `Handed over to ${offer.toName} by ${offer.offeredBy} on ${longDate(offer.on)}, waiting to be accepted.`}
      </p>
      <p>“{offer.note}”</p>
      <p className="text-16 text-quiet">
        {owner?.hasLeft
          ? `Until then nobody answers for it: ${owner.name} has left.`
          : `Until then ${owner?.name ?? 'nobody'} answers for it.`}
      </p>
      {mayAct ? (
        <p className="no-print mt-3">
          <ButtonLink to={paths.offer(offer.id)} look="secondary">
            {offer.isMine ? 'Accept or decline' : 'See or take back'}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  )
}
