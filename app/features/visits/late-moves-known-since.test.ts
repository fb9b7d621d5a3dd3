/** A move of a date is marked as late by whatever visit or meeting turns out to have been near. */
import { describe, expect } from 'vitest'
import { judgedActions } from '~/db/action-facts.server'
import { asAt, type Db, inTransaction } from '~/db/db.server'
import { insertDueDateLimits } from '~/db/tables/due-date-limits.server'
import { insertVisit, visitById } from '~/db/tables/visits.server'
import { takeLetter } from '~/db/visit-letters.server'
import { defaultDueDateSettings } from '~/domain/action/due-date-change'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makeInspection, makePerson } from '~/testing/make'
import { addBoardMeeting } from './add-board-meeting.command.server'
import { editVisit } from './edit-visit.command.server'
import { planVisit } from './plan-visit.command.server'
import { recordHeld } from './record-visit-held.command.server'

const at = (day: CalendarDate) => new Date(`${day}T10:00:00Z`)
const managerOn = (db: Db, day: CalendarDate) => contextFor(db, 'manager', at(day))

async function moved(db: Db, day: CalendarDate, known: { lateMove?: string[] } = {}) {
  const actionId = await makeAction(db, { dueOn: '2027-03-01' })
  await db
    .insertInto('dueDateChanges')
    .values({
      ...{ actionId, fromOn: '2026-12-18', toOn: '2027-03-01', reason: 'Ill', ...known },
      ...{ askedById: await makePerson(db), askedAt: at(day) },
      ...{ decision: 'not-needed', decidedAt: at(day) },
    })
    .execute()
  return actionId
}

const reasonsOf = async (db: Db, actionId: number) =>
  (await judgedActions(db, { actionIds: [actionId] }))[0]!.dueDateChanges.flatMap(
    ({ lateMove }) => lateMove,
  )

const board = (heldOn: CalendarDate) => ({ name: 'Improvement board', heldOn, notAnIdentifier: '' })

const visit = {
  kind: 'monitoring-visit' as const,
  ...{ covers: '', recommendationIds: [], leadInspector: '' },
  ...{ letterPublished: null, notAnIdentifier: '' },
}

async function planned(db: Db, day: CalendarDate, from: CalendarDate) {
  const made = await planVisit(await managerOn(db, day), {
    ...visit,
    ...{ inspectionId: await makeInspection(db), expectedFrom: from, expectedTo: from },
  })
  if (!made.allowed) throw new Error(made.because)
  return made.visitId
}

describe('a move of a date', () => {
  test('is late by a board meeting that was entered afterwards, and says since when that is known', async ({
    db,
  }) => {
    const near = await moved(db, '2026-11-18')
    const far = await moved(db, '2026-11-10')
    const after = await moved(db, '2026-11-26')
    await addBoardMeeting(await managerOn(db, '2026-11-20'), board('2026-11-25'))
    const since =
      'Asked for 7 days before the improvement board (25 November 2026), which is known here since 20 November 2026.'
    expect(await reasonsOf(db, near)).toEqual([since])
    expect(await reasonsOf(db, far)).toEqual([])
    expect(await reasonsOf(db, after)).toEqual([])
    // Another meeting later on says nothing new of it, and nothing else of when the first was known.
    await addBoardMeeting(await managerOn(db, '2026-11-22'), board('2026-12-16'))
    expect(await reasonsOf(db, near)).toEqual([since])
  })

  test('is late by a visit that is planned, moved or held afterwards; no longer where it moves away', async ({
    db,
  }) => {
    const near = await moved(db, '2026-11-18')
    const visitId = await planned(db, '2026-11-20', '2026-12-08')
    expect(await reasonsOf(db, near)).toEqual([])
    const edited = {
      ...visit,
      version: 1,
      expectedFrom: '2026-11-24',
      expectedTo: '2026-11-24',
    } as const
    await editVisit(await managerOn(db, '2026-11-21'), visitId, edited)
    expect(await reasonsOf(db, near)).toEqual([
      'Asked for 6 days before the monitoring visit (24 November 2026), which is known here since 21 November 2026.',
    ])
    await recordHeld(await managerOn(db, '2026-11-27'), visitId, {
      ...{ heldFrom: '2026-11-23', heldTo: '2026-11-24', leadInspector: '' },
      ...{ letterPublished: false, notAnIdentifier: '' },
    })
    expect(await reasonsOf(db, near)).toEqual([
      'Asked for 5 days before the monitoring visit (23 November 2026), which is known here since 27 November 2026.',
    ])
    const away = await moved(db, '2026-12-10')
    const second = await planned(db, '2026-12-11', '2026-12-15')
    expect(await reasonsOf(db, away)).toHaveLength(1)
    const later = { ...edited, expectedFrom: '2027-01-20', expectedTo: '2027-01-20' } as const
    await editVisit(await managerOn(db, '2026-12-12'), second, later)
    expect(await reasonsOf(db, away)).toEqual([])
  })

  test('is late by the days that the letter of a visit names', async ({ db }) => {
    const near = await moved(db, '2026-11-18')
    const visitId = await planned(db, '2026-11-10', '2026-12-08')
    const manager = await managerOn(db, '2026-12-01')
    const found = (await visitById(db, visitId))!
    const letter = {
      inspectionId: await makeInspection(db, { kind: 'monitoring-visit' }),
      inspectedFrom: '2026-11-24',
      inspectedTo: '2026-11-25',
      leadInspector: 'Jo Bright',
    } as const
    await inTransaction(manager, (tx) =>
      takeLetter(tx, { ...found, hasLetter: false, isClosed: false }, letter, {
        actorId: manager.actor.personId,
        now: manager.now,
      }),
    )
    expect(await reasonsOf(db, near)).toEqual([
      'Asked for 6 days before the monitoring visit (24 November 2026), which is known here since 1 December 2026.',
    ])
  })

  test('says of one visit once why it is late, whatever that visit turns out to be', async ({
    db,
  }) => {
    const visitId = await planned(db, '2026-12-01', '2026-12-08')
    const known = 'Asked for 3 days before the monitoring visit (8 December 2026).'
    const asked = await moved(db, '2026-12-05', { lateMove: [known] })
    const before = await moved(db, '2026-11-30', { lateMove: [] })
    await editVisit(await managerOn(db, '2026-12-06'), visitId, {
      ...{ ...visit, kind: 'focused-visit', version: 1 },
      ...{ expectedFrom: '2026-12-07', expectedTo: '2026-12-08' },
    })
    expect(await reasonsOf(db, asked)).toEqual([known])
    expect(await reasonsOf(db, before)).toEqual([
      'Asked for 7 days before the focused visit (7 December 2026), which is known here since 6 December 2026.',
    ])
    await recordHeld(await managerOn(db, '2026-12-10'), visitId, {
      ...{ heldFrom: '2026-12-09', heldTo: '2026-12-09', leadInspector: '' },
      ...{ letterPublished: false, notAnIdentifier: '' },
    })
    expect(await reasonsOf(db, asked)).toEqual([known])
    expect(await reasonsOf(db, before)).toEqual([])
  })

  test('says since when a visit is known that was entered before anything marked moves', async ({
    db,
  }) => {
    const near = await moved(db, '2026-11-18')
    const inspectionId = await makeInspection(db)
    const on = { expectedFrom: '2026-11-24', expectedTo: '2026-11-24' }
    await inTransaction(await managerOn(db, '2026-11-20'), async (tx) =>
      insertVisit(tx, {
        ...{ ...on, inspectionId, kind: 'monitoring-visit' },
        ...{ plannedById: await makePerson(tx), plannedAt: at('2026-11-20') },
      }),
    )
    await addBoardMeeting(await managerOn(db, '2026-11-27'), board('2027-02-01'))
    expect(await reasonsOf(db, near)).toEqual([
      'Asked for 6 days before the monitoring visit (24 November 2026), which is known here since 20 November 2026.',
    ])
  })

  test('keeps what was known when it was asked for, and is held to the limits of its day', async ({
    db,
  }) => {
    const known = 'Asked for 2 days before the improvement board (20 November 2026).'
    const asked = await moved(db, '2026-11-18', { lateMove: [known] })
    const wide = await moved(db, '2026-12-01')
    await insertDueDateLimits(db, {
      ...{ validFrom: at('2026-11-25'), savedById: await makePerson(db), why: 'Wider' },
      limits: { ...defaultDueDateSettings, lateMoveDaysBefore: 14 },
    })
    const narrow = await moved(db, '2026-11-24')
    await addBoardMeeting(await managerOn(db, '2026-11-19'), board('2026-11-20'))
    expect(await reasonsOf(db, asked)).toEqual([known])
    await addBoardMeeting(await managerOn(db, '2026-12-02'), board('2026-12-08'))
    expect(await reasonsOf(db, wide)).toHaveLength(1)
    expect(await reasonsOf(db, narrow)).toEqual([])
  })

  test('is told on a past day as it was known then', async ({ db }) => {
    await inTransaction({ db, now: at('2026-11-18') }, (tx) => moved(tx, '2026-11-18'))
    const { id } = await db.selectFrom('actions').select('id').executeTakeFirstOrThrow()
    await addBoardMeeting(await managerOn(db, '2026-11-20'), board('2026-11-25'))
    const on = (day: CalendarDate) => asAt(db, at(day), (then) => reasonsOf(then, id))
    expect(await on('2026-11-19')).toEqual([])
    expect(await on('2026-11-21')).toHaveLength(1)
  })
})
