/** What a form page is shown again with when something in it was wrong: nothing typed is lost. */
export interface FormState {
  typed: Record<string, string[]>
  errors: FieldError[]
  /** why a rule says no, where the form itself was right */
  because?: string
}

export interface FieldError {
  /** the name of the field, which is also the id of its control */
  field: string
  sentence: string
}
