import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { DateField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Notice } from '~/ui/page'
import { ActionFormPage } from './action-form-page'
import type { MarkDeliveredView } from './mark-delivered.query.server'

export function MarkDeliveredPage({
  view: { action, openMilestones, decision, today },
  form,
}: {
  view: MarkDeliveredView
  form: FormState | undefined
}) {
  return (
    <ActionFormPage
      title="Mark as delivered"
      action={action}
      to={paths.actionDelivered(action.id)}
      decision={decision}
      form={form}
      button="Mark as delivered"
      above={
        <>
          <p className="mb-4 max-w-measure">
            Delivered means that it was done. Whether it is assured and made a difference is shown
            apart.
          </p>
          {openMilestones.length > 0 ? (
            <Notice title={`${counted(openMilestones.length, 'milestone')} still open`}>
              <ul className="mt-1 list-disc pl-5">
                {openMilestones.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
              <p className="mt-1">They stay open, and the page will say so.</p>
            </Notice>
          ) : null}
        </>
      }
    >
      <DateField
        name="deliveredOn"
        label="The day it was delivered"
        initial={today}
        max={today}
        form={form}
      />
    </ActionFormPage>
  )
}
