import { visitKinds, visitKindTitles } from '~/domain/inspection/visit-kinds'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, RadioField, SelectField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Empty, Page } from '~/ui/page'
import type { PlanVisitView } from './plan-visit.query.server'

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
          <RadioField
            name="kind"
            label="Kind of visit"
            choices={visitKinds.map((kind) => ({ value: kind, title: visitKindTitles[kind] }))}
            initial="monitoring-visit"
            form={form}
          />
          <DateField
            name="expectedFrom"
            label="First day it may begin"
            hint="Working days left are counted to this day."
            form={form}
          />
          <DateField
            name="expectedTo"
            label="Last day of the window"
            hint="Leave it empty for a visit on one day."
            optional
            form={form}
          />
          <TextArea
            name="covers"
            label="What it covers"
            hint="The areas or recommendations that inspectors will test, as far as you know."
            optional
            form={form}
          />
          <NotAnIdentifier form={form} />
          <Button>Plan the visit</Button>
        </form>
      )}
    </Page>
  )
}
