import { sql } from 'kysely'
import { expect } from 'vitest'
import { asAt, inTransaction } from '~/db/db.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { makeAction, makePerson } from '~/testing/make'

const onDay = (day: string) => new Date(`${day}T12:00:00Z`)

test('the plan can be read as it stood at any moment', async ({ db }) => {
  const titleAt = (day: string) =>
    asAt(db, onDay(day), (then) =>
      then.selectFrom('actions').where('id', '=', id).select('title').executeTakeFirst(),
    )
  const rename = (title: string, day: string) =>
    inTransaction({ db, now: onDay(day) }, (tx) =>
      tx.updateTable('actions').set({ title }).where('id', '=', id).execute(),
    )
  const made = await inTransaction({ db, now: onDay('2026-03-01') }, (tx) =>
    makeAction(tx, { title: 'first' }),
  )
  const id = made as number
  await rename('second', '2026-04-01')
  await rename('third', '2026-05-01')

  expect(await titleAt('2026-02-01')).toBeUndefined()
  expect(await titleAt('2026-03-15')).toEqual({ title: 'first' })
  expect(await titleAt('2026-04-01')).toEqual({ title: 'second' })
  expect(await titleAt('2026-04-30')).toEqual({ title: 'second' })
  expect(await titleAt('2026-06-01')).toEqual({ title: 'third' })
  const today = await db.selectFrom('actions').where('id', '=', id).select('title').execute()
  expect(today).toEqual([{ title: 'third' }])
})

test('what was removed can still be read as at the day before', async ({ db }) => {
  const made = await inTransaction({ db, now: onDay('2026-03-01') }, async (tx) => {
    const actionId = await makeAction(tx)
    const personId = await makePerson(tx)
    await tx.insertInto('actionContributors').values({ actionId, personId }).execute()
    return { actionId }
  })
  const { actionId } = made as { actionId: number }
  await inTransaction({ db, now: onDay('2026-04-01') }, (tx) =>
    tx.deleteFrom('actionContributors').where('actionId', '=', actionId).execute(),
  )
  const contributorsOn = (day: string) =>
    asAt(db, onDay(day), (then) =>
      then
        .selectFrom('actionContributors')
        .where('actionId', '=', actionId)
        .select('personId')
        .execute(),
    )
  expect(await contributorsOn('2026-03-31')).toHaveLength(1)
  expect(await contributorsOn('2026-04-02')).toHaveLength(0)
})

test('a change whose clock is behind still follows the one before it', async ({ db }) => {
  const id = (await inTransaction({ db, now: onDay('2026-04-01') }, (tx) =>
    makeAction(tx, { title: 'first' }),
  )) as number
  await inTransaction({ db, now: onDay('2026-03-01') }, (tx) =>
    tx.updateTable('actions').set({ title: 'second' }).where('id', '=', id).execute(),
  )
  const kept = await sql<{
    title: string
  }>`select title from history.actions where id = ${id}`.execute(db)
  expect(kept.rows).toEqual([{ title: 'first' }])
  const then = await asAt(db, onDay('2026-04-02'), (past) =>
    past.selectFrom('actions').where('id', '=', id).select('title').execute(),
  )
  expect(then).toEqual([{ title: 'second' }])
})

test('a due date does not move without a recorded change', async ({ db }) => {
  const id = await makeAction(db, { dueOn: '2026-06-30' })
  await expectRefusedBy(db, 'actions_due_date_moves_only_by_a_recorded_change', () =>
    db.updateTable('actions').set({ dueOn: '2026-07-31' }).where('id', '=', id).execute(),
  )
  await expectRefusedBy(db, 'actions_original_due_date_is_never_rewritten', () =>
    db.updateTable('actions').set({ originalDueOn: '2026-07-31' }).where('id', '=', id).execute(),
  )
})

test('what happened is never changed', async ({ db }) => {
  await db
    .insertInto('events')
    .values({
      what: 'action.created',
      subjectKind: 'action',
      subjectId: 1,
      happenedAt: onDay('2026-03-01'),
    })
    .execute()
  await expectRefusedBy(db, 'events_are_never_changed', () => db.deleteFrom('events').execute())
})

test('a column that comes later is kept too, and past rows have its default', async ({ db }) => {
  const id = (await inTransaction({ db, now: onDay('2026-03-01') }, (tx) =>
    makeAction(tx, { title: 'before the column' }),
  )) as number
  const rename = (title: string, day: string) =>
    inTransaction({ db, now: onDay(day) }, (tx) =>
      tx.updateTable('actions').set({ title }).where('id', '=', id).execute(),
    )
  await rename('still before', '2026-04-01')
  await sql`alter table actions add column colour text not null default 'grey'`.execute(db)
  await sql`select keep_history_of_new_columns('actions')`.execute(db)
  await sql`update actions set colour = 'green' where id = ${id}`.execute(db)
  await rename('with the column', '2026-05-01')

  const on = (day: string) =>
    asAt(db, onDay(day), async (then) => {
      const { rows } = await sql<{ title: string; colour: string }>`
        select title, colour from actions where id = ${id}`.execute(then)
      return rows[0]
    })
  expect(await on('2026-03-15')).toEqual({ title: 'before the column', colour: 'grey' })
  expect(await on('2026-06-01')).toEqual({ title: 'with the column', colour: 'green' })
})

/** What is the same on every day, or is about today alone, and why. */
const keptWithoutHistory: Record<string, string> = {
  frameworks: 'the areas and grades of an inspection as they were printed: a new one is a new row',
  framework_areas: 'as frameworks',
  framework_grades: 'as frameworks',
  report_sources: 'the lines of a report as it was read: written once',
  report_imports: 'a report that somebody is reading: not in the plan before it is confirmed',
  visit_letter_imports: 'which import is the letter of a visit: as report_imports',
  bring_ins: 'an old plan that somebody is bringing in: not in the plan before it is confirmed',
  bring_in_rows: 'as bring_ins',
  bring_in_values: 'as bring_ins',
  blobs: 'the bytes of a file, which never change',
  blob_checks: 'whether the bytes were found whole when somebody last looked',
  uploads: 'files on their way in',
  virus_checks: 'what the virus scanner said of some bytes; what it held of a file has its history',
  evidence_file_texts: 'the words inside a file, which never change',
  evidence_file_held_texts: 'as evidence_file_texts, while the file is held',
  evidence_file_searches: 'by which settings a file was last looked into',
  action_words: 'derived from what has its history; past_words holds those of past days',
  past_days: 'the past days that were derived',
  past_standings: 'as past_days',
  past_word_days: 'as past_days',
  past_words: 'as past_days',
  passwords: 'how somebody signs in today',
  sessions: 'as passwords',
  sign_in_failures: 'as passwords',
  invitations: 'the secret of a link that is open today; who was proposed has its history',
  kysely_migration: 'the shape of the database',
  kysely_migration_lock: 'as kysely_migration',
}

test('every table can be read as at a past day, or says why it need not', async ({ db }) => {
  const { rows } = await sql<{ name: string }>`
    select t.table_name as name from information_schema.tables t
     where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and not exists (select from information_schema.views v
                        where v.table_schema = 'as_at' and v.table_name = t.table_name)
     order by 1`.execute(db)
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(keptWithoutHistory).sort())
  expect(Object.values(keptWithoutHistory).every((why) => why.length > 0)).toBe(true)
})

test('what can be read as at a past day has its history, or is written once or derived', async ({
  db,
}) => {
  const { rows } = await sql<{ name: string }>`
    select v.table_name as name from information_schema.views v
     where v.table_schema = 'as_at'
       and not exists (select from information_schema.tables t
                        where t.table_schema = 'history' and t.table_name = v.table_name)
     order by 1`.execute(db)
  expect(rows.map(({ name }) => name)).toEqual([
    // from past_standings
    'action_standings',
    // never changed, and read up to the moment
    'events',
  ])
})
