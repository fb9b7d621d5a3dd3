import { counted } from '~/domain/time/calendar-date'
import { columnName } from '~/domain/bring-in/cell'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { FormState } from '~/ui/form-state'
import { StepPage } from './step-page'
import type { TableLookView } from './table-look.query.server'

/** Step one: which sheet or table is the plan, and which row of it holds the headings. */
export function TableLookPage({
  view,
  form,
}: {
  view: TableLookView
  form: FormState | undefined
}) {
  const width = Math.max(...view.rows.map(({ cells }) => cells.length), 1)
  const typed =
    form?.typed.table?.[0] === String(view.table) ? form.typed.headerRow?.[0] : undefined
  const chosen = typed ?? String(view.headerRow)
  const error = form?.errors.find(({ field }) => field === 'headerRow')?.sentence
  return (
    <StepPage
      view={view}
      title="1. Which table is the plan?"
      lede="Choose the row that holds the headings. Where two rows head the table, choose the lower one."
      form={form}
    >
      {view.tables.length > 1 ? (
        <nav aria-label="Tables of the file" className="mb-4">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {view.tables.map(({ at, name, rows, isHidden }) => (
              <li key={at}>
                <a
                  href={paths.bringInTable(view.id, { table: at })}
                  aria-current={at === view.table ? 'true' : undefined}
                  className={at === view.table ? 'font-bold' : ''}
                >
                  {name}
                </a>{' '}
                <span className="text-16 text-quiet">
                  {counted(rows, 'row')}
                  {isHidden ? ', hidden' : ''}
                </span>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <form method="post" action={paths.bringInTable(view.id)}>
        <input type="hidden" name="revision" value={view.revision} />
        <input type="hidden" name="table" value={view.table} />
        <div className="mb-4 overflow-x-auto" role="region" aria-label="First rows" tabIndex={0}>
          {error ? (
            <p id="headerRow-error" className="font-bold text-off-track">
              <span className="sr-only">Error: </span>
              {error}
            </p>
          ) : null}
          <table className="border-collapse text-14">
            <caption className="sr-only">
              The first rows of {view.tables.find(({ at }) => at === view.table)?.name}
            </caption>
            <thead>
              <tr className="border-b-2 border-edge text-left">
                <th scope="col" className="whitespace-nowrap py-1 pr-4">
                  Headings
                </th>
                {Array.from({ length: width }, (_, at) => (
                  <th key={at} scope="col" className="py-1 pr-4">
                    {columnName(at)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.rows.map(({ row, cells }, at) => (
                <tr key={row} className="border-b border-line align-top">
                  <th scope="row" className="pr-4 text-left font-normal">
                    <label className="flex min-h-[44px] items-center gap-2 whitespace-nowrap">
                      <input
                        id={at === 0 ? 'headerRow' : undefined}
                        type="radio"
                        name="headerRow"
                        value={row}
                        defaultChecked={chosen === String(row)}
                        aria-describedby={error ? 'headerRow-error' : undefined}
                        className="h-6 w-6 shrink-0 accent-brand"
                      />
                      Row {row}
                    </label>
                  </th>
                  {Array.from({ length: width }, (_, column) => (
                    <td key={column} className="min-w-[7rem] max-w-[16rem] py-2 pr-4">
                      {cells[column]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Button decision={view.isOpen}>Use this table</Button>
      </form>
    </StepPage>
  )
}
