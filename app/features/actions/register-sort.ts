import { idFrom } from '~/domain/id'
import { calendarDate } from '~/domain/time/calendar-date'

/** What the register is sorted by; from the smallest, or with a minus from the greatest. */
export const sorts = {
  due: ['boolean', 'date'],
  ref: [],
  title: ['text'],
  owner: ['text'],
  original: ['date'],
  slipped: ['integer'],
  moved: ['integer'],
  brag: ['integer'],
  delivery: ['integer'],
  assurance: ['integer'],
  impact: ['integer'],
  updated: ['date'],
  evidence: ['integer'],
} as const satisfies Record<string, readonly KeyType[]>
export type SortName = keyof typeof sorts
type KeyType = 'boolean' | 'date' | 'integer' | 'text'

export interface Sort {
  by: SortName
  descending: boolean
}

/** The order that an address asks for; where it asks for none, what is open first, by due date. */
export function sortIn(text: string | null): Sort {
  const [, minus, name = ''] = /^(-?)([a-z]+)$/.exec(text ?? '') ?? []
  return Object.hasOwn(sorts, name)
    ? { by: name as SortName, descending: minus === '-' }
    : { by: 'due', descending: false }
}

/** How an address asks for an order; the usual one needs no word. */
export const sortWord = ({ by, descending }: Sort): string | undefined =>
  by === 'due' && !descending ? undefined : `${descending ? '-' : ''}${by}`

/**
 * The place of an action in the order: the values it is sorted by, and its id. A page begins after the
 * place of the last action of the page before, so that nothing is skipped or shown twice when others
 * add to the plan meanwhile.
 */
export interface Place {
  id: number
  values: readonly string[]
}

export const placeWord = ({ id, values }: Place): string => [id, ...values].join('~')

const isOf: Record<KeyType, (value: string) => boolean> = {
  boolean: (value) => /^(true|false)$/.test(value),
  date: (value) => /^-?infinity$/.test(value) || calendarDate(value) !== undefined,
  integer: (value) => /^-?\d{1,9}$/.test(value),
  text: (value) => !value.includes('\0'),
}

/** The place that an address names, in the order `sort`; undefined where it names none. */
export function placeIn(text: string | null, { by }: Sort): Place | undefined {
  const types: readonly KeyType[] = sorts[by]
  const [first, ...rest] = (text ?? '').split('~')
  const id = idFrom(first)
  // A text may hold the mark that stands between the values; it is the only value then.
  const values = types.length === 1 ? [rest.join('~')] : rest
  if (id === undefined || values.length !== types.length) return undefined
  return values.every((value, at) => isOf[types[at]!](value)) ? { id, values } : undefined
}
