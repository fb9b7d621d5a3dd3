import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { isPassword } from '~/auth/passwords.server'
import type { Tx } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makePerson } from '~/testing/make'
import { acceptInvitation } from './accept-invitation.command.server'
import { acceptInvitationForm } from './accept-invitation.form'
import { invitationView } from './accept-invitation.query.server'
import { inviteAgain } from './invite-again.command.server'
import { type Invited, invitePerson } from './invite-person.command.server'
import { invitePersonForm } from './invite-person.form'
import { invitePersonView } from './invite-person.query.server'
import { suspendPerson } from './suspend-person.command.server'

const daysLater = (days: number) => new Date(aFriday.getTime() + days * 86_400_000)

const amara = invitePersonForm.parse({
  name: ' Amara Osei ',
  email: 'Amara.Osei@Westmarsh.example',
  jobTitle: 'Social worker',
  teamId: '',
  'roles[]': ['manager', 'practitioner'],
})
const chosen = acceptInvitationForm.parse({
  newPassword: 'three brown hens sing',
  newPasswordAgain: 'three brown hens sing',
})

async function invited(db: Tx): Promise<Invited> {
  const answer = await invitePerson(await contextFor(db, 'admin'), amara)
  if (!answer.allowed) throw new Error(answer.because)
  return answer
}

const eventsOf = (db: Tx, personId: number) =>
  db
    .selectFrom('events')
    .where('subjectKind', '=', 'person')
    .where('subjectId', '=', personId)
    .orderBy('id')
    .select(['what', 'actorId', 'after'])
    .execute()

describe('inviting', () => {
  test('makes a person with their roles and a link that is kept only as its hash', async ({
    db,
  }) => {
    const context = await contextFor(db, 'admin')
    const answer = await invitePerson(context, amara)
    if (!answer.allowed) throw new Error(answer.because)
    const { personId, token } = answer

    const person = await db
      .selectFrom('people')
      .where('id', '=', personId)
      .select(['name', 'email', 'jobTitle', 'teamId'])
      .executeTakeFirst()
    expect(person).toEqual({
      name: 'Amara Osei',
      email: 'amara.osei@westmarsh.example',
      jobTitle: 'Social worker',
      teamId: null,
    })
    const roles = await db
      .selectFrom('personRoles')
      .where('personId', '=', personId)
      .orderBy('role')
      .select('role')
      .execute()
    expect(roles.map(({ role }) => role)).toEqual(['manager', 'practitioner'])
    const kept = await db.selectFrom('invitations').selectAll().execute()
    expect(kept).toEqual([
      {
        tokenHash: createHash('sha256').update(token).digest('hex'),
        personId,
        invitedById: context.actor.personId,
        invitedAt: aFriday,
        expiresAt: daysLater(7),
        acceptedAt: null,
      },
    ])
    expect(await eventsOf(db, personId)).toEqual([
      {
        what: 'person.invited',
        actorId: context.actor.personId,
        after: {
          name: 'Amara Osei',
          email: 'amara.osei@westmarsh.example',
          jobTitle: 'Social worker',
          teamId: null,
          roles: ['practitioner', 'manager'],
        },
      },
    ])
  })

  test('at the server’s own console is recorded as the system’s doing', async ({ db }) => {
    const answer = await invitePerson({ db, now: aFriday, actor: undefined }, amara)
    if (!answer.allowed) throw new Error(answer.because)
    expect(await eventsOf(db, answer.personId)).toMatchObject([
      { what: 'person.invited', actorId: null },
    ])
  })

  test('is for administrators', async ({ db }) => {
    expect(await invitePerson(await contextFor(db, ['manager', 'leader']), amara)).toEqual({
      allowed: false,
      because: 'Only an administrator can do this.',
    })
  })

  test('somebody who is here already is refused, and nothing is left behind', async ({ db }) => {
    await makePerson(db, { email: amara.email })
    expect(await invitePerson(await contextFor(db, 'admin'), amara)).toEqual({
      allowed: false,
      because: 'Somebody with that email address is here already.',
    })
    expect(await db.selectFrom('invitations').selectAll().execute()).toEqual([])
  })

  test('into a team that is no longer there is refused', async ({ db }) => {
    const answer = await invitePerson(await contextFor(db, 'admin'), { ...amara, teamId: 999 })
    expect(answer).toMatchObject({
      allowed: false,
      because: 'That team is no longer there. Choose another.',
    })
  })

  test('offers the teams by name', async ({ db }) => {
    await db
      .insertInto('teams')
      .values([{ name: 'Émile Court' }, { name: 'assessment' }, { name: 'Fostering' }])
      .execute()
    const { teams } = await invitePersonView(await contextFor(db, 'admin'))
    expect(teams.map(({ title }) => title)).toEqual(['assessment', 'Émile Court', 'Fostering'])
  })

  test.each([
    [{ name: '' }, 'name', 'Give the person’s name.'],
    [{ email: 'amara' }, 'email', 'Give an email address, such as name@example.gov.uk.'],
    [{ 'roles[]': [] }, 'roles[]', 'Choose at least one role.'],
    [{ 'roles[]': undefined }, 'roles[]', 'Choose at least one role.'],
    [{ teamId: 'x' }, 'teamId', 'Choose a team from the list.'],
  ])('a form with %j says what to do', (wrong, field, sentence) => {
    const right = { name: 'A', email: 'a@b.example', teamId: '', 'roles[]': ['admin'] }
    const read = invitePersonForm.safeParse({ ...right, ...wrong })
    expect(read.error?.issues.map((issue) => [issue.path.join('-'), issue.message])).toEqual([
      [field, sentence],
    ])
  })
})

describe('the link', () => {
  test('shows whom it is for, and lets them choose a password and in', async ({ db }) => {
    const { token, personId } = await invited(db)
    const context = { db, now: daysLater(6) }
    expect(await invitationView(context, token)).toEqual({
      decision: { allowed: true },
      person: { name: 'Amara Osei', email: 'amara.osei@westmarsh.example' },
    })
    expect(await acceptInvitation(context, token, chosen)).toEqual({ allowed: true, personId })
    const { argon2id } = await db
      .selectFrom('passwords')
      .where('personId', '=', personId)
      .select('argon2id')
      .executeTakeFirstOrThrow()
    expect(await isPassword(argon2id, 'three brown hens sing')).toBe(true)
    expect(await eventsOf(db, personId)).toMatchObject([
      { what: 'person.invited' },
      { what: 'person.invitation-accepted', actorId: personId },
    ])
  })

  test('opens once', async ({ db }) => {
    const { token } = await invited(db)
    const context = { db, now: daysLater(1) }
    await acceptInvitation(context, token, chosen)
    const used = { allowed: false, because: 'This invitation has been used already.' }
    expect(await acceptInvitation(context, token, chosen)).toEqual(used)
    expect(await invitationView(context, token)).toEqual({ decision: used, person: undefined })
  })

  test('expires after seven days', async ({ db }) => {
    const { token } = await invited(db)
    const context = { db, now: daysLater(7) }
    const expired = { allowed: false, because: 'This invitation has expired.' }
    expect(await invitationView(context, token)).toEqual({ decision: expired, person: undefined })
    expect(await acceptInvitation(context, token, chosen)).toEqual(expired)
  })

  test('does not open for somebody suspended meanwhile', async ({ db }) => {
    const { token, personId } = await invited(db)
    const admin = await contextFor(db, 'admin')
    await suspendPerson(admin, personId, { reason: 'Never started' })
    expect(await acceptInvitation({ db, now: daysLater(1) }, token, chosen)).toBeUndefined()
  })

  test('that nobody was given opens nothing', async ({ db }) => {
    const view = await invitationView({ db, now: aFriday }, 'a-guess')
    expect(view).toMatchObject({ decision: { allowed: false }, person: undefined })
    expect(await acceptInvitation({ db, now: aFriday }, 'a-guess', chosen)).toBeUndefined()
  })

  test('takes no password that others would try, and stays open', async ({ db }) => {
    const { token, personId } = await invited(db)
    const context = { db, now: aFriday }
    const weak = { newPassword: 'Password1234', newPasswordAgain: 'Password1234' }
    expect(await acceptInvitation(context, token, weak)).toEqual({
      allowed: false,
      because: 'That password is one of the first that others would try. Choose another.',
    })
    expect(await acceptInvitation(context, token, chosen)).toEqual({ allowed: true, personId })
  })

  test('asks for the password twice', () => {
    const read = acceptInvitationForm.safeParse({ newPassword: 'a', newPasswordAgain: 'b' })
    expect(read.error?.issues[0]?.message).toBe(
      'The two passwords differ. Type the new password once more.',
    )
  })
})

describe('a new link', () => {
  test('takes the place of the one before, and of the sessions once it is used', async ({ db }) => {
    const first = await invited(db)
    const admin = await contextFor(db, 'admin')
    const second = await inviteAgain(admin, first.personId)
    if (!second?.allowed) throw new Error('no link')
    const context = { db, now: daysLater(1) }
    expect(await acceptInvitation(context, first.token, chosen)).toBeUndefined()

    await db
      .insertInto('sessions')
      .values({
        id: 'a'.repeat(64),
        personId: first.personId,
        createdAt: aFriday,
        expiresAt: daysLater(1),
        endsAt: daysLater(7),
      })
      .execute()
    expect(await acceptInvitation(context, second.token, chosen)).toMatchObject({ allowed: true })
    expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([])
  })

  test('leaves the password they have alone until it is used', async ({ db }) => {
    const { token, personId } = await invited(db)
    await acceptInvitation({ db, now: aFriday }, token, chosen)
    await inviteAgain(await contextFor(db, 'admin'), personId)
    expect(await db.selectFrom('passwords').select('personId').execute()).toEqual([{ personId }])
  })

  test('is recorded with who made it', async ({ db }) => {
    const { personId } = await invited(db)
    const admin = await contextFor(db, 'admin')
    await inviteAgain(admin, personId)
    expect((await eventsOf(db, personId)).at(-1)).toMatchObject({
      what: 'person.invited-again',
      actorId: admin.actor.personId,
    })
  })

  test('is refused for oneself, for somebody suspended, and to others than administrators', async ({
    db,
  }) => {
    const { personId } = await invited(db)
    const admin = await contextFor(db, 'admin')
    expect(await inviteAgain(admin, admin.actor.personId)).toMatchObject({ allowed: false })
    expect(await inviteAgain(await contextFor(db, 'leader'), personId)).toMatchObject({
      allowed: false,
    })
    await suspendPerson(admin, personId, { reason: 'Left' })
    expect(await inviteAgain(admin, personId)).toMatchObject({ allowed: false })
    expect(await inviteAgain({ db, now: aFriday, actor: undefined }, personId)).toMatchObject({
      allowed: false,
    })
  })

  test('for nobody is not there', async ({ db }) => {
    expect(await inviteAgain(await contextFor(db, 'admin'), 999_999)).toBeUndefined()
  })
})
