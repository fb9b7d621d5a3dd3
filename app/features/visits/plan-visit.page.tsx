import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page } from '~/ui/page'
import type { PlanVisitView } from './plan-visit.query.server'
import { VisitInputs } from './visit-inputs'

export function PlanVisitPage({
  view,
  form,
}: {
  view: PlanVisitView
  form: FormState | undefined
}) {
  const [only, ...others] = view.inspections
  return (
    <Page title="Plan a visit" crumbs={[{ to: paths.visits(), name: 'Visits' }]}>
      {only === undefined ? (
        <Empty>
          A visit checks progress after an inspection.{' '}
          <a href={paths.inspections()}>Add the report of the inspection</a> first.
        </Empty>
      ) : (
        <form method="post" action={paths.newVisit()}>
          <ErrorSummary form={form} />
          <SelectField
            name="inspectionId"
            label="Inspection it follows"
            choices={view.inspections.map(({ id, name }) => ({ value: String(id), title: name }))}
            none={others.length > 0 ? 'Choose an inspection' : undefined}
            form={form}
          />
          <VisitInputs form={form} toTest={view.toTest} />
          <Button>Plan the visit</Button>
        </form>
      )}
    </Page>
  )
}
