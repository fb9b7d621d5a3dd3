import { fullDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { DateField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts, Notice } from '~/ui/page'
import { ActionFormPage } from './action-form-page'
import type { AskForDueDateView } from './ask-for-due-date.query.server'

export function AskForDueDatePage({
  view,
  form,
}: {
  view: AskForDueDateView
  form: FormState | undefined
}) {
  const { action, dueOn, originalDueOn, today, decision } = view
  return (
    <ActionFormPage
      title="Ask for a new date"
      action={action}
      to={paths.actionDueDate(action.id)}
      decision={decision}
      form={form}
      button="Ask for this date"
      above={
        <>
          {dueOn ? (
            <Facts>
              <Fact name="Due">
                {fullDate(dueOn)}, {inWords(dueOn, today)}
              </Fact>
              {originalDueOn && originalDueOn !== dueOn ? (
                <Fact name="First planned for">{fullDate(originalDueOn)}</Fact>
              ) : null}
            </Facts>
          ) : null}
          {decision.allowed ? <WhatHappens view={view} /> : null}
        </>
      }
    >
      <DateField name="toOn" label="New date" min={today} form={form} />
      <TextArea
        name="reason"
        label="Why the date must change"
        hint="It stays on record beside the date, for everybody who reads the plan."
        rows={3}
        form={form}
      />
    </ActionFormPage>
  )
}

/** Whether the new date will take effect at once or wait, said before it is asked for. */
function WhatHappens({ view }: { view: AskForDueDateView }) {
  const { waitsBecause, atOnceUpTo, workingDays, lateMove, today } = view
  const isTooLateAlready = atOnceUpTo !== null && atOnceUpTo < today
  const waits = waitsBecause.length > 0 || isTooLateAlready
  return (
    <Notice
      title={
        waits
          ? 'A new date waits for a leader to agree. Until then the present date stands.'
          : atOnceUpTo
            ? `A date up to ${fullDate(atOnceUpTo)} takes effect at once. A later one waits for a leader.`
            : 'The new date takes effect at once.'
      }
    >
      {waitsBecause.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {isTooLateAlready ? (
        <p>It would be more than {workingDays} working days after the first date.</p>
      ) : null}
      {lateMove.length > 0 ? (
        <p className="mt-2">
          <span className="font-bold">It will be marked as a late move.</span>{' '}
          {lateMove.map(willBe).join(' ')}
        </p>
      ) : null}
    </Notice>
  )
}

/** The record says "Asked for …"; before it is, that is "You ask …". */
const willBe = (reason: string): string => reason.replace(/^Asked for/, 'You ask')
