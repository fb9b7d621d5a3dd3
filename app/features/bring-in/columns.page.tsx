import { fieldHints, fields, fieldTitles } from '~/domain/bring-in/columns'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { FormState } from '~/ui/form-state'
import { LastField } from '~/ui/last-field'
import { type Column, Table } from '~/ui/table'
import type { ColumnsView } from './columns.query.server'
import { PlainSelect, StepPage } from './step-page'

type Line = ColumnsView['columns'][number]

/** Step two: what each column holds, guessed from its heading. */
export function ColumnsPage({ view, form }: { view: ColumnsView; form: FormState | undefined }) {
  const chosen = (line: Line) => form?.typed[`column-${line.at}`]?.[0] ?? line.field ?? ''
  const columns: Column<Line>[] = [
    {
      title: 'Column',
      isName: true,
      width: 'md:w-[24%]',
      cell: ({ letter, heading }) => (
        <>
          <span className="text-quiet">{letter}</span> {heading || 'no heading'}
        </>
      ),
    },
    {
      title: 'It begins',
      cell: ({ sample }) => (
        <ul className="text-14">
          {sample.map((words) => (
            <li key={words} className="break-words">
              {words}
            </li>
          ))}
        </ul>
      ),
    },
    {
      title: 'It is',
      width: 'md:w-[34%]',
      cell: (line) => (
        <PlainSelect
          name={`column-${line.at}`}
          label={`Column ${line.letter}, ${line.heading || 'no heading'}`}
          chosen={chosen(line)}
        >
          <option value="">Left out</option>
          {fields.map((field) => (
            <option key={field} value={field}>
              {fieldTitles[field]}
              {fieldHints[field] ? ` (${fieldHints[field]})` : ''}
            </option>
          ))}
        </PlainSelect>
      ),
    },
  ]
  return (
    <StepPage
      view={view}
      title="2. What are the columns?"
      lede="Waymark has guessed from the headings: put right what is wrong. What has no place here is kept as words with each action; what is left out stays only in the file, which is kept."
      form={form}
    >
      <form method="post" action={paths.bringInColumns(view.id)}>
        <input type="hidden" name="revision" value={view.revision} />
        <Table
          caption={`The columns of ${view.table}`}
          columns={columns}
          rows={view.columns}
          rowKey={({ at }) => at}
        />
        <div className="mt-6">
          <LastField />
          <Button decision={view.isOpen}>These are the columns</Button>
        </div>
      </form>
    </StepPage>
  )
}
