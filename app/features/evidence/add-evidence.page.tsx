import { sizeInWords } from '~/domain/evidence/file-kinds'
import { evidenceKinds, evidenceKindsInWords } from '~/domain/evidence/kinds'
import { longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { CheckboxField, DateField, FileField, RadioField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import { UploadForm } from '~/ui/upload-form'
import { toldOfFileField } from './add-evidence.form'
import type { AddEvidenceView } from './add-evidence.query.server'

const kinds = evidenceKinds.map((kind) => {
  const { title, whatItIs } = evidenceKindsInWords[kind]
  return { value: kind, title, hint: whatItIs }
})

export function AddEvidencePage({
  view,
  form: answered,
}: {
  view: AddEvidenceView & { largestBytes: number }
  form: FormState | undefined
}) {
  const { action, period, today } = view
  return (
    <Page
      title="Add evidence"
      lede={<p>To “{action.title}”.</p>}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(action.id), name: action.title },
      ]}
    >
      <UploadForm
        action={paths.actionEvidence(action.id)}
        fileField="file"
        largestBytes={view.largestBytes}
        form={answered}
        button="Add evidence"
        filledIn={toldOfFileField}
      >
        {(form) => (
          <>
            <WhatWasAsked view={view} form={form} />
            <TextArea
              name="shows"
              label="What it shows"
              hint="In one or two sentences, without anything that tells who a child is."
              form={form}
              rows={3}
            />
            <NotAnIdentifier form={form} />
            <input
              type="hidden"
              name={toldOfFileField}
              value={form?.typed[toldOfFileField]?.[0] ?? ''}
            />
            <RadioField name="kind" label="Kind of evidence" choices={kinds} form={form} />
            <div className="flex flex-wrap gap-x-6">
              <DateField
                name="periodFrom"
                label="Covers from"
                initial={period.from}
                max={today}
                form={form}
              />
              <DateField name="periodTo" label="to" initial={period.to} max={today} form={form} />
            </div>
            <More form={form} />
            <FileChoice largestBytes={view.largestBytes} form={form} />
          </>
        )}
      </UploadForm>
    </Page>
  )
}

function WhatWasAsked({ view, form }: { view: AddEvidenceView; form: FormState | undefined }) {
  if (view.requests.length === 0) return null
  const choices = view.requests.map(({ id, what, dueOn, askedOf, askedBy, isMine }) => ({
    value: String(id),
    title: what,
    hint: `${askedBy} asked ${isMine ? 'you' : askedOf} for it by ${longDate(dueOn)}, ${inWords(dueOn, view.today)}.`,
  }))
  return (
    <RadioField
      name="requestId"
      label="What it answers"
      choices={[...choices, { value: '', title: 'Nothing that was asked for' }]}
      initial={view.chosenRequestId?.toString()}
      form={form}
    />
  )
}

function More({ form }: { form: FormState | undefined }) {
  const isUsed =
    form?.errors.some(({ field }) => ['title', 'link'].includes(field)) ||
    ['title', 'link', 'restricted'].some((name) => form?.typed[name]?.[0])
  return (
    <details className="mb-5 max-w-[42rem]" open={isUsed}>
      <summary className="min-h-[44px] cursor-pointer py-2 text-brand underline underline-offset-[3px]">
        A link, a name, or who may see it
      </summary>
      <div className="border-l-4 border-line pl-4 pt-2">
        <TextField
          name="link"
          label="Link"
          type="url"
          hint="To where it is kept, if not here."
          optional
          form={form}
        />
        <TextField
          name="title"
          label="Name"
          hint="Otherwise it is called after its file or its words."
          optional
          form={form}
        />
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
      </div>
    </details>
  )
}

function FileChoice({ largestBytes, form }: { largestBytes: number; form: FormState | undefined }) {
  const limit = `A document, picture, recording or text of up to ${sizeInWords(largestBytes)}.`
  const inName = form?.errors.find(({ field }) => field === 'fileName')
  // A browser fills in no file; a name that is not to be shown is not shown here either.
  const lost = inName ? 'The file' : form?.typed.fileName?.map((name) => `“${name}”`)[0]
  const shown = inName
    ? { ...form, errors: [{ field: 'file', sentence: `In the file’s name, ${inName.sentence}` }] }
    : form
  return (
    <div id="fileName" tabIndex={-1}>
      <FileField
        name="file"
        label={lost ? 'File: choose it again' : 'File'}
        hint={
          lost ? (
            <>
              <strong>{lost} was not kept with this page.</strong> {limit}
            </>
          ) : (
            `${limit} Words or a link alone will do too.`
          )
        }
        optional
        form={shown}
      />
    </div>
  )
}
