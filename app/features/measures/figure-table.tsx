import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { SignalTag } from '~/ui/signal-tag'
import { type Column, Table } from '~/ui/table'
import type { FigureRow, MeasureView } from './measure-detail.query.server'

/** Every figure of the chart with what the rules say of it, and with what stood there before. */
export function FigureTable({ view }: { view: MeasureView }) {
  const columns: Column<FigureRow>[] = [
    { title: 'Period', isName: true, cell: ({ period }) => period },
    {
      title: 'Figure',
      isFigure: true,
      cell: (row) => (
        <>
          <span className="font-bold">{row.figure}</span>
          <Earlier row={row} />
        </>
      ),
    },
    { title: 'Out of', isFigure: true, cell: ({ parts }) => parts },
    { title: 'Limits', isFigure: true, cell: ({ limits }) => limits },
    { title: 'Target', isFigure: true, cell: ({ target }) => target },
    {
      title: 'Signal',
      cell: ({ signal }) =>
        signal ? <SignalTag signal={signal.meaning}>{signal.words}</SignalTag> : '',
    },
    { title: 'Notes', cell: ({ notes }) => notes.join(', ') },
  ]
  const correcting: Column<FigureRow> = {
    title: 'Correct',
    cell: ({ from, period }) => (
      <a href={paths.measureFigure(view.id, from)} className="no-print">
        Correct<span className="sr-only"> {period}</span>
      </a>
    ),
  }
  const hasParts = view.rows.some(({ parts }) => parts !== '')
  const shown = columns.filter(({ title }) => title !== 'Out of' || hasParts)
  return (
    <Table
      caption={`${view.title}: the figures of the chart, the latest first`}
      rows={view.rows}
      rowKey={({ from }) => from}
      columns={view.offers.record ? [...shown, correcting] : shown}
    />
  )
}

function Earlier({ row: { earlier, correction } }: { row: FigureRow }) {
  if (!correction) return null
  return (
    <span className="block text-14 font-normal text-quiet">
      Corrected by {correction.who} on {longDate(correction.on)}: {correction.reason}
      {earlier.map(({ figure, who, on }, at) => (
        <span key={at} className="block">
          Before: {figure ?? 'taken away'} ({who}, {longDate(on)})
        </span>
      ))}
    </span>
  )
}
