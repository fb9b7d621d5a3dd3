import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import type { Tx } from '~/db/db.server'
import { planFactsOn } from '~/db/plan-facts.server'
import { readinessOf } from '~/domain/plan/readiness'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson, makeRecommendation } from '~/testing/make'
import { actionView } from './action.query.server'
import { changeInBulk } from './bulk-change.command.server'
import { bulkAskedIn } from './bulk-change.form'
import { bulkView } from './bulk-change.query.server'
import { editAction } from './edit-action.command.server'
import { plannedAction } from './edit-action.query.server'
import { endOverride } from './end-brag-override.command.server'
import { overrideBrag } from './override-brag.command.server'
import { overrideBragView } from './override-brag.query.server'

const asked = {
  brag: 'on-track',
  reason: 'The court moved the hearing.',
  untilOn: '2026-12-18',
  notAnIdentifier: '',
} as const

const lateAction = async (db: Parameters<typeof makeAction>[0]) =>
  makeAction(db, { dueOn: '2026-11-02', ownerId: await makePerson(db) })

describe('another colour', () => {
  test('is stated beside the derived one, which counts where it is worse', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await lateAction(db)
    expect(await overrideBrag(manager, id, asked)).toEqual({ allowed: true })
    const view = await actionView(manager, id)
    expect(view?.standing).toMatchObject({
      brag: 'off-track',
      colour: {
        derived: 'off-track',
        because: 'Row 2 of the table: delivery is “off track”.',
        stated: {
          ...{ brag: 'on-track', byName: manager.actor.name, untilOn: '2026-12-18', better: true },
        },
      },
    })
    expect(view?.offers).toMatchObject({
      stateColour: { allowed: false },
      endColour: { allowed: true },
    })
    expect(view?.history[0]?.sentence).toBe(
      `${manager.actor.name} stated another colour, “on track” instead of “off track”, until 18 December 2026, because: The court moved the hearing.`,
    )
  })

  test('ends by itself after its last day', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await lateAction(db)
    await overrideBrag(manager, id, asked)
    const colourOn = async (day: string) =>
      (await actionView({ ...manager, today: day as '2026-12-18' }, id))?.standing.colour
    expect(await colourOn('2026-12-18')).toHaveProperty('stated')
    expect(await colourOn('2026-12-19')).not.toHaveProperty('stated')
  })

  test('is ended early, and that is told', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const leader = await contextFor(db, 'leader', new Date('2026-11-24T09:00:00Z'))
    const id = await lateAction(db)
    await overrideBrag(manager, id, asked)
    const overrideId = (await overrideBragView(leader, id))!.colour.stated!.id
    expect(await endOverride(leader, id, { overrideId: overrideId + 1 })).toMatchObject({
      because: 'No other colour is stated any more.',
    })
    expect(await endOverride(leader, id, { overrideId })).toEqual({ allowed: true })
    const view = await actionView(leader, id)
    expect(view?.standing.colour).not.toHaveProperty('stated')
    expect(view?.history[0]?.sentence).toContain('ended the stated colour “on track”')
    expect(await endOverride(leader, id, { overrideId })).toMatchObject({ allowed: false })
    // and another one may be stated the same day
    expect(await overrideBrag(leader, id, asked)).toEqual({ allowed: true })
  })

  test('is refused to the owner, twice at once, and for an action that is not there', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const own = await makeAction(db, { dueOn: '2026-11-02', ownerId: manager.actor.personId })
    const because = 'Somebody other than the owner must state another colour.'
    expect(await overrideBrag(manager, own, asked)).toEqual({ allowed: false, because })
    expect((await overrideBragView(manager, own))?.decision).toEqual({ allowed: false, because })
    const id = await lateAction(db)
    await overrideBrag(manager, id, asked)
    expect(await overrideBrag(manager, id, asked)).toMatchObject({
      because: 'Another colour is stated until 18 December 2026. End that one first.',
    })
    expect(await overrideBrag(manager, 2_000_000_000, asked)).toBeUndefined()
    expect(await endOverride(manager, 2_000_000_000, { overrideId: 1 })).toBeUndefined()
  })

  test('is counted for leaders, and a past day knows only what ran then', async ({ db }) => {
    await sql`select set_config('waymark.now', '2026-11-01T09:00:00Z', true)`.execute(db)
    const manager = await contextFor(db, 'manager')
    const recommendationId = await makeRecommendation(db)
    const id = await makeAction(db, {
      ...{ dueOn: '2026-11-02', recommendationIds: [recommendationId] },
    })
    await overrideBrag(manager, id, asked)
    const statedOn = async (day: string) =>
      readinessOf(await planFactsOn(db, manager.actor, day as '2026-11-19')).statedColours
    expect(await statedOn('2026-11-19')).toEqual([])
    expect(await statedOn('2026-11-20')).toMatchObject([
      { id, colour: { stated: { brag: 'on-track', better: true } } },
    ])
    expect(await statedOn('2026-12-19')).toEqual([])
  })
})

describe('a colour that somebody stated', () => {
  /** A late action of somebody else's, of which the manager states another colour. */
  async function stated(db: Tx) {
    const manager = await contextFor(db, 'manager')
    const other = await contextFor(db, 'manager')
    const id = await lateAction(db)
    await overrideBrag(manager, id, asked)
    return { manager, other, id, owner: { id: manager.actor.personId, name: manager.actor.name } }
  }

  const edited = async (by: Context, id: number, ownerId: number) => {
    const { planned, version } = (await plannedAction(by.db, id))!
    return editAction(by, id, {
      ...{ version, planned: { ...planned, ownerId }, notAnIdentifier: '' },
    })
  }

  const changes: [string, (by: Context, id: number, to: number) => Promise<unknown>][] = [
    ['an edit', edited],
    [
      'a change to many',
      async (by, id, to) => {
        const what = bulkAskedIn('assign', new URLSearchParams({ id: String(id), to: String(to) }))
        const { revision } = await bulkView(by, what)
        return changeInBulk(by, what, { revision })
      },
    ],
  ]
  test.for(changes)('ends where they come to own it by %s', async ([, change], { db }) => {
    const { other, id, owner } = await stated(db)
    expect(await change(other, id, owner.id)).toMatchObject({ allowed: true })
    const row = await db
      .selectFrom('bragOverrides')
      .where('actionId', '=', id)
      .select(['endedById', 'endedAt', 'endReason'])
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      endedById: other.actor.personId,
      endedAt: other.now,
      endReason: `${owner.name}, who stated it, came to own the action.`,
    })
    const view = await actionView(other, id)
    expect(view?.standing.colour).not.toHaveProperty('stated')
    expect(view?.history.map(({ sentence }) => sentence)).toContain(
      `The stated colour “on track”, which ran until 18 December 2026, ended, because: ${owner.name}, who stated it, came to own the action. Now the facts say “off track”.`,
    )
  })

  test('goes on where somebody else comes to own it, or it was over before', async ({ db }) => {
    const { manager, other, id, owner } = await stated(db)
    await edited(other, id, await makePerson(db))
    expect((await actionView(other, id))?.standing.colour).toHaveProperty('stated')
    const later = new Date('2026-12-21T09:00:00Z')
    const then = { ...manager, now: later, today: '2026-12-21' as const }
    expect(await edited(then, id, owner.id)).toMatchObject({ allowed: true })
    expect(await db.selectFrom('bragOverrides').select(['endedAt', 'endReason']).execute()).toEqual(
      [{ endedAt: null, endReason: '' }],
    )
  })

  test('and whoever writes to the table', async ({ db }) => {
    const { id, owner } = await stated(db)
    await sql`select set_config('waymark.now', '2026-11-20T10:00:00Z', true)`.execute(db)
    await expectRefusedBy(db, 'actions_are_not_owned_by_who_states_their_colour', () =>
      db.updateTable('actions').set({ ownerId: owner.id }).where('id', '=', id).execute(),
    )
    await expectRefusedBy(db, 'brag_overrides_end_for_a_reason_when_they_end', () =>
      db.updateTable('bragOverrides').set({ endReason: 'None' }).execute(),
    )
  })
})
