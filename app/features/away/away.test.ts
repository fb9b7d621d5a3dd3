import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import { type Db, openDatabase } from '~/db/db.server'
import { awayToday } from '~/db/tables/absences.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makePerson } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { awayView } from './away.query.server'
import { endAbsence } from './end-absence.command.server'
import { nameDeputy } from './name-deputy.command.server'

const form = (deputyId: number, rest: Partial<Parameters<typeof nameDeputy>[2]> = {}) => ({
  awayFrom: '2026-11-16' as const,
  awayTo: '2026-11-27' as const,
  deputyId,
  note: '',
  notAnIdentifier: '',
  ...rest,
})

const later = (context: Context, moment: string, today: Context['today']): Context => ({
  ...context,
  now: new Date(moment),
  today,
})

const firstId = async (db: Db) =>
  (await db.selectFrom('absences').select('id').orderBy('id').executeTakeFirstOrThrow()).id

describe('a deputy', () => {
  test('is named by the person herself and stands in on the days between', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const joy = await makePerson(db, { name: 'Joy Okafor', roles: ['manager'] })
    const note = 'The audit of ten files is half done.'
    expect(await nameDeputy(amara, amara.actor.personId, form(joy, { note }))).toEqual({
      allowed: true,
    })
    const on = async (day: string) => (await awayToday(db, day as Context['today'])).length
    expect(await on('2026-11-15')).toBe(0)
    expect(await on('2026-11-16')).toBe(1)
    expect(await on('2026-11-27')).toBe(1)
    expect(await on('2026-11-28')).toBe(0)
    expect(await awayToday(db, '2026-11-20')).toEqual([
      {
        personId: amara.actor.personId,
        name: amara.actor.name,
        roles: ['practitioner'],
        deputyId: joy,
        deputyName: 'Joy Okafor',
        awayTo: '2026-11-27',
      },
    ])
    expect(await awayView(amara, amara.actor.personId)).toMatchObject({
      isMine: true,
      absences: [
        { deputyName: 'Joy Okafor', note, setBy: amara.actor.name, end: { allowed: true } },
      ],
    })
    const event = await db.selectFrom('events').selectAll().executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      what: 'person.deputy-named',
      subjectId: amara.actor.personId,
      after: { deputy: { name: 'Joy Okafor' }, awayFrom: '2026-11-16', awayTo: '2026-11-27', note },
    })
  })

  test('who has left, or stands in for somebody who has, stands in no more', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const [amara, joy] = [await makePerson(db), await makePerson(db)]
    await nameDeputy(admin, amara, form(joy))
    for (const id of [joy, amara]) {
      await db.updateTable('people').set({ suspendedAt: admin.now }).where('id', '=', id).execute()
      expect(await awayToday(db, '2026-11-20')).toEqual([])
      await db.updateTable('people').set({ suspendedAt: null }).where('id', '=', id).execute()
    }
    expect(await awayToday(db, '2026-11-20')).toHaveLength(1)
  })

  test('is refused with the reason, and nothing is kept', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const amara = await makePerson(db, { name: 'Amara Osei' })
    const daniel = await makePerson(db, { name: 'Daniel Reeve', roles: ['observer'] })
    const joy = await makePerson(db, { name: 'Joy Okafor' })
    expect(await nameDeputy(manager, amara, form(daniel))).toMatchObject({
      allowed: false,
      because: 'Daniel Reeve could not do what is asked of Amara Osei. Choose somebody else.',
    })
    await nameDeputy(manager, joy, form(amara))
    expect(await nameDeputy(manager, amara, form(joy))).toMatchObject({
      allowed: false,
      because:
        'Joy Okafor is away too, from 16 November 2026 to 27 November 2026. Choose somebody else.',
    })
    expect(await nameDeputy(await contextFor(db, 'practitioner'), amara, form(joy))).toMatchObject({
      allowed: false,
      because: 'Only a manager or an administrator can do this.',
    })
    expect(await nameDeputy(manager, 999_999, form(joy))).toBeUndefined()
    expect(await nameDeputy(manager, amara, form(999_999))).toMatchObject({ allowed: false })
    const kept = await db.selectFrom('absences').select('personId').execute()
    expect(kept).toEqual([{ personId: joy }])
  })

  test('may be named again for days after somebody came back', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const [amara, joy] = [await makePerson(db), await makePerson(db)]
    await nameDeputy(manager, amara, form(joy))
    const again = form(joy, { awayFrom: '2026-11-23', awayTo: '2026-12-04' })
    expect(await nameDeputy(manager, amara, again)).toMatchObject({ allowed: false })
    await endAbsence(manager, await firstId(db))
    expect(await nameDeputy(manager, amara, again)).toEqual({ allowed: true })
  })
})

describe('days away', () => {
  test('end early, and stay on record', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const id = amara.actor.personId
    const joy = await makePerson(db)
    await nameDeputy(amara, id, form(joy))
    const absence = await firstId(db)
    expect(await endAbsence(amara, absence)).toEqual({ allowed: true, personId: id })
    expect(await awayToday(db, '2026-11-20')).toEqual([])
    expect(await awayView(amara, id)).toMatchObject({
      absences: [{ awayFrom: '2026-11-16', awayTo: '2026-11-27', backOn: '2026-11-20' }],
    })
    expect(await endAbsence(amara, absence)).toMatchObject({
      allowed: false,
      because: 'That was said already: back on 20 November 2026.',
    })
  })

  test('are called off before they begin', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const joy = await makePerson(db)
    const december = form(joy, { awayFrom: '2026-12-01', awayTo: '2026-12-12' })
    await nameDeputy(amara, amara.actor.personId, december)
    await endAbsence(amara, await firstId(db))
    expect(await awayToday(db, '2026-12-01')).toEqual([])
    // The days are free again.
    expect(await nameDeputy(amara, amara.actor.personId, december)).toEqual({ allowed: true })
  })

  test('are not ended once they are over, by a colleague, or where there are none', async ({
    db,
  }) => {
    const amara = await contextFor(db, 'practitioner')
    await nameDeputy(amara, amara.actor.personId, form(await makePerson(db)))
    const absence = await firstId(db)
    const december = later(amara, '2026-12-01T09:00:00Z', '2026-12-01')
    expect(await endAbsence(december, absence)).toMatchObject({
      allowed: false,
      because: 'These days were over on 27 November 2026.',
    })
    expect((await awayView(december, amara.actor.personId))?.absences[0]?.end).toBeUndefined()
    expect(await endAbsence(await contextFor(db, 'practitioner'), absence)).toMatchObject({
      allowed: false,
    })
    expect(await endAbsence(amara, 999_999)).toBeUndefined()
  })

  test('are seen by the person, managers and administrators alone', async ({ db }) => {
    const amara = await contextFor(db, 'practitioner')
    const seenBy = async (role: 'practitioner' | 'manager' | 'leader' | 'observer' | 'admin') =>
      (await awayView(await contextFor(db, role), amara.actor.personId)) !== undefined
    expect(await awayView(amara, amara.actor.personId)).toBeDefined()
    expect(await seenBy('manager')).toBe(true)
    expect(await seenBy('admin')).toBe(true)
    for (const role of ['practitioner', 'leader', 'observer'] as const) {
      expect(await seenBy(role)).toBe(false)
    }
    const observer = await contextFor(db, 'observer')
    expect(await awayView(observer, observer.actor.personId)).toBeUndefined()
    expect(await awayView(amara, 999_999)).toBeUndefined()
  })

  test('are held by the database where no command looks', async ({ db }) => {
    const [amara, joy] = [await makePerson(db), await makePerson(db)]
    const row = {
      personId: amara,
      deputyId: joy,
      awayFrom: '2026-12-01',
      awayTo: '2026-12-12',
      setById: amara,
      setAt: new Date('2026-11-20'),
    }
    const insert = (columns: Partial<typeof row> & { backOn?: string }) => () =>
      db
        .insertInto('absences')
        .values({ ...row, ...columns })
        .execute()
    await insert({})()
    await expectRefusedBy(
      db,
      'absences_of_one_person_do_not_overlap',
      insert({ awayFrom: '2026-12-12', awayTo: '2026-12-20' }),
    )
    await expectRefusedBy(
      db,
      'absences_have_somebody_else_as_deputy',
      insert({ deputyId: amara, awayFrom: '2027-01-04', awayTo: '2027-01-05' }),
    )
    await expectRefusedBy(
      db,
      'absences_run_forwards',
      insert({ awayFrom: '2027-01-05', awayTo: '2027-01-04' }),
    )
    await expectRefusedBy(
      db,
      'absences_end_by_somebody_at_a_moment',
      insert({ awayFrom: '2027-01-04', awayTo: '2027-01-08', backOn: '2027-01-06' }),
    )
    await expectRefusedBy(db, 'absences_end_within_their_days', () =>
      db
        .updateTable('absences')
        .set({ backOn: '2027-06-01', backSaidById: amara, backSaidAt: row.setAt })
        .execute(),
    )
  })
})

describe('two at once', () => {
  let db: Db
  beforeAll(async () => {
    db = openDatabase(await ownDatabase('away'), 4)
  })
  afterAll(() => db.destroy())

  plainTest('do not both name a deputy for the same days, nor each other', async () => {
    const manager = await contextFor(db, 'manager')
    const [amara, joy, tom] = [await makePerson(db), await makePerson(db), await makePerson(db)]
    const twice = await Promise.all([
      nameDeputy(manager, amara, form(joy)),
      nameDeputy(manager, amara, form(tom)),
    ])
    expect(twice.filter((answer) => answer?.allowed)).toHaveLength(1)

    const december = { awayFrom: '2026-12-01', awayTo: '2026-12-12' } as const
    const crossed = await Promise.all([
      nameDeputy(manager, joy, form(tom, december)),
      nameDeputy(manager, tom, form(joy, december)),
    ])
    expect(crossed.filter((answer) => answer?.allowed)).toHaveLength(1)
  })
})
