import { betterTitles, directions, type Unit, units, unitTitles } from '~/domain/measure/measure'
import { type PeriodLength, periodLengths, periodTitles } from '~/domain/measure/period'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { type Choice, RadioField, SelectField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { GroupedCheckboxes } from '~/ui/grouped-checkboxes'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import { personChoices } from '~/ui/person-choices'
import type { EditMeasureView, LinkChoices } from './define-measure.query.server'

export function DefineMeasurePage({
  choices,
  form,
}: {
  choices: LinkChoices
  form: FormState | undefined
}) {
  return (
    <Page title="Add a measure" crumbs={[{ to: paths.measures(), name: 'Measures' }]}>
      <form method="post" action={paths.newMeasure()}>
        <ErrorSummary form={form} />
        <MeasureFields choices={choices} form={form} />
        <Button>Add the measure</Button>
      </form>
    </Page>
  )
}

export function EditMeasurePage({
  view: { measure, hasFigures, choices },
  form,
}: {
  view: EditMeasureView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Change what is measured"
      above={measure.title}
      crumbs={[
        { to: paths.measures(), name: 'Measures' },
        { to: paths.measure(measure.id), name: measure.title },
      ]}
    >
      <form method="post" action={paths.editMeasure(measure.id)}>
        <ErrorSummary form={form} />
        <input type="hidden" name="version" value={measure.version} />
        <MeasureFields choices={choices} form={form} measure={measure} isFixed={hasFigures} />
        <Button>Save the measure</Button>
      </form>
    </Page>
  )
}

const unitHints: Partial<Record<Unit, string>> = {
  percent: 'A part of a whole: 12 of 14.',
  count: 'A whole number: children, posts.',
  average: 'Such as children for each social worker.',
}

function MeasureFields({
  choices,
  form,
  measure,
  isFixed = false,
}: {
  choices: LinkChoices
  form: FormState | undefined
  measure?: EditMeasureView['measure']
  /** it has figures, so that its unit and periods stay as they are */
  isFixed?: boolean
}) {
  return (
    <>
      <TextField
        name="title"
        label="Name"
        hint="As people say it: “Children without a social worker”."
        initial={measure?.title}
        form={form}
      />
      <TextArea
        name="definition"
        label="What exactly is counted"
        hint="On which day or over which days, who is counted, who is left out."
        rows={3}
        initial={measure?.definition}
        form={form}
      />
      {isFixed && measure ? (
        <FixedFields unit={measure.unit} length={measure.length} />
      ) : (
        <>
          <RadioField
            name="unit"
            label="Unit"
            choices={units.map((unit) => ({
              value: unit,
              title: unitTitles[unit],
              hint: unitHints[unit],
            }))}
            initial={measure?.unit}
            form={form}
          />
          <RadioField
            name="period"
            label="There is a figure"
            choices={periodLengths.map((length) => ({
              value: length,
              title: periodTitles[length],
            }))}
            initial={measure?.length ?? 'month'}
            form={form}
          />
        </>
      )}
      <RadioField
        name="better"
        label="Which direction is better"
        choices={directions.map((one) => ({ value: one, title: betterTitles[one] }))}
        initial={measure?.better}
        form={form}
      />
      <TextField
        name="source"
        label="Where the figures come from"
        hint="The report or the system, so that somebody else can find them."
        initial={measure?.source}
        optional
        form={form}
      />
      <SelectField
        name="ownerId"
        label="Who answers for it"
        hint="That its figures come in time and are right. Managers record them."
        none="Nobody yet"
        choices={withOwner(personChoices(choices.people), measure)}
        initial={measure?.ownerId ? String(measure.ownerId) : ''}
        optional
        form={form}
      />
      {choices.recommendations.length > 0 ? (
        <GroupedCheckboxes
          name="recommendationIds[]"
          label="Recommendations it follows"
          groups={choices.recommendations}
          initial={measure?.recommendationIds.map(String)}
          form={form}
        />
      ) : null}
      {choices.actions.length > 0 ? (
        <GroupedCheckboxes
          name="actionIds[]"
          label="Actions that should move it"
          hint="Where one is finished and the measure shows no improvement, that is said."
          groups={choices.actions}
          initial={measure?.actionIds.map(String)}
          form={form}
        />
      ) : null}
      <NotAnIdentifier form={form} />
    </>
  )
}

/** Whoever answers for it now stays to be chosen, also once they have left. */
const withOwner = (
  choices: Choice[],
  measure: EditMeasureView['measure'] | undefined,
): Choice[] => {
  const owner = measure?.owner
  if (!owner || choices.some(({ value }) => value === String(owner.id))) return choices
  return [{ value: String(owner.id), title: `${owner.name}, who has left` }, ...choices]
}

function FixedFields({ unit, length }: { unit: Unit; length: PeriodLength }) {
  return (
    <>
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="period" value={length} />
      <p className="mb-5 max-w-measure">
        {unitTitles[unit]}, {periodTitles[length].toLowerCase()}: these stay as they are, because
        there are figures.
      </p>
    </>
  )
}
