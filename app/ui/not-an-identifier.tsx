import { notAnIdentifierField } from '~/domain/evidence/typed-words'
import { TextArea } from './field'
import type { FormState } from './form-state'

/** Asks why what was found in a form's words is not an identifier; nothing where nothing was found. */
export function NotAnIdentifier({ form }: { form?: Partial<FormState> }) {
  const isAsked = form?.errors?.some((error) => error.field === notAnIdentifierField)
  const wasSaid = form?.typed?.[notAnIdentifierField]?.some((why) => why.trim() !== '')
  if (!isAsked && !wasSaid) return null
  return (
    <TextArea
      name={notAnIdentifierField}
      label="Why it is not an identifier"
      hint="Only if it cannot tell anybody who a child is. What you say is kept with the change."
      rows={2}
      form={form}
    />
  )
}
