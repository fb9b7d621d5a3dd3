import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { FileField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'

export function AddReportPage({ form }: { form: FormState | undefined }) {
  return (
    <Page
      title="Add a report"
      crumbs={[{ to: paths.inspections(), name: 'Inspections' }]}
      lede="Waymark reads the report and proposes its judgements and recommendations. Nothing is in the plan until you have confirmed them."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.addReport()} encType="multipart/form-data">
        <FileField
          name="report"
          label="The report"
          hint="A PDF, a Word document (.docx) or a web page, as Ofsted sent or published it."
          accept=".pdf,.docx,.html,.htm,.txt,application/pdf"
          form={form}
        />
        <TextArea
          name="text"
          label="Or paste its text"
          hint="For a scan, an email or minutes. Paste all of it, so that each quotation can be found again."
          rows={10}
          form={form}
          optional
        />
        <Button>Read the report</Button>
      </form>
    </Page>
  )
}
