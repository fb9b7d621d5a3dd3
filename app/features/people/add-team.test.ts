import { expect } from 'vitest'
import { test } from '~/testing/db-test'
import { contextFor, makePerson } from '~/testing/make'
import { addTeam } from './add-team.command.server'
import { teamsView } from './teams.query.server'

test('a team is added, alone or as part of another, and counted', async ({ db }) => {
  const admin = await contextFor(db, 'admin')
  const whole = await addTeam(admin, { name: 'Assessment', parentId: null })
  if (!whole.allowed) throw new Error(whole.because)
  const part = await addTeam(admin, { name: 'Assessment East', parentId: whole.teamId })
  if (!part.allowed) throw new Error(part.because)
  await makePerson(db, { teamId: part.teamId })
  await makePerson(db, { teamId: part.teamId, suspendedAt: admin.now })
  expect(await teamsView(admin)).toEqual({
    teams: [
      { id: whole.teamId, name: 'Assessment', partOf: undefined, people: 0 },
      { id: part.teamId, name: 'Assessment East', partOf: 'Assessment', people: 1 },
    ],
  })
  const events = await db.selectFrom('events').select(['what', 'after']).orderBy('id').execute()
  expect(events).toEqual([
    { what: 'team.added', after: { name: 'Assessment', parentId: null } },
    { what: 'team.added', after: { name: 'Assessment East', parentId: whole.teamId } },
  ])
})

test('a team is refused twice, under a team that is gone, and to others than administrators', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  await addTeam(admin, { name: 'Assessment', parentId: null })
  expect(await addTeam(admin, { name: 'Assessment', parentId: null })).toEqual({
    allowed: false,
    because: 'There is a team of that name already.',
  })
  expect(await addTeam(admin, { name: 'Fostering', parentId: 999 })).toEqual({
    allowed: false,
    because: 'That team is no longer there. Choose another.',
  })
  const manager = await contextFor(db, 'manager')
  expect(await addTeam(manager, { name: 'Fostering', parentId: null })).toMatchObject({
    allowed: false,
  })
})
