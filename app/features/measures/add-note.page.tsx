import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { MeasureInBriefView } from './measure-in-brief.query.server'

export function AddNotePage({
  view,
  form,
}: {
  view: MeasureInBriefView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Add a note"
      above={view.title}
      crumbs={[
        { to: paths.measures(), name: 'Measures' },
        { to: paths.measure(view.id), name: view.title },
      ]}
      lede="A note stands as a numbered flag in the chart. It stays as it was written."
    >
      <form method="post" action={paths.measureNote(view.id)}>
        <ErrorSummary form={form} />
        <TextField
          name="period"
          label="When it happened"
          hint="A period of this measure, such as September 2026."
          initial={view.period}
          width="half"
          form={form}
        />
        <TextArea
          name="words"
          label="What happened"
          hint="“Practice model rolled out”, “agency contract ended”."
          rows={2}
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button>Add the note</Button>
      </form>
    </Page>
  )
}
