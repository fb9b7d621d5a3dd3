import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts, Notice, Page } from '~/ui/page'
import type { EditVisitView } from './edit-visit.query.server'
import { VisitInputs } from './visit-inputs'

export function EditVisitPage({
  view,
  form,
}: {
  view: EditVisitView
  form: FormState | undefined
}) {
  const begun = form?.typed.version?.[0]
  const isChangedMeanwhile = begun !== undefined && begun !== String(view.version)
  return (
    <Page
      title="Change the visit"
      above={view.title}
      crumbs={[
        { to: paths.visits(), name: 'Visits' },
        { to: paths.visit(view.id), name: view.title },
      ]}
      lede="What was expected before stays on record, with who changed it and when."
    >
      <ErrorSummary form={form} />
      {isChangedMeanwhile ? (
        <Notice title="As somebody else saved it">
          <Facts>
            {view.saved.map(({ name, words }) => (
              <Fact key={name} name={name}>
                {words}
              </Fact>
            ))}
          </Facts>
          <p>What you typed is in the fields below. Saving again puts it in place of this.</p>
        </Notice>
      ) : null}
      <form method="post" action={paths.editVisit(view.id)}>
        <input type="hidden" name="version" value={view.version} />
        <VisitInputs
          form={form ?? { typed: view.typed }}
          toTest={view.toTest}
          windowStays={view.isHeld}
        />
        <Button decision={view.decision}>{isChangedMeanwhile ? 'Save again' : 'Save'}</Button>
      </form>
    </Page>
  )
}
