import { invitationDays } from '~/domain/access/invitation'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'
import type { InvitePersonView } from './invite-person.query.server'
import { PersonInputs } from './person-inputs'

const crumbs = [{ to: paths.adminPeople(), name: 'People' }]

export function InvitePersonPage({
  view,
  form,
}: {
  view: InvitePersonView
  form: FormState | undefined
}) {
  return (
    <Page title="Invite a person" crumbs={crumbs}>
      <ErrorSummary form={form} />
      <Notice>
        <p>
          Waymark does not send mail yet. The next page shows a link, once: pass it on yourself, in
          a way that only this person reads.
        </p>
      </Notice>
      <form method="post" action={paths.adminInvite()}>
        <TextField name="name" label="Name" width="half" autoComplete="off" form={form} />
        <TextField
          name="email"
          label="Email address"
          type="email"
          hint="They sign in with it. It cannot be changed later."
          width="half"
          autoComplete="off"
          form={form}
        />
        <PersonInputs form={form} teams={view.teams} />
        <Button>Make the invitation</Button>
      </form>
    </Page>
  )
}

/** The one page that ever shows the link. */
export function InvitationMadePage({ name, link }: { name: string; link: string }) {
  return (
    <Page title={`An invitation for ${name}`} crumbs={crumbs}>
      <Notice title="Copy this link now. It is shown only once.">
        <p className="mt-2">
          <code className="break-all">{link}</code>
        </p>
      </Notice>
      <p className="mb-4 max-w-measure">
        Pass it to {name} in a way that only they read. It opens once, within {invitationDays} days,
        and lets them choose a password. If it gets lost, make a new one on their page: the old one
        then stops working.
      </p>
      <p>
        <a href={paths.adminPeople()}>Back to people</a>
      </p>
    </Page>
  )
}
