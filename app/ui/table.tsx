import type { ReactNode } from 'react'

export interface Column<Row> {
  title: string
  cell: (row: Row) => ReactNode
  /** figures stand under one another at the right */
  isFigure?: boolean
  /** the cell that names its row */
  isName?: boolean
  width?: string
  /** a control, which means nothing on paper */
  isTool?: boolean
  /** what stands in its head, where that is more than its title: a way to sort by it */
  head?: ReactNode
  /** where the rows are sorted by it */
  sorted?: 'ascending' | 'descending'
}

/**
 * A table that becomes cards on a phone. The roles are written out because a table that is laid out
 * as blocks would otherwise stop being one for screen readers.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  isDense = false,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  /** many columns and many rows: it is cards on a tablet too, and its heads stay in sight */
  isDense?: boolean
}) {
  const gap = isDense ? 'pr-2' : 'pr-4'
  return (
    <table
      role="table"
      className={`${isDense ? 'table-cards-sooner' : 'table-cards'} w-full border-collapse text-16`}
    >
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row" className="border-b-2 border-edge text-left">
          {columns.map((column) => (
            <th
              key={column.title}
              role="columnheader"
              scope="col"
              aria-sort={column.sorted}
              className={`py-2 ${gap} align-bottom ${column.isFigure ? 'text-right' : ''} ${column.width ?? ''} ${isDense ? 'stays-in-sight' : ''} ${column.isTool ? 'no-print' : ''}`}
            >
              {column.head ?? column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className="border-b border-line align-top">
            {columns.map((column) => {
              const look = `py-2 ${gap} ${column.isFigure ? 'md:text-right' : ''} ${column.isTool ? 'no-print' : ''}`
              const content = column.cell(row)
              if (column.isName) {
                return (
                  <th
                    key={column.title}
                    role="rowheader"
                    scope="row"
                    className={`${look} text-left`}
                  >
                    {content}
                  </th>
                )
              }
              return (
                <td
                  key={column.title}
                  role="cell"
                  data-label={column.title}
                  data-empty={content === null || content === '' ? '' : undefined}
                  className={look}
                >
                  {/* one box, so that the card's two columns hold the label and all of the cell */}
                  <div>{content}</div>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
