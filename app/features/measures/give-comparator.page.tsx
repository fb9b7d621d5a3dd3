import { comparatorKinds, comparatorTitles, unitTitles } from '~/domain/measure/measure'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { RadioField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { MeasureInBriefView } from './measure-in-brief.query.server'

export function GiveComparatorPage({
  view,
  form,
}: {
  view: MeasureInBriefView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Add a comparison"
      above={view.title}
      crumbs={[
        { to: paths.measures(), name: 'Measures' },
        { to: paths.measure(view.id), name: view.title },
      ]}
      lede="A figure of others says little without its year and where it was published."
    >
      <form method="post" action={paths.measureComparator(view.id)}>
        <ErrorSummary form={form} />
        <RadioField
          name="kind"
          label="Compared with"
          choices={comparatorKinds.map((kind) => ({ value: kind, title: comparatorTitles[kind] }))}
          form={form}
        />
        <TextField
          name="value"
          label={`Their figure (${unitTitles[view.unit].toLowerCase()})`}
          width="short"
          form={form}
        />
        <TextField name="year" label="Year" hint="Such as 2024-25." width="short" form={form} />
        <TextField name="source" label="Source" hint="The publication and its table." form={form} />
        <NotAnIdentifier form={form} />
        <Button>Add the comparison</Button>
      </form>
    </Page>
  )
}
