import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, RadioField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { RecordVisitHeldView } from './record-visit-held.query.server'
import { letterChoices } from './visit-fields'

export function RecordVisitHeldPage({
  view,
  form,
}: {
  view: RecordVisitHeldView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Record that the visit was held"
      above={view.title}
      crumbs={[
        { to: paths.visits(), name: 'Visits' },
        { to: paths.visit(view.id), name: view.title },
      ]}
      lede="From its last day Waymark counts what has moved since."
    >
      <form method="post" action={paths.visitHeld(view.id)}>
        <ErrorSummary form={form} />
        <DateField
          name="heldFrom"
          label="First day"
          initial={view.expectedFrom <= view.today ? view.expectedFrom : ''}
          form={form}
        />
        <DateField
          name="heldTo"
          label="Last day"
          hint="Leave it empty for a visit on one day."
          optional
          form={form}
        />
        <TextField
          name="leadInspector"
          label="Lead inspector"
          initial={view.leadInspector}
          width="half"
          optional
          form={form}
        />
        <RadioField
          name="letter"
          label="The letter"
          choices={letterChoices}
          initial={view.letter}
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button decision={view.mayRecord}>Record the visit</Button>
      </form>
    </Page>
  )
}
