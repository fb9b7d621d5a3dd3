/**
 * A council may put its own table of colours in place of Waymark's: it ends with a row that catches
 * all, it is tried on the present plan before it is saved, and it says why.
 *
 * A row that can never decide is pointed out and does no harm. The table before stays on record.
 * Source: PRODUCT "BRAG" and rules 1, 2 and 9. In SQL: brag_tables_say_why,
 * brag_tables_end_with_a_row_that_catches_all, brag_tables_begin_one_at_a_time,
 * brag_tables_are_never_changed, brag_rows_are_never_changed, brag_rows_name_at_least_one,
 * brag_rows_days_are_counted_from_none.
 */
import { type Actor, may } from '../access/permissions'
import { deliveries, deliveryTitles } from '../action/delivery'
import { type Impact, impactTitles } from '../action/impact'
import { type Decision, all, no, yes } from '../decision'
import { assurances, assuranceTitles } from '../evidence/assurance'
import { counted } from '../time/calendar-date'
import {
  type Brag,
  type BragFacts,
  type BragRow,
  type BragTable,
  bragOf,
  brags,
  bragTitles,
  decidingRow,
  defaultBragTable,
  fits,
} from './brag'

/** More rows than a reader can hold in mind are not a rule any more. */
export const mostRows = 30

const catchesAll = (row: BragRow): boolean => conditionsOf(row).length === 0

/** What stands while a table is saved. */
export interface PresentTable {
  table: BragTable
  /** null while Waymark's own stands */
  versionId: number | null
}

export interface TableAsked {
  table: BragTable
  why: string
  /** The version that it was made from. */
  basedOn: number | null
  /** The fingerprint of the table as it was last tried on the plan; empty where it never was. */
  triedAs: string
}

/** Whether the actor may set the table; with one given, whether that will do. */
export const canSaveBragTable = (
  actor: Actor,
  present?: PresentTable,
  asked?: TableAsked,
): Decision => all(may(actor, 'ratings.set'), present && asked ? mayFollow(present, asked) : yes)

const mayFollow = (present: PresentTable, asked: TableAsked): Decision =>
  all(
    asked.basedOn === present.versionId
      ? yes
      : no(
          'Somebody saved another table meanwhile. Yours is still here: read theirs, then start from it.',
        ),
    canStand(asked.table),
    fingerprintOf(asked.table) === fingerprintOf(present.table)
      ? no('This is the table that stands already.')
      : yes,
    asked.triedAs === fingerprintOf(asked.table)
      ? yes
      : no('Try the table on the plan before you save it: it has changed since.'),
    asked.why.trim() === '' ? no('Say why the table changes.', 'why') : yes,
  )

/** Whether a table may stand at all. */
export function canStand(table: BragTable): Decision {
  const last = table.at(-1)
  return all(
    !last || !catchesAll(last)
      ? no('The last row must catch all that no row before it fits: leave it without a condition.')
      : yes,
    table.length > mostRows ? no(`A table has at most ${mostRows} rows.`) : yes,
  )
}

const impacts = Object.keys(impactTitles) as Impact[]

/** Everything that an action can be, as far as the rows of a table can tell it apart. */
export function possibleFacts(table: BragTable): BragFacts[] {
  const limits = new Set(table.flatMap((row) => row.daysLateOver ?? []))
  // One action for each stretch between two limits.
  const daysLate = [0, ...[...limits].map((limit) => limit + 1)]
  const either = [false, true]
  return deliveries.flatMap((delivery) =>
    assurances.flatMap((assurance) =>
      impacts.flatMap((impact) =>
        daysLate.flatMap((late) =>
          either.flatMap((priorityAction) =>
            either.flatMap((statedDiffers) =>
              either.flatMap((evidenceStale) => {
                const facts = {
                  ...{ delivery, assurance, impact, priorityAction },
                  ...{ daysLate: late, statedDiffers, evidenceStale },
                }
                return canBe(facts) ? [facts] : []
              }),
            ),
          ),
        ),
      ),
    ),
  )
}

/** What the other rules never let come together: see delivery.ts and assurance.ts. */
export const canBe = (action: BragFacts): boolean =>
  (action.daysLate === 0 || action.delivery === 'off-track') &&
  (!action.statedDiffers || action.delivery !== 'delivered') &&
  (!action.evidenceStale || ['partly', 'accepted'].includes(action.assurance))

export interface IdleRow {
  /** counted from 0 */
  row: number
  sentence: string
}

/** The rows that can never decide; the last one, which catches all, may be idle. */
export function idleRows(table: BragTable): IdleRow[] {
  const possible = possibleFacts(table)
  const deciders = new Set(possible.map((action) => decidingRow(action, table)))
  return table.flatMap((row, at) => {
    if (deciders.has(at) || at === table.length - 1) return []
    const before = new Set(
      possible.filter((action) => fits(row, action)).map((action) => decidingRow(action, table)!),
    )
    const first = [...before].sort((a, b) => a - b).map((one) => one + 1)
    const because =
      first.length === 0
        ? 'no action can be all of this at once'
        : `${first.length === 1 ? `row ${first[0]} comes` : `rows ${listed(first.map(String), 'and')} come`} first wherever it fits`
    return [{ row: at, sentence: `Row ${at + 1} can never decide: ${because}.` }]
  })
}

const listed = (words: readonly string[], joint: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`

/** The conditions of a row, each to be read after "where"; none for a row that catches all. */
export function conditionsOf(row: BragRow): string[] {
  const oneOf = <One extends string>(
    name: string,
    ones: readonly One[] | undefined,
    titles: Record<One, string>,
  ) =>
    ones
      ? [
          `${name} is ${listed(
            ones.map((one) => `“${titles[one].toLowerCase()}”`),
            'or',
          )}`,
        ]
      : []
  return [
    ...oneOf('delivery', row.delivery, deliveryTitles),
    ...oneOf('assurance', row.assurance, assuranceTitles),
    ...oneOf('impact', row.impact, impactTitles),
    ...(row.priorityAction ? ['it answers an area for priority action'] : []),
    ...(row.daysLateOver === undefined
      ? []
      : [
          row.daysLateOver === 0
            ? 'its due date has passed'
            : `it is more than ${counted(row.daysLateOver, 'day')} late`,
        ]),
    ...(row.statedDiffers ? ['its update says better than the facts'] : []),
    ...(row.evidenceStale ? ['accepted evidence is out of date'] : []),
  ]
}

/** "Delivery is “off track” and it answers an area for priority action"; "Whatever it is". */
export function rowInWords(row: BragRow): string {
  const words = conditionsOf(row)
  if (words.length === 0) return 'Whatever it is'
  const sentence = listed(words, 'and')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

/** Why an action has its colour: "Row 2 of the table: delivery is “off track”." */
export function bragReason(action: BragFacts, table: BragTable = defaultBragTable): string {
  const row = decidingRow(action, table)
  if (row === undefined) return 'No row of the table fits.'
  const words = conditionsOf(table[row]!)
  return `Row ${row + 1} of the table: ${words.length === 0 ? 'no row before it fits' : listed(words, 'and')}.`
}

export interface ColourChange {
  id: number
  title: string
  from: Brag
  to: Brag
  /** the row of the new table that decides, counted from 0 */
  row: number | undefined
}

export interface TriedTable {
  /** Actions that would change colour, those that get worse first. */
  changes: ColourChange[]
  /** How many actions have each colour by the present table and by the new one; colours of neither left out. */
  counts: { brag: Brag; title: string; now: number; then: number }[]
  idle: IdleRow[]
}

/** What a table would make of the present plan, beside what the present one makes of it. */
export function tryTable(
  actions: readonly { id: number; title: string; facts: BragFacts }[],
  present: BragTable,
  table: BragTable,
): TriedTable {
  const judged = actions.map(({ id, title, facts }) => ({
    ...{ id, title, from: bragOf(facts, present), to: bragOf(facts, table) },
    row: decidingRow(facts, table),
  }))
  const steps = ({ from, to }: ColourChange) => brags.indexOf(to) - brags.indexOf(from)
  return {
    changes: judged
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => steps(b) - steps(a) || a.id - b.id),
    counts: brags
      .map((brag) => ({
        brag,
        title: bragTitles[brag],
        now: judged.filter(({ from }) => from === brag).length,
        then: judged.filter(({ to }) => to === brag).length,
      }))
      .filter(({ now, then }) => now + then > 0),
    idle: idleRows(table),
  }
}

/** What two tables of the same rows in the same order have in common, and no others. */
export const fingerprintOf = (table: BragTable): string =>
  JSON.stringify(
    table.map((row) => [
      ...[row.brag, row.delivery ?? 0, row.assurance ?? 0, row.impact ?? 0],
      ...[row.priorityAction ?? 0, row.daysLateOver ?? -1],
      ...[row.statedDiffers ?? 0, row.evidenceStale ?? 0],
    ]),
  )
