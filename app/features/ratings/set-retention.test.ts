import { expect } from 'vitest'
import { insertRetention } from '~/db/tables/retention-periods.server'
import { defaultRetention } from '~/domain/evidence/retention'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeEvidence } from '~/testing/make'
import { ratingsView } from './ratings.query.server'
import { setRetention } from './set-retention.command.server'
import { setRetentionForm } from './set-retention.form'
import { triedAsOf, triedOnEvidence } from './set-retention.query.server'

const retention = { ...defaultRetention, 'case-audit': 2 }
const asked = {
  ...{ retention, triedAs: triedAsOf(retention) },
  ...{ why: 'Our own schedule says two.', notAnIdentifier: '' },
}

test('they are tried on the evidence before they are set, and kept with who set them and why', async ({
  db,
}) => {
  const leader = await contextFor(db, 'leader')
  const old = { kind: 'case-audit', periodFrom: '2024-10-01', periodTo: '2024-10-31' } as const
  await makeEvidence(db, old)
  await makeEvidence(db, { ...old, kind: 'voice' })
  expect(await triedOnEvidence(leader, retention)).toMatchObject({ now: 0, then: 1 })

  expect(await setRetention(leader, { ...asked, triedAs: '' })).toEqual({
    allowed: false,
    because: 'Look first at what these periods would mean for the evidence.',
  })
  expect(await setRetention(leader, asked)).toEqual({ allowed: true })
  expect(await ratingsView(leader)).toMatchObject({
    retention,
    pastRetention: [{ savedByName: leader.actor.name, why: asked.why }],
  })
  expect(await triedOnEvidence(leader, defaultRetention)).toMatchObject({ now: 1, then: 0 })
  expect(await setRetention(leader, asked)).toEqual({
    allowed: false,
    because: 'These are the periods that stand already.',
  })
})

test('they are not set by a manager', async ({ db }) => {
  expect((await setRetention(await contextFor(db, 'manager'), asked)).allowed).toBe(false)
})

test('the database refuses what breaks a rule, and changes nothing that was set', async ({
  db,
}) => {
  const savedById = (await contextFor(db, 'leader')).actor.personId
  const set = { validFrom: aFriday, savedById, why: 'So', retention }
  await expectRefusedBy(db, 'retention_periods_say_why', () =>
    insertRetention(db, { ...set, why: ' ' }),
  )
  for (const years of [0, 101]) {
    await expectRefusedBy(db, 'retention_periods_are_counted', () =>
      insertRetention(db, { ...set, retention: { ...retention, voice: years } }),
    )
  }
  const id = await insertRetention(db, set)
  await expectRefusedBy(db, 'retention_periods_begin_one_at_a_time', () => insertRetention(db, set))
  await expectRefusedBy(db, 'retention_periods_are_never_changed', () =>
    db.updateTable('retentionPeriods').set({ voice: 2 }).where('id', '=', id).execute(),
  )
})

test.each(['0', '101', 'six', ''])('“%s” years are not taken', (years) => {
  const typed = Object.fromEntries(Object.keys(retention).map((kind) => [kind, '6']))
  const read = setRetentionForm.safeParse({ ...typed, voice: years })
  expect(read.error?.issues).toMatchObject([
    { path: ['voice'], message: 'Give years from 1 to 100.' },
  ])
})
