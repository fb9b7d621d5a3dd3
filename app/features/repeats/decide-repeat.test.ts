import { setTimeout } from 'node:timers/promises'
import { describe, expect, test as plainTest } from 'vitest'
import type { Db } from '~/db/db.server'
import type { RepeatVerdict } from '~/domain/inspection/repeats'
import { expectRefusedBy, test, workerDatabase } from '~/testing/db-test'
import { contextFor, makeInspection, makePerson, makeRecommendation } from '~/testing/make'
import { decideRepeat } from './decide-repeat.command.server'
import { decideRepeatForm } from './decide-repeat.form'
import { repeatsView } from './repeats.query.server'
import { takeBackRepeat } from './take-back-repeat.command.server'

const text = 'Regular supervision of social workers.'

/** What Westmarsh was told in 2015 and in 2019, in the same words. */
async function toldTwice(db: Db) {
  const [in2015, in2019] = [
    await makeInspection(db, {
      kind: 'sif',
      frameworkId: null,
      inspectedFrom: '2015-10-05',
      inspectedTo: '2015-10-29',
      reportReceivedOn: null,
    }),
    await makeInspection(db, { inspectedFrom: '2019-03-04', inspectedTo: '2019-03-15' }),
  ]
  return {
    in2019,
    earlierId: await makeRecommendation(db, { inspectionId: in2015, text }),
    laterId: await makeRecommendation(db, { inspectionId: in2019, text }),
  }
}

const eventsOf = (db: Db, id: number) =>
  db
    .selectFrom('events')
    .where('subjectKind', '=', 'recommendation')
    .where('subjectId', '=', id)
    .orderBy('id')
    .select(['what', 'actorId', 'before', 'after'])
    .execute()

describe('a manager', () => {
  test('says that it says the same again, and the record says why it was proposed', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const { earlierId, laterId, in2019 } = await toldTwice(db)
    expect(await decideRepeat(manager, laterId, { earlierId, verdict: 'same' })).toEqual({
      allowed: true,
      inspectionId: in2019,
    })
    const proposedBecause = 'Both speak of supervision. Nearly the same words.'
    expect(await eventsOf(db, laterId)).toEqual([
      {
        what: 'recommendation.told-again',
        actorId: manager.actor.personId,
        before: null,
        after: { earlierRecommendation: text, proposedBecause },
      },
    ])
    const kept = await db
      .selectFrom('repeatDecisions')
      .where('laterId', '=', laterId)
      .selectAll()
      .execute()
    expect(kept).toMatchObject([
      {
        earlierId,
        verdict: 'same',
        proposedBecause,
        decidedById: manager.actor.personId,
        decidedAt: manager.now,
        round: 1,
      },
    ])
  })

  test('links by hand what nothing proposed', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { earlierId, in2019 } = await toldTwice(db)
    const laterId = await makeRecommendation(db, { inspectionId: in2019, text: 'Dentists.' })
    const view = await repeatsView(manager, laterId)
    expect(view?.proposals).toEqual([])
    expect(view?.choices).toEqual([
      { value: String(earlierId), title: `2015, R${earlierId}: ${text}` },
    ])
    await decideRepeat(manager, laterId, { earlierId, verdict: 'same' })
    expect((await eventsOf(db, laterId))[0]?.after).toEqual({ earlierRecommendation: text })
    expect(await repeatsView(manager, laterId)).toMatchObject({
      choices: [],
      decided: [
        {
          verdict: 'same',
          isEarlier: true,
          decidedByName: manager.actor.name,
          decidedOn: '2026-11-20',
          other: { id: earlierId, text, inspection: 'Single inspection (SIF), 2015' },
        },
      ],
    })
    expect((await repeatsView(manager, earlierId))?.decided).toMatchObject([
      { isEarlier: false, other: { id: laterId } },
    ])
  })

  test('takes a decision back, and it can be decided anew; all of it stays on record', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const { earlierId, laterId } = await toldTwice(db)
    const decide = (verdict: RepeatVerdict) =>
      decideRepeat(manager, laterId, { earlierId, verdict })
    const standing = async () => (await repeatsView(manager, laterId))!.decided
    await decide('same')
    const [first] = await standing()
    expect(await takeBackRepeat(manager, first!.id)).toEqual({ allowed: true, laterId })
    expect(await standing()).toEqual([])
    expect((await repeatsView(manager, laterId))?.proposals).toHaveLength(1)
    expect(await takeBackRepeat(manager, first!.id)).toEqual({
      allowed: false,
      because: 'This has been taken back already.',
    })

    expect(await decide('different')).toMatchObject({ allowed: true })
    expect(await standing()).toMatchObject([{ verdict: 'different' }])
    const kept = await db
      .selectFrom('repeatDecisions')
      .where('laterId', '=', laterId)
      .orderBy('id')
      .select(['verdict', 'round'])
      .execute()
    expect(kept).toEqual([
      { verdict: 'same', round: 1 },
      { verdict: 'different', round: 2 },
    ])
    expect((await eventsOf(db, laterId)).map(({ what }) => what)).toEqual([
      'recommendation.told-again',
      'recommendation.told-again-taken-back',
      'recommendation.not-told-again',
    ])
    expect((await eventsOf(db, laterId))[1]?.before).toEqual({
      said: 'It says the same again',
      earlierRecommendation: text,
    })
  })
})

describe('it is refused', () => {
  test('to everybody but managers', async ({ db }) => {
    const { earlierId, laterId } = await toldTwice(db)
    await decideRepeat(await contextFor(db, 'manager'), laterId, { earlierId, verdict: 'same' })
    const { id } = await db
      .selectFrom('repeatDecisions')
      .where('laterId', '=', laterId)
      .select('id')
      .executeTakeFirstOrThrow()
    for (const role of ['practitioner', 'leader', 'observer', 'admin'] as const) {
      const context = await contextFor(db, role)
      const refusal = { allowed: false, because: 'Only a manager can do this.' }
      expect(await decideRepeat(context, laterId, { earlierId, verdict: 'same' })).toEqual(refusal)
      expect(await takeBackRepeat(context, id)).toEqual(refusal)
    }
  })

  test('of itself, of a later one, of another council’s, and twice', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { earlierId, laterId } = await toldTwice(db)
    const elsewhere = await makeRecommendation(db, {
      inspectionId: await makeInspection(db, { council: 'Eastmere', inspectedFrom: '2014-01-06' }),
    })
    const decide = (later: number, earlier: number) =>
      decideRepeat(manager, later, { earlierId: earlier, verdict: 'same' })
    expect(await decide(laterId, laterId)).toEqual({
      allowed: false,
      because: 'A recommendation cannot repeat itself.',
    })
    expect(await decide(earlierId, laterId)).toEqual({
      allowed: false,
      because: 'Choose a recommendation of an earlier inspection.',
    })
    expect(await decide(laterId, elsewhere)).toEqual({
      allowed: false,
      because: 'Only what the same council was told can have been said again.',
    })
    await decide(laterId, earlierId)
    expect(await decide(laterId, earlierId)).toEqual({
      allowed: false,
      because: 'Somebody has already said that it says the same again.',
    })
    expect(await decide(laterId, 2_000_000_000)).toBeUndefined()
    expect(await decide(2_000_000_000, earlierId)).toBeUndefined()
    expect(await takeBackRepeat(manager, 2_000_000_000)).toBeUndefined()
    expect(await repeatsView(manager, 2_000_000_000)).toBeUndefined()
  })

  test('by the database too, whoever writes to it', async ({ db }) => {
    const { earlierId, laterId } = await toldTwice(db)
    const elsewhere = await makeRecommendation(db, {
      inspectionId: await makeInspection(db, { council: 'Eastmere', inspectedFrom: '2014-01-06' }),
    })
    const by = await makePerson(db, { roles: ['manager'] })
    const insert = (earlier: number, later: number, verdict = 'same') =>
      db
        .insertInto('repeatDecisions')
        .values({
          earlierId: earlier,
          laterId: later,
          verdict,
          decidedById: by,
          decidedAt: new Date('2026-11-20T09:00:00Z'),
          // what it rests on cannot be made up
          earlierCouncil: 'Westmarsh',
          earlierFrom: '2010-01-01',
          laterFrom: '2020-01-01',
          round: 7,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    await expectRefusedBy(db, 'repeat_decisions_verdict_is_one_we_know', () =>
      insert(earlierId, laterId, 'perhaps'),
    )
    await expectRefusedBy(db, 'repeat_decisions_are_of_two_recommendations', () =>
      insert(laterId, laterId),
    )
    await expectRefusedBy(db, 'repeat_decisions_are_of_one_council', () =>
      insert(elsewhere, laterId),
    )
    await expectRefusedBy(db, 'repeat_decisions_look_back', () => insert(laterId, earlierId))
    const { id } = await insert(earlierId, laterId)
    await expectRefusedBy(db, 'repeat_decisions_of_a_pair_are_made_once', () =>
      insert(earlierId, laterId, 'different'),
    )
    await expectRefusedBy(db, 'repeat_decisions_are_never_changed', () =>
      db
        .updateTable('repeatDecisions')
        .set({ verdict: 'different' })
        .where('id', '=', id)
        .execute(),
    )
    await expectRefusedBy(db, 'repeat_decisions_are_never_changed', () =>
      db.deleteFrom('repeatDecisions').where('id', '=', id).execute(),
    )
    const withdraw = () =>
      db
        .insertInto('repeatWithdrawals')
        .values({
          decisionId: id,
          withdrawnById: by,
          withdrawnAt: new Date('2026-11-20T10:00:00Z'),
        })
        .execute()
    await withdraw()
    await expectRefusedBy(db, 'repeat_withdrawals_are_made_once', withdraw)
    await expectRefusedBy(db, 'repeat_withdrawals_are_never_changed', () =>
      db.deleteFrom('repeatWithdrawals').where('decisionId', '=', id).execute(),
    )
  })
})

plainTest.each([
  [{}, 'earlierId', 'Choose an earlier recommendation.'],
  [{ earlierId: '', verdict: 'same' }, 'earlierId', 'Choose an earlier recommendation.'],
  [{ earlierId: '3' }, 'verdict', 'Say whether it says the same again.'],
])('the form %j is sent back', (typed, field, message) => {
  expect(decideRepeatForm.safeParse(typed).error?.issues).toContainEqual(
    expect.objectContaining({ path: [field], message }),
  )
})

plainTest('of two who decide one pair at once, the second is told', async () => {
  const db = await workerDatabase()
  const { earlierId, laterId } = await db.transaction().execute(async (tx) => toldTwice(tx))
  const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'manager')]
  const { deciding } = await db.transaction().execute(async (tx) => {
    await decideRepeat({ ...first, db: tx }, laterId, { earlierId, verdict: 'same' })
    const deciding = decideRepeat(second, laterId, { earlierId, verdict: 'different' })
    await setTimeout(200)
    return { deciding }
  })
  expect(await deciding).toEqual({
    allowed: false,
    because: 'Somebody has already said that it says the same again.',
  })
})
