import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { RebaselineView } from './rebaseline.query.server'

export function RebaselinePage({
  view,
  form,
}: {
  view: RebaselineView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Begin the limits anew"
      above={view.title}
      crumbs={[
        { to: paths.measures(), name: 'Measures' },
        { to: paths.measure(view.id), name: view.title },
      ]}
      lede="Do so when it is known what changed and it will stay changed. The figures before keep the limits and the signals that they had; your decision stands beside the chart."
    >
      <form method="post" action={paths.measureLimits(view.id)}>
        <ErrorSummary form={form} />
        <SelectField
          name="from"
          label="From"
          none="Choose a period"
          choices={view.periods}
          form={form}
        />
        <TextArea
          name="reason"
          label="Why"
          hint="What changed, how you know, and why it will last."
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button decision={view.decision}>Begin the limits anew</Button>
      </form>
    </Page>
  )
}
