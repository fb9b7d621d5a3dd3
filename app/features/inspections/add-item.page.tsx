import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import { BesideSource } from './beside-source'
import { ItemInputs } from './item-inputs'
import type { ReportImportView } from './report-import.query.server'

export function AddItemPage({
  view,
  form,
}: {
  view: ReportImportView
  form: FormState | undefined
}) {
  return (
    <Page
      wide
      title="Add a recommendation"
      above={view.originalName}
      crumbs={[
        { to: paths.inspections(), name: 'Inspections' },
        { to: paths.reportImport(view.id), name: 'What the report says' },
      ]}
      lede="For what the report says must improve and Waymark did not find."
    >
      <ErrorSummary form={form} />
      <BesideSource proposal={view} itemHref={(key) => paths.reportImportAt(view.id, key)}>
        <form method="post" action={paths.reportImportItemAdd(view.id)}>
          <ItemInputs proposal={view} item={undefined} form={form} />
          <div className="flex flex-wrap gap-4">
            <Button decision={view.isOpen}>Add it</Button>
            <ButtonLink look="quiet" to={paths.reportImport(view.id)}>
              Back without adding
            </ButtonLink>
          </div>
        </form>
      </BesideSource>
    </Page>
  )
}
