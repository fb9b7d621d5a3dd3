import { sizeInWords } from '~/domain/evidence/file-kinds'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { RadioField, SelectField } from '~/ui/field'
import { FilesSentAhead } from '~/ui/files-sent-ahead'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import { UploadForm } from '~/ui/upload-form'
import { uploadsField } from './add-evidence.form'
import type { AddEvidenceView } from './add-evidence.query.server'
import {
  KindField,
  NameAndLinkFields,
  PeriodFields,
  ShowsField,
  WhoMaySeeField,
} from './evidence-fields'
import type { FileChoice } from './receive-evidence.server'

type View = AddEvidenceView & FileChoice

/** One form, from wherever one comes: what it shows and its files are enough; the rest can follow. */
export function AddEvidencePage({
  view,
  form: answered,
}: {
  view: View
  form: FormState | undefined
}) {
  const { actions, recommendations, follows } = view
  return (
    <Page
      title={follows ? 'Add a new version' : 'Add evidence'}
      lede={<For view={view} />}
      crumbs={[
        { to: paths.evidenceLibrary(), name: 'Evidence' },
        ...actions.map(({ id, title }) => ({ to: paths.action(id), name: title })),
        ...recommendations.map(({ id }) => ({
          to: paths.recommendation(id),
          name: recommendationRef(id),
        })),
        ...(follows ? [{ to: paths.evidence(follows.id), name: follows.title }] : []),
      ]}
    >
      <UploadForm
        action={paths.newEvidence({
          action: actions[0]?.id.toString(),
          recommendation: recommendations[0]?.id.toString(),
          follows: follows?.id.toString(),
        })}
        fileField="file"
        largestBytes={view.largestBytes}
        form={answered}
        button={follows ? 'Add the new version' : 'Add evidence'}
      >
        {(form) => (
          <>
            {actions.map(({ id }) => (
              <input key={id} type="hidden" name="actionIds[]" value={id} />
            ))}
            {recommendations.map(({ id }) => (
              <input key={id} type="hidden" name="recommendationIds[]" value={id} />
            ))}
            <input type="hidden" name="supersedesId" value={follows?.id ?? ''} />
            <WhatWasAsked view={view} form={form} />
            <ShowsField form={form} />
            <NotAnIdentifier form={form} />
            <WhichFiles choice={view} form={form} />
            <More view={view} form={form} />
          </>
        )}
      </UploadForm>
    </Page>
  )
}

function For({ view: { actions, recommendations, follows } }: { view: View }) {
  if (follows) {
    return (
      <p>
        Of “{follows.title}”. That stays with its judgement, and counts until this one is accepted.
      </p>
    )
  }
  const named = [
    ...actions.map(({ id, title }) => `${actionRef(id)} “${title}”`),
    ...recommendations.map(({ id, text }) => `${recommendationRef(id)} “${text}”`),
  ]
  if (named.length === 0) return <p>What it is for can be said now or later.</p>
  return <p>For {named.join(' and ')}. It can be for more: say so once it is saved.</p>
}

function WhatWasAsked({ view, form }: { view: View; form: FormState | undefined }) {
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

const later = ['kind', 'periodFrom', 'periodTo', 'title', 'link', 'restricted', 'actionIds[]']

/** What can be given at once or later; open where something in it was typed or is wrong. */
function More({ view, form }: { view: View; form: FormState | undefined }) {
  const isUsed =
    form?.errors.some(({ field }) => later.includes(field)) ||
    later.some((name) => name !== 'actionIds[]' && form?.typed[name]?.[0])
  return (
    <details className="mb-5 max-w-[42rem]" open={isUsed}>
      <summary className="min-h-[44px] cursor-pointer py-2 text-brand underline underline-offset-[3px]">
        Its kind, its period and more, now or later
      </summary>
      <div className="border-l-4 border-line pl-4 pt-2">
        {view.mine.length > 0 ? (
          <SelectField
            name="actionIds[]"
            label="Which of your actions it is for"
            optional
            none="Said later"
            choices={view.mine.map(({ id, title }) => ({
              value: String(id),
              title: `${actionRef(id)} ${title}`,
            }))}
            form={form}
          />
        ) : null}
        <KindField form={form} />
        <PeriodFields form={form} today={view.today} />
        <NameAndLinkFields form={form} />
        <WhoMaySeeField form={form} />
      </div>
    </details>
  )
}

function WhichFiles({
  choice: { largestBytes, mostFiles, lookedThrough, arrived, brokenOff },
  form,
}: {
  choice: FileChoice
  form: FormState | undefined
}) {
  const limit = `Documents, pictures, recordings or text, each up to ${sizeInWords(largestBytes)}; several at once if you like.`
  const wereSentAhead = form?.typed[uploadsField]?.some((id) =>
    arrived.some((one) => one.id === id),
  )
  // A browser fills in no file.
  const names = form?.typed.fileName?.map((name) => `“${name}”`).join(', ')
  const lost = wereSentAhead ? undefined : names
  return (
    <FilesSentAhead
      fileField="file"
      uploadsField={uploadsField}
      most={mostFiles}
      largestBytes={largestBytes}
      lookedThrough={lookedThrough}
      arrived={arrived}
      brokenOff={brokenOff}
      label={lost ? 'Files: choose them again' : 'Files'}
      hint={
        lost ? (
          <>
            <strong>{lost}: not kept with this page.</strong> {limit}
          </>
        ) : (
          `${limit} Words or a link alone will do too.`
        )
      }
      form={form}
    />
  )
}
