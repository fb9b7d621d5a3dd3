import { type Duty, duties } from '~/domain/inspection/duties'

/** The dates of an inspection that a person gives, as their fields are called. */
export type DateName = 'receivedOn' | `stated-${Duty}` | `met-${Duty}`

export const statedName = (duty: Duty): DateName => `stated-${duty}`
export const metName = (duty: Duty): DateName => `met-${duty}`

export const dateNames: readonly DateName[] = [
  'receivedOn',
  ...duties.flatMap((duty) => [statedName(duty), metName(duty)]),
]
