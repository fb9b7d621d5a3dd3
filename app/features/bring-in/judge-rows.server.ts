import { setImmediate } from 'node:timers/promises'
import type { Context } from '~/auth/context.server'
import type { Db, Tx } from '~/db/db.server'
import {
  type BringInRow,
  bringInRows,
  type JudgedColumns,
  judgeBringInRows,
} from '~/db/tables/bring-in-rows.server'
import { bringInAnswers, writeBringInValues } from '~/db/tables/bring-in-values.server'
import { proposalsOfBringIn } from '~/db/tables/invitation-proposals.server'
import type { BringInFacts } from '~/db/tables/bring-ins.server'
import type { Columns } from '~/domain/bring-in/columns'
import type { ReadValue } from '~/domain/bring-in/asked-words'
import { judgeRow, type Plan, planOf, type ValuesRead } from '~/domain/bring-in/row'
import { alreadyInPlan } from './already-in-plan.server'
import { headingsOf } from '~/db/bring-in-headings.server'
import { allTeams } from '~/db/tables/teams.server'
import { allThemes } from '~/db/tables/themes.server'
import { knownPeople, knownRecommendations } from './known.server'

const atOnce = 500

/**
 * Judges every row of the chosen table anew, with the columns and the answers as they are now. In steps, so
 * that fifty thousand rows neither fill the memory nor keep others waiting for the server's thread.
 */
export async function judgeRows(
  tx: Tx,
  context: Pick<Context, 'today'>,
  { id, draft, tables }: Pick<BringInFacts, 'id' | 'draft' | 'tables'>,
): Promise<void> {
  if (!draft.columns) return
  const plan = await planToJudge(tx, context, { id, draft, tables, columns: draft.columns })
  const counted = new Map<string, ReadValue & { rows: number; firstRow: number }>()
  const firstWith = new Map<string, number>()
  const read: ValuesRead = new Map()
  let after = draft.headerRow
  for (;;) {
    const rows = await bringInRows(tx, id, { tableAt: draft.table, after, limit: atOnce })
    const last = rows.at(-1)
    if (!last) break
    const judged = await judgedRows(tx, rows, plan, read, firstWith, (value, row) => {
      const place = `${value.kind}:${value.key}`
      const before = counted.get(place)
      if (before) before.rows += 1
      else counted.set(place, { ...value, rows: 1, firstRow: row })
    })
    await judgeBringInRows(tx, id, draft.table, judged)
    after = last.rowAt
    await setImmediate()
  }
  await writeBringInValues(tx, id, [...counted.values()])
}

async function planToJudge(
  db: Db,
  { today }: Pick<Context, 'today'>,
  {
    id,
    draft,
    tables,
    columns,
  }: Pick<BringInFacts, 'id' | 'draft' | 'tables'> & { columns: Columns },
): Promise<Plan> {
  return planOf({
    table: tables[draft.table]!.name,
    columns,
    headings: await headingsOf(db, id, draft),
    people: await knownPeople(db),
    teams: await allTeams(db),
    themes: await allThemes(db),
    proposals: new Map(
      (await proposalsOfBringIn(db, id)).map(({ id: proposal, answer, name, personId, reason }) => [
        proposal,
        { name, personId, declined: answer === 'declined' ? reason : null },
      ]),
    ),
    recommendations: await knownRecommendations(db),
    answers: await bringInAnswers(db, id),
    today,
  })
}

/** Judges some rows, and counts the words that people are asked about. */
async function judgedRows(
  tx: Tx,
  rows: readonly BringInRow[],
  plan: Plan,
  read: ValuesRead,
  firstWith: Map<string, number>,
  count: (value: ReadValue, row: number) => void,
): Promise<JudgedColumns[]> {
  const judged = rows.map((row) => {
    const used: ValuesRead = new Map()
    const result = judgeRow({ row: row.rowAt, ...row }, plan, withMemory(read, used))
    for (const value of used.values()) if (result.state !== 'left-out') count(value, row.rowAt)
    return { row, result }
  })
  const known = await alreadyInPlan(
    tx,
    judged.flatMap(({ row, result }) =>
      result.state === 'left-out' ? [] : [{ row, action: result.action }],
    ),
    plan,
  )
  return judged.map(({ row, result }): JudgedColumns => {
    const { rowAt } = row
    const nothing = { rowAt, problems: [], action: null, actionId: null }
    if (result.state === 'left-out')
      return { ...nothing, state: 'left-out', because: result.because }
    const { action, problems } = result
    const there = known.get(rowAt)
    if (there) {
      return {
        rowAt,
        state: there.state,
        because: there.because,
        problems: there.differences,
        action,
        actionId: there.actionId,
      }
    }
    const first = firstWith.get(row.contentSha256)
    if (first !== undefined) {
      return {
        ...nothing,
        state: 'double',
        because: `It is word for word the same as row ${first}.`,
        action,
      }
    }
    firstWith.set(row.contentSha256, rowAt)
    if (row.setAsideBecause !== null) {
      return { ...nothing, state: 'set-aside', because: row.setAsideBecause, problems, action }
    }
    return { ...nothing, state: result.state, because: '', problems, action }
  })
}

/** Values that were read for rows before are not read again; `used` learns which ones this row has. */
function withMemory(read: ValuesRead, used: ValuesRead): ValuesRead {
  const both: ValuesRead = new Map()
  both.get = (place) => read.get(place)
  both.set = (place, value) => {
    read.set(place, value)
    used.set(place, value)
    return both
  }
  return both
}
