import type { Refusal } from '~/domain/decision'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import { NewPasswordInputs } from './new-password-inputs'

export function AcceptInvitationPage({
  person,
  token,
  form,
}: {
  person: { name: string; email: string }
  token: string
  form: FormState | undefined
}) {
  return (
    <Page
      title={`Welcome, ${person.name}`}
      lede="Choose a password. You are then signed in, and this link is used up."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.invitation(token)}>
        <p className="mb-5">
          You sign in as <strong>{person.email}</strong>.
        </p>
        {/* so that a password store knows whose password this is */}
        <input type="text" autoComplete="username" value={person.email} readOnly hidden />
        <NewPasswordInputs form={form} />
        <Button>Choose this password and sign in</Button>
      </form>
    </Page>
  )
}

export function InvitationClosedPage({ because }: { because: Refusal['because'] }) {
  return (
    <Page title="This link does not open">
      <p className="mb-4 max-w-measure">{because}</p>
      <p className="mb-6 max-w-measure">
        If you have chosen a password already, sign in with it. If not, ask your administrator for a
        new link: nothing is lost.
      </p>
      <ButtonLink to={paths.signIn()}>Sign in</ButtonLink>
    </Page>
  )
}
