import { kindTitle } from '~/domain/evidence/kinds'
import type { EvidenceField, EvidenceInWords } from '~/domain/evidence/merge-edit'
import { missingSentence } from '~/domain/evidence/missing'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { EvidenceConflict } from './edit-evidence.command.server'
import { evidenceAsTyped } from './edit-evidence.form'
import type { EditEvidenceView } from './edit-evidence.query.server'
import {
  KindField,
  NameAndLinkFields,
  PeriodFields,
  ShowsField,
  WhoMaySeeField,
} from './evidence-fields'

/** Fills in what was left for later, or puts right what a review asked. */
export function EditEvidencePage({
  view,
  form,
}: {
  view: EditEvidenceView
  form: (FormState & { conflict?: EvidenceConflict }) | undefined
}) {
  const shown: Partial<FormState> = form ?? { typed: evidenceAsTyped(view.evidence) }
  const version = form?.typed.version?.[0] ?? view.version
  return (
    <Page
      title="Edit evidence"
      lede={
        <p>
          “{view.title}” {view.question ? 'came back with a question.' : 'is saved.'}{' '}
          {stillMissing(view)}
        </p>
      }
      crumbs={[
        { to: paths.evidenceLibrary(), name: 'Evidence' },
        { to: paths.evidence(view.id), name: view.title },
      ]}
    >
      <ErrorSummary form={form} />
      {view.question ? (
        <div className="mb-6 max-w-measure">
          <h2 className="text-18">{view.question.by} asks</h2>
          <blockquote className="mt-2 border-l-4 border-brand pl-4">
            {view.question.words}
          </blockquote>
          <p className="mt-2 text-quiet">
            Answer it in what it shows, and in the fields below. Saved, it waits to be judged again.
          </p>
        </div>
      ) : null}
      {form?.conflict ? <Conflict conflict={form.conflict} /> : null}
      <form method="post" action={paths.editEvidence(view.id)}>
        <input type="hidden" name="version" value={version} />
        {view.isSettled ? (
          <>
            <p className="mb-4 max-w-measure">
              It was judged as it is, so it stays as it is; only who may see it can change.{' '}
              <a href={paths.newEvidence({ follows: String(view.id) })}>Add a new version</a> for
              what is new.
            </p>
            {Object.entries(evidenceAsTyped(view.evidence)).map(([name, [value]]) =>
              name === 'restricted' ? null : (
                <input key={name} type="hidden" name={name} value={value} />
              ),
            )}
          </>
        ) : (
          <>
            <ShowsField form={shown} />
            <NotAnIdentifier form={form} />
            <KindField form={shown} />
            <PeriodFields form={shown} today={view.today} />
            <NameAndLinkFields form={shown} />
          </>
        )}
        <WhoMaySeeField form={shown} />
        <Button decision={view.decision}>{form?.conflict ? 'Save again' : 'Save'}</Button>
      </form>
    </Page>
  )
}

function stillMissing({ missing }: EditEvidenceView): string {
  const here = missing.filter((part) => part !== 'purpose')
  return here.length > 0 ? missingSentence(here) : ''
}

const fieldTitles: Record<EvidenceField, string> = {
  title: 'Name',
  shows: 'What it shows',
  kind: 'Kind of evidence',
  periodFrom: 'Covers from',
  periodTo: 'Covers to',
  linkUrl: 'Link',
  restricted: 'Who may see it',
}

function inWords(evidence: EvidenceInWords, field: EvidenceField): string {
  if (field === 'kind') return kindTitle(evidence.kind)
  if (field === 'restricted') {
    return evidence.restricted ? 'Only I, managers and leaders' : 'Everybody who reads evidence'
  }
  const value = evidence[field]
  if (!value) return 'Nothing'
  return field === 'periodFrom' || field === 'periodTo' ? longDate(evidence[field]!) : String(value)
}

/** What was saved on another screen, and both values where they collide. */
function Conflict({ conflict: { collisions, theirs, merged } }: { conflict: EvidenceConflict }) {
  return (
    <div className="mb-8 max-w-[46rem] rounded border-2 border-edge p-4">
      <h2 className="text-21">What changed while you were typing</h2>
      {collisions.map((field) => (
        <div key={field} className="mt-4 border-t border-line pt-3">
          <h3>{fieldTitles[field]}</h3>
          <dl className="mt-1 grid gap-x-4 md:grid-cols-2">
            <div>
              <dt className="text-16 text-quiet">Saved now</dt>
              <dd className="whitespace-pre-line">{inWords(theirs, field)}</dd>
            </div>
            <div>
              <dt className="text-16 text-quiet">Yours, not saved yet</dt>
              <dd className="whitespace-pre-line">{inWords(merged, field)}</dd>
            </div>
          </dl>
        </div>
      ))}
      <p className="mt-4">
        Yours stand in the fields below. Leave them or change them, and save again.
      </p>
    </div>
  )
}
