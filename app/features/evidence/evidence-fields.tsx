import { evidenceKinds, evidenceKindsInWords } from '~/domain/evidence/kinds'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { CheckboxField, DateField, RadioField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'

type Form = Partial<FormState> | undefined

const kinds = evidenceKinds.map((kind) => {
  const { title, whatItIs } = evidenceKindsInWords[kind]
  return { value: kind, title, hint: whatItIs }
})

export function ShowsField({ form }: { form: Form }) {
  return (
    <TextArea
      name="shows"
      label="What it shows"
      hint="In one or two sentences, without anything that tells who a child is."
      form={form}
      rows={3}
    />
  )
}

export function KindField({ form }: { form: Form }) {
  return <RadioField name="kind" label="Kind of evidence" choices={kinds} optional form={form} />
}

export function PeriodFields({ form, today }: { form: Form; today: CalendarDate }) {
  return (
    <div className="flex flex-wrap gap-x-6">
      <DateField name="periodFrom" label="Covers from" max={today} optional form={form} />
      <DateField name="periodTo" label="to" max={today} optional form={form} />
    </div>
  )
}

export function NameAndLinkFields({ form }: { form: Form }) {
  return (
    <>
      <TextField
        name="title"
        label="Name"
        hint="Otherwise it is called after its file or its words."
        optional
        form={form}
      />
      <TextField
        name="link"
        label="Link"
        type="url"
        hint="To where it is kept, if not here."
        optional
        form={form}
      />
    </>
  )
}

export function WhoMaySeeField({ form }: { form: Form }) {
  return (
    <CheckboxField
      name="restricted"
      label="Who may see it"
      choices={[
        {
          value: 'yes',
          title: 'Only I, managers and leaders',
          hint: 'For what could hurt somebody if it were read widely. Observers never see it.',
        },
      ]}
      form={form}
    />
  )
}
