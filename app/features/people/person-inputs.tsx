import { CheckboxField, type Choice, SelectField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { roleChoices } from './role-choices'

/** The fields that inviting and changing a person share. */
export function PersonInputs({
  form,
  teams,
  initial,
}: {
  form: FormState | undefined
  teams: readonly Choice[]
  initial?: { jobTitle: string; teamId: string; roles: readonly string[] }
}) {
  return (
    <>
      <TextField
        name="jobTitle"
        label="Job title"
        optional
        width="half"
        autoComplete="off"
        initial={initial?.jobTitle}
        form={form}
      />
      <SelectField
        name="teamId"
        label="Team"
        optional
        none="No team yet"
        choices={teams}
        initial={initial?.teamId}
        form={form}
      />
      <CheckboxField
        name="roles[]"
        label="Roles"
        hint="What somebody may do is the sum of their roles."
        choices={roleChoices}
        initial={initial?.roles}
        form={form}
      />
    </>
  )
}
