import { shortAreaName } from '~/domain/inspection/names'
import { recommendationRef } from '~/domain/plan/references'
import { DateField, SelectField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { GroupedCheckboxes } from '~/ui/grouped-checkboxes'
import type { ActionChoices } from './choices.query.server'

type Fields = Partial<FormState> | undefined

/** What will be done, what for, and how we shall know. */
export function WhatFields({ form }: { form: Fields }) {
  return (
    <>
      <TextField
        name="title"
        label="What will be done"
        hint="Begin with a verb: “Test the hand-over protocol by monthly audit”."
        form={form}
      />
      <TextArea
        name="outcome"
        label="Outcome for children"
        hint="What will be different for them. Not what we shall do."
        rows={3}
        optional
        form={form}
      />
      <TextArea
        name="successMeasure"
        label="How success is measured"
        hint="A number, a sample, a voice: what you would show an inspector."
        rows={3}
        optional
        form={form}
      />
    </>
  )
}

/** Under which of the council's own themes it stands: one that is there, or a new one. */
export function ThemeField({ choices, form }: { choices: ActionChoices; form: Fields }) {
  return (
    <TextField
      name="theme"
      label="Theme"
      hint="What it is about, in your own words. Choose one that is there, or write a new one."
      suggestions={choices.themes}
      width="half"
      optional
      form={form}
    />
  )
}

/** Who answers for it, and who helps. */
export function WhoFields({ choices, form }: { choices: ActionChoices; form: Fields }) {
  return (
    <>
      <SelectField
        name="ownerId"
        label="Owner"
        hint="One person who answers for it. Left open, it shows as a gap."
        none="Nobody yet"
        choices={ownersFor(choices, form)}
        optional
        form={form}
      />
      <SelectField
        name="teamId"
        label="Team"
        hint="Whose work it is, where that is not its owner’s team."
        none="The owner’s team"
        choices={choices.teams.map(({ id, path }) => ({ value: String(id), title: path }))}
        optional
        form={form}
      />
      <GroupedCheckboxes
        name="contributorIds[]"
        label="Contributors"
        hint="Who helps to do it."
        columns={2}
        groups={byTeam(choices.people)}
        form={form}
      />
    </>
  )
}

export function DateFields({ form, withDueDate }: { form: Fields; withDueDate: boolean }) {
  return (
    <>
      <DateField name="startOn" label="Start" optional form={form} />
      {withDueDate ? (
        <DateField
          name="dueOn"
          label="Due date"
          hint="The first date is kept for good. Left open, it shows as a gap."
          optional
          form={form}
        />
      ) : null}
    </>
  )
}

/** What it answers, grouped by the inspection that said it. */
export function RecommendationFields({ choices, form }: { choices: ActionChoices; form: Fields }) {
  if (choices.inspections.length === 0) return null
  return (
    <GroupedCheckboxes
      name="recommendationIds[]"
      label="Recommendations it answers"
      hint="An action that answers none shows as a gap."
      groups={choices.inspections.map((inspection) => ({
        title: inspection.title,
        choices: inspection.recommendations.map(({ id, text, area }) => ({
          value: String(id),
          title: `${recommendationRef(id)} ${text}`,
          hint: shortAreaName(area),
        })),
      }))}
      form={form}
    />
  )
}

/** Everybody who is here; an owner who has left stays chosen until somebody else is. */
function ownersFor({ people }: ActionChoices, form: Fields) {
  const known = people.map(({ id, name, jobTitle }) => ({
    value: String(id),
    title: jobTitle ? `${name}, ${jobTitle}` : name,
  }))
  const typed = form?.typed?.ownerId?.[0]
  return !typed || known.some(({ value }) => value === typed)
    ? known
    : [{ value: typed, title: 'The present owner, who has left' }, ...known]
}

function byTeam(people: ActionChoices['people']) {
  const teams = [...new Set(people.map(({ team }) => team))].sort()
  return teams.map((team) => ({
    title: team,
    choices: people
      .filter((person) => person.team === team)
      .map(({ id, name }) => ({ value: String(id), title: name })),
  }))
}
