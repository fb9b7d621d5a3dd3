import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import type { PersonView } from './person.query.server'

export function SuspendPersonPage({
  view,
  form,
}: {
  view: PersonView
  form: FormState | undefined
}) {
  return (
    <Page
      title={`Suspend ${view.name}`}
      crumbs={[
        { to: paths.adminPeople(), name: 'People' },
        { to: paths.adminPerson(view.id), name: view.name },
      ]}
    >
      <ErrorSummary form={form} />
      <ul className="mb-6 list-disc pl-5 max-w-measure">
        <li>They are signed out everywhere at once and cannot sign in.</li>
        <li>Links to choose a password stop working.</li>
        <li>
          {view.openActions === 0
            ? 'No open action stands in their name.'
            : `${counted(view.openActions, 'open action stays', 'open actions stay')} in their name, and ${view.openActions === 1 ? 'counts' : 'count'} as unowned.`}{' '}
          <a href={paths.handOver(view.id)}>Hand over what is theirs</a>, now or later.
        </li>
        <li>Everything they said and added stays, under their name.</li>
      </ul>
      <form method="post" action={paths.adminSuspend(view.id)}>
        <TextField
          name="reason"
          label="Why"
          hint="A few words, such as “left the council”. It stands in the audit trail."
          autoComplete="off"
          form={form}
        />
        <div className="flex flex-wrap items-start gap-4">
          <Button decision={view.suspend}>Suspend {view.name}</Button>
          <a href={paths.adminPerson(view.id)} className="py-3">
            Go back
          </a>
        </div>
      </form>
    </Page>
  )
}
