/** What a form page is shown again with when something in it was wrong: nothing typed is lost. */
export interface FormState {
  typed: Record<string, string[]>
  errors: FieldError[]
  /** why a rule says no, where the form itself was right */
  because?: string
}

/** The name of the last field of a long form (ui/last-field.tsx). */
export const wholeField = 'whole'

/** Whether every field of the page is in the form: sent early, it has only those that had come. */
export const cameWhole = (typed: FormState['typed']): boolean => typed[wholeField] !== undefined

export const notWhole =
  'The page had not come in whole when it was sent, so parts of it were missing. Look through it again, and send it again.'

/** What was typed; where the form had not come in whole, over what it began with. */
export const typedOver = (
  form: FormState | undefined,
  began: FormState['typed'],
): Partial<FormState> =>
  form === undefined
    ? { typed: began }
    : cameWhole(form.typed)
      ? form
      : { ...form, typed: { ...began, ...form.typed } }

/**
 * What the form was shown at first (domain/as-shown.ts). It stays when something typed was wrong: what is
 * typed began with it, and what somebody else changed meanwhile would be undone unseen.
 */
export const shownFirst = (form: FormState | undefined, now: string): string =>
  form?.typed.asShown?.[0] ?? now

export interface FieldError {
  /** the name of the field, which is also the id of its control */
  field: string
  sentence: string
}
