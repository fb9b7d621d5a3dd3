import type { ActionStanding } from '~/domain/action/standing'
import { type CalendarDate, calendarDate } from '~/domain/time/calendar-date'

/** What of the register is wanted; everything where nothing is said. */
export interface RegisterFilter {
  /** words in the action or its recommendations, or a reference such as A14 or R3 */
  q?: string
  area?: string
  /** a person's id, or 'nobody' */
  owner?: string
  show?: Show
}

interface Judged {
  dueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  recommendations: readonly unknown[]
  standing: ActionStanding
}

export const isLate = (action: Omit<Judged, 'standing' | 'recommendations'>, today: CalendarDate) =>
  action.deliveredOn === null && action.dueOn !== null && action.dueOn < today

/** How an action must stand to be shown, in the order of the list. */
const shows = {
  late: { title: 'Late', fits: (action: Judged, today: CalendarDate) => isLate(action, today) },
  'no-date': { title: 'No due date', fits: ({ dueOn }: Judged) => dueOn === null },
  'off-track': {
    title: 'Off track',
    fits: ({ standing }: Judged) => standing.delivery.rating === 'off-track',
  },
  'at-risk': {
    title: 'At risk',
    fits: ({ standing }: Judged) => standing.delivery.rating === 'at-risk',
  },
  'on-track': {
    title: 'On track',
    fits: ({ standing }: Judged) => standing.delivery.rating === 'on-track',
  },
  'not-started': {
    title: 'Not started',
    fits: ({ standing }: Judged) => standing.delivery.rating === 'not-started',
  },
  delivered: {
    title: 'Delivered',
    fits: ({ standing }: Judged) => standing.delivery.rating === 'delivered',
  },
  differs: {
    title: 'Stated better than it is',
    fits: ({ standing }: Judged) => standing.differs !== undefined,
  },
  moved: { title: 'Due date moved', fits: ({ standing }: Judged) => standing.moved.times > 0 },
  unassured: {
    title: 'Delivered, not assured',
    fits: ({ standing }: Judged) =>
      standing.delivery.rating === 'delivered' && standing.assurance.assurance !== 'accepted',
  },
  'no-impact': {
    title: 'Delivered, impact not shown',
    fits: ({ standing }: Judged) => standing.impact.impact === 'not-shown',
  },
  'no-recommendation': {
    title: 'Answers no recommendation',
    fits: ({ recommendations }: Judged) => recommendations.length === 0,
  },
} as const
export type Show = keyof typeof shows

const isShow = (value: string): value is Show => Object.hasOwn(shows, value)

export const showChoices = Object.entries(shows).map(([value, { title }]) => ({ value, title }))

export const fits = (action: Judged, show: Show | undefined, today: CalendarDate): boolean =>
  show === undefined || shows[show].fits(action, today)

/** The filter that an address asks for; what it does not know, it leaves out. */
export function filterIn(search: URLSearchParams): RegisterFilter {
  // Postgres holds no NUL in words, so nothing can be found by one.
  const given = (name: string) => search.get(name)?.replaceAll('\0', '').trim() || undefined
  const show = given('show')
  return {
    q: given('q')?.slice(0, 200),
    area: given('area'),
    owner: given('owner'),
    show: show !== undefined && isShow(show) ? show : undefined,
  }
}

/**
 * The place of an action in the register: what is open first, by due date, what has no date last. A
 * page begins after the key of the last action of the page before, so that nothing is skipped or
 * shown twice when others add to the plan meanwhile.
 */
export function keyOf(action: {
  id: number
  dueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
}): string {
  const id = String(action.id).padStart(10, '0')
  return `${action.deliveredOn === null ? 0 : 1}.${action.dueOn ?? '9999-12-31'}.${id}`
}

/** The key that an address names, or undefined where it names none. */
export function keyIn(text: string | null): string | undefined {
  const parts = /^[01]\.(\d{4}-\d{2}-\d{2})\.\d{10}$/.exec(text ?? '')
  return parts && calendarDate(parts[1]!) ? parts[0] : undefined
}
