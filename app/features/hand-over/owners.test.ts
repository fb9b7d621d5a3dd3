import { describe, expect } from 'vitest'
import type { Db } from '~/db/db.server'
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
    const invited = async (name: string, day: string) => {
      const personId = await makePerson(db, { name })
      const invitedAt = new Date(day)
      await db
        .insertInto('invitations')
        .values({
          ...{ personId, invitedAt, invitedById: manager.actor.personId },
          ...{ expiresAt: new Date('2026-12-24'), tokenHash: String(personId).padStart(64, '0') },
        })
        .execute()
      await makeAction(db, { ownerId: personId })
    }
    await invited('Joy Okafor', '2026-11-19T09:00:00Z')
    await invited('Tom Ellery', '2026-10-20T09:00:00Z')
    const { phantoms } = await ownersView(manager)
    expect(phantoms.map(({ name, phantomBecause }) => [name, phantomBecause])).toEqual([
      ['Tom Ellery', 'Invited on 20 October 2026, and has never signed in.'],
    ])
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
