import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { CloseVisitView } from './close-visit.query.server'

export function CloseVisitPage({
  view,
  form,
}: {
  view: CloseVisitView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Close the visit without a letter"
      above={view.title}
      crumbs={[
        { to: paths.visits(), name: 'Visits' },
        { to: paths.visit(view.id), name: view.title },
      ]}
      lede="For a visit whose letter is not published, as a first one’s usually is not."
    >
      {view.mayAddLetter ? (
        <p className="mb-6">
          There is a letter? <a href={paths.visitLetter(view.id)}>Add it</a>, and what it says lands
          on the recommendations.
        </p>
      ) : null}
      <ErrorSummary form={form} />
      <form method="post" action={paths.closeVisit(view.id)}>
        <TextArea
          name="said"
          label="What inspectors said"
          hint="As they said it at the end of the visit, the hard parts too. It stays on the page of the visit."
          rows={8}
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button decision={view.decision}>Close the visit</Button>
      </form>
    </Page>
  )
}
