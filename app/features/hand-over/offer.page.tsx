import type { ReactNode } from 'react'
import { answeredTitles, type HandOverKind, handOverKindTitles } from '~/domain/action/hand-over'
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

const titleOf = ({ answer, isMine, toName }: OfferView): string => {
  if (answer !== null) return answeredTitles[answer](toName)
  return isMine ? 'Will you take this over?' : `Waiting for ${toName}`
}

/** What accepting means. */
const fromNowOn: Record<HandOverKind, string> = {
  action:
    'You answer for it from now on. Its date and milestones stay as they are; where they cannot be kept, ask for a new date.',
  part: 'You contribute to it from now on. Its owner stays who it is.',
  request:
    'You are asked for it from now on, by the same day. Where you cannot bring it, say so on the request.',
  review: 'The judging is due from you from now on.',
  measure: 'You answer from now on that its figures come in time and are right.',
  ready: 'You see to it from now on, by the same day.',
  decided: 'You see to it from now on, by the same day.',
}

/** What somebody is asked to take over, and their answer. */
export function OfferPage({ view, form }: { view: OfferView; form: FormState | undefined }) {
  const { judged, action, isMine, toName, fromName, dueOn } = view
  return (
    <Page
      title={titleOf(view)}
      above={view.name}
      crumbs={
        action
          ? [
              { to: paths.actions(), name: 'Plan' },
              { to: view.stands, name: actionRef(action.id) },
            ]
          : [{ to: view.stands, name: view.place?.name ?? view.name }]
      }
    >
      <ErrorSummary form={form} />
      <Facts>
        <Fact name="What it is">
          {handOverKindTitles[view.kind]}
          {view.kind === 'action' || !action ? null : (
            <>
              :{' '}
              <a href={paths.action(action.id)}>
                {actionRef(action.id)} {action.title}
              </a>
            </>
          )}
        </Fact>
        <Fact name="Handed over">
          by {view.offeredBy} on {longDate(view.offeredOn)}, from {fromName} to {toName}
        </Fact>
        <Fact name="Note">“{view.note}”</Fact>
        {view.reason ? <Fact name="Why">“{view.reason}”</Fact> : null}
        {view.answer === null ? (
          <Fact name="Until it is accepted">
            {view.fromLeft ? (
              <>
                <Gap>Nobody answers for it</Gap>: {fromName} has left
              </>
            ) : (
              `It stays with ${fromName}`
            )}
          </Fact>
        ) : null}
        {judged?.outcome ? <Fact name="Outcome for children">{judged.outcome}</Fact> : null}
        {view.kind === 'measure' ? null : (
          <Fact name="Due">
            {dueOn ? longDate(dueOn) : <Gap>No date</Gap>}
            {judged?.milestones.map((milestone) => (
              <span key={milestone.id} className="block text-16">
                Milestone: {milestone.title}, {longDate(milestone.dueOn)}
              </span>
            ))}
          </Fact>
        )}
        {judged ? (
          <Fact name="Delivery now">
            <DeliveryTag delivery={judged.standing.delivery.rating} />{' '}
            {judged.standing.delivery.reasons.join(' ')}
          </Fact>
        ) : null}
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
        <p className="mb-3 max-w-measure">{fromNowOn[view.kind]}</p>
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
    <form method="post" action={paths.offer(view.offerId)}>
      <input type="hidden" name="answer" value={answer} />
      {children}
    </form>
  )
}
