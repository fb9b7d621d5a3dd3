import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, TextField } from '~/ui/field'
import { type FormState, typedOver } from '~/ui/form-state'
import { LastField } from '~/ui/last-field'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page, Section } from '~/ui/page'
import type { NewActionView } from './create-action.query.server'
import { milestoneRows } from './milestone-rows'
import {
  DateFields,
  RecommendationFields,
  ThemeField,
  WhatFields,
  WhoFields,
} from './plan-action-fields'
import { RecommendationWords } from './recommendation-words'

export function CreateActionPage({
  view: { choices, recommendation },
  form,
}: {
  view: NewActionView
  form: FormState | undefined
}) {
  const began: FormState['typed'] = recommendation
    ? { 'recommendationIds[]': [String(recommendation.id)] }
    : {}
  const shown = typedOver(form, began)
  return (
    <Page title="Add an action" crumbs={[{ to: paths.actions(), name: 'Plan' }]}>
      <ErrorSummary form={form} />
      {recommendation ? <RecommendationWords recommendation={recommendation} /> : null}
      <form method="post" action={paths.newAction(recommendation?.id)}>
        <Section title="What">
          <WhatFields form={shown} />
          <ThemeField choices={choices} form={shown} />
          <RecommendationFields choices={choices} form={shown} />
        </Section>
        <Section title="Who">
          <WhoFields choices={choices} form={shown} />
        </Section>
        <Section title="When">
          <DateFields form={shown} withDueDate />
        </Section>
        <Section title="Milestones">
          <p className="mb-3 text-quiet max-w-measure">
            Steps with dates show early whether it is on track. More can be added later.
          </p>
          {milestoneRows.map((row) => (
            <fieldset key={row} className="gap-x-4 md:grid md:grid-cols-[1fr_14rem]">
              <legend className="sr-only">Milestone {row + 1}</legend>
              <TextField
                name={`milestones-${row}-title`}
                label={`Milestone ${row + 1}`}
                optional
                form={shown}
              />
              <DateField name={`milestones-${row}-dueOn`} label="By when" optional form={shown} />
            </fieldset>
          ))}
        </Section>
        <NotAnIdentifier form={shown} />
        <LastField />
        <Button>Add the action</Button>
      </form>
    </Page>
  )
}
