import { counted, daysBetween, fullDate, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { RadioField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts, Notice } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import { DeliveryTag } from '~/ui/standing-tags'
import { ActionFormPage } from './action-form-page'
import type { DecideDueDateView } from './decide-due-date.query.server'

export function DecideDueDatePage({
  view: { action, change, originalDueOn, decision, agreeing },
  form,
}: {
  view: DecideDueDateView
  form: FormState | undefined
}) {
  const moved = originalDueOn ? daysBetween(originalDueOn, change.toOn) : 0
  const { delivery, moved: before } = action.standing
  return (
    <ActionFormPage
      title="Agree or refuse a new date"
      action={action}
      to={paths.actionDueDateDecision(action.id)}
      decision={decision}
      form={form}
      button="Decide"
      above={
        <Facts>
          <Fact name="Asked for">
            {fullDate(change.fromOn)} → <span className="font-bold">{fullDate(change.toOn)}</span>
          </Fact>
          <Fact name="By">
            {change.askedByName}, {longDate(change.askedOn)}
          </Fact>
          <Fact name="Because">“{change.reason}”</Fact>
          {originalDueOn ? (
            <Fact name="First planned for">
              {fullDate(originalDueOn)}; the new date is {counted(Math.abs(moved), 'day')}{' '}
              {moved < 0 ? 'earlier' : 'later'}
              {before.times > 0 ? `, after ${counted(before.times, 'change')} before this one` : ''}
              .
            </Fact>
          ) : null}
          <Fact name="Why it waits">{change.agreementNeeded.join(' ')}</Fact>
          {change.lateMove.length > 0 ? (
            <Fact name="Marked">
              <ToneTag tone="warning">Late move</ToneTag> {change.lateMove.join(' ')}
            </Fact>
          ) : null}
          <Fact name="Delivery now">
            <DeliveryTag delivery={delivery.rating} /> {delivery.reasons.join(' ')}
          </Fact>
        </Facts>
      }
    >
      <input type="hidden" name="changeId" value={change.id} />
      {decision.allowed && !agreeing.allowed ? (
        <Notice title="This date can only be refused">
          <p>{agreeing.because}</p>
        </Notice>
      ) : null}
      <RadioField
        name="decision"
        label="Your decision"
        choices={[
          ...(agreeing.allowed
            ? [{ value: 'agreed', title: 'Agree: the new date takes effect now' }]
            : []),
          { value: 'refused', title: 'Refuse: the present date stands' },
        ]}
        form={form}
      />
      <TextArea
        name="reason"
        label="Why"
        hint="Needed where you refuse. It stays on record."
        rows={3}
        form={form}
      />
    </ActionFormPage>
  )
}
