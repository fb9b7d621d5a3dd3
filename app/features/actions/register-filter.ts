import { deliveries, type Delivery, deliveryTitles } from '~/domain/action/delivery'
import { type Impact, impactTitles } from '~/domain/action/impact'
import { type Assurance, assurances, assuranceTitles } from '~/domain/evidence/assurance'
import { idFrom } from '~/domain/id'
import { type Brag, brags, bragTitles } from '~/domain/plan/brag'
import { type CalendarDate, calendarDate } from '~/domain/time/calendar-date'

/** What of the register is wanted, as its address says it; everything where nothing is said. */
export interface RegisterFilter {
  /** words, or a reference such as A14 or R3 */
  q?: string
  /** an id, as are those below */
  inspection?: string
  /** R3, or its number alone */
  recommendation?: string
  area?: string
  /** an id, or 'none' */
  theme?: string
  /** an id, or 'none' */
  team?: string
  /** an id, or 'nobody' */
  owner?: string
  status?: Delivery
  assurance?: Assurance
  impact?: Impact
  brag?: Brag
  due?: DueWindow
  dueFrom?: CalendarDate
  dueTo?: CalendarDate
  /** of the National Framework, such as 'outcome-4' */
  outcome?: string
  /** all of these hold */
  show?: Flag[]
  /** these and no others, by their ids: what somebody chose from the register */
  id?: string[]
}

export const statusTitles = deliveryTitles
export const statuses = [...deliveries].reverse()

export const dueWindows = {
  week: 'In the next 7 days',
  month: 'In the next 30 days',
  quarter: 'In the next 90 days',
  visit: 'Before the next visit',
  none: 'No due date',
} as const
export type DueWindow = keyof typeof dueWindows

/** What must be so of an action for it to be shown, in the order of the list. */
export const flags = {
  late: 'Late',
  'milestone-late': 'With a late milestone',
  differs: 'Stated better than it is',
  silent: 'No update in 30 days',
  'owner-left': 'Owner has left',
  moved: 'Due date moved',
  unassured: 'Delivered, not assured',
  'no-impact': 'Delivered, impact not shown',
  'no-recommendation': 'Answers no recommendation',
} as const
export type Flag = keyof typeof flags

const isOneOf =
  <Value extends string>(values: Readonly<Record<Value, unknown>>) =>
  (value: string | undefined): value is Value =>
    value !== undefined && Object.hasOwn(values, value)

const isStatus = isOneOf(deliveryTitles)
const isAssurance = isOneOf(assuranceTitles)
const isImpact = isOneOf(impactTitles)
const isBrag = isOneOf(bragTitles)
const isDueWindow = isOneOf(dueWindows)

/** The filter that an address asks for; what it does not know, it leaves out. */
export function filterIn(search: URLSearchParams): RegisterFilter {
  // Postgres holds no NUL in words, so nothing can be found by one.
  const clean = (value: string) => value.replaceAll('\0', '').trim()
  const given = (name: string) => clean(search.get(name) ?? '').slice(0, 200) || undefined
  const known = <Value extends string>(
    name: string,
    isKnown: (value: string | undefined) => value is Value,
  ) => {
    const value = given(name)
    return isKnown(value) ? value : undefined
  }
  const shown = search.getAll('show').map(clean)
  // Links of before said with one word what is now said with several.
  const earlier = shown.find(isStatus)
  const due = known('due', isDueWindow) ?? (shown.includes('no-date') ? 'none' : undefined)
  const filter: RegisterFilter = {
    q: given('q'),
    inspection: given('inspection'),
    recommendation: given('recommendation'),
    area: given('area'),
    theme: given('theme'),
    team: given('team'),
    owner: given('owner'),
    status: known('status', isStatus) ?? earlier,
    assurance: known('assurance', isAssurance),
    impact: known('impact', isImpact),
    brag: known('brag', isBrag),
    due,
    dueFrom: calendarDate(given('dueFrom') ?? ''),
    dueTo: calendarDate(given('dueTo') ?? ''),
    outcome: given('outcome'),
    show: (Object.keys(flags) as Flag[]).filter((flag) => shown.includes(flag)),
    // All that fit is more than those that were chosen among them.
    id:
      search.get('all') === 'yes'
        ? []
        : [...new Set(search.getAll('id').map(clean))].filter((id) => id !== ''),
  }
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value.length > 0),
  )
}

/** Whether anything is left out of the register. */
export const isNarrowed = (filter: RegisterFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined && value.length > 0)

/** The recommendation that is meant by R3, r 3 or 3. */
export const recommendationIn = (text: string): number | undefined =>
  idFrom(/^r?\s?(\d{1,10})$/i.exec(text)?.[1])

/** A reference in the place of words to look for: A14 is that action, R3 all that answer it. */
export function referenceIn(q: string): { kind: 'a' | 'r'; id: number } | undefined {
  const [, kind, digits] = /^([ar])\s?(\d{1,10})$/i.exec(q) ?? []
  const id = idFrom(digits)
  return id === undefined ? undefined : { kind: kind!.toLowerCase() as 'a' | 'r', id }
}

export interface FilterChoice {
  value: string
  title: string
}

const choicesOf = <Value extends string>(
  values: readonly Value[],
  titles: Record<Value, string>,
): FilterChoice[] => values.map((value) => ({ value, title: titles[value] }))

/** Those choices that are the same in every plan. */
export const fixedChoices = {
  status: choicesOf(statuses, statusTitles),
  assurance: choicesOf(assurances, assuranceTitles),
  impact: choicesOf(Object.keys(impactTitles) as Impact[], impactTitles),
  brag: choicesOf([...brags].reverse(), bragTitles),
  due: choicesOf(Object.keys(dueWindows) as DueWindow[], dueWindows),
  show: choicesOf(Object.keys(flags) as Flag[], flags),
} as const
