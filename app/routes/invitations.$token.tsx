import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { now } from '~/auth/clock.server'
import { doors, startSession } from '~/auth/session.server'
import { acceptInvitation } from '~/features/people/accept-invitation.command.server'
import { acceptInvitationForm } from '~/features/people/accept-invitation.form'
import {
  AcceptInvitationPage,
  InvitationClosedPage,
} from '~/features/people/accept-invitation.page'
import { invitationView } from '~/features/people/accept-invitation.query.server'
import { found } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Your invitation')

export async function loader({ params }: LoaderFunctionArgs) {
  const view = await invitationView({ db: doors().db, now: now() }, found(params.token))
  // 410: it was here, and is no more
  return data(view, { status: view.decision.allowed ? 200 : 410 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, acceptInvitationForm)
  if (!form.ok) return form.answer
  const context = { db: doors().db, now: now() }
  const accepted = await acceptInvitation(context, found(params.token), form.value)
  if (!accepted) throw redirect(paths.invitation(found(params.token)))
  if (!accepted.allowed) return form.refused(accepted)
  return redirect(paths.myWork(), {
    headers: { 'Set-Cookie': await startSession(accepted.personId) },
  })
}

export default function Invitation() {
  const { decision, person } = useLoaderData<typeof loader>()
  const { token = '' } = useParams()
  const form = useActionData<typeof action>()
  if (!decision.allowed || !person) {
    return <InvitationClosedPage because={decision.allowed ? '' : decision.because} />
  }
  return <AcceptInvitationPage person={person} token={token} form={form} />
}
