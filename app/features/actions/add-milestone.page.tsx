import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { DateField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { ActionFormPage } from './action-form-page'
import type { AddMilestoneView } from './add-milestone.query.server'

export function AddMilestonePage({
  view: { action, decision },
  form,
}: {
  view: AddMilestoneView
  form: FormState | undefined
}) {
  return (
    <ActionFormPage
      title="Add a milestone"
      action={action}
      to={paths.actionMilestone(action.id)}
      decision={decision}
      form={form}
      button="Add the milestone"
    >
      <TextField name="title" label="What will be done" form={form} />
      <DateField
        name="dueOn"
        label="By when"
        hint={action.dueOn ? `The action itself is due on ${longDate(action.dueOn)}.` : undefined}
        form={form}
      />
    </ActionFormPage>
  )
}
