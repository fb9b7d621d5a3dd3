import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { invitationLink } from '~/features/people/invitation-link.server'
import { invitePerson } from '~/features/people/invite-person.command.server'
import { invitePersonForm } from '~/features/people/invite-person.form'
import { InvitationMadePage, InvitePersonPage } from '~/features/people/invite-person.page'
import { invitePersonView } from '~/features/people/invite-person.query.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'

export const meta = pageTitle('Invite a person')

export const loader = async (args: LoaderFunctionArgs) =>
  invitePersonView(await requireContext(args, 'people.manage'))

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const form = await parseForm(args.request, invitePersonForm)
  if (!form.ok) return form.answer
  const invited = await invitePerson(context, form.value)
  if (!invited.allowed) return form.refused(invited)
  // Answered, not redirected: the link is kept nowhere, so it cannot be shown later.
  return { name: form.value.name, link: invitationLink(invited.token, args.request.url) }
}

export default function InvitePerson() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'link' in answer) return <InvitationMadePage {...answer} />
  return <InvitePersonPage view={view} form={answer} />
}
