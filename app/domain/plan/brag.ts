/**
 * BRAG is the council's own colour for an action, read from its delivery, assurance and impact by a
 * table: the first row that fits decides.
 *
 * Blue means delivered, assured and shown to make a difference, and nothing less. The rows are data,
 * so that a council can put its own in their place. Source: PRODUCT "BRAG", rules 2 and 4.
 */
import type { Delivery } from '../action/delivery'
import type { Impact } from '../action/impact'
import type { Assurance } from '../evidence/assurance'

export const brags = [
  'embedded',
  'delivered',
  'awaiting-assurance',
  'on-track',
  'not-started',
  'at-risk',
  'off-track',
] as const
export type Brag = (typeof brags)[number]

export const bragTitles: Record<Brag, string> = {
  embedded: 'Embedded',
  delivered: 'Delivered and assured, impact to come',
  'awaiting-assurance': 'Delivered, awaiting assurance',
  'on-track': 'On track',
  'not-started': 'Not started',
  'at-risk': 'At risk',
  'off-track': 'Off track',
}

/** A row: what it needs of each of the three; a part left out fits whatever it is. */
export interface BragRow {
  brag: Brag
  delivery?: readonly Delivery[]
  assurance?: readonly Assurance[]
  impact?: readonly Impact[]
}

export const defaultBragTable: readonly BragRow[] = [
  { brag: 'off-track', impact: ['worse'] },
  { brag: 'off-track', delivery: ['off-track'] },
  { brag: 'at-risk', impact: ['made-no-difference'] },
  { brag: 'at-risk', delivery: ['at-risk'] },
  { brag: 'not-started', delivery: ['not-started'] },
  { brag: 'on-track', delivery: ['on-track'] },
  {
    brag: 'embedded',
    delivery: ['delivered'],
    assurance: ['accepted'],
    impact: ['made-a-difference'],
  },
  { brag: 'delivered', delivery: ['delivered'], assurance: ['accepted'] },
  { brag: 'awaiting-assurance', delivery: ['delivered'] },
]

/** The colour of an action; off track where a council's own table has no row that fits. */
export function bragOf(
  action: { delivery: Delivery; assurance: Assurance; impact: Impact },
  table: readonly BragRow[] = defaultBragTable,
): Brag {
  const row = table.find(
    ({ delivery, assurance, impact }) =>
      (!delivery || delivery.includes(action.delivery)) &&
      (!assurance || assurance.includes(action.assurance)) &&
      (!impact || impact.includes(action.impact)),
  )
  return row?.brag ?? 'off-track'
}
