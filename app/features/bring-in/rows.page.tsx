import { rowStates, rowStateTitles } from '~/domain/bring-in/draft'
import { actionRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Empty } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import type { RowsView } from './rows.query.server'
import { StepPage } from './step-page'

/** Step four: the rows, by how they stand. */
export function RowsPage({ view }: { view: RowsView }) {
  const columns: Column<RowsView['rows'][number]>[] = [
    {
      title: 'Row',
      isName: true,
      width: 'md:w-[8%]',
      cell: ({ row }) => <a href={paths.bringInRow(view.id, row)}>{row}</a>,
    },
    {
      title: 'It says',
      width: 'md:w-[40%]',
      cell: ({ words }) => <span className="break-words">{words}</span>,
    },
    {
      title: view.state === 'ready' ? 'It becomes' : 'Why',
      cell: ({ because, problems, actionId }) => (
        <>
          {because ? <p>{because}</p> : null}
          {actionId ? (
            <p>
              <a href={paths.action(actionId)}>Open {actionRef(actionId)}</a>
            </p>
          ) : null}
          <ul>
            {problems.map(({ sentence }) => (
              <li key={sentence} className="break-words">
                {sentence}
              </li>
            ))}
          </ul>
          {view.state === 'ready' ? 'An action' : null}
        </>
      ),
    },
  ]
  return (
    <StepPage view={view} title="4. The rows" form={undefined}>
      <nav aria-label="Rows by how they stand" className="mb-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {rowStates
            .filter((state) => view.counts[state] > 0 || state === view.state)
            .map((state) => (
              <li key={state}>
                <a
                  href={paths.bringInRows(view.id, { state })}
                  aria-current={state === view.state ? 'true' : undefined}
                  className={state === view.state ? 'font-bold' : ''}
                >
                  {rowStateTitles[state]}
                </a>{' '}
                <span className="text-16 text-quiet">
                  {view.counts[state].toLocaleString('en-GB')}
                </span>
              </li>
            ))}
        </ul>
      </nav>
      {view.rows.length > 0 ? (
        <Table
          caption={rowStateTitles[view.state]}
          columns={columns}
          rows={view.rows}
          rowKey={({ row }) => row}
        />
      ) : (
        <Empty>No row stands like this.</Empty>
      )}
      <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-6">
        {view.isLater ? (
          <a href={paths.bringInRows(view.id, { state: view.state })}>First page</a>
        ) : null}
        {view.next ? (
          <a href={paths.bringInRows(view.id, { state: view.state, after: view.next })}>
            Next page
          </a>
        ) : null}
        <a href={paths.bringInPlan(view.id)}>Back to the four steps</a>
      </nav>
    </StepPage>
  )
}
