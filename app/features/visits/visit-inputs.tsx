import { visitKinds, visitKindTitles } from '~/domain/inspection/visit-kinds'
import { DateField, RadioField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { GroupedCheckboxes } from '~/ui/grouped-checkboxes'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import type { ChoiceGroup } from './choices.query.server'
import { letterChoices } from './visit-fields'

/** What is known of a visit: the fields of a new one and of one that changes. */
export function VisitInputs({
  form,
  toTest,
  windowStays = false,
}: {
  form: Partial<FormState> | undefined
  toTest: readonly ChoiceGroup[]
  /** it was held, so its window is carried along and not asked for */
  windowStays?: boolean
}) {
  return (
    <>
      <RadioField
        name="kind"
        label="Kind of visit"
        choices={visitKinds.map((kind) => ({ value: kind, title: visitKindTitles[kind] }))}
        initial="monitoring-visit"
        form={form}
      />
      {windowStays ? (
        <>
          <input type="hidden" name="expectedFrom" value={form?.typed?.expectedFrom?.[0]} />
          <input type="hidden" name="expectedTo" value={form?.typed?.expectedTo?.[0]} />
        </>
      ) : (
        <>
          <DateField
            name="expectedFrom"
            label="First day it may begin"
            hint="Working days left are counted to this day."
            form={form}
          />
          <DateField
            name="expectedTo"
            label="Last day of the window"
            hint="Leave it empty for a visit on one day."
            optional
            form={form}
          />
        </>
      )}
      <TextArea
        name="covers"
        label="Areas it covers"
        hint="What inspectors will look at, as far as you know, in their words."
        optional
        form={form}
      />
      {toTest.length === 0 ? null : (
        <GroupedCheckboxes
          name="recommendationIds[]"
          label="Recommendations to be tested"
          hint="The page of the visit shows how ready each one is. With none, it speaks of the whole plan."
          groups={toTest}
          form={form}
        />
      )}
      <TextField name="leadInspector" label="Lead inspector" width="half" optional form={form} />
      <RadioField
        name="letter"
        label="The letter"
        choices={letterChoices}
        initial="not-known"
        form={form}
      />
      <NotAnIdentifier form={form} />
    </>
  )
}
