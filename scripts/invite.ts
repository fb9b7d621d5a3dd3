// npm run -s invite -- --name "Priya Nair" --email priya.nair@example.gov.uk --roles admin [--job-title …]
//
// Prints the link by which somebody chooses a password: how the first administrator gets in. For an
// address that is here already it prints a new link, which is how one who is locked out gets back in.
import { parseArgs } from 'node:util'
import { openDatabase } from '../app/db/db.server'
import { roles } from '../app/domain/access/permissions'
import { inviteAgain } from '../app/features/people/invite-again.command.server'
import { invitePerson } from '../app/features/people/invite-person.command.server'
import { invitePersonForm } from '../app/features/people/invite-person.form'
import { invitationLink } from '../app/features/people/invitation-link.server'
import { settings } from '../app/settings.server'

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      roles: { type: 'string' },
      'job-title': { type: 'string' },
    },
  })
  const form = invitePersonForm.safeParse({
    name: values.name,
    email: values.email,
    jobTitle: values['job-title'],
    'roles[]': values.roles?.split(',').map((role) => role.trim()),
  })
  if (!form.success) {
    const sentences = form.error.issues.map((issue) => issue.message)
    throw new Error([...sentences, `Roles are ${roles.join(', ')}.`].join('\n'))
  }
  const { DATABASE_URL, HOST, PORT } = settings()
  const db = openDatabase(DATABASE_URL, 1)
  try {
    const inviter = { db, now: new Date(), actor: undefined }
    const known = await db
      .selectFrom('people')
      .where('email', '=', form.data.email)
      .select('id')
      .executeTakeFirst()
    const invited = known
      ? await inviteAgain(inviter, known.id)
      : await invitePerson(inviter, form.data)
    if (!invited) throw new Error('Nobody here has that address.')
    if (!invited.allowed) throw new Error(invited.because)
    if (known) console.error('Somebody with that address is here already: this is a new link.')
    return invitationLink(invited.token, `http://${HOST}:${PORT}`)
  } finally {
    await db.destroy()
  }
}

try {
  console.log(await main())
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
