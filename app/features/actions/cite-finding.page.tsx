import { actionRef, findingRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import type { CiteFindingView } from './cite-finding.query.server'

export function CiteFindingPage({
  view,
  form,
}: {
  view: CiteFindingView
  form: FormState | undefined
}) {
  const { action } = view
  return (
    <Page
      title="Cite a finding"
      above={`${actionRef(action.id)} ${action.title}`}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(action.id), name: actionRef(action.id) },
      ]}
      lede="What a report says beside its recommendations can be the reason for an action, too: a numbered paragraph, or a strength or concern that was kept."
    >
      <ErrorSummary form={form} />
      <form
        method="get"
        action={paths.actionFindings(action.id)}
        className="flex flex-wrap items-end gap-x-4"
      >
        <TextField
          name="q"
          label="Paragraph number or words"
          hint="Such as 38, or: supervision of social workers"
          width="half"
          type="search"
          initial={view.q}
        />
        {view.inspections.length > 1 ? (
          <SelectField
            name="inspection"
            label="Report"
            none="Every report"
            initial={view.inspectionId ? String(view.inspectionId) : ''}
            choices={view.inspections}
          />
        ) : null}
        <div className="mb-5">
          <Button look="secondary">Look</Button>
        </div>
      </form>
      <Found view={view} />
      <ButtonLink look="quiet" to={paths.action(action.id)}>
        Back to the action
      </ButtonLink>
    </Page>
  )
}

function Found({ view }: { view: CiteFindingView }) {
  if (view.inspections.length === 0) {
    return (
      <Empty>No report in the plan has findings that were kept. They come in with a report.</Empty>
    )
  }
  if (view.q === '') return null
  if (view.found.length === 0) {
    return (
      <Empty>Nothing in the reports fits this. Try fewer words, or the paragraph’s number.</Empty>
    )
  }
  return (
    <>
      <ul>
        {view.found.map((finding) => (
          <li key={finding.id} className="card mb-4">
            <h2 className="text-16 md:text-16">
              <a href={paths.findingAt(finding.inspectionId, finding.id)}>
                {finding.inspection}, {findingRef(finding)}
              </a>
              {finding.areaName ? (
                <span className="font-normal text-quiet"> {finding.areaName}</span>
              ) : null}
            </h2>
            <p className="my-2 max-w-measure">“{finding.text}”</p>
            {finding.isCited ? (
              <ToneTag tone="good">Cited in this action</ToneTag>
            ) : (
              <form method="post" action={paths.actionFindings(view.action.id)}>
                <input type="hidden" name="findingId" value={finding.id} />
                <Button look="secondary" decision={view.decision}>
                  Cite {findingRef(finding)}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {view.isCut ? (
        <p className="mb-4 text-quiet">More fit this. Add a word to find the one you mean.</p>
      ) : null}
    </>
  )
}
