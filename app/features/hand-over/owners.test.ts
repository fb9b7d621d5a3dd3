import { describe, expect } from 'vitest'
import { readOn } from '~/auth/as-at.server'
import { type Db, inTransaction, type Tx } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson } from '~/testing/make'
import { handOver } from './hand-over.command.server'
import { ownersView } from './owners.query.server'

const signedIn = (db: Db, personId: number, day: string) =>
  db
    .insertInto('events')
    .values({
      ...{ what: 'person.signed-in', actorId: personId, happenedAt: new Date(day) },
      ...{ subjectKind: 'person', subjectId: personId },
    })
    .execute()

const many = async (db: Db, ownerId: number, count: number) => {
  for (let at = 0; at < count; at++) await makeAction(db, { ownerId, dueOn: '2026-12-18' })
}

/** Told as inviting somebody, or inviting them again, tells it. */
const invite = (
  tx: Tx,
  personId: number,
  what: 'person.invited' | 'person.invited-again',
  happenedAt: Date,
) =>
  recordEvent(tx, {
    ...{ what, subject: { kind: 'person', id: personId } },
    ...{ actorId: undefined, happenedAt },
  })

/** Somebody who was invited that day, and owns an action since. */
async function invited(db: Db, name: string, day: string): Promise<number> {
  const now = new Date(day)
  let personId = 0
  await inTransaction({ db, now }, async (tx) => {
    personId = await makePerson(tx, { name, roles: ['manager'], createdAt: now })
    await invite(tx, personId, 'person.invited', now)
    await makeAction(tx, { ownerId: personId })
  })
  return personId
}

describe('who carries the plan', () => {
  test('is told by how much each owner has, and who of them is only a name', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const joy = await makePerson(db, { name: 'Joy Okafor' })
    const tom = await makePerson(db, { name: 'Tom Ellery' })
    const lucy = await makePerson(db, {
      name: 'Lucy Hart',
      suspendedAt: new Date('2026-09-02T09:00:00Z'),
    })
    await signedIn(db, joy, '2026-11-18T09:00:00Z')
    await signedIn(db, tom, '2026-10-12T09:00:00Z')
    await many(db, joy, 3)
    await many(db, tom, 2)
    await many(db, lucy, 1)
    await makeAction(db, { ownerId: joy, dueOn: '2026-11-02' })
    await makeAction(db, { ownerId: tom, deliveredOn: '2026-11-02' })
    await makeAction(db)

    const view = await ownersView(manager)
    expect(view).toMatchObject({
      load: '1 of 2 owners carries 67 % of the open actions that somebody here owns.',
      unowned: 2,
      mayHandOver: true,
      owners: [
        { name: 'Joy Okafor', open: 4, late: 1, share: '67 %', isOneOfFew: true },
        { name: 'Tom Ellery', open: 2, late: 0, share: '33 %', isOneOfFew: false },
        { name: 'Lucy Hart', open: 1, share: undefined, isOneOfFew: false },
      ],
    })
    expect(view.phantoms.map(({ name, phantomBecause }) => [name, phantomBecause])).toEqual([
      ['Tom Ellery', 'No sign-in and no update for 39 days.'],
      ['Lucy Hart', 'Left on 2 September 2026.'],
    ])
    expect((await ownersView(await contextFor(db, 'leader'))).mayHandOver).toBe(false)
  })

  test('gives whoever was invited as long to come as the others have to say something', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    await invited(db, 'Joy Okafor', '2026-11-19T09:00:00Z')
    await invited(db, 'Tom Ellery', '2026-10-20T09:00:00Z')
    const { phantoms } = await ownersView(manager)
    expect(phantoms.map(({ name, phantomBecause }) => [name, phantomBecause])).toEqual([
      ['Tom Ellery', 'Invited on 20 October 2026, and has never signed in.'],
    ])
  })

  test('gives it on a past day to whoever was invited by then, and again since', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const joy = await invited(db, 'Joy Okafor', '2026-10-05T09:00:00Z')
    const now = new Date('2026-11-19T09:00:00Z')
    await inTransaction({ db, now }, (tx) => invite(tx, joy, 'person.invited-again', now))
    const phantoms = async (day: CalendarDate) =>
      (await readOn(manager, day, ownersView)).phantoms.map((one) => one.phantomBecause)
    expect(await phantoms('2026-10-12')).toEqual([])
    expect(await phantoms('2026-11-18')).toEqual([
      'Invited on 5 October 2026, and has never signed in.',
    ])
    expect(await phantoms('2026-11-19')).toEqual([])
  })

  test('shows what changes hands, and who is away', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart' })
    const owen = await makePerson(db, { name: 'Owen Bevan' })
    const id = await makeAction(db, { title: 'Audit', ownerId: lucy })
    await handOver(manager, lucy, {
      ...{ toId: owen, 'items[]': [`action-${id}`], note: 'Ring me.', notAnIdentifier: '' },
    })
    await db
      .insertInto('absences')
      .values({
        ...{ personId: lucy, deputyId: owen, awayFrom: '2026-11-16', awayTo: '2026-11-27' },
        ...{ setById: lucy, setAt: manager.now },
      })
      .execute()
    expect(await ownersView(manager)).toMatchObject({
      owners: [{ name: 'Lucy Hart', away: { until: '2026-11-27', deputyName: 'Owen Bevan' } }],
      waiting: [
        {
          ...{ kind: 'action', name: `A${id} Audit`, fromName: 'Lucy Hart', toName: 'Owen Bevan' },
          offeredBy: manager.actor.name,
          on: '2026-11-20',
        },
      ],
      declined: [],
    })
  })
})
