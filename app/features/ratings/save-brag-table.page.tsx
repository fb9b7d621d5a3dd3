import { deliveries, deliveryTitles } from '~/domain/action/delivery'
import { impactTitles } from '~/domain/action/impact'
import { assurances, assuranceTitles } from '~/domain/evidence/assurance'
import { brags, bragTitles } from '~/domain/plan/brag'
import { rowInWords } from '~/domain/plan/brag-table'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { CheckboxField, SelectField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { LastField } from '~/ui/last-field'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import {
  alsoTitles,
  fieldsOf,
  readRow,
  rowsTyped,
  type TypedRow,
  typedRows,
  withRows,
} from './save-brag-table.form'
import type { BragTableView, Tried } from './save-brag-table.query.server'
import { TriedOnPlan } from './tried-on-plan'

const choices = <Value extends string>(titles: Record<Value, string>, values: readonly Value[]) =>
  values.map((value) => ({ value, title: titles[value] }))

const colours = choices(bragTitles, brags)
const ratings = {
  delivery: choices(deliveryTitles, deliveries),
  assurance: choices(assuranceTitles, assurances),
  impact: Object.entries(impactTitles).map(([value, title]) => ({ value, title })),
  also: Object.entries(alsoTitles).map(([value, title]) => ({ value, title })),
}

export function SaveBragTablePage({
  view,
  form,
}: {
  view: BragTableView
  form: (FormState & { tried?: Tried; arranged?: boolean }) | undefined
}) {
  const began = withRows({ basedOn: [String(view.versionId ?? '')] }, typedRows(view.table))
  const typed = form && rowsTyped(form.typed).length > 0 ? form.typed : began
  const rows = rowsTyped(typed)
  const tried = form?.tried
  return (
    <Page
      title="Change the table of colours"
      wide
      crumbs={[{ to: paths.adminRatings(), name: 'Ratings' }]}
      lede="An action has the colour of the first row that fits it. What you change here counts once you have tried it on the plan and saved it; days before are judged by the table that stood then."
    >
      <ErrorSummary form={form} />
      {form?.arranged ? (
        <p role="status" className="mb-4 font-bold">
          Nothing is saved yet. Try the table on the plan when the rows are right.
        </p>
      ) : null}
      <form method="post" action={paths.adminBragTable()}>
        {/* Enter in a field presses the first button of a form, so trying it comes first. */}
        <div className="mb-4 flex flex-wrap gap-3">
          <Button name="intent" value="try" look="secondary">
            Try it on the plan
          </Button>
          <ArrangeButton value="default" to="#rows">
            Start from Waymark’s own table
          </ArrangeButton>
        </div>
        <input type="hidden" name="basedOn" value={typed.basedOn?.[0] ?? ''} />
        <ol className="mb-4" id="rows">
          {rows.map((row, at) => (
            <Row
              key={`${at} ${JSON.stringify(row)}`}
              row={row}
              at={at}
              last={rows.length - 1}
              form={{ errors: form?.errors ?? [], typed }}
            />
          ))}
        </ol>
        <div className="mb-8 flex flex-wrap gap-3">
          <Button name="intent" value="try">
            Try it on the plan
          </Button>
          <ArrangeButton value="add" to={`#row-${rows.length}`}>
            Add a row
          </ArrangeButton>
        </div>
        {tried ? (
          <TriedOnPlan tried={tried}>
            <input type="hidden" name="triedAs" value={tried.triedAs} />
            <TextArea
              name="why"
              label="Why the table changes"
              hint="It stays on record beside the table, for everybody who reads the plan."
              rows={3}
              form={form}
            />
            <NotAnIdentifier form={form} />
            <Button name="intent" value="save" look="secondary">
              Save this table
            </Button>
          </TriedOnPlan>
        ) : null}
        <LastField />
      </form>
    </Page>
  )
}

function ArrangeButton({
  value,
  to,
  label,
  children,
}: {
  value: string
  /** where the page is read on from */
  to: string
  label?: string
  children: string
}) {
  return (
    <button
      type="submit"
      name="intent"
      value={value}
      formAction={`${paths.adminBragTable()}${to}`}
      aria-label={label}
      className="inline-block min-h-[44px] rounded border-2 border-brand bg-paper px-3 py-2 font-bold text-brand hover:bg-brand-tint"
    >
      {children}
    </button>
  )
}

function Row({
  row,
  at,
  last,
  form,
}: {
  row: TypedRow
  at: number
  last: number
  form: Pick<FormState, 'typed' | 'errors'>
}) {
  const names = fieldsOf(at)
  const isLast = at === last
  const read = readRow(row)
  const isEmpty = read !== undefined && Object.keys(read).length === 1
  const hasError = form.errors.some((error) => Object.values<string>(names).includes(error.field))
  return (
    <li id={`row-${at + 1}`} className="border-b border-line py-3">
      <div className="flex flex-wrap items-end gap-x-4">
        <div className="min-w-[16rem] grow">
          <SelectField
            name={names.brag}
            label={isLast ? `Row ${at + 1}, the last` : `Row ${at + 1}`}
            choices={colours}
            form={form}
          />
        </div>
        {isLast ? null : (
          <div className="mb-5 flex gap-2">
            {at > 0 ? (
              <ArrangeButton value={`up ${at}`} to={`#row-${at}`} label={`Move row ${at + 1} up`}>
                ↑ Up
              </ArrangeButton>
            ) : null}
            {at < last - 1 ? (
              <ArrangeButton
                value={`down ${at}`}
                to={`#row-${at + 2}`}
                label={`Move row ${at + 1} down`}
              >
                ↓ Down
              </ArrangeButton>
            ) : null}
            <ArrangeButton value={`remove ${at}`} to="#rows" label={`Take row ${at + 1} away`}>
              Take away
            </ArrangeButton>
          </div>
        )}
      </div>
      {isLast && isEmpty ? (
        <p className="text-quiet">Whatever no row before it fits.</p>
      ) : (
        <details open={hasError || (isEmpty && !isLast) || undefined}>
          <summary className="min-h-[44px] cursor-pointer py-2">
            {read ? <>{rowInWords(read)}</> : 'The conditions of this row'}
          </summary>
          <p className="mb-2 text-quiet">
            Where nothing is ticked in a group, whatever stands there fits. All groups must fit.
          </p>
          <div className="grid gap-x-8 md:grid-cols-2 lg:grid-cols-3">
            {(['delivery', 'assurance', 'impact'] as const).map((part) => (
              <CheckboxField
                key={part}
                name={names[part]}
                label={`${part.charAt(0).toUpperCase()}${part.slice(1)} is any of`}
                choices={ratings[part]}
                form={form}
              />
            ))}
            <CheckboxField name={names.also} label="And also" choices={ratings.also} form={form} />
            <TextField
              name={names.daysLateOver}
              label="More days late than"
              hint="0 means: its due date has passed."
              width="short"
              autoComplete="off"
              optional
              form={form}
            />
          </div>
        </details>
      )}
    </li>
  )
}
