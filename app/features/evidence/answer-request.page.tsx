import type { RequestStep } from '~/domain/evidence/requests'
import { fullDate, longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { RadioField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { HandedOn } from '~/ui/handed-on'
import { Fact, Facts, Notice, Page, Section } from '~/ui/page'
import type { AnswerRequestView } from './answer-request.query.server'

const stepTitles: Record<RequestStep, { title: string; hint: string }> = {
  withdraw: {
    title: 'Take it back',
    hint: 'It is no longer needed. It leaves the work of whoever was asked.',
  },
  refuse: {
    title: 'I cannot bring it',
    hint: 'It leaves your work, and whoever asked reads why.',
  },
}

export function AnswerRequestPage({
  view,
  form,
}: {
  view: AnswerRequestView
  form: FormState | undefined
}) {
  const steps = Object.entries(view.steps).flatMap(([step, { allowed }]) =>
    allowed ? [step as RequestStep] : [],
  )
  return (
    <Page
      title="Request for evidence"
      lede={<p>“{view.what}”</p>}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(view.action.id), name: view.action.title },
      ]}
      primary={
        view.isMine && view.state === 'open' ? (
          <ButtonLink to={paths.actionEvidence(view.action.id, view.id)}>Add evidence</ButtonLink>
        ) : undefined
      }
    >
      <ErrorSummary form={form} />
      <HowItStands view={view} />
      <Facts>
        <Fact name="Asked of">
          {view.askedOf}
          {view.state === 'open' ? <HandedOn offer={view.handedTo} /> : null}
        </Fact>
        <Fact name="Asked by">
          {view.askedBy}, {fullDate(view.askedOn)}
        </Fact>
        {view.judgedBy === view.askedBy && !view.reviewHandedTo ? null : (
          <Fact name="To be judged by">
            {view.judgedBy}
            <HandedOn offer={view.reviewHandedTo} />
          </Fact>
        )}
        <Fact name="Due">
          {fullDate(view.dueOn)}
          {view.state === 'open' ? `, ${inWords(view.dueOn, view.today)}` : ''}
        </Fact>
      </Facts>
      {view.said.length > 0 ? (
        <Section title="What was said">
          <ul className="max-w-[46rem]">
            {view.said.map((one) => (
              <li key={one.key} className="border-b border-line py-2">
                {one.who} {one.what === 'refuse' ? 'could not bring it' : 'took it back'} on{' '}
                {longDate(one.on)}: “{one.reason}”
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {steps.length > 0 ? (
        <Section title={steps.length > 1 ? 'What to do' : stepTitles[steps[0]!].title}>
          <form method="post" action={paths.evidenceRequest(view.id)}>
            {steps.length > 1 ? (
              <RadioField
                name="step"
                label="Your decision"
                choices={steps.map((value) => ({ value, ...stepTitles[value] }))}
                form={form}
              />
            ) : (
              <>
                <p className="mb-3 max-w-measure">{stepTitles[steps[0]!].hint}</p>
                <input type="hidden" name="step" value={steps[0]} />
              </>
            )}
            <TextArea name="reason" label="Why" rows={3} form={form} />
            <NotAnIdentifier form={form} />
            <Button look={view.isMine ? 'secondary' : 'primary'}>
              {steps.length > 1 ? 'Save' : stepTitles[steps[0]!].title}
            </Button>
          </form>
        </Section>
      ) : null}
    </Page>
  )
}

function HowItStands({ view }: { view: AnswerRequestView }) {
  if (view.state === 'withdrawn') {
    return (
      <Notice title="It was taken back">
        <p>Nobody needs to bring it.</p>
      </Notice>
    )
  }
  if (view.state === 'answered') {
    return (
      <Notice title="It is answered">
        <p>
          The evidence stands with <a href={paths.action(view.action.id)}>its action</a>.
        </p>
      </Notice>
    )
  }
  if (!view.isRefused) return null
  return (
    <Notice title={view.isMine ? 'You cannot bring it' : `${view.askedOf} cannot bring it`}>
      <p>
        It is open still, and stands in nobody’s work.{' '}
        {view.mayAskAnother ? (
          <>
            <a href={paths.actionEvidenceRequest(view.action.id)}>Ask somebody else</a>, and take
            this one back.
          </>
        ) : null}
      </p>
    </Notice>
  )
}
