import { z } from 'zod'
import { deliveries } from '~/domain/action/delivery'
import { type Impact, impactTitles } from '~/domain/action/impact'
import { assurances } from '~/domain/evidence/assurance'
import { type BragRow, type BragTable, brags, defaultBragTable } from '~/domain/plan/brag'
import { mostRows } from '~/domain/plan/brag-table'
import { optionalId, optionalWords } from '~/ui/field-shapes'

type Typed = Record<string, string[]>

/** The conditions that are a yes or nothing, as the form ticks them. */
export const alsoTitles = {
  priorityAction: 'It answers an area for priority action',
  statedDiffers: 'Its update says better than the facts',
  evidenceStale: 'Accepted evidence is out of date',
} as const
type Also = keyof typeof alsoTitles
const alsos = Object.keys(alsoTitles) as Also[]

/** The names of the fields of one row, which carry its place in the table. */
export const fieldsOf = (row: number) =>
  ({
    brag: `brag-${row}`,
    delivery: `delivery-${row}[]`,
    assurance: `assurance-${row}[]`,
    impact: `impact-${row}[]`,
    also: `also-${row}[]`,
    daysLateOver: `daysLateOver-${row}`,
  }) as const
type Field = keyof ReturnType<typeof fieldsOf>
const fields = Object.keys(fieldsOf(0)) as Field[]

/** A row as it is typed. */
export type TypedRow = Record<Field, string[]>

/** A table as the form shows it. */
export const typedRows = (table: BragTable): TypedRow[] =>
  table.map((row) => ({
    brag: [row.brag],
    delivery: [...(row.delivery ?? [])],
    assurance: [...(row.assurance ?? [])],
    impact: [...(row.impact ?? [])],
    also: alsos.filter((one) => row[one]),
    daysLateOver: row.daysLateOver === undefined ? [] : [String(row.daysLateOver)],
  }))

/** The rows that a form carries, in their order. */
export function rowsTyped(typed: Typed): TypedRow[] {
  const places = Object.keys(typed).flatMap((name) => /^brag-(\d{1,3})$/.exec(name)?.[1] ?? [])
  return places
    .map(Number)
    .sort((a, b) => a - b)
    .map((place) => {
      const names = fieldsOf(place)
      return Object.fromEntries(
        fields.map((field) => [field, typed[names[field]] ?? []]),
      ) as TypedRow
    })
}

/** The form with other rows; whatever else was typed stays. */
export function withRows(typed: Typed, rows: readonly TypedRow[]): Typed {
  const others = Object.entries(typed).filter(([name]) => !/-\d{1,3}(\[\])?$/.test(name))
  const numbered = rows.flatMap((row, at) => {
    const names = fieldsOf(at)
    return fields
      .filter((field) => field === 'brag' || row[field].length > 0)
      .map((field) => [names[field], row[field]] as const)
  })
  return Object.fromEntries([...others, ...numbered])
}

const emptyRow: TypedRow = {
  brag: ['off-track'],
  delivery: [],
  assurance: [],
  impact: [],
  also: [],
  daysLateOver: [],
}

/**
 * What a button of the editor makes of the rows: one moved, taken away or put in, or all of Waymark's
 * own in their place. Undefined where the button is not one of those.
 */
export function arranged(typed: Typed): Typed | undefined {
  const [what = '', place] = (typed.intent?.[0] ?? '').split(' ')
  const rows = rowsTyped(typed)
  const at = Number(place)
  const swapped = (to: number): TypedRow[] => {
    const [from, other] = [rows[at], rows[to]]
    return from && other ? rows.with(at, other).with(to, from) : rows
  }
  const made: Record<string, () => TypedRow[]> = {
    up: () => swapped(at - 1),
    down: () => swapped(at + 1),
    remove: () => rows.filter((_, one) => one !== at),
    // above the last, which catches all
    add: () => [...rows.slice(0, -1), emptyRow, ...rows.slice(-1)],
    default: () => typedRows(defaultBragTable),
  }
  const make = Object.hasOwn(made, what) ? made[what] : undefined
  return make && withRows(typed, make())
}

const impacts = Object.keys(impactTitles) as [Impact, ...Impact[]]
const days = 'Give a whole number of days, 0 or more, or leave it empty.'
const anyOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values, 'Choose from the list.'))

const rowShape = z.object({
  brag: z.tuple([z.enum(brags, 'Choose a colour from the list.')]),
  delivery: anyOf(deliveries),
  assurance: anyOf(assurances),
  impact: anyOf(impacts),
  also: anyOf(alsos as [Also, ...Also[]]),
  daysLateOver: z.array(
    z
      .string()
      .trim()
      .regex(/^\d{0,4}$/, days),
  ),
})

function asRow({
  brag,
  delivery,
  assurance,
  impact,
  also,
  daysLateOver,
}: z.output<typeof rowShape>) {
  const [limit = ''] = daysLateOver
  const row: BragRow = { brag: brag[0] }
  if (delivery.length > 0) row.delivery = delivery
  if (assurance.length > 0) row.assurance = assurance
  if (impact.length > 0) row.impact = impact
  for (const one of also) row[one] = true
  if (limit !== '') row.daysLateOver = Number(limit)
  return row
}

/** A row in words while it is typed; undefined where something in it cannot be read. */
export function readRow(typed: TypedRow): BragRow | undefined {
  const read = rowShape.safeParse(typed)
  return read.success ? asRow(read.data) : undefined
}

/** A table to try or to save. The shape sees the fields of all rows, however many there are. */
export const bragTableForm = z
  .looseObject({
    intent: z.enum(['try', 'save']).catch('try'),
    why: optionalWords(1000),
    basedOn: optionalId('Start again from the present table.'),
    triedAs: z.string().max(20_000).default(''),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ intent, why, basedOn, triedAs, notAnIdentifier, ...rest }, context) => {
    const typed = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, [value].flat() as string[]]),
    )
    const rows = rowsTyped(typed)
    if (rows.length > mostRows) {
      context.addIssue({ code: 'custom', message: `A table has at most ${mostRows} rows.` })
    }
    const table = rows.flatMap((row, at) => {
      const read = rowShape.safeParse(row)
      if (read.success) return [asRow(read.data)]
      for (const { path, message } of read.error.issues) {
        const name = fieldsOf(at)[String(path[0]) as Field]
        context.addIssue({ code: 'custom', path: [name], message: `Row ${at + 1}: ${message}` })
      }
      return []
    })
    return { intent, why, basedOn, triedAs, notAnIdentifier, table }
  })
