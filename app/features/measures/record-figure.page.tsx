import { unitFactors, unitTitles } from '~/domain/measure/measure'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { CheckboxField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { MeasureInBriefView } from './measure-in-brief.query.server'

export function RecordFigurePage({
  view,
  form,
}: {
  view: MeasureInBriefView
  form: FormState | undefined
}) {
  const { present, isCorrection } = view
  const hasParts = present?.numerator !== null && present?.numerator !== undefined
  const asksWhy =
    isCorrection ||
    form?.typed.reason !== undefined ||
    form?.errors.some(({ field }) => field === 'reason') === true
  const takesParts = unitFactors[view.unit] !== undefined
  return (
    <Page
      title={isCorrection ? 'Correct a figure' : 'Record a figure'}
      above={view.title}
      crumbs={[
        { to: paths.measures(), name: 'Measures' },
        { to: paths.measure(view.id), name: view.title },
      ]}
      lede={
        isCorrection ? (
          'The figure that stands there now is kept, with who recorded it and when.'
        ) : (
          <>
            Many at once? <a href={paths.bringFigures(view.id)}>Bring them from a spreadsheet</a>.
          </>
        )
      }
    >
      <form method="post" action={paths.measureFigure(view.id)}>
        <ErrorSummary form={form} />
        <TextField
          name="period"
          label="For"
          hint={periodHints[view.length]}
          initial={view.period}
          width="half"
          form={form}
        />
        <TextField
          name="value"
          label={`Figure (${unitTitles[view.unit].toLowerCase()})`}
          initial={present && !hasParts ? String(present.value) : ''}
          width="short"
          optional={takesParts}
          form={form}
        />
        {takesParts ? (
          <div className="gap-x-6 sm:flex">
            <TextField
              name="numerator"
              label="Or the numerator"
              initial={hasParts ? String(present?.numerator) : ''}
              width="short"
              optional
              form={form}
            />
            <TextField
              name="denominator"
              label="and the denominator"
              initial={hasParts ? String(present?.denominator) : ''}
              width="short"
              optional
              form={form}
            />
          </div>
        ) : null}
        {asksWhy ? (
          <>
            <TextArea name="reason" label="Why it is corrected" rows={2} form={form} />
            <CheckboxField
              name="none"
              label="No figure"
              choices={[{ value: 'yes', title: 'There should be no figure for this period' }]}
              optional
              form={form}
            />
          </>
        ) : null}
        <TextArea
          name="note"
          label="A note for this period"
          hint="Anything that happened and explains the figure, such as “agency contract ended”. It stands as a flag in the chart."
          rows={2}
          optional
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button>{isCorrection ? 'Correct the figure' : 'Record the figure'}</Button>
      </form>
    </Page>
  )
}

const periodHints = {
  month: 'Such as September 2026, Sep-26 or 09/2026.',
  quarter: 'Such as Q2 2026/27, or a month of the quarter.',
  week: 'A day of the week, such as 07/09/2026.',
}
