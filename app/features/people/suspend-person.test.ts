import { createElement } from 'react'
import { describe, expect } from 'vitest'
import { hashPassword } from '~/auth/passwords.server'
import type { Tx } from '~/db/db.server'
import type { Role } from '~/domain/access/permissions'
import { asShown } from '~/domain/as-shown'
import { no } from '~/domain/decision'
import { parseTyped } from '~/http/parse-form.server'
import { asShownIn } from '~/testing/as-shown-in'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makePerson } from '~/testing/make'
import type { FormState } from '~/ui/form-state'
import { changePerson } from './change-person.command.server'
import { changePersonForm } from './change-person.form'
import { endSuspension } from './end-suspension.command.server'
import { peopleView } from './people.query.server'
import { PersonPage } from './person.page'
import { personView } from './person.query.server'
import { suspendPerson } from './suspend-person.command.server'

const reason = { reason: 'Left the council' }
const lastBecause =
  'This is the last administrator who can sign in. Make somebody else an administrator first.'

async function whoCanSignIn(db: Tx, roles: readonly Role[]) {
  const personId = await makePerson(db, { roles })
  await db
    .insertInto('passwords')
    .values({ personId, argon2id: await hashPassword('three brown hens sing'), setAt: aFriday })
    .execute()
  return personId
}

const lastEvent = (db: Tx) =>
  db
    .selectFrom('events')
    .orderBy('id', 'desc')
    .select(['what', 'actorId', 'subjectId', 'before', 'after'])
    .executeTakeFirst()

describe('suspending', () => {
  test('shuts somebody out at once and is on record with its reason', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const personId = await whoCanSignIn(db, ['practitioner'])
    const until = new Date(aFriday.getTime() + 3_600_000)
    await db
      .insertInto('sessions')
      .values({
        id: 'a'.repeat(64),
        personId,
        createdAt: aFriday,
        expiresAt: until,
        endsAt: until,
      })
      .execute()

    expect(await suspendPerson(admin, personId, reason)).toEqual({ allowed: true })
    expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([])
    expect(await personView(admin, personId)).toMatchObject({
      access: { kind: 'suspended', on: '2026-11-20' },
    })
    expect(await lastEvent(db)).toEqual({
      what: 'person.suspended',
      actorId: admin.actor.personId,
      subjectId: personId,
      before: null,
      after: reason,
    })
  })

  test('ends, and the person has their password and roles as before', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const personId = await whoCanSignIn(db, ['manager'])
    await suspendPerson(admin, personId, reason)
    expect(await endSuspension(admin, personId)).toEqual({ allowed: true })
    expect(await personView(admin, personId)).toMatchObject({
      access: { kind: 'never-seen' },
      roles: ['manager'],
    })
    expect(await lastEvent(db)).toMatchObject({ what: 'person.suspension-ended' })
    expect(await endSuspension(admin, personId)).toMatchObject({ allowed: false })
  })

  test('is refused for oneself, twice, and to others than administrators', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const personId = await makePerson(db)
    expect(await suspendPerson(admin, admin.actor.personId, reason)).toMatchObject({
      because: 'You cannot suspend yourself. Ask another administrator.',
    })
    const leader = await contextFor(db, 'leader')
    expect(await suspendPerson(leader, personId, reason)).toMatchObject({ allowed: false })
    await suspendPerson(admin, personId, reason)
    expect(await suspendPerson(admin, personId, reason)).toMatchObject({
      because: 'This person is suspended already.',
    })
  })

  test('is refused for the last administrator who can sign in', async ({ db }) => {
    // The one who asks has the role, yet no password: as after a race, or by a script.
    const admin = await contextFor(db, 'admin')
    const last = await whoCanSignIn(db, ['admin'])
    expect(await suspendPerson(admin, last, reason)).toEqual({
      allowed: false,
      because: lastBecause,
    })
    await whoCanSignIn(db, ['admin'])
    expect(await suspendPerson(admin, last, reason)).toEqual({ allowed: true })
  })

  test('of nobody is not there', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    expect(await suspendPerson(admin, 999_999, reason)).toBeUndefined()
    expect(await endSuspension(admin, 999_999)).toBeUndefined()
    expect(await personView(admin, 999_999)).toBeUndefined()
  })

  test('tells how many open actions stand in their name', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const personId = await makePerson(db)
    await makeAction(db, { ownerId: personId })
    await makeAction(db, { ownerId: personId, deliveredOn: '2026-10-01' })
    expect(await personView(admin, personId)).toMatchObject({ openActions: 1 })
  })
})

describe('changing a person', () => {
  /** As somebody sends it who opened the page of this person when it stood so. */
  const form = (roles: readonly Role[], rest = {}, was: object = {}) =>
    changePersonForm.parse({
      ...{ name: 'Joy Okafor', 'roles[]': roles, ...rest },
      asShown: asShown({
        name: 'Joy Okafor',
        jobTitle: '',
        teamId: null,
        roles: ['practitioner'],
        ...was,
      }),
    })

  test('writes what it was and what it is', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const { id: teamId } = await db
      .insertInto('teams')
      .values({ name: 'Assessment East' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const personId = await makePerson(db, { name: 'Joy Okafor', roles: ['practitioner'] })
    const changes = form(['manager'], { jobTitle: 'Team manager', teamId: String(teamId) })
    expect(await changePerson(admin, personId, changes)).toEqual({ allowed: true })
    expect(await personView(admin, personId)).toMatchObject({
      name: 'Joy Okafor',
      jobTitle: 'Team manager',
      team: 'Assessment East',
      roles: ['manager'],
    })
    expect(await lastEvent(db)).toMatchObject({
      what: 'person.changed',
      before: { name: 'Joy Okafor', jobTitle: '', teamId: null, roles: ['practitioner'] },
      after: { name: 'Joy Okafor', jobTitle: 'Team manager', teamId, roles: ['manager'] },
    })
  })

  test('that changes nothing records nothing', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const personId = await makePerson(db, { name: 'Joy Okafor', roles: ['practitioner'] })
    expect(await changePerson(admin, personId, form(['practitioner']))).toEqual({ allowed: true })
    expect(await lastEvent(db)).toBeUndefined()
  })

  test('is refused where somebody else changed them meanwhile: no role comes back by an old form', async ({
    db,
  }) => {
    const admin = await contextFor(db, 'admin')
    const personId = await makePerson(db, { name: 'Joy Okafor', roles: ['leader', 'manager'] })
    const opened = (await personView(admin, personId))!
    const sent = (roles: readonly Role[], shown: string, jobTitle = '') =>
      changePersonForm.parse({ name: 'Joy Okafor', 'roles[]': roles, jobTitle, asShown: shown })
    const taken = sent(['manager'], opened.asShown)
    expect(await changePerson(admin, personId, taken)).toEqual({ allowed: true })
    const stale = sent(['leader', 'manager'], opened.asShown, 'Team manager')
    expect(await changePerson(admin, personId, stale)).toMatchObject({
      allowed: false,
      because: expect.stringContaining('Somebody else changed this person') as string,
    })
    const now = (await personView(admin, personId))!
    expect(now).toMatchObject({ roles: ['manager'], jobTitle: '' })
    // With what stands now in sight she decides.
    const again = sent(['manager'], now.asShown, 'Team manager')
    expect(await changePerson(admin, personId, again)).toEqual({ allowed: true })
  })

  test('is refused too where something typed was wrong first: the form keeps what it was shown', async ({
    db,
  }) => {
    const admin = await contextFor(db, 'admin')
    const personId = await makePerson(db, { name: 'Joy Okafor', roles: ['leader', 'manager'] })
    const opened = (await personView(admin, personId))!.asShown
    await changePerson(admin, personId, { ...form(['manager']), asShown: opened })
    const typed = { name: [''], 'roles[]': ['leader', 'manager'], asShown: [opened] }
    const shownAgain = async (state: FormState) =>
      asShownIn(
        createElement(PersonPage, { view: (await personView(admin, personId))!, form: state }),
      )!
    const nameless = parseTyped(typed, changePersonForm)
    if (nameless.ok) throw new Error('A name is missing.')
    const kept = await shownAgain(nameless.answer.data)
    expect(kept).toBe(opened)

    const named = parseTyped({ ...typed, name: ['Joy Okafor'], asShown: [kept] }, changePersonForm)
    if (!named.ok) throw new Error('Nothing is missing.')
    const decision = await changePerson(admin, personId, named.value)
    if (decision?.allowed !== false) throw new Error('A role came back.')
    expect(decision.because).toContain('Somebody else changed this person')
    expect((await personView(admin, personId))!.roles).toEqual(['manager'])
    // Told so, and with what stands now in sight, the form starts from that; from no other refusal.
    expect(await shownAgain(named.refused(decision).data)).toBe(
      (await personView(admin, personId))!.asShown,
    )
    expect(await shownAgain(named.refused(no('That team is no longer there.')).data)).toBe(opened)
  })

  test('leaves the last administrator one', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const last = await whoCanSignIn(db, ['admin', 'manager'])
    expect(await changePerson(admin, last, form(['manager']))).toEqual({
      allowed: false,
      because: lastBecause,
    })
  })

  test('is refused to others, and for a team that is no longer there', async ({ db }) => {
    const personId = await makePerson(db)
    const manager = await contextFor(db, 'manager')
    expect(await changePerson(manager, personId, form(['leader']))).toMatchObject({
      because: 'Only an administrator can do this.',
    })
    const admin = await contextFor(db, 'admin')
    const gone = form(['leader'], { teamId: '999' })
    expect(await changePerson(admin, personId, gone)).toMatchObject({
      because: 'That team is no longer there. Choose another.',
    })
    expect(await changePerson(admin, 999_999, form(['leader']))).toBeUndefined()
  })
})

test('the list of people says how each stands at the door', async ({ db }) => {
  const admin = await contextFor(db, 'admin')
  await makePerson(db, { name: 'Zoe Ward', suspendedAt: aFriday })
  const signedIn = await makePerson(db, { name: 'Amara Osei' })
  await db
    .insertInto('events')
    .values({
      what: 'person.signed-in',
      actorId: signedIn,
      subjectKind: 'person',
      subjectId: signedIn,
      happenedAt: new Date('2026-11-18T08:00:00Z'),
    })
    .execute()
  const view = await peopleView(admin)
  const found = view.people.map(({ name, access }) => [name, access.kind])
  expect(found).toEqual([
    [admin.actor.name, 'invitation-expired'],
    ['Amara Osei', 'seen'],
    ['Zoe Ward', 'suspended'],
  ])
  expect(view).toMatchObject({ suspended: 1, neverSeen: 1 })
})
