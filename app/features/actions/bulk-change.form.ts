import { z } from 'zod'
import { bulkChanges, type BulkChangeKind } from '~/domain/plan/bulk-change'
import { dayIn } from '~/ui/field-shapes'
import { filterIn, type RegisterFilter } from './register-filter'

export { bulkChanges, type BulkChangeKind }

/** Which change to which actions an address asks to be shown. */
export interface BulkAsked {
  kind: BulkChangeKind
  /** the actions chosen one by one, or everything that the register showed */
  filter: RegisterFilter
  /** without those that a rule refuses */
  leavesOut: boolean
  /** what every one of them is to have; as typed, and not there before anything was chosen */
  to?: string
  newTheme?: string
}

export const isBulkChange = (text: string | undefined): text is BulkChangeKind =>
  bulkChanges.some((kind) => kind === text)

/** What an address asks for; undefined where it chooses no actions. */
export function bulkAskedIn(kind: BulkChangeKind, search: URLSearchParams): BulkAsked {
  const { id, ...everything } = filterIn(search)
  const filter = search.get('all') === 'yes' ? everything : { id: id ?? [] }
  return {
    kind,
    filter,
    leavesOut: search.get('leaveOut') === 'refused',
    to: search.get('to')?.trim() || undefined,
    newTheme: search.get('newTheme')?.trim().slice(0, 100) || undefined,
  }
}

/** The same, as the fields of the form that asks on, or as an address. */
export function bulkFields({ filter, leavesOut, to, newTheme }: BulkAsked): [string, string][] {
  const isChosen = filter.id !== undefined
  const fields = { ...filter, all: isChosen ? undefined : 'yes', to, newTheme }
  return [
    ...Object.entries(fields).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
    ...(leavesOut ? ([['leaveOut', 'refused']] as [string, string][]) : []),
  ]
}

export const bulkDay = (to: string | undefined) => (to === undefined ? undefined : dayIn(to))

export const bulkChangeForm = z.object({
  /** what she was shown: where it is no longer so, nothing is done and she is shown it anew */
  revision: z.string().regex(/^[0-9a-f]{64}$/, 'Look at what the change would do again.'),
})
