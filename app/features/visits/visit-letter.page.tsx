import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'
import { ReportToAddFields } from '~/ui/report-to-add-fields'
import type { VisitLetterView } from './visit-letter.query.server'

export function VisitLetterPage({
  view,
  form,
}: {
  view: VisitLetterView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Add the letter of the visit"
      above={view.title}
      crumbs={[
        { to: paths.visits(), name: 'Visits' },
        { to: paths.visit(view.id), name: view.title },
      ]}
      lede="Waymark reads the letter and proposes what it says of each recommendation. Once you have confirmed it, the visit is closed by it."
    >
      <ErrorSummary form={form} />
      {view.reading.length > 0 ? (
        <Notice title="A letter is being read for this visit already">
          <ul>
            {view.reading.map(({ importId, name }) => (
              <li key={importId}>
                <a href={paths.reportImport(importId)}>Go on with “{name}”</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <form method="post" action={paths.visitLetter(view.id)} encType="multipart/form-data">
        <ReportToAddFields form={form} label="The letter" />
        <Button decision={view.decision}>Read the letter</Button>
      </form>
    </Page>
  )
}
