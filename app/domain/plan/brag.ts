/**
 * BRAG is the council's own colour for an action, read from its delivery, assurance and impact by a
 * table: the first row that fits decides.
 *
 * Blue means delivered, assured and shown to make a difference, and nothing less. The rows are data,
 * so that a council can put its own in their place; a past day is judged by the table of that day.
 * Source: PRODUCT "BRAG", rules 2 and 4. In SQL: brag_rows_colour_is_one_we_know.
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

/** 0 is the best. */
export const bragRank = (brag: Brag): number => brags.indexOf(brag)

/** What the rows of a table may ask about an action. */
export interface BragFacts {
  delivery: Delivery
  assurance: Assurance
  impact: Impact
  /** It answers an area for priority action. */
  priorityAction: boolean
  /** Calendar days since its due date while it is not delivered; 0 where that lies ahead. */
  daysLate: number
  /** Its latest update says better than the facts. */
  statedDiffers: boolean
  /** Evidence that was accepted is out of date. */
  evidenceStale: boolean
}

/** A row: what it needs of an action; a condition left out fits whatever it is. */
export interface BragRow {
  brag: Brag
  delivery?: readonly Delivery[]
  assurance?: readonly Assurance[]
  impact?: readonly Impact[]
  priorityAction?: true
  /** More days late than this. */
  daysLateOver?: number
  statedDiffers?: true
  evidenceStale?: true
}
export type BragTable = readonly BragRow[]

export const defaultBragTable: BragTable = [
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
  { brag: 'off-track' },
]

export const fits = (row: BragRow, action: BragFacts): boolean =>
  (!row.delivery || row.delivery.includes(action.delivery)) &&
  (!row.assurance || row.assurance.includes(action.assurance)) &&
  (!row.impact || row.impact.includes(action.impact)) &&
  (!row.priorityAction || action.priorityAction) &&
  (row.daysLateOver === undefined || action.daysLate > row.daysLateOver) &&
  (!row.statedDiffers || action.statedDiffers) &&
  (!row.evidenceStale || action.evidenceStale)

/** The row that decides, counted from 0; undefined where a table has a hole. */
export function decidingRow(action: BragFacts, table: BragTable): number | undefined {
  const row = table.findIndex((one) => fits(one, action))
  return row < 0 ? undefined : row
}

/** The colour of an action; off track where a table has no row that fits. */
export function bragOf(action: BragFacts, table: BragTable = defaultBragTable): Brag {
  const row = decidingRow(action, table)
  return row === undefined ? 'off-track' : table[row]!.brag
}
