import type { SingleField } from '~/domain/action/merge-edit'
import { longDate } from '~/domain/time/calendar-date'
import { dayAndTime } from '~/domain/time/clock-time'
import { paths } from '~/paths'
import { type FormState, typedOver } from '~/ui/form-state'
import { Section } from '~/ui/page'
import { ActionFormPage } from './action-form-page'
import type { EditConflict } from './edit-action.command.server'
import type { EditActionView } from './edit-action.query.server'
import {
  DateFields,
  RecommendationFields,
  ThemeField,
  WhatFields,
  WhoFields,
} from './plan-action-fields'
import { plannedAsTyped } from './planned-as-typed'

const fieldTitles: Record<SingleField, string> = {
  title: 'What will be done',
  outcome: 'Outcome for children',
  successMeasure: 'How success is measured',
  ownerId: 'Owner',
  startOn: 'Start',
  dueOn: 'Due date',
  teamId: 'Team',
  theme: 'Theme',
}

export function EditActionPage({
  view,
  form,
}: {
  view: EditActionView
  form: (FormState & { conflict?: EditConflict }) | undefined
}) {
  const shown = typedOver(form, {
    ...plannedAsTyped(view.planned),
    version: [String(view.version)],
  })
  const { dueOn } = view.planned
  return (
    <ActionFormPage
      title="Edit the action"
      action={{ ...view, hasDate: dueOn !== null }}
      to={paths.editAction(view.id)}
      decision={view.decision}
      form={form}
      button={form?.conflict ? 'Save again' : 'Save'}
      above={form?.conflict ? <Conflict conflict={form.conflict} /> : null}
    >
      <input type="hidden" name="version" value={shown.typed?.version?.[0] ?? view.version} />
      <Section title="What">
        <WhatFields form={shown} />
        <ThemeField choices={view.choices} form={shown} />
        <RecommendationFields choices={view.choices} form={shown} />
      </Section>
      <Section title="Who">
        <WhoFields choices={view.choices} form={shown} />
      </Section>
      <Section title="When">
        <DateFields form={shown} withDueDate={dueOn === null} />
        {dueOn ? (
          <p className="mb-5">
            Due {longDate(dueOn)}. A date that is set moves only{' '}
            <a href={paths.actionDueDate(view.id)}>by asking for a new one</a>, with a reason.
          </p>
        ) : null}
      </Section>
    </ActionFormPage>
  )
}

/** What somebody else saved meanwhile, and both values where they collide. */
function Conflict({ conflict: { changes, collisions } }: { conflict: EditConflict }) {
  return (
    <div className="mb-8 max-w-[46rem] rounded border-2 border-edge p-4">
      <h2 className="text-21">What changed while you were typing</h2>
      <ul className="mt-2">
        {changes.map(({ at, sentence }) => (
          <li key={sentence} className="mb-1">
            <span className="text-quiet">{dayAndTime(at)}</span> {sentence}
          </li>
        ))}
      </ul>
      {collisions.map(({ field, theirs, yours }) => (
        <div key={field} className="mt-4 border-t border-line pt-3">
          <h3>{fieldTitles[field]}</h3>
          <dl className="mt-1 grid gap-x-4 md:grid-cols-2">
            <div>
              <dt className="text-16 text-quiet">Saved now</dt>
              <dd className="whitespace-pre-line">{theirs}</dd>
            </div>
            <div>
              <dt className="text-16 text-quiet">Yours, not saved yet</dt>
              <dd className="whitespace-pre-line">{yours}</dd>
            </div>
          </dl>
          {field === 'dueOn' ? (
            <p className="mt-1 text-16">
              The first date that is saved stands. Yours can be asked for as a new date.
            </p>
          ) : null}
        </div>
      ))}
      <p className="mt-4">
        Your words are in the fields below. Leave them, or take theirs, and save again.
      </p>
    </div>
  )
}
