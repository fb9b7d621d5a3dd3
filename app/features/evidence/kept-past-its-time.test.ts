import { describe, expect } from 'vitest'
import { keptFacts } from '~/db/evidence-retention.server'
import type { Tx } from '~/db/db.server'
import { insertRetention } from '~/db/tables/retention-periods.server'
import { evidenceKinds } from '~/domain/evidence/kinds'
import { defaultRetention, isPastItsTime } from '~/domain/evidence/retention'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makeEvidence, makeRecommendation } from '~/testing/make'
import { deleteEvidence } from './delete-evidence.command.server'
import { deleteEvidenceView } from './delete-evidence.query.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceLibraryView } from './evidence-library.query.server'

const old = { kind: 'policy', periodFrom: '2016-01-11', periodTo: '2016-06-30' } as const
const finished = (db: Tx, deliveredOn = '2016-06-24') =>
  makeAction(db, { startOn: '2016-01-11', dueOn: '2016-06-30', deliveredOn })
const take = (step: 'propose' | 'confirm' | 'hold', reason = 'Its time is over.') => ({
  ...{ step, reason },
  notAnIdentifier: '',
})

describe('evidence past its time', () => {
  test('is listed for those who can let it go, until two of them did', async ({ db }) => {
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'leader')]
    const id = await makeEvidence(db, { ...old, actionIds: [await finished(db)] })
    await makeEvidence(db, { ...old, actionIds: [await makeAction(db)] })
    const listed = async () => {
      const view = await evidenceLibraryView(second, { gap: 'past-its-time' })
      return view.evidence.map((one) => one.id)
    }
    expect(await listed()).toEqual([id])
    expect((await evidenceDetailView(first, id))?.kept).toEqual({
      sentence: 'Its time was over on 30 June 2022.',
      isPastItsTime: true,
    })
    expect((await deleteEvidenceView(first, id))?.kept).toBe('Its time was over on 30 June 2022.')

    await deleteEvidence(first, id, take('propose'))
    expect(await listed()).toEqual([id])
    await deleteEvidence(second, id, take('confirm'))
    expect(await listed()).toEqual([])
    expect((await evidenceDetailView(first, id))?.kept).toBeUndefined()
  })

  test('is not told to others, nor of a past day', async ({ db }) => {
    await makeEvidence(db, { ...old, actionIds: [await finished(db)] })
    for (const role of ['practitioner', 'observer'] as const) {
      const view = await evidenceLibraryView(await contextFor(db, role), { gap: 'past-its-time' })
      expect(view.filter.gap).toBeUndefined()
      expect(view.gaps.map(({ gap }) => gap)).not.toContain('past-its-time')
    }
    const leader = await contextFor(db, 'leader')
    const past = { ...leader, actor: { ...leader.actor, looksAt: '2026-11-01' } } as typeof leader
    const { gaps } = await evidenceLibraryView(past, {})
    expect(gaps.map(({ gap }) => gap)).not.toContain('past-its-time')
  })

  test('leaves the list while it is on hold, and the list says so', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const id = await makeEvidence(db, { ...old, actionIds: [await finished(db)] })
    await deleteEvidence(leader, id, take('hold', 'An inquiry asks for it.'))
    expect((await evidenceLibraryView(leader, { gap: 'past-its-time' })).count).toBe(0)
    const view = await evidenceLibraryView(leader, {})
    expect(view.gaps).toContainEqual({ gap: 'past-its-time', count: 0 })
    expect(view.keptOnHold).toBe(1)
    expect((await evidenceDetailView(leader, id))?.kept?.sentence).toBe(
      'It is on hold: it is kept until the hold is lifted. Its time was over on 30 June 2022.',
    )
  })
})

test('the list in the database is what the rule says of each piece', async ({ db }) => {
  const leader = await contextFor(db, 'leader')
  const retention = { ...defaultRetention, voice: 2, policy: 9 }
  const savedById = leader.actor.personId
  const set = { validFrom: new Date('2026-11-01'), savedById, why: 'So', retention }
  await insertRetention(db, set)

  const answered = await makeRecommendation(db)
  const answer = await finished(db, '2020-11-19')
  const link = { actionId: answer, recommendationId: answered }
  await db.insertInto('actionRecommendations').values(link).execute()
  const recommendations = [undefined, answered, await makeRecommendation(db)]
  const actions = [
    [],
    [await finished(db, '2020-11-20')],
    [await finished(db), await makeAction(db)],
  ]
  const periods = [null, '2016-06-30', '2020-11-19', '2020-11-20', '2024-11-19'] as const
  for (const periodTo of periods) {
    for (const kind of [null, ...evidenceKinds]) {
      for (const actionIds of actions) {
        for (const recommendationId of recommendations) {
          const period = { periodFrom: periodTo, periodTo }
          const addedAt = new Date('2019-03-01T10:00:00Z')
          const evidenceId = await makeEvidence(db, { kind, ...period, addedAt, actionIds })
          if (recommendationId === undefined) continue
          const row = { evidenceId, recommendationId }
          await db.insertInto('evidenceRecommendations').values(row).execute()
        }
      }
    }
  }
  const ids = await db.selectFrom('evidence').orderBy('id').select('id').execute()
  const past: number[] = []
  for (const { id } of ids) {
    if (isPastItsTime(await keptFacts(db, id), leader.today, retention)) past.push(id)
  }
  const { count } = await evidenceLibraryView(leader, { gap: 'past-its-time' })
  expect(past.length).toBeGreaterThan(20)
  expect(past.length).toBeLessThan(ids.length - 20)
  expect(count).toBe(past.length)
  const listed: number[] = []
  for (let after: string | undefined; ;) {
    const page = await evidenceLibraryView(leader, { gap: 'past-its-time', after })
    listed.push(...page.evidence.map(({ id }) => id))
    if (page.after === undefined) break
    after = String(page.after)
  }
  expect(listed.sort((a, b) => a - b)).toEqual(past)
})
