import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { type BragTable, defaultBragTable } from '~/domain/plan/brag'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson } from '~/testing/make'
import { asAt, type Tx } from './db.server'
import { planFactsOn } from './plan-facts.server'
import { bragTableAt, bragTableVersions, insertBragTable } from './tables/brag-tables.server'

const at = (day: string) => new Date(`${day}T10:00:00Z`)
const first: BragTable = [
  { brag: 'at-risk', delivery: ['off-track', 'at-risk'], daysLateOver: 0, priorityAction: true },
  { brag: 'off-track' },
]
const second: BragTable = [
  { brag: 'on-track', impact: ['too-early'], statedDiffers: true, evidenceStale: true },
  { brag: 'not-started' },
]

async function save(db: Tx, table: BragTable, day: string): Promise<number> {
  await sql`select set_config('waymark.now', ${at(day).toISOString()}, true)`.execute(db)
  const savedById = await makePerson(db, { name: 'Dana Reid' })
  return insertBragTable(db, { validFrom: at(day), savedById, why: 'As agreed.', table })
}

describe('the table of colours', () => {
  test('is Waymark’s own before one is saved, and from then on the one saved last', async ({
    db,
  }) => {
    await save(db, first, '2026-03-01')
    await save(db, second, '2026-05-01')
    expect(await bragTableAt(db, at('2026-02-28'))).toEqual(defaultBragTable)
    expect(await bragTableAt(db, at('2026-03-01'))).toEqual(first)
    expect(await bragTableAt(db, at('2026-04-30'))).toEqual(first)
    expect(await bragTableAt(db, at('2026-06-01'))).toEqual(second)
    expect((await bragTableVersions(db)).map(({ table, why }) => [table, why])).toEqual([
      [second, 'As agreed.'],
      [first, 'As agreed.'],
    ])
  })

  test('of a past day judges the plan of that day', async ({ db }) => {
    const { actor } = await contextFor(db, 'leader')
    await save(db, first, '2026-11-02')
    const tableOn = async (day: '2026-11-01' | '2026-11-02') =>
      (await planFactsOn(db, actor, day)).bragTable
    expect(await tableOn('2026-11-01')).toEqual(defaultBragTable)
    expect(await tableOn('2026-11-02')).toEqual(first)
    expect(await asAt(db, at('2026-11-20'), (then) => bragTableAt(then, at('2026-11-20')))).toEqual(
      first,
    )
  })

  test('is refused by the database where it breaks a rule', async ({ db }) => {
    const refused = (constraint: string, table: BragTable) =>
      expectRefusedBy(db, constraint, () => save(db, table, '2026-03-01'))
    await refused('brag_tables_end_with_a_row_that_catches_all', first.slice(0, 1))
    await refused('brag_rows_name_at_least_one', [{ brag: 'at-risk', impact: [] }, ...first])
    await refused('brag_rows_days_are_counted_from_none', [
      { brag: 'at-risk', daysLateOver: -1 },
      ...first,
    ])
    await refused('brag_rows_colour_is_one_we_know', [{ brag: 'purple' as never }])
    await refused('brag_rows_ratings_are_ones_we_know', [
      { brag: 'at-risk', delivery: ['fine' as never] },
      ...first,
    ])
    const id = await save(db, first, '2026-03-01')
    await refused('brag_tables_begin_one_at_a_time', second)
    await expectRefusedBy(db, 'brag_tables_are_never_changed', () =>
      db.updateTable('bragTables').set({ why: 'Another' }).where('id', '=', id).execute(),
    )
    await expectRefusedBy(db, 'brag_rows_are_never_changed', () =>
      db.deleteFrom('bragRows').where('bragTableId', '=', id).execute(),
    )
    const savedById = await makePerson(db)
    await expectRefusedBy(db, 'brag_tables_say_why', () =>
      insertBragTable(db, { validFrom: at('2026-04-01'), savedById, why: ' ', table: first }),
    )
  })
})

describe('another colour that somebody states', () => {
  test('is refused by the database where it breaks a rule', async ({ db }) => {
    const ownerId = await makePerson(db)
    const statedById = await makePerson(db, { roles: ['manager'] })
    const actionId = await makeAction(db, { ownerId })
    const good = {
      ...{ actionId, statedById, brag: 'at-risk', reason: 'The court set the date.' },
      ...{ statedAt: at('2026-11-20'), untilOn: '2027-02-20' },
    }
    const insert = (columns: object) =>
      db
        .insertInto('bragOverrides')
        .values({ ...good, ...columns })
        .execute()
    const refused = (constraint: string, columns: object) =>
      expectRefusedBy(db, constraint, () => insert(columns))
    await refused('brag_overrides_have_a_reason', { reason: '' })
    await refused('brag_overrides_colour_is_one_we_know', { brag: 'purple' })
    await refused('brag_overrides_end', { untilOn: '2026-11-20' })
    await refused('brag_overrides_end', { untilOn: '2027-02-21' })
    await refused('brag_overrides_not_by_the_owner', { statedById: ownerId })
    await refused('brag_overrides_ended_by_somebody', { endedAt: at('2026-12-01') })
    await refused('brag_overrides_ended_after_they_began', {
      ...{ endedAt: at('2026-11-01'), endedById: statedById },
    })
    await insert({ untilOn: '2026-12-01' })
    await refused('brag_overrides_one_at_a_time', { statedAt: at('2026-12-01') })
    await insert({ statedAt: at('2026-12-02'), untilOn: '2027-01-10' })
  })
})
