import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { type BringInRow, bringInRows, countBringInRows } from '~/db/tables/bring-in-rows.server'
import { countBringInValues } from '~/db/tables/bring-in-values.server'
import { type BringInFacts, bringInFacts } from '~/db/tables/bring-ins.server'
import { isForMany } from '~/domain/bring-in/columns'
import {
  canBringIn,
  isStillOpen,
  nextStep,
  type RowCounts,
  type TableRead,
} from '~/domain/bring-in/draft'
import type { ValueKind } from '~/domain/bring-in/asked-words'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { headingsOf } from '~/db/bring-in-headings.server'

/** What every page about one old plan says of it. */
export interface BringInHead {
  id: number
  revision: number
  name: string
  isOpen: Decision
}

export interface BringInView extends BringInHead {
  startedByName: string
  startedOn: CalendarDate
  table: TableRead
  tables: number
  headerRow: number
  columns: { used: number; asWords: number; leftOut: number } | undefined
  words: { kind: ValueKind; values: number; open: number }[]
  rows: RowCounts
  next: ReturnType<typeof nextStep>
  confirm: Decision
  /** the first rows that are not right, with what is wrong in them */
  wrong: Pick<BringInRow, 'rowAt' | 'problems'>[]
  /** the same bytes, brought in or begun before */
  sameFile: { id: number; confirmedOn: CalendarDate | undefined } | undefined
  /** how many actions came of it, and how many of its rows did not become one */
  actions: number
}

export const headOf = ({ id, draft, originalName, ...facts }: BringInFacts): BringInHead => ({
  id,
  revision: draft.revision,
  name: originalName,
  isOpen: isStillOpen(facts),
})

/** One old plan: how far it is, and what has still to be put right. */
export async function bringInView(
  { db, actor }: Context,
  id: number,
): Promise<BringInView | undefined> {
  const facts = await bringInFacts(db, id)
  if (!facts) return undefined
  const { draft, tables } = facts
  const rows = await countBringInRows(db, id)
  const words = await countBringInValues(db, id)
  const headings = await headingsOf(db, id, draft)
  const mapped = Object.values(draft.columns ?? {})
  const asWords = mapped.filter(isForMany).length
  const open = words.reduce((sum, one) => sum + one.open, 0)
  return {
    ...headOf(facts),
    startedByName: (await nameOf(db, facts.startedById)).name,
    startedOn: calendarDateIn(facts.startedAt, 'Europe/London'),
    table: tables[draft.table]!,
    tables: tables.length,
    headerRow: draft.headerRow,
    columns: draft.columns && {
      used: mapped.length - asWords,
      asWords,
      leftOut: headings.filter((heading, at) => heading !== '' && !draft.columns![at]).length,
    },
    words,
    rows,
    next: nextStep(draft, rows, open),
    confirm: canBringIn(actor, draft, rows),
    wrong: await bringInRows(db, id, { tableAt: draft.table, state: 'wrong', limit: 10 }),
    sameFile: await sameFile(db, facts),
    actions: await actionsOf(db, id),
  }
}

const nameOf = (db: Db, id: number) =>
  db.selectFrom('people').where('id', '=', id).select('name').executeTakeFirstOrThrow()

async function actionsOf(db: Db, id: number): Promise<number> {
  const { actions } = await db
    .selectFrom('actionSources')
    .where('bringInId', '=', id)
    .select(({ fn }) => fn.countAll<number>().as('actions'))
    .executeTakeFirstOrThrow()
  return actions
}

async function sameFile(
  db: Db,
  { id, blobSha256 }: BringInFacts,
): Promise<BringInView['sameFile']> {
  const other = await db
    .selectFrom('bringIns')
    .where('blobSha256', '=', blobSha256)
    .where('id', '<>', id)
    .where('discardedAt', 'is', null)
    .orderBy('confirmedAt', (order) => order.asc().nullsLast())
    .orderBy('id')
    .select(['id', 'confirmedAt'])
    .executeTakeFirst()
  return (
    other && {
      id: other.id,
      confirmedOn: other.confirmedAt
        ? calendarDateIn(other.confirmedAt, 'Europe/London')
        : undefined,
    }
  )
}
