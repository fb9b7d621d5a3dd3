import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import type { TakeContributionsView } from './take-contributions.query.server'

export function TakeContributionsPage({
  view,
  form,
}: {
  view: TakeContributionsView
  form: FormState | undefined
}) {
  return (
    <Page
      title={`Export what ${view.name} wrote and did`}
      crumbs={[
        { to: paths.adminPeople(), name: 'People' },
        { to: paths.adminPerson(view.id), name: view.name },
      ]}
      lede="For a person who asks what is held about them. A ZIP with a table for each kind of thing that they had a part in, and the files that they added."
    >
      <ErrorSummary form={form} />
      <ul className="mb-6 max-w-measure list-disc pl-5">
        <li>
          It holds evidence that is restricted as well. Give it to {view.name} and nobody else.
        </li>
        <li>Other people are left out, save where somebody wrote of them in words.</li>
        <li>Held files are listed by their hash, and are not in it.</li>
        <li>It stands in the audit trail that you took it, and for which request.</li>
      </ul>
      <form method="post" action={paths.adminContributions(view.id)}>
        <TextField
          name="reason"
          label="For which request"
          hint="Such as “their letter of 3 November”."
          autoComplete="off"
          form={form}
        />
        <div className="flex flex-wrap items-start gap-4">
          <Button decision={view.decision}>Export it</Button>
          <a href={paths.adminPerson(view.id)} className="py-3">
            Go back
          </a>
        </div>
      </form>
      <details className="mt-6 max-w-measure">
        <summary className="min-h-[44px] cursor-pointer py-2">
          What is in it ({view.holds.length}) and what is not ({view.leftOut.length})
        </summary>
        <ul className="list-disc pl-5">
          {view.holds.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
        <h2 className="mt-4 text-18">Not in it</h2>
        <ul className="list-disc pl-5">
          {view.leftOut.map(({ table, because }) => (
            <li key={table}>
              {table.charAt(0).toUpperCase() + table.slice(1)}: {because}
            </li>
          ))}
        </ul>
      </details>
    </Page>
  )
}
