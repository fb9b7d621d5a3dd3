import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import { NewPasswordInputs } from './new-password-inputs'

export function ChangePasswordPage({
  email,
  form,
}: {
  email: string
  form: FormState | undefined
}) {
  return (
    <Page
      title="Change my password"
      crumbs={[{ to: paths.account(), name: 'My account' }]}
      lede="You stay signed in here and are signed out everywhere else."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.accountPassword()}>
        {/* so that a password store knows whose password this is */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <TextField
          name="currentPassword"
          label="Password you have now"
          type="password"
          autoComplete="current-password"
          width="half"
          form={form}
        />
        <NewPasswordInputs form={form} />
        <Button>Change my password</Button>
      </form>
    </Page>
  )
}
