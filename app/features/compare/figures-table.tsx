import { type ComparedFigure, figures } from '~/domain/plan/change-figures'
import { type CalendarDate, shortDate } from '~/domain/time/calendar-date'
import { ToneTag } from '~/ui/rating-tag'

/** Then and now, figure by figure; narrow enough for a phone, so it stays a table there. */
export function FiguresTable({
  figures: all,
  from,
  to,
}: {
  figures: readonly ComparedFigure[]
  from: CalendarDate
  to: CalendarDate
}) {
  const rows = all.filter(({ was, is }) => was + is > 0)
  return (
    <table className="w-full max-w-[52rem] border-collapse text-14 md:text-16">
      <caption className="sr-only">How many there were then and are now</caption>
      <thead>
        <tr className="border-b-2 border-edge">
          <th scope="col" className="py-2 pr-3 text-left align-bottom">
            What is counted
          </th>
          {[shortDate(from), shortDate(to)].map((day) => (
            <th key={day} scope="col" className="w-14 py-2 pl-2 text-right align-bottom md:w-28">
              {day}
            </th>
          ))}
          <th scope="col" className="w-[5.5rem] py-2 pl-3 text-left align-bottom md:w-56 md:pl-4">
            Between
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="keep-together border-b border-line align-top">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {figures[row.key].title}
            </th>
            <td className="py-1.5 pl-2 text-right tabular-nums">{row.was}</td>
            <td className="py-1.5 pl-2 text-right font-bold tabular-nums">{row.is}</td>
            <td className="py-1.5 pl-3 md:pl-4">
              <Between row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Between({ row: { key, was, is, came, went } }: { row: ComparedFigure }) {
  if (came + went === 0) return <span className="text-quiet">no change</span>
  const words = [came > 0 ? `${came} more` : '', went > 0 ? `${went} fewer` : '']
    .filter(Boolean)
    .join(', ')
  const { better } = figures[key]
  if (better === undefined || was === is) return <>{words}</>
  const isBetter = is > was === (better === 'more')
  return (
    <ToneTag tone={isBetter ? 'good' : 'bad'}>
      {words}
      <span className="sr-only">, {isBetter ? 'better' : 'worse'}</span>
    </ToneTag>
  )
}
