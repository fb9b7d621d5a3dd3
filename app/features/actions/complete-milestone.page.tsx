import { longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { DateField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { ActionFormPage } from './action-form-page'
import type { CompleteMilestoneView } from './complete-milestone.query.server'

export function CompleteMilestonePage({
  view,
  form,
}: {
  view: CompleteMilestoneView
  form: FormState | undefined
}) {
  return (
    <ActionFormPage
      title="Mark a milestone as done"
      action={view.action}
      to={paths.milestoneDone(view.id)}
      decision={view.decision}
      form={form}
      button="Mark as done"
      above={
        <p className="mb-6 border-l-4 border-edge pl-4">
          <span className="font-bold">{view.title}</span>
          <span className="block text-quiet">
            Due {longDate(view.dueOn)}, {inWords(view.dueOn, view.today)}
          </span>
        </p>
      }
    >
      <DateField
        name="doneOn"
        label="The day it was done"
        initial={view.today}
        max={view.today}
        form={form}
      />
    </ActionFormPage>
  )
}
