import type { ForEachKind } from '~/domain/evidence/for-each-kind'
import { evidenceKinds, evidenceKindsInWords } from '~/domain/evidence/kinds'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'

/** A number for each kind of evidence. */
export function ForEachKindFields({
  initial,
  form,
}: {
  initial: ForEachKind
  form: FormState | undefined
}) {
  return evidenceKinds.map((kind) => (
    <TextField
      key={kind}
      name={kind}
      label={evidenceKindsInWords[kind].title}
      width="short"
      autoComplete="off"
      initial={String(initial[kind])}
      form={form}
    />
  ))
}
