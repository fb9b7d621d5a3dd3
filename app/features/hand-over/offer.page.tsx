import type { ReactNode } from 'react'
import { actionRef } from '~/domain/plan/references'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Fact, Facts, Notice, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { DeliveryTag } from '~/ui/standing-tags'
import type { OfferView } from './offer.query.server'

/** What somebody is asked to take over, and their answer. */
export function OfferPage({ view, form }: { view: OfferView; form: FormState | undefined }) {
  const { action, isMine, toName, fromName } = view
  return (
    <Page
      title={isMine ? 'Will you take this over?' : `Waiting for ${toName}`}
      above={`${actionRef(action.id)} ${action.title}`}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(action.id), name: actionRef(action.id) },
      ]}
    >
      <ErrorSummary form={form} />
      <Facts>
        <Fact name="Handed over">
          by {view.offeredBy} on {longDate(view.offeredOn)}, from {fromName} to {toName}
        </Fact>
        <Fact name="Note">“{view.note}”</Fact>
        <Fact name="Until it is accepted">
          {view.fromLeft ? (
            <>
              <Gap>Nobody answers for it</Gap>: {fromName} has left
            </>
          ) : (
            `${fromName} answers for it`
          )}
        </Fact>
        {action.outcome ? <Fact name="Outcome for children">{action.outcome}</Fact> : null}
        <Fact name="Due">
          {action.dueOn ? longDate(action.dueOn) : <Gap>No date</Gap>}
          {action.milestones.map((milestone) => (
            <span key={milestone.id} className="block text-16">
              Milestone: {milestone.title}, {longDate(milestone.dueOn)}
            </span>
          ))}
        </Fact>
        <Fact name="Delivery now">
          <DeliveryTag delivery={action.standing.delivery.rating} />{' '}
          {action.standing.delivery.reasons.join(' ')}
        </Fact>
      </Facts>
      {isMine ? <MyAnswer view={view} form={form} /> : <TakeBack view={view} form={form} />}
    </Page>
  )
}

function MyAnswer({ view, form }: { view: OfferView; form: FormState | undefined }) {
  const { decline, accept } = view
  if (!decline.allowed) return <Notice>{decline.because}</Notice>
  return (
    <>
      <Section title="Accept">
        <p className="mb-3 max-w-measure">
          You answer for it from now on. Its date and milestones stay as they are; where they cannot
          be kept, ask for a new date.
        </p>
        <AnswerForm view={view} answer="accepted">
          <Button decision={accept}>Accept</Button>
        </AnswerForm>
      </Section>
      <Section title="Decline">
        <AnswerForm view={view} answer="declined">
          <TextArea
            name="reason"
            label="Why"
            hint={`${view.offeredBy} looks for somebody else then. It stays on record.`}
            rows={3}
            form={form}
          />
          <NotAnIdentifier form={form} />
          <Button look="secondary" decision={decline}>
            Decline
          </Button>
        </AnswerForm>
      </Section>
    </>
  )
}

function TakeBack({ view, form }: { view: OfferView; form: FormState | undefined }) {
  const { withdraw } = view
  if (!withdraw) return null
  if (!withdraw.allowed) return <Notice>{withdraw.because}</Notice>
  return (
    <Section title="Take it back">
      <AnswerForm view={view} answer="withdrawn">
        <TextArea
          name="reason"
          label="Why"
          hint={`${view.toName} is asked no longer; it can then be handed over to somebody else.`}
          rows={3}
          optional
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button look="secondary">Take it back</Button>
      </AnswerForm>
    </Section>
  )
}

function AnswerForm({
  view,
  answer,
  children,
}: {
  view: OfferView
  answer: 'accepted' | 'declined' | 'withdrawn'
  children: ReactNode
}) {
  return (
    <form method="post" action={paths.actionOffer(view.action.id)}>
      <input type="hidden" name="offerId" value={view.offerId} />
      <input type="hidden" name="answer" value={answer} />
      {children}
    </form>
  )
}
