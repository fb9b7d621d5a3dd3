import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireContext } from '~/auth/context.server'
import { invitationLink } from '~/features/people/invitation-link.server'
import { inviteAgain } from '~/features/people/invite-again.command.server'
import { InvitationMadePage } from '~/features/people/invite-person.page'
import { PersonPage } from '~/features/people/person.page'
import { personView, type PersonView } from '~/features/people/person.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'

export const meta = pageTitle<PersonView>((person) => person.name)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  return found(await personView(context, idIn(args.params, 'personId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const form = await parseForm(args.request, z.object({}))
  if (!form.ok) return form.answer
  const invited = found(await inviteAgain(context, idIn(args.params, 'personId')))
  if (!invited.allowed) return form.refused(invited)
  return { link: invitationLink(invited.token, args.request.url) }
}

export default function NewInvitation() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'link' in answer) return <InvitationMadePage name={view.name} link={answer.link} />
  return <PersonPage view={view} form={answer} />
}
