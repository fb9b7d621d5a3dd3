import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { CauseLink } from '~/ui/cause-link'
import { Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { DateToAgree, ImpactToSign, LeadersWork } from './leaders-work.query.server'

const mostInSight = 6

/** What waits for a leader to decide. */
export function LeadersSection({ leading }: { leading: LeadersWork }) {
  const { datesToAgree, impactToSign } = leading
  const left = impactToSign.length - mostInSight
  if (datesToAgree.length + impactToSign.length === 0) {
    return (
      <Section id="decide" title="Nothing waits for your decision">
        <p className="text-quiet">
          Changes of date that need a leader’s agreement, and impact to sign off, stand here.
        </p>
      </Section>
    )
  }
  return (
    <>
      {datesToAgree.length === 0 ? null : (
        <Section
          id="dates"
          title={`${counted(datesToAgree.length, 'new date waits', 'new dates wait')} for your agreement`}
        >
          <ul className="grid gap-4 lg:grid-cols-2">
            {datesToAgree.map((change) => (
              <DateCard key={change.id} change={change} />
            ))}
          </ul>
        </Section>
      )}
      {impactToSign.length === 0 ? null : (
        <Section id="impact" title={`Impact to sign off (${impactToSign.length})`}>
          <ul className="max-w-[52rem]">
            {impactToSign.slice(0, mostInSight).map((one) => (
              <ImpactRow key={one.id} impact={one} />
            ))}
          </ul>
          {left > 0 ? (
            <p className="mt-2 text-16">
              {left} more in <a href={paths.actions({ show: 'delivered' })}>the plan</a>.
            </p>
          ) : null}
        </Section>
      )}
    </>
  )
}

function DateCard({ change }: { change: DateToAgree }) {
  const moved = `${counted(Math.abs(change.days), 'day')} ${change.days > 0 ? 'later' : 'earlier'}`
  return (
    <li className="card">
      <h3 className="text-18">
        <CauseLink cause={{ kind: 'action', ...change.action }} />
      </h3>
      <p>
        {longDate(change.fromOn)} → <strong>{longDate(change.toOn)}</strong>, {moved}
      </p>
      <blockquote className="my-2 border-l-4 border-brand pl-3">{change.reason}</blockquote>
      <p className="text-16 text-quiet">
        {change.askedBy} asks. {change.agreementNeeded.join(' ')}
      </p>
      {change.lateMove.map((sentence) => (
        <p key={sentence} className="text-16">
          <ToneTag tone="warning">Moved late</ToneTag> {sentence}
        </p>
      ))}
      <div className="mt-3">
        <ButtonLink to={paths.actionDueDateDecision(change.action.id)} look="secondary">
          Agree or refuse<span className="sr-only"> the new date of {change.action.title}</span>
        </ButtonLink>
      </div>
    </li>
  )
}

function ImpactRow({ impact: { id, title, ownerName, because } }: { impact: ImpactToSign }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 border-b border-line py-2">
      <div className="min-w-0 grow basis-[18rem]">
        <CauseLink cause={{ kind: 'action', id, title }} />
        <p className="text-16">{because}</p>
        <p className="text-16 text-quiet">{ownerName ?? <Gap>No owner</Gap>}</p>
      </div>
      <ButtonLink to={paths.actionImpact(id)} look="quiet">
        Sign off<span className="sr-only"> the impact of {title}</span>
      </ButtonLink>
    </li>
  )
}
