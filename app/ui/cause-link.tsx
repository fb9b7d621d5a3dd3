import { measureRef } from '~/domain/measure/measure'
import type { Cause } from '~/domain/plan/plan'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { onDay, paths } from '~/paths'

const longest = 90

/** The words a link has room for, cut between words. */
export const inShort = (text: string): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[\s,;:.–-]+$/, '')}…`
}

const addressOf = (cause: Cause): string =>
  cause.kind === 'milestone'
    ? `${paths.action(cause.actionId)}#milestone-${cause.id}`
    : paths[cause.kind](cause.id)

const referenceOf = (cause: Cause): string | undefined => {
  if (cause.kind === 'recommendation') return recommendationRef(cause.id)
  if (cause.kind === 'evidence') return undefined
  if (cause.kind === 'measure') return measureRef(cause.id)
  return actionRef(cause.kind === 'milestone' ? cause.actionId : cause.id)
}

/** The way to what a sentence is caused by: its reference and its own name. */
export function CauseLink({
  cause,
  on,
}: {
  cause: Cause
  /** the past day whose page is meant, where it is not today's */
  on?: CalendarDate
}) {
  const reference = referenceOf(cause)
  return (
    <a href={on ? onDay(addressOf(cause), on) : addressOf(cause)}>
      {reference ? <span className="font-bold">{reference}</span> : null}
      {reference ? ' ' : ''}
      {inShort(cause.title)}
    </a>
  )
}

/** The same where several stand in a row: the reference alone, its name for those who do not see it. */
export function CauseReference({ cause }: { cause: Cause }) {
  return (
    <a href={addressOf(cause)} title={cause.title}>
      {referenceOf(cause) ?? inShort(cause.title)}
      <span className="sr-only"> {cause.title}</span>
    </a>
  )
}

/** The way to the page of the same thing as it stood at the end of a day. */
export function CauseOnDay({ cause, on }: { cause: Cause; on: CalendarDate }) {
  return (
    <a
      href={onDay(addressOf(cause), on)}
      className="no-print inline-block py-1 whitespace-nowrap text-14"
    >
      as at {longDate(on)}
      <span className="sr-only">: {cause.title}</span>
    </a>
  )
}
