import { shortestPassword } from '~/domain/access/password'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'

export function NewPasswordInputs({ form }: { form: FormState | undefined }) {
  return (
    <>
      <TextField
        name="newPassword"
        label="New password"
        type="password"
        hint={`At least ${shortestPassword} characters. Three or four words you can picture work well.`}
        autoComplete="new-password"
        width="half"
        form={form}
      />
      <TextField
        name="newPasswordAgain"
        label="New password once more"
        type="password"
        autoComplete="new-password"
        width="half"
        form={form}
      />
    </>
  )
}
