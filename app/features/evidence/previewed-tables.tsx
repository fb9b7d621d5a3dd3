import type { Preview, PreviewTable } from '~/documents/previews/preview'
import { counted } from '~/domain/time/calendar-date'
import { Empty, Section } from '~/ui/page'

/** The sheets of a workbook, or the one table of a CSV file. */
export function PreviewedTables({
  preview: { tables, hidden, unshown },
  isWorkbook,
}: {
  preview: Extract<Preview, { is: 'tables' }>
  isWorkbook: boolean
}) {
  return (
    <>
      {isWorkbook ? (
        <p className="mb-6 max-w-measure text-quiet">
          Values as they were last worked out. Formulas, colours and charts are in the file alone.
        </p>
      ) : null}
      {hidden.length > 0 ? (
        <p className="mb-6 max-w-measure border-l-4 border-line pl-3">
          {inWords(hidden)} {hidden.length === 1 ? 'is' : 'are'} hidden in the workbook and not
          shown here.
        </p>
      ) : null}
      {tables.map((table, at) => (
        <Section key={at} title={<bdi>{table.name}</bdi>} id={`table-${at + 1}`}>
          <Sheet table={table} />
        </Section>
      ))}
      {unshown.length > 0 ? (
        <p className="max-w-measure text-quiet">
          More than is shown here: {inWords(unshown)} {unshown.length === 1 ? 'is' : 'are'} in the
          file.
        </p>
      ) : null}
    </>
  )
}

const inWords = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(names.map((name) => `“${name}”`))

/** What stands to the right in its column: "1,180", "61%", "-£12.50"; no date. */
const isFigure = (words = ''): boolean =>
  /^[-(]?\s?[£$€]?\s?\d[\d,]*(?:\.\d+)?\s?%?\)?$/.test(words)

function Sheet({ table }: { table: PreviewTable }) {
  const { rows, columns, hiddenRows, hiddenColumns } = table
  const isCut = [
    table.hasMoreRows ? counted(rows.length, 'row') : '',
    table.hasMoreColumns ? counted(columns.length, 'column') : '',
  ].filter((one) => one !== '')
  const areHidden = [
    hiddenRows > 0 ? counted(hiddenRows, 'row') : '',
    hiddenColumns > 0 ? counted(hiddenColumns, 'column') : '',
  ].filter((one) => one !== '')
  if (rows.length === 0) return <Empty>Nothing stands in it.</Empty>
  return (
    <>
      <div
        role="region"
        aria-label={`The rows of ${table.name}`}
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table className="border-collapse text-16">
          <caption className="sr-only">{table.name}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="px-2 py-1 text-start font-normal text-quiet"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row} className="align-top">
                <th
                  scope="row"
                  className="whitespace-nowrap px-2 py-1 text-right font-normal text-quiet"
                >
                  {row}
                </th>
                {columns.map((column, at) => (
                  <td key={column} dir="auto" className="border border-line px-2 py-1">
                    {/* one box, because the width of a cell itself is what its table makes of it */}
                    <div
                      className={`w-max max-w-[14rem] whitespace-pre-line break-words print:w-auto ${isFigure(cells[at]) ? 'ms-auto text-right' : ''}`}
                    >
                      {cells[at]}
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isCut.length > 0 ? (
        <p className="mt-2 text-quiet">The first {isCut.join(' and ')}. The rest is in the file.</p>
      ) : null}
      {areHidden.length > 0 ? (
        <p className="mt-2 text-quiet">
          Hidden in the sheet and not shown here: {areHidden.join(' and ')}.
        </p>
      ) : null}
    </>
  )
}
