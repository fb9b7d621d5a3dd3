import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import { ReportToAddFields } from '~/ui/report-to-add-fields'

export function AddReportPage({ form }: { form: FormState | undefined }) {
  return (
    <Page
      title="Add a report"
      crumbs={[{ to: paths.inspections(), name: 'Inspections' }]}
      lede="Waymark reads the report and proposes its judgements and recommendations. Nothing is in the plan until you have confirmed them."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.addReport()} encType="multipart/form-data">
        <ReportToAddFields label="The report" form={form} />
        <Button>Read the report</Button>
      </form>
    </Page>
  )
}
