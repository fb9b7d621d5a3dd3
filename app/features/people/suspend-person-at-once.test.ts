import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '~/auth/passwords.server'
import { type Db, openDatabase } from '~/db/db.server'
import { aFriday, contextFor } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { changePerson } from './change-person.command.server'
import { suspendPerson } from './suspend-person.command.server'

let db: Db
beforeAll(async () => {
  db = openDatabase(await ownDatabase('suspending'), 4)
})
afterAll(() => db.destroy())

async function administrator() {
  const context = await contextFor(db, 'admin')
  await db
    .insertInto('passwords')
    .values({
      personId: context.actor.personId,
      argon2id: await hashPassword('three brown hens sing'),
      setAt: aFriday,
    })
    .execute()
  return context
}

test('two administrators cannot shut each other out at the same moment', async () => {
  const [one, other] = [await administrator(), await administrator()]
  const answers = await Promise.all([
    suspendPerson(one, other.actor.personId, { reason: 'A quarrel' }),
    suspendPerson(other, one.actor.personId, { reason: 'A quarrel' }),
  ])
  expect(answers.filter((answer) => answer?.allowed)).toHaveLength(1)
  const left = await db.selectFrom('people').where('suspendedAt', 'is', null).select('id').execute()
  expect(left).toHaveLength(1)

  const last = left[0]!.id
  const survivor = last === one.actor.personId ? one : other
  const roles = {
    ...{ name: 'The last', jobTitle: '', teamId: null, asShown: '' },
    'roles[]': ['manager' as const],
  }
  expect(await changePerson(survivor, last, roles)).toMatchObject({ allowed: false })
})
