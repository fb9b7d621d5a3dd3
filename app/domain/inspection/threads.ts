/**
 * A thread is everything that a council was told again and again about one thing: recommendations
 * joined by repeats that somebody confirmed, directly or through one another. "Told in 2019, 2022 and
 * again in 2026."
 *
 * What the latest inspection says of a thread carries it from then on: what earlier ones said is
 * history, and is not counted a second time in readiness.
 * Source: PRODUCT "recommendation"; decision 0012.
 */
import { type CalendarDate, compareDates, months, partsOf } from '../time/calendar-date'

/** A recommendation as one inspection told it. */
export interface Telling {
  id: number
  inspectionId: number
  inspectedFrom: CalendarDate
}

/** The oldest first; at least two. */
export type Thread<One extends Telling = Telling> = readonly One[]

/** That the later recommendation says the earlier one again. */
export interface Repeat {
  earlierId: number
  laterId: number
}

const byAge = (a: Telling, b: Telling): number =>
  compareDates(a.inspectedFrom, b.inspectedFrom) || a.inspectionId - b.inspectionId || a.id - b.id

/** The threads that these repeats make, by the id of every recommendation in them. */
export function threadsOf<One extends Telling>(
  tellings: readonly One[],
  repeats: readonly Repeat[],
): Map<number, Thread<One>> {
  const byId = new Map(tellings.map((one) => [one.id, one]))
  const together = new Map<number, Set<One>>()
  for (const { earlierId, laterId } of repeats) {
    const pair = [byId.get(earlierId), byId.get(laterId)].filter((one) => one !== undefined)
    if (pair.length < 2) continue
    const joined = new Set(pair.flatMap((one) => [...(together.get(one.id) ?? [one])]))
    for (const { id } of joined) together.set(id, joined)
  }
  return new Map([...together].map(([id, joined]) => [id, [...joined].sort(byAge)]))
}

/** The inspections that told a thread, the oldest first, each with what it said of it. */
export function timesTold<One extends Telling>(
  thread: Thread<One>,
): { inspectionId: number; inspectedFrom: CalendarDate; said: One[] }[] {
  const times = new Map<number, One[]>()
  for (const one of thread)
    times.set(one.inspectionId, [...(times.get(one.inspectionId) ?? []), one])
  return [...times].map(([inspectionId, said]) => ({
    inspectionId,
    inspectedFrom: said[0]!.inspectedFrom,
    said,
  }))
}

/** "2019, 2022 and again in 2026"; with the month where a year stands twice. */
export function toldIn(days: readonly CalendarDate[]): string {
  const years = days.map((day) => partsOf(day).year)
  const names = days.map((day) => {
    const { year, month } = partsOf(day)
    const isAlone = years.filter((one) => one === year).length === 1
    return isAlone ? String(year) : `${months[month - 1]} ${year}`
  })
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and again in ${names.at(-1)}`
}

/** Which time it is that a council is told it, in the words of this recommendation: 1 for the first. */
export function timeOf(thread: Thread | undefined, id: number): number {
  if (!thread) return 1
  const telling = thread.find((one) => one.id === id)
  return timesTold(thread).findIndex((one) => one.inspectionId === telling?.inspectionId) + 1
}

/** "2nd", "3rd", "11th" */
export function ordinal(number: number): string {
  const ending =
    number % 100 >= 11 && number % 100 <= 13
      ? 'th'
      : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

/** Where a recommendation stands in its thread: what came before it, and what carries it since. */
export function placeIn(
  thread: Thread | undefined,
  id: number,
): { toldBefore: CalendarDate[]; carriedBy: number[] } {
  const times = thread ? timesTold(thread) : []
  const at = timeOf(thread, id) - 1
  return {
    toldBefore: times.slice(0, at).map(({ inspectedFrom }) => inspectedFrom),
    carriedBy: at < times.length - 1 ? times.at(-1)!.said.map((one) => one.id) : [],
  }
}
