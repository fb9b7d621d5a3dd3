import { describe, expect } from 'vitest'
import { hashPassword } from '~/auth/passwords.server'
import type { Tx } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { aFriday, makePerson } from '~/testing/make'
import { signIn } from './sign-in.command.server'

const password = 'three brown hens sing'
const minutesLater = (minutes: number) => new Date(aFriday.getTime() + minutes * 60_000)
const wrong = { allowed: false, because: 'The email address or the password is wrong.' }
const wait = {
  allowed: false,
  because: 'Too many wrong passwords. Wait 15 minutes, then try again.',
}

async function amara(db: Tx, suspendedAt: Date | null = null) {
  const email = 'amara.osei@westmarsh.example'
  const personId = await makePerson(db, { email, suspendedAt })
  await db
    .insertInto('passwords')
    .values({ personId, argon2id: await hashPassword(password), setAt: aFriday })
    .execute()
  return { personId, email }
}

const attempt = (
  db: Tx,
  form: { email: string; password: string },
  { now = aFriday, address = '192.0.2.1' } = {},
) => signIn({ db, now, address }, form)

describe('signing in', () => {
  test('the right address and password let a person in, and it is on record', async ({ db }) => {
    const { personId, email } = await amara(db)
    expect(await attempt(db, { email, password })).toEqual({ allowed: true, personId })
    const events = await db
      .selectFrom('events')
      .where('subjectId', '=', personId)
      .select(['what', 'actorId', 'happenedAt'])
      .execute()
    expect(events).toEqual([{ what: 'person.signed-in', actorId: personId, happenedAt: aFriday }])
  })

  test('a wrong password, an unknown address and no password are refused alike', async ({ db }) => {
    const { email } = await amara(db)
    const invited = await makePerson(db, { email: 'invited@westmarsh.example' })
    expect(invited).toBeGreaterThan(0)
    for (const form of [
      { email, password: 'three brown hens sang' },
      { email: 'nobody@westmarsh.example', password },
      { email: 'invited@westmarsh.example', password },
    ]) {
      expect(await attempt(db, form)).toEqual(wrong)
    }
  })

  test('a suspended person is refused in the same words', async ({ db }) => {
    const { email } = await amara(db, aFriday)
    expect(await attempt(db, { email, password })).toEqual(wrong)
  })
})

describe('guessing', () => {
  test('after five wrong passwords an account waits, whatever address they come from', async ({
    db,
  }) => {
    const { personId, email } = await amara(db)
    for (let at = 1; at <= 5; at += 1) {
      const address = `192.0.2.${at}`
      expect(await attempt(db, { email, password: 'a wrong one' }, { address })).toEqual(wrong)
    }
    expect(await attempt(db, { email, password }, { address: '192.0.2.9' })).toEqual(wait)
    const later = minutesLater(14)
    expect(await attempt(db, { email, password }, { now: later })).toEqual(wait)
    const over = { now: minutesLater(15) }
    expect(await attempt(db, { email, password }, over)).toEqual({ allowed: true, personId })
  })

  test('trying while one waits does not make the wait longer', async ({ db }) => {
    const { personId, email } = await amara(db)
    for (let at = 1; at <= 5; at += 1) await attempt(db, { email, password: 'a wrong one' })
    for (let at = 1; at <= 14; at += 1) {
      await attempt(db, { email, password: 'a wrong one' }, { now: minutesLater(at) })
    }
    const over = { now: minutesLater(15) }
    expect(await attempt(db, { email, password }, over)).toEqual({ allowed: true, personId })
  })

  test('the right password in between begins the count again', async ({ db }) => {
    const { personId, email } = await amara(db)
    for (let round = 1; round <= 2; round += 1) {
      for (let at = 1; at <= 4; at += 1) {
        expect(await attempt(db, { email, password: 'a wrong one' })).toEqual(wrong)
      }
      expect(await attempt(db, { email, password })).toEqual({ allowed: true, personId })
    }
  })

  test('after twenty wrong passwords an address waits, whichever account they are for', async ({
    db,
  }) => {
    const { email } = await amara(db)
    for (let at = 1; at <= 20; at += 1) {
      const form = { email: `guess-${at}@westmarsh.example`, password: 'a wrong one' }
      expect(await attempt(db, form)).toEqual(wrong)
    }
    expect(await attempt(db, { email, password })).toEqual(wait)
    const elsewhere = await attempt(db, { email, password }, { address: '198.51.100.7' })
    expect(elsewhere.allowed).toBe(true)
  })

  test('attempts older than a day are let go when anybody signs in', async ({ db }) => {
    const { email } = await amara(db)
    const someday = { email: 'nobody@westmarsh.example', password }
    await attempt(db, someday)
    await attempt(db, { email, password }, { now: minutesLater(24 * 60) })
    expect(await db.selectFrom('signInFailures').select('account').execute()).toHaveLength(1)
    await attempt(db, { email, password }, { now: minutesLater(24 * 60 + 1) })
    expect(await db.selectFrom('signInFailures').select('account').execute()).toHaveLength(0)
  })
})
