import { sizeInWords } from '~/domain/evidence/file-kinds'
import type { DeletionStep } from '~/domain/evidence/deleting'
import { actionRef } from '~/domain/plan/references'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { RadioField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Empty, Fact, Facts, Notice, Page, Section } from '~/ui/page'
import type { DeleteEvidenceView } from './delete-evidence.query.server'

const stepTitles: Record<DeletionStep, { title: string; hint: string }> = {
  propose: { title: 'Propose to delete it', hint: 'Somebody else must confirm it. Say why.' },
  confirm: {
    title: 'Confirm: delete it for good',
    hint: 'Its words and files are gone at once, on past days too, and cannot be brought back.',
  },
  decline: { title: 'Keep it after all', hint: 'Say why; the proposal stays on record.' },
  hold: {
    title: 'Hold it',
    hint: 'It must be kept, for an inspection, a complaint or a court. Say for which.',
  },
  lift: { title: 'Lift the hold', hint: 'Say why it need not be kept any longer.' },
}

/** Two people, one after the other; what remains of it stands here afterwards. */
export function DeleteEvidencePage({
  view,
  form,
}: {
  view: DeleteEvidenceView
  form: FormState | undefined
}) {
  const steps = Object.entries(view.steps).flatMap(([step, { allowed }]) =>
    allowed ? [step as DeletionStep] : [],
  )
  return (
    <Page
      title={view.isDeleted ? 'Deleted evidence' : 'Delete or hold evidence'}
      lede={view.isDeleted ? undefined : <p>“{view.title}”</p>}
      crumbs={[
        { to: paths.evidenceLibrary(), name: 'Evidence' },
        ...(view.isDeleted ? [] : [{ to: paths.evidence(view.id), name: view.title }]),
      ]}
    >
      <ErrorSummary form={form} />
      {view.isHeld ? (
        <Notice title="It is on hold">
          <p>Nobody can delete it until the hold is lifted.</p>
        </Notice>
      ) : null}
      {view.isDeleted ? null : (
        <Facts>
          <Fact name="Kept">{view.kept}</Fact>
        </Facts>
      )}
      {view.isDeleted ? <WhatRemains view={view} /> : <WhatRests view={view} />}
      <Record view={view} />
      {steps.length > 0 ? (
        <Section title="What to do">
          <form method="post" action={paths.evidenceDeletion(view.id)}>
            <RadioField
              name="step"
              label="Your decision"
              choices={steps.map((value) => ({ value, ...stepTitles[value] }))}
              form={form}
            />
            <TextArea
              name="reason"
              label="Why"
              hint={
                steps.includes('confirm')
                  ? 'Needed for everything but to confirm.'
                  : 'Needed whatever you decide. It stays on record.'
              }
              rows={3}
              form={form}
            />
            <NotAnIdentifier form={form} />
            <Button>Save</Button>
          </form>
        </Section>
      ) : null}
      {!view.steps.confirm.allowed && view.proposals.some(({ decision }) => !decision) ? (
        <p className="max-w-measure text-quiet">{view.steps.confirm.because}</p>
      ) : null}
    </Page>
  )
}

function WhatRests({ view: { rests } }: { view: DeleteEvidenceView }) {
  return (
    <Section title="What rests on it">
      {rests.length === 0 ? <Empty>Nothing rests on it.</Empty> : null}
      <ul className="max-w-[46rem]">
        {rests.map(({ actionId, title, sentence }) => (
          <li key={actionId} className="border-b border-line py-2">
            <span className="text-quiet">{actionRef(actionId)}</span>{' '}
            <a href={paths.action(actionId)}>{title}</a>
            <span className="block">{sentence}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WhatRemains({ view: { tombstones } }: { view: DeleteEvidenceView }) {
  return (
    <Section title="What remains of its files">
      {tombstones.length === 0 ? <Empty>It had no files.</Empty> : null}
      <ul className="max-w-[46rem]">
        {tombstones.map((one) => (
          <li key={one.id} className="border-b border-line py-2">
            A file of {sizeInWords(one.bytes)}, SHA-256{' '}
            <span className="break-all font-mono text-16">{one.sha256}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Record({ view: { proposals, holds } }: { view: DeleteEvidenceView }) {
  if (proposals.length + holds.length === 0) return null
  return (
    <Section title="What was said">
      <ul className="max-w-[46rem]">
        {holds.map((one) => (
          <li key={`hold-${one.id}`} className="border-b border-line py-2">
            {one.placedBy} put it on hold on {longDate(one.placedOn)}: “{one.reason}”
            {one.isLifted ? ' (lifted since)' : ''}
          </li>
        ))}
        {proposals.map((one) => (
          <li key={one.id} className="border-b border-line py-2">
            {one.proposedBy} proposed to delete it on {longDate(one.proposedOn)}: “{one.reason}”
            {one.decision && one.decidedOn ? (
              <span className="block">
                {one.decidedBy} {one.decision} it on {longDate(one.decidedOn)}.
              </span>
            ) : (
              <span className="block text-quiet">Somebody else must confirm it.</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
