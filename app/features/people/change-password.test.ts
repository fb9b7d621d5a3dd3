import { expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { hashPassword, isPassword } from '~/auth/passwords.server'
import type { Tx } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { aFriday, contextFor } from '~/testing/make'
import { accountView } from './account.query.server'
import { changePassword } from './change-password.command.server'
import { changePasswordForm } from './change-password.form'

const had = 'three brown hens sing'
const wanted = 'a kettle in the harbour'
const here = { sessionId: 'a'.repeat(64), address: '192.0.2.1' }
const form = (currentPassword: string, newPassword: string) => ({
  currentPassword,
  newPassword,
  newPasswordAgain: newPassword,
})

async function withPassword(db: Tx): Promise<Context> {
  const context = await contextFor(db, 'practitioner')
  const { personId } = context.actor
  await db
    .insertInto('passwords')
    .values({ personId, argon2id: await hashPassword(had), setAt: aFriday })
    .execute()
  for (const id of [here.sessionId, 'b'.repeat(64), 'c'.repeat(64)]) {
    const until = new Date(aFriday.getTime() + 3_600_000)
    await db
      .insertInto('sessions')
      .values({ id, personId, createdAt: aFriday, expiresAt: until, endsAt: until })
      .execute()
  }
  return context
}

const keptFor = async (db: Tx, { actor }: Context) =>
  (
    await db
      .selectFrom('passwords')
      .where('personId', '=', actor.personId)
      .select('argon2id')
      .executeTakeFirstOrThrow()
  ).argon2id

test('I change my password and stay signed in here only', async ({ db }) => {
  const context = await withPassword(db)
  expect((await accountView(context, here.sessionId)).otherSessions).toBe(2)
  expect(await changePassword(context, form(had, wanted), here)).toEqual({ allowed: true })
  expect(await isPassword(await keptFor(db, context), wanted)).toBe(true)
  expect(await db.selectFrom('sessions').select('id').execute()).toEqual([{ id: here.sessionId }])
  expect((await accountView(context, here.sessionId)).otherSessions).toBe(0)
  const events = await db.selectFrom('events').select(['what', 'before', 'after']).execute()
  expect(events).toEqual([{ what: 'person.password-changed', before: null, after: null }])
})

test('a password is refused with the reason, and all sessions go on', async ({ db }) => {
  const context = await withPassword(db)
  const refusals: [current: string, next: string, because: string][] = [
    ['not the one', wanted, 'The password you have now is not the one you typed.'],
    [had, 'short', 'Use at least 12 characters. Three or four words you can picture work well.'],
    [
      had,
      'qwertyuiop123',
      'That password is one of the first that others would try. Choose another.',
    ],
    [had, had, 'Choose a password other than the one you have now.'],
  ]
  for (const [current, next, because] of refusals) {
    const answer = await changePassword(context, form(current, next), here)
    expect(answer).toEqual({ allowed: false, because })
  }
  expect(await isPassword(await keptFor(db, context), had)).toBe(true)
  expect(await db.selectFrom('sessions').select('id').execute()).toHaveLength(3)
})

test('guessing the present password at an unlocked desk is slowed down as at the door', async ({
  db,
}) => {
  const context = await withPassword(db)
  for (let at = 1; at <= 5; at += 1) {
    await changePassword(context, form('a wrong one', wanted), here)
  }
  expect(await changePassword(context, form(had, wanted), here)).toEqual({
    allowed: false,
    because: 'Too many wrong passwords. Wait 15 minutes, then try again.',
  })
})

test('the account says who I am', async ({ db }) => {
  const context = await contextFor(db, ['manager', 'practitioner'])
  expect(await accountView(context, undefined)).toEqual({
    personId: context.actor.personId,
    name: context.actor.name,
    email: context.actor.email,
    jobTitle: '',
    team: undefined,
    roles: 'Social worker, Manager',
    passwordSetOn: undefined,
    otherSessions: 0,
    mayBeAway: true,
  })
})

test('the form asks for the new password twice', () => {
  const read = changePasswordForm.safeParse({ ...form(had, wanted), newPasswordAgain: 'other' })
  expect(read.error?.issues.map((issue) => issue.path)).toEqual([['newPasswordAgain']])
})
