import { sizeInWords } from '~/domain/evidence/file-kinds'
import { heldSentence, hitSentence, unsearchedSentence } from '~/domain/evidence/held-file'
import { takenOutSentence } from '~/domain/evidence/taken-out'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/field'
import { FilesSentAhead } from '~/ui/files-sent-ahead'
import type { FormState } from '~/ui/form-state'
import { Notice, Page, Section } from '~/ui/page'
import { UploadForm } from '~/ui/upload-form'
import { uploadsField } from './add-evidence.form'
import type { HeldFileView } from './held-file.query.server'
import type { FileChoice } from './receive-evidence.server'

/** What was found in a held file, masked, and the three ways out of it. */
export function HeldFilePage({
  view,
  statementForm,
  replacementForm,
  removalForm,
}: {
  view: HeldFileView & FileChoice
  statementForm?: FormState
  replacementForm?: FormState
  removalForm?: FormState
}) {
  const { evidence, file } = view
  return (
    <Page
      title={<span className="break-words">{file.name}</span>}
      above={
        view.hold.reason === 'infected'
          ? 'Held: nobody can open this file'
          : 'Held: only you see this file'
      }
      crumbs={[
        { to: paths.evidenceLibrary(), name: 'Evidence' },
        { to: paths.evidence(evidence.id), name: evidence.title },
      ]}
    >
      <ErrorSummary form={statementForm ?? removalForm} />
      {file.takenOut.length > 0 ? (
        <Notice>
          <p>{takenOutSentence(file.takenOut)}</p>
        </Notice>
      ) : null}
      <WhatHoldsIt view={view} />
      <Replacement view={view} form={replacementForm} />
      <Statement view={view} form={statementForm} />
      <Removal view={view} />
    </Page>
  )
}

const shownAtMost = 20

function WhatHoldsIt({ view: { hold } }: { view: HeldFileView }) {
  const found = 'found' in hold ? hold.found : []
  const unsearched = 'unsearched' in hold ? hold.unsearched : []
  return (
    <Section title="Why it is held" id="why">
      <p className="mb-3 max-w-measure">
        {heldSentence(hold)}{' '}
        {hold.reason === 'infected'
          ? 'Nobody is given it, you neither; what else you added is saved. Do not open it where you have it: tell the people who look after your computer, and then choose one of the ways below.'
          : 'Nothing is lost: the file is kept, and nobody else sees it until you have chosen one of the ways below.'}
      </p>
      {found.length > 0 ? (
        <ul className="max-w-measure">
          {found.slice(0, shownAtMost).map((hit, at) => (
            <li key={at} className="border-b border-line py-2">
              {hitSentence(hit)}
              <span className="block text-16 text-quiet">Where: {hit.where}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {found.length > shownAtMost ? (
        <p className="mt-2 text-quiet">And {found.length - shownAtMost} more.</p>
      ) : null}
      {unsearched.length > 0 ? (
        <ul className="max-w-measure">
          {unsearched.slice(0, shownAtMost).map((part, at) => (
            <li key={at} className="border-b border-line py-2">
              {unsearchedSentence(part)}
              {part.where ? (
                <span className="block text-16 text-quiet">Where: {part.where}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

function Replacement({
  view: { evidence, file, destroy, ...choice },
  form,
}: {
  view: HeldFileView & FileChoice
  form: FormState | undefined
}) {
  if (!destroy.allowed) return null
  return (
    <Section title="Put a redacted one in its place" id="replace">
      <UploadForm
        action={paths.evidenceFileReplacement(evidence.id, file.id)}
        fileField="file"
        largestBytes={choice.largestBytes}
        form={form}
        button="Add it in its place"
      >
        {(state) => (
          <FilesSentAhead
            {...choice}
            fileField="file"
            uploadsField={uploadsField}
            most={1}
            label="File"
            hint={`Up to ${sizeInWords(choice.largestBytes)}. It is searched in its turn; the one above is destroyed.`}
            form={state}
          />
        )}
      </UploadForm>
    </Section>
  )
}

function Statement({
  view: { evidence, file, state, hold },
  form,
}: {
  view: HeldFileView
  form: FormState | undefined
}) {
  if (!state.allowed) return null
  const isFound = hold.reason === 'identifiers-found'
  return (
    <Section title={isFound ? 'Say why it is not an identifier' : 'Say how you know'} id="say-why">
      <form method="post" action={paths.evidenceFileHeld(evidence.id, file.id)}>
        <TextArea
          name="statement"
          label={
            isFound
              ? 'Why it tells nobody who a child is'
              : 'How you know that nothing in it tells who a child is'
          }
          hint="Managers read this beside the file."
          rows={3}
          form={form}
        />
        <Button look="secondary">Let others see the file</Button>
      </form>
    </Section>
  )
}

function Removal({ view: { evidence, file, destroy } }: { view: HeldFileView }) {
  if (!destroy.allowed) return null
  return (
    <Section title="Remove it" id="remove">
      <p className="mb-3 max-w-measure">
        The file is destroyed, and cannot be had back. The evidence stays with its words; that there
        was a file, and why it is gone, stays on record.
      </p>
      <form method="post" action={paths.evidenceFileRemoval(evidence.id, file.id)}>
        <Button look="secondary">Destroy the file</Button>
      </form>
    </Section>
  )
}
