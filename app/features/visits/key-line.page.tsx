import { keyLineTitles } from '~/domain/plan/key-lines'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { GroupedCheckboxes } from '~/ui/grouped-checkboxes'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { KeyLineConflict } from './edit-key-line.command.server'
import type { KeyLineView } from './key-line.query.server'

export function KeyLinePage({
  view: { visit, line, choices, decision },
  form,
}: {
  view: KeyLineView
  form: (FormState & { conflict?: KeyLineConflict }) | undefined
}) {
  const shown: Partial<FormState> | undefined = form ?? (line && { typed: line.typed })
  return (
    <Page
      title={line ? 'Write the key line anew' : 'Add a key line of enquiry'}
      above={visit.title}
      crumbs={[
        { to: paths.visits(), name: 'Visits' },
        { to: paths.visit(visit.id), name: visit.title },
      ]}
      lede="A question that inspectors are expected to ask, and the answer that would stand up to the next one."
    >
      <ErrorSummary form={form} />
      {form?.conflict ? <Conflict conflict={form.conflict} /> : null}
      <form
        method="post"
        action={line ? paths.keyLine(visit.id, line.id) : paths.newKeyLine(visit.id)}
      >
        {line ? (
          <input type="hidden" name="version" value={shown?.typed?.version?.[0] ?? line.version} />
        ) : null}
        <TextField
          name="question"
          label={keyLineTitles.question}
          hint="In the words in which an inspector would ask it."
          form={shown}
        />
        <TextArea
          name="known"
          label={keyLineTitles.known}
          hint="Plainly, also where it is not good."
          optional
          form={shown}
        />
        <TextArea
          name="howKnown"
          label={keyLineTitles.howKnown}
          hint="Who looked, at what, when. Tick the evidence below."
          rows={3}
          optional
          form={shown}
        />
        {choices.evidence.length === 0 ? null : (
          <GroupedCheckboxes
            name="evidenceIds[]"
            label="Evidence it rests on"
            hint="Accepted evidence of the actions for what will be tested. Who may not see a piece is not shown it here either."
            groups={choices.evidence}
            form={shown}
          />
        )}
        <TextArea name="nextStep" label={keyLineTitles.nextStep} rows={3} optional form={shown} />
        {choices.actions.length === 0 ? null : (
          <GroupedCheckboxes
            name="actionIds[]"
            label="Actions that do it"
            groups={choices.actions}
            form={shown}
          />
        )}
        <NotAnIdentifier form={form} />
        <Button decision={decision}>
          {form?.conflict ? 'Save again' : line ? 'Save' : 'Add the key line'}
        </Button>
      </form>
      {line && decision.allowed ? (
        <form method="post" action={paths.withdrawKeyLine(visit.id, line.id)} className="mt-6">
          <Button look="quiet">Take this key line away</Button>
        </form>
      ) : null}
    </Page>
  )
}

/** Both values where two people wrote the same part. */
function Conflict({ conflict: { collisions } }: { conflict: KeyLineConflict }) {
  return (
    <div className="mb-8 max-w-[46rem] rounded border-2 border-edge p-4">
      <h2 className="text-21">What was saved while you were typing</h2>
      {collisions.map(({ part, theirs, yours, byName }) => (
        <div key={part} className="mt-4 border-t border-line pt-3">
          <h3>{keyLineTitles[part]}</h3>
          <dl className="mt-1 grid gap-x-4 md:grid-cols-2">
            <div>
              <dt className="text-16 text-quiet">Saved now, by {byName}</dt>
              <dd className="whitespace-pre-line">{theirs || 'Nothing'}</dd>
            </div>
            <div>
              <dt className="text-16 text-quiet">Yours, not saved yet</dt>
              <dd className="whitespace-pre-line">{yours || 'Nothing'}</dd>
            </div>
          </dl>
        </div>
      ))}
      <p className="mt-4">
        Your words are in the fields below. Leave them, or take theirs, and save again.
      </p>
    </div>
  )
}
