import { unitTitles } from '~/domain/measure/measure'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { CheckboxField, DateField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import type { MeasureInBriefView } from './measure-in-brief.query.server'

export function SetTargetPage({
  view,
  form,
}: {
  view: MeasureInBriefView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Set a target"
      above={view.title}
      crumbs={[
        { to: paths.measures(), name: 'Measures' },
        { to: paths.measure(view.id), name: view.title },
      ]}
      lede="A period is held against the target that is valid on its last day. Earlier periods keep the one that they had."
    >
      <form method="post" action={paths.measureTarget(view.id)}>
        <ErrorSummary form={form} />
        <TextField
          name="value"
          label={`Target (${unitTitles[view.unit].toLowerCase()})`}
          width="short"
          form={form}
        />
        <CheckboxField
          name="none"
          label="Or none"
          choices={[{ value: 'yes', title: 'From this day on there is no target' }]}
          optional
          form={form}
        />
        <DateField
          name="validFrom"
          label="Valid from"
          hint="A target from this day that is there already is replaced."
          form={form}
        />
        <Button>Set the target</Button>
      </form>
    </Page>
  )
}
