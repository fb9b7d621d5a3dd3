import { measureRef } from '~/domain/measure/measure'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { CheckboxField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Notice, Page, Section } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import type { BringFiguresView, FiguresPreview } from './bring-figures.query.server'

export interface BroughtState extends FormState {
  preview?: FiguresPreview
}

export function BringFiguresPage({
  view: { measure, titles },
  form,
}: {
  view: BringFiguresView
  form: BroughtState | undefined
}) {
  const preview = form?.preview
  return (
    <Page
      title={measure ? 'Bring many figures' : 'Bring figures'}
      above={measure?.title}
      crumbs={[
        { to: paths.measures(), name: 'Measures' },
        ...(measure ? [{ to: paths.measure(measure.id), name: measure.title }] : []),
      ]}
      wide
      lede="Paste cells from a spreadsheet with their headings, or choose a file. You see what would change before anything is saved."
    >
      <form method="post" action={paths.bringFigures(measure?.id)} encType="multipart/form-data">
        <ErrorSummary form={form} />
        {preview ? <Preview preview={preview} /> : null}
        {preview ? <Save preview={preview} form={form} /> : null}
        <Section id="table" title={preview ? 'The table' : 'What to bring'}>
          <TextArea
            name="text"
            label="Cells from a spreadsheet"
            hint={
              measure
                ? 'Two columns, “Month” and “Value”; or “Month”, “Numerator”, “Denominator”; or the months across the top, with a row for each.'
                : 'Months across the top and measures down the side, or the other way round; or long, with “Measure”, “Month” and “Value”. Numerators and denominators stand in rows or columns of their own, which say so beside the name.'
            }
            rows={preview ? 8 : 12}
            form={form}
          />
          <div className="mb-5">
            <label htmlFor="file" className="block font-bold">
              Or a file
            </label>
            <p id="file-hint" className="text-16 text-quiet max-w-measure">
              An Excel workbook (.xlsx) or a CSV file. It takes the place of the cells above; the
              file itself is not kept.
            </p>
            <input
              id="file"
              name="file"
              type="file"
              accept=".xlsx,.csv,.tsv,.txt"
              aria-describedby="file-hint"
              className="mt-1 block w-full max-w-[32rem] min-h-[44px] rounded border-2 border-edge bg-paper px-3 py-2"
            />
          </div>
          <CheckboxField
            name="fractions"
            label="Percentages"
            choices={[{ value: 'yes', title: 'Are written as fractions: 0.857 means 85.7%' }]}
            optional
            form={form}
          />
          <Button look={preview ? 'secondary' : 'primary'} name="go" value="look">
            {preview ? 'Look again' : 'Show what would change'}
          </Button>
        </Section>
      </form>
      {measure ? null : (
        <Section id="names" title="How a table names them">
          <ul className="columns-1 gap-x-8 text-16 md:columns-2">
            {titles.map(({ id, title }) => (
              <li key={id} className="py-1">
                {measureRef(id)} or {title}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

const mostInSight = 60

function Preview({ preview }: { preview: FiguresPreview }) {
  const { changes, same, empty, troubles, looksLikeFractions } = preview
  const corrections = changes.filter(({ before }) => before !== undefined)
  const added = changes.length - corrections.length
  const ordered = [...corrections, ...changes.filter(({ before }) => before === undefined)]
  return (
    <Section id="preview" title="What would change">
      <p className="mb-3">
        {added} new, {counted(corrections.length, 'correction')}, {same} the same
        {empty > 0 ? `, ${counted(empty, 'cell')} empty or held back` : ''}. Nothing is saved yet.
      </p>
      {looksLikeFractions ? (
        <Notice title="Are these fractions?">
          All of the percentages are 1 or less. If 0.857 means 85.7%, tick “Are written as
          fractions” below and look again.
        </Notice>
      ) : null}
      {troubles.length > 0 ? (
        <div className="mb-5 border-l-4 border-off-track pl-3">
          <h3 className="text-18">
            {counted(troubles.length, 'cell')} to put right: nothing is saved before
          </h3>
          <ul className="mt-1 list-disc pl-5 text-16">
            {troubles.slice(0, mostInSight).map(({ place, sentence }) => (
              <li key={`${place} ${sentence}`}>
                {place ? <span className="font-bold first-letter:uppercase">{place}: </span> : null}
                {sentence}
              </li>
            ))}
            {troubles.length > mostInSight ? (
              <li>And {troubles.length - mostInSight} more.</li>
            ) : null}
          </ul>
        </div>
      ) : null}
      {changes.length === 0 ? null : (
        <Table
          caption="What would change, corrections first"
          rows={ordered.slice(0, mostInSight)}
          rowKey={({ measureId, from }) => `${measureId} ${from}`}
          columns={[
            { title: 'Period', isName: true, cell: ({ period }) => period },
            { title: 'Measure', cell: ({ measure }) => measure },
            { title: 'There now', isFigure: true, cell: ({ before }) => before ?? '' },
            {
              title: 'Would be',
              isFigure: true,
              cell: ({ words }) => <span className="font-bold">{words}</span>,
            },
            {
              title: 'Change',
              cell: ({ before }) =>
                before === undefined ? 'New' : <ToneTag tone="warning">Correction</ToneTag>,
            },
          ]}
        />
      )}
      {changes.length > mostInSight ? (
        <p className="mt-2 text-16 text-quiet">
          And {counted(changes.length - mostInSight, 'more figure')}.
        </p>
      ) : null}
    </Section>
  )
}

/** Saving is offered once nothing is wrong any more. */
function Save({ preview, form }: { preview: FiguresPreview; form: BroughtState | undefined }) {
  const { changes, troubles, seen } = preview
  if (troubles.length > 0 || changes.length === 0) return null
  const hasCorrections = changes.some(({ before }) => before !== undefined)
  return (
    <div className="mb-10">
      <input type="hidden" name="seen" value={seen} />
      {hasCorrections ? (
        <TextArea
          name="reason"
          label="Why figures are corrected"
          hint="The old ones stay on record with your reason."
          rows={2}
          form={form}
        />
      ) : null}
      <NotAnIdentifier form={form} />
      <Button name="go" value="save">
        Save {counted(changes.length, 'figure')}
      </Button>
    </div>
  )
}
