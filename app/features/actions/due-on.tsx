import { type CalendarDate, counted, daysBetween, fullDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { Gap } from '~/ui/rating-tag'

/** "Friday 28 November 2025, in 4 working days", or how late it is. */
export function DueOn({
  view: { dueOn, deliveredOn, today },
}: {
  view: { dueOn: CalendarDate | null; deliveredOn: CalendarDate | null; today: CalendarDate }
}) {
  if (!dueOn) return <Gap>No date</Gap>
  if (deliveredOn) return <>{fullDate(dueOn)}</>
  const isLate = daysBetween(today, dueOn) < 0
  return (
    <>
      {fullDate(dueOn)},{' '}
      <span className={isLate ? 'font-bold text-off-track' : ''}>{inWords(dueOn, today)}</span>
    </>
  )
}

/** "Moved twice, 92 days later than first planned." */
export function movedInWords({ times, days }: { times: number; days: number }): string {
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
  if (days === 0) return `Moved ${often}, and back to the first date.`
  return `Moved ${often}, ${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'} than first planned.`
}
