import { FileField, TextArea } from './field'
import type { FormState } from './form-state'

/** A report as it is given: a file, or its words. */
export function ReportToAddFields({
  label,
  form,
}: {
  label: string
  form: Partial<FormState> | undefined
}) {
  return (
    <>
      <FileField
        name="report"
        label={label}
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
    </>
  )
}
