import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { CheckboxField, TextArea, TextField } from '~/ui/field'
import { type FormState, shownFirst } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page, Section } from '~/ui/page'
import type { DueDateLimitsView } from './set-due-date-limits.query.server'

const typed = (value: number | null): string => (value === null ? '' : String(value))

export function SetDueDateLimitsPage({
  view: { limits, inWords, asShown },
  form,
}: {
  view: DueDateLimitsView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Limits of new dates"
      crumbs={[{ to: paths.adminRatings(), name: 'Ratings' }]}
      lede="Beyond these a new date waits for a leader. They count for what is asked from now on; what was asked before keeps the limits of its day."
    >
      <ErrorSummary form={form} />
      <Section title="Now">
        <ul className="max-w-measure">
          {inWords.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <form method="post" action={paths.adminDueDateLimits()}>
        <input type="hidden" name="asShown" value={shownFirst(form, asShown)} />
        <CheckboxField
          name="priority[]"
          label="Areas for priority action"
          choices={[{ value: 'any', title: 'Any new date of such an action waits for a leader' }]}
          initial={limits.anyChangeOnPriorityAction ? ['any'] : []}
          form={form}
        />
        <TextField
          name="workingDaysWithoutAgreement"
          label="Working days after the original date"
          hint="A later date waits for a leader. Leave it empty for no such limit."
          width="short"
          autoComplete="off"
          initial={typed(limits.workingDaysWithoutAgreement)}
          optional
          form={form}
        />
        <TextField
          name="agreementFromChange"
          label="From which change on"
          hint="2 means: the second new date and each one after it waits for a leader. Leave it empty for no such limit."
          width="short"
          autoComplete="off"
          initial={typed(limits.agreementFromChange)}
          optional
          form={form}
        />
        <TextField
          name="lateMoveDaysBefore"
          label="Days before a board meeting or a visit"
          hint="A date that moves within them is marked as a late move."
          width="short"
          autoComplete="off"
          initial={typed(limits.lateMoveDaysBefore)}
          form={form}
        />
        <TextArea
          name="why"
          label="Why the limits change"
          hint="It stays on record beside them, for everybody who reads the plan."
          rows={3}
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button>Set the limits</Button>
      </form>
    </Page>
  )
}
