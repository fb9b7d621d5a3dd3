import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page } from '~/ui/page'
import { type DateName, metName, statedName } from './date-names'
import type { InspectionView } from './inspection.query.server'

export function StateDatesPage({
  view,
  form,
}: {
  view: InspectionView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Dates we are held to"
      crumbs={[
        { to: paths.inspections(), name: 'Inspections' },
        { to: paths.inspection(view.id), name: view.name },
      ]}
      lede="Waymark counts from the day the report was received. Where Ofsted’s letter states a date, that date wins, and both are shown."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.inspectionDates(view.id)}>
        <GivenDate
          name="receivedOn"
          label="Date the report was received"
          now={view.receivedOn}
          max={view.today}
          form={form}
        />
        {view.statements.map((owed) => (
          <fieldset key={owed.duty} className="mb-2 border-t border-line pt-4">
            <legend className="sr-only">{owed.title}</legend>
            <h2 className="mb-1 text-21 md:text-21">{owed.title}</h2>
            <p className="mb-3 max-w-measure text-16 text-quiet">
              {owed.workingDays === null
                ? owed.source
                : owed.computedOn
                  ? `${owed.workingDays} working days from receipt: ${longDate(owed.computedOn)}.`
                  : `${owed.workingDays} working days from receipt.`}
            </p>
            <GivenDate
              name={statedName(owed.duty)}
              label="Date that Ofsted’s letter states"
              now={owed.statedOn}
              form={form}
            />
            <GivenDate
              name={metName(owed.duty)}
              label="Date it was done"
              now={owed.metOn}
              max={view.today}
              form={form}
            />
          </fieldset>
        ))}
        <div className="flex flex-wrap gap-4">
          <Button>Save the dates</Button>
          <ButtonLink look="quiet" to={paths.inspection(view.id)}>
            Back without saving
          </ButtonLink>
        </div>
      </form>
    </Page>
  )
}

/** A date with what stands there now, so that only what was changed is written. */
function GivenDate({
  name,
  label,
  now,
  max,
  form,
}: {
  name: DateName
  label: string
  now: string | null
  max?: string
  form: FormState | undefined
}) {
  const wasTyped = form?.typed[name]?.[0]
  const differs = form?.because !== undefined && (wasTyped ?? '') !== (now ?? '')
  return (
    <>
      <input type="hidden" name={`seen-${name}`} value={now ?? ''} />
      <DateField
        name={name}
        label={label}
        hint={differs ? `As it stands now: ${now ?? 'no date'}.` : undefined}
        initial={now ?? ''}
        max={max}
        form={form}
        optional
      />
    </>
  )
}
