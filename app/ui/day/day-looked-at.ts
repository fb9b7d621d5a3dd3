import { type ComponentProps, createContext, createElement, useContext } from 'react'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { onDay, takesADay } from '~/paths'

/** The past day that the page around shows; undefined for today. */
export const DayLookedAt = createContext<CalendarDate | undefined>(undefined)

/** The same address as at `day`, where it is one of a page that can be seen so and names no day itself. */
export const keptOn = (address: string, day: CalendarDate): string =>
  takesADay(/^[^?#]*/.exec(address)![0]) && !/[?&]on=/.test(address) ? onDay(address, day) : address

/** A link on a page of a past day leads to that day's pages. */
export function LinkOfTheDay(props: ComponentProps<'a'>) {
  const day = useContext(DayLookedAt)
  const href = day && props.href ? keptOn(props.href, day) : props.href
  return createElement('a', { ...props, href })
}

/** A form that asks by its address keeps the day too. */
export function FormOfTheDay({ children, ...props }: ComponentProps<'form'>) {
  const day = useContext(DayLookedAt)
  const asks = props.method?.toLowerCase() === 'get' && takesADay(props.action ?? '')
  const keeps =
    day && asks ? createElement('input', { type: 'hidden', name: 'on', value: day }) : null
  // One by one: what stands in JSX needs no keys, a list would.
  return createElement('form', props, ...[children].flat(), keeps)
}
